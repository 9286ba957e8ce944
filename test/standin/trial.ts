import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { type Standin, startStandin } from '../../src/standin/standin.ts';

/** What Graph answered: status, headers, JSON (empty when there was none). */
export interface Reply {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Answered;
}

/** A time with its zone. */
export interface Zoned {
  readonly dateTime: string;
  readonly timeZone: string;
}

/** The properties of Graph's answers that the tests look at; an answer has those that belong to it. */
export interface Answered {
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly token: string;
  readonly size: number;
  readonly folder: unknown;
  readonly mail: string;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly deleted: unknown;
  readonly subject: string;
  readonly iCalUId: string;
  readonly isOrganizer: boolean;
  readonly isCancelled: boolean;
  readonly isDraft: boolean;
  readonly isOnlineMeeting: boolean;
  readonly onlineMeeting: { readonly joinUrl: string } | null;
  readonly sensitivity: string;
  readonly body: { readonly contentType: string; readonly content: string };
  readonly start: Zoned;
  readonly attendees: readonly {
    readonly emailAddress: { readonly address: string };
    readonly status: { readonly response: string };
  }[];
  readonly responseStatus: { readonly response: string };
  readonly singleValueExtendedProperties: unknown;
  readonly availabilityView: string;
  readonly scheduleItems: readonly { readonly subject: string }[];
  readonly error: { readonly code: string; readonly message: string; readonly responseCode: string } & Readonly<
    Record<string, unknown>
  >;
  readonly uploadUrl: string;
  readonly expirationDateTime: string;
  readonly webUrl: string;
  readonly roles: readonly string[];
  readonly indexed: boolean;
  readonly value: readonly Answered[];
  readonly responses: readonly { readonly id: string; readonly status: number; readonly body: Answered }[];
  readonly message: { readonly toRecipients: unknown };
  readonly '@odata.nextLink': string;
  readonly '@odata.deltaLink': string;
  readonly '@odata.etag': string;
}

/** The stand-in on a free port with nothing loaded, and three tokens to try it with. */
export interface Trial {
  readonly standin: Standin;
  readonly site: string;
  /** The app's token (write), the set-up's (fullcontrol), an outsider's (everything). */
  readonly tokens: Readonly<Record<'app' | 'provision' | 'outsider', string>>;
  graph(method: string, where: string, body?: unknown, more?: More): Promise<Reply>;
  control(method: string, where: string, body?: unknown): Promise<Reply>;
  /** Mail that was sent, oldest first. */
  sentMail(): Promise<readonly Answered[]>;
  stop(): Promise<void>;
}

/** Further headers, and whose token. */
export interface More {
  readonly headers?: Readonly<Record<string, string>>;
  readonly as?: 'app' | 'provision' | 'outsider';
}

const TENANT = '8f6d1c1e-6a3b-4f0e-9f57-2d1f0a9b7c01';
const SECRETS = {
  app: ['3b0f8d0a-52c7-4a8e-9d43-7f6b1f1c2a11', 'standin-api-secret'],
  provision: ['9a7c2e44-1d5e-4b89-8a36-5e2f7d4c1f33', 'standin-provision-secret'],
} as const;

/** Starts a trial; `command` loads the scenario, none by default. */
export async function openTrial(scenario = 'empty', command = ''): Promise<Trial> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'standin-'));
  const config = {
    dataDir,
    port: 0,
    botEndpoint: 'http://127.0.0.1:9/',
    appUrl: '',
    scenarioCommand: command,
    scenario,
  };
  const standin = await startStandin(config);
  await standin.reset(scenario);
  const control = async (method: string, where: string, body?: unknown) =>
    await ask(`${standin.url}/standin${where}`, method, {}, body);
  const tokens = {
    app: await token(standin.url, ...SECRETS.app),
    provision: await token(standin.url, ...SECRETS.provision),
    outsider: String((await control('POST', '/app-token')).body.token),
  };
  return {
    standin,
    tokens,
    control,
    site: 'hillcrest.sharepoint.example,11111111-aaaa-4bbb-8ccc-000000000001,22222222-aaaa-4bbb-8ccc-000000000001',
    graph: async (method, where, body, { headers = {}, as = 'app' } = {}) => {
      const url = where.startsWith('http') ? where : `${standin.url}/v1.0${where}`;
      return await ask(url, method, { Authorization: `Bearer ${tokens[as]}`, ...headers }, body);
    },
    async sentMail() {
      return await (await fetch(`${standin.url}/standin/mail`)).json();
    },
    async stop() {
      await standin.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Fails when an exchange since `after` breaks Graph's published contract. Without the contract at hand it looks at nothing. */
export async function expectContractKept(trial: Trial, after = 0): Promise<void> {
  const tool = path.resolve(import.meta.dirname, '../../../shared/tools/graph-contract.mjs');
  if (!existsSync(tool)) return;
  const { checkExchange } = await import(/* @vite-ignore */ tool);
  const lines = await (await fetch(`${trial.standin.url}/standin/requests?after=${after}`)).text();
  const problems = lines
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .flatMap((exchange) =>
      checkExchange(exchange, { rejectedOk: true }).map(
        (problem: string) => `${exchange.method} ${exchange.path} ${exchange.status}: ${problem}`,
      ),
    );
  expect(lines).not.toBe('');
  expect(problems).toEqual([]);
}

async function token(url: string, id: string, secret: string): Promise<string> {
  const scope = 'https://graph.microsoft.com/.default';
  const form = new URLSearchParams({ grant_type: 'client_credentials', client_id: id, client_secret: secret, scope });
  const response = await fetch(`${url}/${TENANT}/oauth2/v2.0/token`, { method: 'POST', body: form });
  const body: { access_token: string } = await response.json();
  return body.access_token;
}

async function ask(
  url: string,
  method: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
): Promise<Reply> {
  const isText = typeof body === 'string';
  const response = await fetch(url, {
    method,
    headers: { ...(body === undefined || isText ? {} : { 'Content-Type': 'application/json' }), ...headers },
    body: body === undefined ? undefined : isText ? body : JSON.stringify(body),
  });
  const text = await response.text();
  const isJson = (response.headers.get('content-type') ?? '').includes('application/json');
  return { status: response.status, headers: response.headers, body: isJson && text !== '' ? JSON.parse(text) : text };
}
