import type { ServerResponse } from 'node:http';
import type { MovableClock } from '../clock.ts';
import { answerJson } from '../entra/answers.ts';
import type { Faults } from '../faults.ts';
import type { Graph } from '../graph/graph.ts';
import { changeSettings, readSettings } from '../graph/settings.ts';
import type { Entra, Part, StandinContext, StandinRequest } from '../part.ts';
import { isRow, type Row } from '../state/rows.ts';
import { OUTSIDER_ID } from '../tenants/registrations.ts';

/** What the controls work with. */
export interface Controls {
  readonly context: StandinContext;
  readonly clock: MovableClock;
  readonly faults: Faults;
  readonly graph: Graph;
  readonly entra: Entra;
  readonly reset: (scenario: string, now?: string) => Promise<Row>;
}

type Handler = (controls: Controls, request: StandinRequest, response: ServerResponse) => Promise<unknown> | unknown;

/** A control that was asked for something it cannot do. */
class Unfit extends Error {}

const handlers: Readonly<Record<string, Handler>> = {
  'GET /standin/clock': ({ clock }, { query }, response) => {
    const after = query.get('after');
    if (after === null) return clock.read();
    return clock.follow(Number(after), query.get('follower') ?? 'somebody', (stop) => {
      response.on('close', () => {
        if (!response.writableFinished) stop();
      });
    });
  },
  'POST /standin/clock': ({ clock }, request) => {
    const { now, frozen } = bodyOf(request);
    if (typeof now !== 'string' || Number.isNaN(Date.parse(now)))
      throw new Unfit('now must be an instant, such as 2026-11-24T08:45:00Z.');
    return clock.move(now, frozen === undefined ? clock.read().frozen : frozen === true);
  },
  'GET /standin/faults': ({ faults }) => faults.list(),
  'POST /standin/faults': ({ faults }, request) => {
    const wrong = faults.add(bodyOf(request));
    if (wrong !== undefined) throw new Unfit(wrong);
    return faults.list();
  },
  'DELETE /standin/faults': ({ faults }) => {
    faults.clear();
    return [];
  },
  'GET /standin/settings': ({ context }) => readSettings(context.state),
  'POST /standin/settings': ({ context }, request) => {
    const wrong = changeSettings(context.state, bodyOf(request));
    if (wrong !== undefined) throw new Unfit(wrong);
    return readSettings(context.state);
  },
  'GET /standin/users': ({ context }) =>
    context.tenant().people.map(({ id, displayName, mail, roles, jobTitle, school }) => ({
      id,
      displayName,
      mail,
      roles,
      jobTitle,
      school,
    })),
  'GET /standin/mail': ({ graph }) => graph.mail(),
  'GET /standin/tenant': ({ context }) => ({ scenario: context.tenant().name, tenantId: context.tenant().tenantId }),
  'POST /standin/sign-in': async ({ context, entra }, request) => {
    const { user } = bodyOf(request);
    const wanted = String(user).toLowerCase();
    const person = context.tenant().people.find((one) => one.id === wanted || one.mail === wanted);
    if (!person) throw new Unfit('There is no such person. GET /standin/users lists them.');
    return { token: await entra.issueUserToken(person.id) };
  },
  'POST /standin/app-token': async ({ entra }) => ({ token: await entra.issueGraphToken(OUTSIDER_ID) }),
  'POST /standin/site-users': ({ graph }, request) => {
    const wrong = graph.letIn(bodyOf(request));
    if (wrong !== undefined) throw new Unfit(wrong);
    return {};
  },
  'POST /standin/certificates': ({ context, entra }, request) => {
    const { app, certificate } = bodyOf(request);
    if (!context.tenant().apps.some(({ appId }) => appId === app)) throw new Unfit('There is no such registration.');
    try {
      entra.registerCertificate(String(app), String(certificate));
    } catch {
      throw new Unfit('The certificate must be PEM.');
    }
    return {};
  },
  'POST /standin/reset': ({ context, reset }, request) => {
    const { scenario, now } = bodyOf(request);
    return reset(
      typeof scenario === 'string' ? scenario : context.tenant().name,
      typeof now === 'string' ? now : undefined,
    );
  },
};

/** `/standin/*`: clock, faults, settings, people, tokens, requests, reset. */
export function createControl(controls: Controls): Part {
  return {
    name: 'control',
    async handle(request, response) {
      if (request.path === '/standin/requests' && request.method === 'GET') {
        const lines = controls.graph.exchanges.after(Number(request.query.get('after') ?? 0));
        response.writeHead(200, { 'Content-Type': 'application/jsonl' });
        response.end(lines.map((line) => `${line}\n`).join(''));
        return true;
      }
      const handler = handlers[`${request.method} ${request.path}`];
      if (!handler) return false;
      try {
        answerJson(response, 200, await handler(controls, request, response));
      } catch (error) {
        if (!(error instanceof Unfit)) throw error;
        answerJson(response, 400, { message: error.message });
      }
      return true;
    },
  };
}

function bodyOf(request: StandinRequest): Row {
  if (request.body.length === 0) return {};
  try {
    const parsed: unknown = JSON.parse(request.body.toString('utf8'));
    if (isRow(parsed)) return parsed;
  } catch {
    // Said below.
  }
  throw new Unfit('Send a JSON object.');
}
