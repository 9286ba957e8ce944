import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Part, StandinConfig, StandinContext } from '../../src/standin/part.ts';
import { openState } from '../../src/standin/state/state.ts';
import type { Tenant } from '../../src/standin/tenants/tenant.ts';

export const TENANT_ID = '8f6d1c1e-6a3b-4f0e-9f57-2d1f0a9b7c01';
export const API_CLIENT_ID = '3b0f8d0a-52c7-4a8e-9d43-7f6b1f1c2a11';
export const BOT_ID = '6f1e9c52-8f0b-4c7d-a2f9-0c8b5a1d3b22';
export const OFFICER = 'aaaaaaaa-0000-4000-8000-000000000001';
export const LEADER = 'aaaaaaaa-0000-4000-8000-000000000002';
export const CHANNEL = '19:attendance-hillcrest@thread.tacv2';

/** Two people, one channel, two app registrations: as little of a tenant as there can be. */
export const SMALL_TENANT: Tenant = {
  name: 'small',
  tenantId: TENANT_ID,
  now: '2026-11-24T08:45:00.000Z',
  apps: [
    {
      appId: API_CLIENT_ID,
      displayName: 'Alternative Provision',
      secret: 'standin-api-secret',
      permissions: [{ name: 'Sites.Selected' }, { name: 'Mail.Send', mailboxes: ['ap.reviews@hillcrest.example'] }],
    },
    { appId: BOT_ID, displayName: 'Alternative Provision', secret: 'standin-bot-secret', permissions: [] },
  ],
  people: [person(OFFICER, 'Rowan', 'Pike', 'attendance-officer'), person(LEADER, 'Mina', 'Holt', 'ap-leader')],
  sites: [],
  mailboxes: [],
  teams: [
    {
      id: 'bbbbbbbb-0000-4000-8000-000000000001',
      displayName: 'Hillcrest staff',
      channels: [{ id: CHANNEL, displayName: 'AP attendance' }],
      members: [OFFICER, LEADER],
    },
  ],
  installed: true,
};

/** A running stand-in of chosen parts, with its data in a folder of its own. */
export interface SmallStandin {
  readonly url: string;
  readonly context: StandinContext;
  readonly parts: readonly Part[];
  stop(): Promise<void>;
}

/** Starts parts on a free loopback port (or the one named), asking each in turn, as the stand-in's main does. */
export async function startSmall(
  make: (context: StandinContext) => readonly Part[],
  config: Partial<StandinConfig> = {},
  tenant: Tenant = SMALL_TENANT,
): Promise<SmallStandin> {
  const dataDir = config.dataDir ?? mkdtempSync(join(tmpdir(), 'standin-'));
  const state = openState(dataDir);
  let url = '';
  const context: StandinContext = {
    state,
    clock: { now: () => tenant.now },
    config: {
      dataDir,
      port: 0,
      botEndpoint: 'http://127.0.0.1:1/api/messages',
      appUrl: 'http://localhost:3978',
      scenarioCommand: '',
      scenario: 'small',
      ...config,
    },
    tenant: () => tenant,
    baseUrl: () => url,
  };
  const parts = make(context);
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', async () => {
      const [path = '/', search = ''] = (request.url ?? '/').split('?');
      const asked = {
        method: request.method ?? 'GET',
        path,
        search,
        query: new URLSearchParams(search),
        headers: request.headers,
        body: Buffer.concat(pieces),
      };
      for (const part of parts) if (await part.handle(asked, response)) return;
      response.writeHead(404).end();
    });
  });
  await new Promise<void>((done) => server.listen(config.port ?? 0, '127.0.0.1', done));
  url = `http://127.0.0.1:${portOf(server)}`;
  return {
    url,
    context,
    parts,
    async stop() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
      state.close();
      if (config.dataDir === undefined) rmSync(dataDir, { recursive: true });
    },
  };
}

function portOf(server: Server): number {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

function person(id: string, givenName: string, surname: string, role: string) {
  const mail = `${givenName}.${surname}@hillcrest.example`.toLowerCase();
  const displayName = `${givenName} ${surname}`;
  return { id, displayName, givenName, surname, mail, userPrincipalName: mail, jobTitle: role, roles: [role] };
}
