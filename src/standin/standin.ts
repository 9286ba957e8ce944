import { createServer, type IncomingMessage, type Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClock } from './clock.ts';
import { createConnector } from './connector/connector.ts';
import { TEAMS_LIMITS } from './connector/limits.ts';
import { createControl } from './control/control.ts';
import { loadScenario } from './control/reset.ts';
import { createEntra } from './entra/entra.ts';
import { createFaults } from './faults.ts';
import { createGraph } from './graph/graph.ts';
import type { Part, StandinConfig, StandinContext, StandinRequest } from './part.ts';
import type { Row } from './state/rows.ts';
import { openState } from './state/state.ts';
import { tenantFor } from './tenants/tenants.ts';

/** A stand-in that listens. */
export interface Standin {
  readonly url: string;
  /** Empties the tenant and loads the scenario; on the first start with an empty disk too. */
  reset(scenario: string, now?: string): Promise<Row>;
  /** True when a scenario has been loaded on this disk before. */
  readonly furnished: boolean;
  stop(): Promise<void>;
}

/** Starts Microsoft 365 on this machine, on loopback. `parts` are further parts, such as the host page. */
export async function startStandin(
  config: StandinConfig,
  more: (context: StandinContext, entra: ReturnType<typeof createEntra>) => readonly Part[] = () => [],
): Promise<Standin> {
  const state = openState(config.dataDir);
  const tenantNow = () => {
    const tenant = tenantFor(state.get<string>('scenario') ?? config.scenario) ?? tenantFor('demonstration');
    if (!tenant) throw new Error('There is no tenant to play.');
    return tenant;
  };
  const clock = createClock(state, tenantNow().now);
  let url = '';
  const context: StandinContext = { state, clock, config, tenant: tenantNow, baseUrl: () => url };
  const faults = createFaults();
  const entra = createEntra(context);
  const graph = createGraph(context, entra, faults);
  const connector = createConnector(context, entra, { limits: TEAMS_LIMITS });
  const furnished = state.get<string>('furnished') !== undefined;

  async function reset(scenario: string, now?: string): Promise<Row> {
    const tenant = tenantFor(scenario);
    if (!tenant) throw new Error(`There is no scenario "${scenario}".`);
    faults.clear();
    state.empty();
    state.set('scenario', scenario);
    state.set('furnished', undefined);
    const restored = state.restore(scenario);
    if (restored) graph.renewListIds();
    for (const part of parts) part.onReset?.(tenant);
    graph.pauseThrottle(true);
    try {
      state.set('clock', { ...clock.read(), now: now ?? tenant.now, setAt: Date.now(), frozen: false });
      if (!restored) {
        await loadScenario(config, scenario);
        state.snapshot(scenario);
      }
    } finally {
      graph.pauseThrottle(false);
    }
    state.set('furnished', scenario);
    const moved = await clock.move(now ?? tenant.now, false);
    for (const part of parts) await part.afterScenario?.(tenant);
    return { scenario, ...moved };
  }

  const parts: readonly Part[] = [
    createControl({ context, clock, faults, graph, entra, reset }),
    graph,
    connector,
    ...more(context, entra),
    entra,
  ];
  const server = createServer((incoming, response) => {
    answer(parts, faults, incoming, response).catch((error: unknown) => {
      console.error(error);
      if (!response.headersSent) response.writeHead(500, { 'Content-Type': 'application/json' });
      response.end(JSON.stringify({ message: error instanceof Error ? error.message : 'The stand-in failed.' }));
    });
  });
  server.keepAliveTimeout = 65_000;
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(config.port, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  url = `http://127.0.0.1:${port}`;
  const second = await alsoOnV6(server, port);
  return {
    url,
    reset,
    furnished,
    async stop() {
      server.closeAllConnections();
      second?.closeAllConnections();
      second?.close();
      await new Promise((resolve) => server.close(resolve));
      state.close();
    },
  };
}

/** Entra and the connector; Graph sees to its own faults, as they strike the parts of a batch too. */
const FAULTY = /^\/(v3|upload)\/|\/(oauth2|discovery)\//;

/** An answer that nobody hears: it took effect and was lost on the way. */
class UnheardResponse extends ServerResponse {
  override writeHead(): this {
    return this;
  }
  override write(): boolean {
    return true;
  }
  override end(): this {
    return this;
  }
}

async function answer(
  parts: readonly Part[],
  faults: ReturnType<typeof createFaults>,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const request = await whole(incoming);
  const fault = FAULTY.test(request.path) ? faults.strike(request.method, request.path) : undefined;
  if (fault?.delayMs) await new Promise((resolve) => setTimeout(resolve, fault.delayMs));
  if (fault?.drop === 'after') {
    const unheard = new UnheardResponse(incoming);
    for (const part of parts) if (await part.handle(request, unheard)) break;
  }
  if (fault?.status) {
    const after: Record<string, string> =
      fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
    response.writeHead(fault.status, { 'Content-Type': 'application/json', ...after });
    response.end(JSON.stringify({ error: { code: 'serviceNotAvailable', message: 'Not available just now.' } }));
    return;
  }
  if (fault?.drop) {
    response.destroy();
    return;
  }
  for (const part of parts) if (await part.handle(request, response)) return;
  response.writeHead(404, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ message: `There is nothing at ${request.path}.` }));
}

async function whole(incoming: IncomingMessage): Promise<StandinRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  const [path = '/', search = ''] = (incoming.url ?? '/').split(/\?(.*)/s);
  return {
    method: incoming.method ?? 'GET',
    path,
    query: new URLSearchParams(search),
    search,
    headers: incoming.headers,
    body: Buffer.concat(chunks),
  };
}

/** `localhost` may mean ::1: listen there too where the machine has it. */
async function alsoOnV6(server: Server, port: number): Promise<Server | undefined> {
  const second = createServer((incoming, response) => server.emit('request', incoming, response));
  return await new Promise((resolve) => {
    second.once('error', () => resolve(undefined));
    second.listen(port, '::1', () => resolve(second));
  });
}
