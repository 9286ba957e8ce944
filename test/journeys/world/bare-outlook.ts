import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from '../../../src/run/environment.mjs';
import { createHost } from '../../../src/standin/host/host.ts';
import { startStandin } from '../../../src/standin/standin.ts';

/** A meeting in a calendar, as Graph gives it, as far as these journeys look. */
export interface Meeting {
  readonly id: string;
  readonly subject: string;
  readonly isOrganizer: boolean;
  readonly isCancelled: boolean;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly attendees: readonly {
    readonly emailAddress: { readonly address: string };
    readonly status: { readonly response: string };
  }[];
}

/** The stand-in's Outlook with an add-in of a few lines in the place of ours. */
export interface BareOutlook {
  readonly standinUrl: string;
  graph<T>(method: string, where: string, body?: unknown): Promise<T>;
  control(method: string, where: string, body: unknown): Promise<void>;
  /** The meetings of a mailbox by subject. */
  meetings(mailbox: string): Promise<ReadonlyMap<string, Meeting>>;
  stop(): Promise<void>;
}

/** Starts a stand-in with people and no records, and beside it a page that only loads Office.js and MSAL. */
export async function startBareOutlook(port: number): Promise<BareOutlook> {
  const standinUrl = `http://127.0.0.1:${port}`;
  const pane = await servePane(port + 1, `${standinUrl}/outlook/office.js`);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'outlook-'));
  const config = {
    dataDir,
    port,
    botEndpoint: 'http://127.0.0.1:9/',
    appUrl: `http://localhost:${port + 1}`,
    scenarioCommand: '',
    scenario: 'empty',
  };
  const standin = await startStandin(config, (context, entra) => [createHost(context, entra, path.join(root, 'dist'))]);
  await standin.reset('empty');
  const { token } = await (await fetch(`${standinUrl}/standin/app-token`, { method: 'POST' })).json();
  const outlook: BareOutlook = {
    standinUrl,
    async graph(method, where, body) {
      const response = await fetch(`${standinUrl}/v1.0${where}`, {
        method,
        headers: { authorization: `Bearer ${token}`, prefer: 'outlook.timezone="GMT Standard Time"' },
        body: body === undefined ? undefined : JSON.stringify(body),
      });
      const text = await response.text();
      if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${text}`);
      return text === '' ? undefined : JSON.parse(text);
    },
    async control(method, where, body) {
      const response = await fetch(`${standinUrl}${where}`, { method, body: JSON.stringify(body) });
      if (!response.ok) throw new Error(`${method} ${where}: ${response.status}`);
    },
    async meetings(mailbox) {
      const { value } = await outlook.graph<{ value: Meeting[] }>('GET', `/users/${mailbox}/events?$top=100`);
      return new Map(value.map((meeting) => [meeting.subject, meeting]));
    },
    async stop() {
      pane.closeAllConnections();
      await new Promise((resolve) => pane.close(resolve));
      await standin.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return outlook;
}

async function servePane(port: number, officeJs: string): Promise<Server> {
  const bundled = await build({
    stdin: { contents: "export * from '@azure/msal-browser'", resolveDir: root },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'msal',
  });
  const page = `<!doctype html><title>Pane</title><script src="${officeJs}"></script><script src="/msal.js"></script>`;
  const server = createServer((request, response) => {
    const isScript = request.url === '/msal.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    response.end(isScript ? bundled.outputFiles[0]?.contents : page);
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return server;
}
