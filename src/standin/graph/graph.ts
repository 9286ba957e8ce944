import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { Fault, Faults } from '../faults.ts';
import {
  type AppCaller,
  type Entra,
  type Part,
  type StandinContext,
  type StandinRequest,
  TokenRefused,
} from '../part.ts';
import { isRow, type Row } from '../state/rows.ts';
import { OUTSIDER_ID } from '../tenants/registrations.ts';
import { answerBatch, type Part as BatchPart } from './batch.ts';
import { createCalendarTables } from './calendar/event-table.ts';
import { type Answer, type Call, jsonBody, type Route, SyntaxRefused } from './call.ts';
import { openDesk } from './desk.ts';
import { createFileTables } from './drive/file-table.ts';
import { type Exchanges, openExchanges } from './exchanges.ts';
import { errorBody, GraphFailure, invalid, notFound } from './failure.ts';
import { createListTables, renewListIds } from './lists/list-table.ts';
import { createSiteUserTable, letIn, seedSiteUsers } from './lists/site-user-table.ts';
import { createMailTable, mailSent, type SentMail } from './mail/mail-table.ts';
import { findRoute, segmentsOf } from './router.ts';
import { driveRoutes } from './routes/drives/drive-routes.ts';
import { answerUpload, UPLOADS } from './routes/drives/uploads.ts';
import { deltaRoutes } from './routes/sites/delta-routes.ts';
import { itemRoutes } from './routes/sites/item-routes.ts';
import { listRoutes } from './routes/sites/list-routes.ts';
import { createGrantTable, seedGrants, siteRoutes } from './routes/sites/site-routes.ts';
import { siteUserRoutes } from './routes/sites/site-user-routes.ts';
import { createSubscriptionTable, subscriptionRoutes } from './routes/subscriptions.ts';
import { calendarViewRoutes } from './routes/users/calendar-view-routes.ts';
import { eventRoutes } from './routes/users/event-routes.ts';
import { mailRoutes } from './routes/users/mail-routes.ts';
import { peopleRoutes } from './routes/users/people-routes.ts';
import { scheduleRoutes } from './routes/users/schedule-routes.ts';
import { createThrottle } from './throttle.ts';

/** Graph, with what the control routes need of it. */
export interface Graph extends Part {
  readonly exchanges: Exchanges;
  /** While the tenant is furnished nothing is throttled. */
  pauseThrottle(paused: boolean): void;
  /** Mail that was sent, oldest first. */
  mail(): readonly SentMail[];
  /** Lets a person or group into a site, as its owner does in SharePoint. Answers what is wrong, or nothing. */
  letIn(given: Row): string | undefined;
  /** Gives restored lists new ids. */
  renewListIds(): void;
}

const VERSION = '/v1.0';

/** Microsoft Graph v1.0 on this machine, for the part we use. */
export function createGraph(context: StandinContext, entra: Entra, faults: Faults): Graph {
  const desk = openDesk(context);
  createListTables(context.state);
  createGrantTable(desk);
  createSiteUserTable(context.state);
  createMailTable(desk);
  createCalendarTables(context.state);
  createFileTables(context.state);
  createSubscriptionTable(desk);
  const throttle = createThrottle(desk);
  const exchanges = openExchanges(context.config.dataDir);
  const routes: readonly Route[] = [
    ...deltaRoutes(desk),
    ...siteRoutes(desk),
    ...siteUserRoutes(desk),
    ...listRoutes(desk),
    ...itemRoutes(desk),
    ...peopleRoutes(desk),
    ...mailRoutes(desk),
    ...eventRoutes(desk),
    ...calendarViewRoutes(desk),
    ...scheduleRoutes(desk),
    ...driveRoutes(desk),
    ...subscriptionRoutes(desk),
  ];

  function one(call: Omit<Call, 'params' | 'segments'>): Answer {
    const segments = segmentsOf(call.path);
    const match = findRoute(routes, call.method, segments);
    if (match === undefined) throw notFound(`Resource not found for the segment '${segments[0] ?? ''}'.`);
    if (match === 'other') throw new GraphFailure(405, 'Request_BadRequest', `${call.method} is not allowed here.`);
    const whole: Call = { ...call, segments, params: match.params };
    const { units } = match.route;
    const headers = throttle.spend(call.caller.appId, typeof units === 'number' ? units : units(whole));
    if (desk.settings().diskFull && call.method !== 'GET') throw diskFull();
    const answer = match.route.answer(whole);
    return { ...answer, headers: { ...headers, ...answer.headers } };
  }

  function guarded(ids: ReturnType<typeof idsOf>, work: () => Answer): Answer {
    try {
      return work();
    } catch (error) {
      return failureAnswer(error, ids);
    }
  }

  async function part(
    given: BatchPart,
    caller: AppCaller,
    root: string,
    ids: ReturnType<typeof idsOf>,
    arrived: number,
  ): Promise<Answer> {
    const [path = '', search = ''] = given.url.split(/\?(.*)/s);
    const fault = faults.strike(given.method, `${VERSION}${path}`);
    // Parts run beside each other and are late counted from the batch's own coming.
    if (fault?.delayMs) await wait(arrived + fault.delayMs - Date.now());
    if ((fault?.status && fault.drop !== 'after') || fault?.drop === 'before') return faultAnswer(fault, ids);
    const answer = guarded(ids, () =>
      one({
        method: given.method,
        path,
        query: new URLSearchParams(search),
        headers: given.headers,
        body: Buffer.from(given.body === undefined ? '' : JSON.stringify(given.body)),
        caller,
        root,
      }),
    );
    return fault?.status || fault?.drop ? faultAnswer(fault, ids) : answer;
  }

  async function answer(
    request: StandinRequest,
    ids: ReturnType<typeof idsOf>,
    arrived: number,
  ): Promise<Answer & { by: string }> {
    let caller: AppCaller;
    try {
      caller = await entra.verifyGraphToken(request.headers.authorization);
    } catch (error) {
      if (!(error instanceof TokenRefused)) throw error;
      return { ...failureAnswer(new GraphFailure(401, 'InvalidAuthenticationToken', error.message), ids), by: 'app' };
    }
    const by = caller.appId === OUTSIDER_ID ? 'outsider' : 'app';
    const path = request.path.slice(VERSION.length);
    const headers = flat(request.headers);
    const root = `http://${request.headers.host ?? '127.0.0.1'}${VERSION}`;
    const call = { method: request.method, path, query: request.query, headers, body: request.body, caller, root };
    if (path !== '/$batch') return { ...guarded(ids, () => one(call)), by };
    try {
      const whole = { ...call, segments: ['$batch'], params: {} };
      return { ...(await answerBatch(whole, jsonBody(whole), (given) => part(given, caller, root, ids, arrived))), by };
    } catch (error) {
      return { ...failureAnswer(error, ids), by };
    }
  }

  return {
    name: 'graph',
    exchanges,
    pauseThrottle: (paused) => throttle.pause(paused),
    mail: () => mailSent(desk),
    letIn: (given) => letIn(context.state, given),
    renewListIds: () => renewListIds(context.state),
    onReset() {
      context.state.set('generation', desk.generation() + 1);
      seedGrants(desk);
      seedSiteUsers(context.state, context.tenant());
    },
    async handle(request, response) {
      if (request.path.startsWith(UPLOADS)) {
        const ids = idsOf(request.headers, desk.now());
        const { method, headers, body } = request;
        const id = request.path.slice(UPLOADS.length);
        const { authorization } = headers;
        const given = { method, id, authorization, range: headers['content-range'], body };
        send(
          response,
          guarded(ids, () => answerUpload(desk, given)),
          ids,
        );
        return true;
      }
      if (!request.path.startsWith(`${VERSION}/`)) return false;
      const arrived = Date.now();
      const ids = idsOf(request.headers, desk.now());
      const fault = faults.strike(request.method, request.path);
      if (fault?.delayMs) await wait(fault.delayMs);
      if (fault?.drop === 'before') {
        response.destroy();
        return true;
      }
      const given =
        fault?.status && fault.drop !== 'after'
          ? { ...faultAnswer(fault, ids), by: 'app' }
          : await answer(request, ids, arrived);
      const sent = fault?.status && fault.drop === 'after' ? { ...faultAnswer(fault, ids), by: given.by } : given;
      exchanges.add({
        method: request.method,
        path: request.path,
        query: request.search,
        requestHeaders: withoutToken(request.headers),
        requestBody: bodyOf(request),
        status: sent.status,
        responseBody: sent.body,
        by: sent.by,
      });
      if (fault?.drop === 'after' && !fault.status) response.destroy();
      else send(response, sent, ids);
      return true;
    },
  };
}

function idsOf(headers: IncomingHttpHeaders, date: string) {
  const clientRequestId = String(headers['client-request-id'] ?? randomUUID());
  return { date: date.slice(0, 19), requestId: randomUUID(), clientRequestId };
}

function failureAnswer(error: unknown, ids: ReturnType<typeof idsOf>): Answer {
  const failure = failureOf(error);
  return { status: failure.status, headers: failure.headers, body: errorBody(failure, ids) };
}

function failureOf(error: unknown): GraphFailure {
  if (error instanceof GraphFailure) return error;
  if (error instanceof SyntaxRefused) return invalid('Unable to read JSON request payload.');
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return diskFull();
  console.error(error);
  return new GraphFailure(500, 'generalException', 'An unspecified error has occurred.');
}

function diskFull(): GraphFailure {
  return new GraphFailure(
    507,
    'insufficientStorage',
    'The site has run out of storage. Free some space and try again.',
  );
}

const codes: Readonly<Record<number, string>> = {
  429: 'activityLimitReached',
  500: 'generalException',
  503: 'serviceNotAvailable',
  504: 'UnknownError',
};

function faultAnswer(fault: Fault, ids: ReturnType<typeof idsOf>): Answer {
  const status = fault.status ?? 504;
  const headers: Record<string, string> =
    fault.retryAfter === undefined ? {} : { 'Retry-After': String(fault.retryAfter) };
  const failure = new GraphFailure(
    status,
    codes[status] ?? 'generalException',
    'The service is not available just now.',
    { headers },
  );
  return { status, headers, body: errorBody(failure, ids) };
}

function send(response: ServerResponse, answer: Answer, ids: ReturnType<typeof idsOf>): void {
  response.writeHead(answer.status, {
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
    ...(answer.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...answer.headers,
  });
  response.end(answer.bytes ?? (answer.body === undefined ? undefined : JSON.stringify(answer.body)));
}

function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
}

function withoutToken(headers: IncomingHttpHeaders): Record<string, string> {
  const { authorization, ...rest } = flat(headers);
  return authorization === undefined ? rest : { ...rest };
}

function bodyOf(request: StandinRequest): unknown {
  if (request.body.length === 0) return undefined;
  try {
    const parsed: unknown = JSON.parse(request.body.toString('utf8'));
    return isRow(parsed) ? parsed : request.body.toString('utf8');
  } catch {
    return request.body.toString('utf8');
  }
}

function wait(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
