import { createReadStream, existsSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import path from 'node:path';
import { answerJson } from '../entra/answers.ts';
import type { FullEntra } from '../entra/entra.ts';
import type { Part, StandinContext, StandinRequest } from '../part.ts';
import { isRow } from '../state/rows.ts';
import { API_CLIENT_ID } from '../tenants/registrations.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
};

/**
 * Serves the page that plays Teams and Outlook: its files under `/host/` from `dist/host`, itself at `/` and at deep links
 * (`/l/entity/…`), what it must know at `/host/config.json`, and at `/host/token` what Entra gives the host for a person;
 * and for pages of other origins the script that plays Office.js, at `/outlook/office.js`.
 */
export function createHost(context: StandinContext, entra: FullEntra, dist: string): Part {
  return {
    name: 'host',
    async handle(request, response) {
      if (request.path === '/host/token' && request.method === 'POST') await token(context, entra, request, response);
      else if (request.method !== 'GET') return false;
      else if (request.path === '/host/config.json') answerJson(response, 200, config(context));
      else return file(dist, request.path, response);
      return true;
    },
  };
}

function config(context: StandinContext): Record<string, unknown> {
  const { tenantId, name, people, teams, mailboxes } = context.tenant();
  const members = new Map(people.map((person) => [person.id, person.displayName]));
  return {
    appUrl: context.config.appUrl,
    tenantId,
    scenario: name,
    teams: teams.map((team) => ({ ...team, members: team.members.filter((id) => members.has(id)) })),
    mailboxes,
  };
}

/** `{ user, nested? }`: with `nested: { clientId, scope }` as nested app authentication asks, else as getAuthToken does. */
async function token(
  context: StandinContext,
  entra: FullEntra,
  request: StandinRequest,
  response: ServerResponse,
): Promise<void> {
  const body = bodyOf(request);
  const person = context.tenant().people.find((one) => one.id === body.user);
  if (person === undefined) return refuse(response, 'There is no such person.');
  if (!isRow(body.nested)) return answerJson(response, 200, { token: await entra.issueUserToken(person.id) });
  const { clientId, scope } = body.nested;
  const asked = String(scope).split(' ');
  if (clientId !== API_CLIENT_ID) return refuse(response, `AADSTS700016: Application '${clientId}' was not found.`);
  if (!asked.includes(`api://${API_CLIENT_ID}/access`))
    return refuse(response, `AADSTS65001: No consent to '${scope}'.`);
  answerJson(response, 200, {
    token: await entra.issueUserToken(person.id, { authorizedParty: API_CLIENT_ID }),
    idToken: await entra.issueIdToken(person.id),
    scope,
    expiresIn: 3600,
  });
}

function refuse(response: ServerResponse, message: string): void {
  answerJson(response, 400, { message });
}

function file(dist: string, asked: string, response: ServerResponse): boolean {
  const isPage = asked === '/' || asked === '/host/' || asked.startsWith('/l/entity/');
  if (asked === '/outlook/office.js') return give(path.join(dist, 'office/office.js'), response, FOR_ALL);
  if (!isPage && !asked.startsWith('/host/')) return false;
  return give(path.join(dist, 'host', isPage ? 'index.html' : path.basename(asked)), response);
}

/** What lets a page of any origin load a script. */
const FOR_ALL = { 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin' };

function give(found: string, response: ServerResponse, more: Record<string, string> = {}): boolean {
  if (!existsSync(found)) return false;
  response.writeHead(200, {
    'content-type': types[path.extname(found)] ?? 'application/octet-stream',
    'cache-control': 'no-cache',
    ...more,
  });
  createReadStream(found).pipe(response);
  return true;
}

function bodyOf(request: StandinRequest): Record<string, unknown> {
  try {
    const body: unknown = JSON.parse(request.body.toString('utf8'));
    return isRow(body) ? body : {};
  } catch {
    return {};
  }
}
