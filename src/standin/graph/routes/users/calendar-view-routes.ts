import { eventBody, eventFilter, shownId } from '../../calendar/event-body.ts';
import { eventChanges, eventsBetween, lastEventSeq } from '../../calendar/event-table.ts';
import { toUtc } from '../../calendar/zones.ts';
import { type Answer, type Call, option, param, type Route } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { GraphFailure } from '../../failure.ts';
import { openMailbox } from '../../permissions.ts';
import { pageOfEvents, READ_CALENDAR } from './event-routes.ts';

/** What stands in a calendar between two instants, and what has changed there since a token. */
export function calendarViewRoutes(desk: Desk): Route[] {
  return ['/users/{user}/calendarView', '/users/{user}/calendar/calendarView'].flatMap((path): Route[] => [
    { method: 'GET', path, units: 0, answer: (call) => view(desk, call) },
    { method: 'GET', path: `${path}/delta`, units: 0, answer: (call) => delta(desk, call) },
  ]);
}

function view(desk: Desk, call: Call): Answer {
  const { mail } = openMailbox(desk, call.caller, param(call, 'user'), READ_CALENDAR);
  const { from, to } = windowOf(call);
  const found = eventsBetween(desk.context.state, mail, from, to).filter(eventFilter(option(call, 'filter')));
  return pageOfEvents(desk, call, found);
}

function delta(desk: Desk, call: Call): Answer {
  const { mail } = openMailbox(desk, call.caller, param(call, 'user'), READ_CALENDAR);
  for (const name of ['select', 'expand', 'filter', 'orderby', 'search', 'top']) {
    if (option(call, name) === undefined) continue;
    throw new GraphFailure(
      400,
      'ErrorInvalidUrlQuery',
      `The following parameters are not supported with change tracking: '$${name}'.`,
    );
  }
  const token = option(call, 'deltatoken') ?? option(call, 'skiptoken');
  const held = token === undefined ? { ...windowOf(call), since: -1, first: true } : readToken(desk, mail, token);
  const tenant = desk.context.tenant();
  const last = lastEventSeq(desk.context.state, mail);
  const { events, gone } = eventChanges(desk.context.state, mail, held.since);
  const size = Number(/odata\.maxpagesize\s*=\s*(\d+)/i.exec(call.headers.prefer ?? '')?.[1] ?? 10);
  const inside = (event: (typeof events)[number]) =>
    toUtc(event.content.start) < held.to && toUtc(event.content.end) > held.from;
  const shown = events.filter((event) => inside(event) || !held.first);
  const page = shown.slice(0, size);
  const more = shown.length > size;
  const value: unknown[] = page.map((event) =>
    inside(event) ? eventBody(tenant, call, event) : removed(call, event.id),
  );
  const since = more ? (page.at(-1)?.seq ?? held.since) : last;
  if (!held.first) value.push(...gone.filter((one) => one.seq <= since).map((one) => removed(call, one.id)));
  const next = { mail, from: held.from, to: held.to, since, first: more && held.first, generation: desk.generation() };
  const link = `${call.root}${call.path}?$${more ? 'skiptoken' : 'deltatoken'}=${encode(next)}`;
  return { status: 200, body: { [more ? '@odata.nextLink' : '@odata.deltaLink']: link, value } };
}

function removed(call: Call, id: string): Record<string, unknown> {
  return { '@odata.type': '#microsoft.graph.event', id: shownId(call.headers, id), '@removed': { reason: 'deleted' } };
}

function windowOf(call: Call): { from: string; to: string } {
  const from = option(call, 'startDateTime');
  const to = option(call, 'endDateTime');
  if (from === undefined || to === undefined) {
    throw new GraphFailure(
      400,
      'ErrorInvalidParameter',
      'This request requires a time window specified by the query string parameters StartDateTime and EndDateTime.',
    );
  }
  return { from: toUtc({ dateTime: from, timeZone: 'UTC' }), to: toUtc({ dateTime: to, timeZone: 'UTC' }) };
}

function encode(held: Record<string, unknown>): string {
  return Buffer.from(JSON.stringify({ ...held, born: Math.floor(Date.now() / 1000) })).toString('base64url');
}

function readToken(
  desk: Desk,
  mail: string,
  token: string,
): { from: string; to: string; since: number; first: boolean } {
  try {
    const held: Record<string, unknown> = JSON.parse(Buffer.from(token, 'base64url').toString());
    const young = Date.now() / 1000 - Number(held.born) <= desk.settings().deltaLifetime;
    if (held.mail === mail && held.generation === desk.generation() && young) {
      return { from: String(held.from), to: String(held.to), since: Number(held.since), first: held.first === true };
    }
  } catch {
    // A token that cannot be read is as good as one that has expired.
  }
  throw new GraphFailure(
    410,
    'SyncStateNotFound',
    'The sync state generation is not found; a full synchronisation is required.',
  );
}
