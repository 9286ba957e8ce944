import { type ChildProcess, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inject } from 'vitest';
import { localEnvironment, root } from '../../../src/run/environment.mjs';
import { furnished, launch } from './programs.ts';

/** A person of the stand-in's tenant. */
export interface TenantPerson {
  readonly id: string;
  readonly displayName: string;
  readonly mail: string;
  readonly roles: readonly string[];
}

/** The whole product as a user has it: the stand-in and one or more app servers, as processes of their own. */
export interface RunningApp {
  readonly appUrl: string;
  readonly standinUrl: string;
  /** Graph id of the school's site. */
  readonly site: string;
  /** Starts another app server (or the first again after a kill), with more in its environment if given; answers its URL. */
  startServer(port?: number, more?: Record<string, string>): Promise<string>;
  /** Kills the server on this port as a power cut would. */
  killServer(port?: number): Promise<void>;
  /** Kills the stand-in as a power cut would, and starts it again on the same disk. */
  cutPower(): Promise<void>;
  people(): Promise<readonly TenantPerson[]>;
  personIn(role: string, index?: number): Promise<TenantPerson>;
  tokenFor(person: TenantPerson): Promise<string>;
  act(person: TenantPerson, action: string, input: unknown, url?: string): Promise<{ status: number; body: ApiBody }>;
  view(
    person: TenantPerson,
    name: string,
    params?: Record<string, string>,
  ): Promise<{ status: number; body: { asOf: string; data: unknown } }>;
  /** Items of a list by their RecordKey, read through Graph from outside. */
  items(list: string, filter?: string): Promise<readonly ListRow[]>;
  /** The id of a list, for faults that strike it alone. */
  listId(name: string): Promise<string>;
  control(method: string, where: string, body?: unknown): Promise<unknown>;
  /** Runs `npm run provision -- …` against this stand-in; answers what it printed and how it ended. */
  provision(what: readonly string[], more?: Record<string, string>): { status: number | null; says: string };
  stop(): Promise<void>;
}

/** What the API answers to an action. */
export interface ApiBody {
  readonly done?: {
    readonly entry: string;
    readonly results: readonly { about: string; outcome: string; by?: string; version?: string }[];
  };
  readonly accepted?: { readonly entry: string };
  readonly problems?: readonly { readonly field: string; readonly says: string }[];
  readonly message?: string;
}

/** One item with its fields. */
export interface ListRow {
  readonly id: string;
  readonly eTag: string;
  readonly fields: Readonly<Record<string, string | number | boolean | undefined>>;
}

const hillcrestSite =
  'hillcrest.sharepoint.example,11111111-aaaa-4bbb-8ccc-000000000001,22222222-aaaa-4bbb-8ccc-000000000001';

/** The first school of a small trust, and how large the trust is. */
const trustSite =
  'hillcrest.sharepoint.example,11111111-aaaa-4bbb-8ccc-000000000101,22222222-aaaa-4bbb-8ccc-000000000101';
const smallTrust = '--schools 3 --placements 8';

/** Starts the stand-in with a school (the demonstration's unless said), frozen at this school time, and one app server. */
export async function startApp(
  name: string,
  basePort: number,
  now: string,
  scenario: 'demonstration' | 'empty' | 'trust' = 'demonstration',
): Promise<RunningApp> {
  const results = process.env.TEST_RESULTS;
  const dataDir = results ? path.join(results, name) : mkdtempSync(path.join(tmpdir(), `${name}-`));
  mkdirSync(dataDir, { recursive: true });
  const local = localEnvironment({ port: basePort, standinPort: basePort + 1, dataDir });
  const site = scenario === 'trust' ? trustSite : hillcrestSite;
  const env: Record<string, string> = {
    ...local,
    ...(scenario === 'trust' ? { SCENARIO_COMMAND: `${local.SCENARIO_COMMAND} ${smallTrust}` } : {}),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  };
  const standinUrl = `http://127.0.0.1:${basePort + 1}`;
  const servers = new Map<number, ChildProcess>();
  /** Everything that the app servers have printed. */
  let printed = '';
  let outsider: string | undefined;
  // The demonstration's school is loaded once for all journeys; the others are loaded as `npm start` loads one.
  const from = scenario === 'demonstration' ? 'built' : 'sources';
  if (from === 'built') moveIn(inject('furnished'), dataDir);

  async function playMicrosoft(): Promise<ChildProcess> {
    const playing = launch('standin', from, { ...env, SCENARIO: scenario });
    await furnished(playing);
    return playing;
  }
  let standin = await playMicrosoft();

  async function control(method: string, where: string, body?: unknown): Promise<unknown> {
    const ask = () =>
      fetch(`${standinUrl}${where}`, { method, body: body === undefined ? undefined : JSON.stringify(body) });
    // A connection that stood idle may be closed just as it is used again: what does no harm twice is asked once more.
    const response = await (method === 'POST' ? ask() : ask().catch(ask));
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  }
  await control('POST', '/standin/clock', { now, frozen: true });

  async function graphItems(list: string, filter?: string): Promise<readonly ListRow[]> {
    outsider ??= (Object(await control('POST', '/standin/app-token')) as { token: string }).token;
    const query = `$expand=fields&$top=5000${filter ? `&$filter=${encodeURIComponent(filter)}` : ''}`;
    const where = `${standinUrl}/v1.0/sites/${site}/lists/${encodeURIComponent(list)}/items?${query}`;
    const response = await fetch(where, { headers: { Authorization: `Bearer ${outsider}` } });
    const body: { value?: ListRow[] } = await response.json();
    return body.value ?? [];
  }

  const app: RunningApp = {
    appUrl: `http://127.0.0.1:${basePort}`,
    standinUrl,
    site,
    async startServer(port = basePort, more = {}) {
      const child = launch('server', from, { ...env, ...more, PORT: String(port) });
      for (const stream of [child.stdout, child.stderr]) {
        stream?.on('data', (text: Buffer) => {
          printed += text;
          process.stdout.write(text);
        });
      }
      servers.set(port, child);
      const url = `http://127.0.0.1:${port}`;
      await until(async () => {
        const health: { ready: boolean } = await (await fetch(`${url}/health`)).json();
        return health.ready;
      });
      return url;
    },
    async killServer(port = basePort) {
      const child = servers.get(port);
      servers.delete(port);
      if (!child || child.exitCode !== null) return;
      const gone = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGKILL');
      await gone;
    },
    async cutPower() {
      const gone = new Promise((resolve) => standin.once('exit', resolve));
      standin.kill('SIGKILL');
      await gone;
      standin = await playMicrosoft();
    },
    people: async () => (await control('GET', '/standin/users')) as readonly TenantPerson[],
    async personIn(role, index = 0) {
      const found = (await app.people()).filter((person) => person.roles.includes(role))[index];
      if (!found) throw new Error(`Nobody is ${role}.`);
      return found;
    },
    tokenFor: async (person) =>
      (Object(await control('POST', '/standin/sign-in', { user: person.id })) as { token: string }).token,
    async act(person, action, input, url = app.appUrl) {
      const response = await fetch(`${url}/api/actions/${action}`, {
        method: 'POST',
        headers: { Authorization: `Bearer ${await app.tokenFor(person)}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(input),
      });
      return { status: response.status, body: await response.json() };
    },
    async view(person, name, params = {}) {
      const response = await fetch(`${app.appUrl}/api/views/${name}?${new URLSearchParams(params)}`, {
        headers: { Authorization: `Bearer ${await app.tokenFor(person)}` },
      });
      return { status: response.status, body: await response.json() };
    },
    items: (list, filter) => graphItems(list, filter),
    async listId(name) {
      await graphItems(name);
      const response = await fetch(`${standinUrl}/v1.0/sites/${site}/lists/${encodeURIComponent(name)}`, {
        headers: { Authorization: `Bearer ${outsider}` },
      });
      const body: { id: string } = await response.json();
      return body.id;
    },
    control,
    provision(what, more = {}) {
      const command = ['--enable-source-maps', 'dist/provision/main.mjs', ...what];
      const { status, stdout, stderr } = spawnSync(process.execPath, command, {
        cwd: root,
        env: { ...process.env, ...env, ...more },
        encoding: 'utf8',
      });
      return { status, says: `${stdout}${stderr}` };
    },
    async stop() {
      // Whatever goes wrong here, no process is left behind on the ports of the next run.
      const secrets = await control('DELETE', '/standin/faults')
        .then(() => secretsOf(graphItems))
        .finally(async () => {
          for (const port of [...servers.keys()]) await app.killServer(port);
          standin.kill('SIGKILL');
        });
      const told = secrets.filter((secret) => printed.includes(secret));
      if (told.length > 0) throw new Error(`The server printed what it must not: ${told.length} secrets.`);
    },
  };
  await app.startServer().catch(async (trouble) => {
    await app.killServer();
    standin.kill('SIGKILL');
    throw trouble;
  });
  return app;
}

/** A copy of the furnished school, in a journey's own folder. */
function moveIn(school: string, dataDir: string): void {
  for (const name of ['standin.db', 'standin.db-wal', 'sites.json'])
    cpSync(path.join(school, name), path.join(dataDir, name));
}

/** What no log may hold: names, telephone numbers, and the first letters of every token. */
async function secretsOf(items: (list: string) => Promise<readonly ListRow[]>): Promise<readonly string[]> {
  const pupils = await items('AP Pupils');
  const contacts = await items('AP Contacts');
  const names = pupils.flatMap(({ fields }) => String(fields.LegalName).split(' ')).filter((name) => name.length > 3);
  const numbers = contacts
    .flatMap(({ fields }) => [fields.Phone1, fields.Phone2])
    .filter((phone) => phone !== undefined);
  if (names.length === 0 || numbers.length === 0) throw new Error('There is nobody whose name could be looked for.');
  return [...names, ...numbers.map(String), 'eyJ'];
}

/** Waits until something is true, a minute at most. */
export async function until(test: () => Promise<boolean>, seconds = 60): Promise<void> {
  const end = Date.now() + seconds * 1000;
  while (Date.now() < end) {
    if (await test().catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
  throw new Error('It did not come true in time.');
}
