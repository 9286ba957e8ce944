import type { Tenant } from '../../tenants/tenant.ts';
import { type Call, option } from '../call.ts';
import { GraphFailure } from '../failure.ts';
import { select } from '../lists/bodies.ts';
import type { CalendarEvent } from './event-table.ts';
import { inZone, preferredZone, toUtc } from './zones.ts';

/** An event as Outlook gives it to this call: in its preferred zone, kind of id, selection and expansion. */
export function eventBody(tenant: Tenant, call: Call, event: CalendarEvent): Record<string, unknown> {
  const whole = wholeBody(tenant, call, event);
  const names = option(call, 'select');
  const extended = expanded(call, event);
  return {
    ...select(whole, names === undefined ? undefined : `${names},id`),
    ...(extended === undefined ? {} : { singleValueExtendedProperties: extended }),
  };
}

/** The id as shown: another one for clients that did not ask for immutable ids. */
export function shownId(headers: Readonly<Record<string, string>>, id: string): string {
  return `${/IdType\s*=\s*"ImmutableId"/i.test(headers.prefer ?? '') ? IMMUTABLE : MOVABLE}${id}`;
}

/** The id as kept, from either kind. */
export function keptId(shown: string): string {
  return shown.startsWith(IMMUTABLE) || shown.startsWith(MOVABLE) ? shown.slice(IMMUTABLE.length) : shown;
}

/** The state of an event that `If-Match` speaks of. */
export function eventEtag(event: CalendarEvent): string {
  return `W/"${changeKey(event)}"`;
}

const IMMUTABLE = 'AAkALgAA';
const MOVABLE = 'AAMkA-I_';

function wholeBody(tenant: Tenant, call: Call, event: CalendarEvent): Record<string, unknown> {
  const zone = preferredZone(call.headers);
  const { content } = event;
  const mine = event.mailbox === event.organizer;
  const shown =
    content.hideAttendees && !mine
      ? content.attendees.filter((one) => one.address === event.mailbox)
      : content.attendees;
  const id = shownId(call.headers, event.id);
  return {
    '@odata.etag': eventEtag(event),
    id,
    createdDateTime: event.created,
    lastModifiedDateTime: event.modified,
    changeKey: changeKey(event),
    categories: content.categories,
    ...(event.transactionId !== '' && mine ? { transactionId: event.transactionId } : {}),
    originalStartTimeZone: content.start.timeZone,
    originalEndTimeZone: content.end.timeZone,
    iCalUId: event.uid,
    reminderMinutesBeforeStart: content.reminderMinutesBeforeStart,
    isReminderOn: content.isReminderOn,
    hasAttachments: false,
    subject: event.cancelled ? `Canceled: ${content.subject}` : content.subject,
    bodyPreview: content.body.content.replace(/<[^>]*>/g, '').slice(0, 255),
    importance: content.importance,
    sensitivity: content.sensitivity,
    isAllDay: content.isAllDay,
    isCancelled: event.cancelled,
    isOrganizer: mine,
    responseRequested: content.responseRequested,
    showAs: event.cancelled ? 'free' : content.showAs,
    type: content.recurrence === undefined ? 'singleInstance' : 'seriesMaster',
    recurrence: content.recurrence ?? null,
    webLink: `https://outlook.office365.com/owa/?itemid=${id}&exvsurl=1&path=/calendar/item`,
    isOnlineMeeting: content.isOnlineMeeting,
    onlineMeetingProvider: content.isOnlineMeeting ? 'teamsForBusiness' : 'unknown',
    onlineMeeting: content.isOnlineMeeting ? { joinUrl: content.joinUrl } : null,
    allowNewTimeProposals: content.allowNewTimeProposals,
    isDraft: content.isDraft,
    hideAttendees: content.hideAttendees,
    responseStatus: { response: event.response, time: event.responseTime },
    body: content.body,
    start: inZone(toUtc(content.start), zone),
    end: inZone(toUtc(content.end), zone),
    location: { displayName: content.location, locationType: 'default' },
    locations: content.location === '' ? [] : [{ displayName: content.location, locationType: 'default' }],
    attendees: shown.map((one) => ({
      type: one.type,
      status: { response: one.response, time: one.time },
      emailAddress: { name: one.name, address: one.address },
    })),
    organizer: { emailAddress: { name: nameOf(tenant, event.organizer), address: event.organizer } },
  };
}

/** `$expand=singleValueExtendedProperties($filter=id eq '…')`: only those named, and only when there are any. */
function expanded(call: Call, event: CalendarEvent): unknown[] | undefined {
  const asked = option(call, 'expand');
  if (asked === undefined) return undefined;
  const filter = /^singleValueExtendedProperties\(\$?filter=(.*)\)$/i.exec(asked.trim())?.[1];
  if (filter === undefined) {
    throw new GraphFailure(400, 'ErrorInvalidUrlQueryFilter', 'Extended properties are expanded with a filter on id.');
  }
  const ids = [...filter.matchAll(/id eq '([^']*)'/gi)].map((found) => found[1]?.toLowerCase());
  const shown = Object.entries(event.content.extended).filter(([id]) => ids.includes(id.toLowerCase()));
  return shown.length === 0 ? undefined : shown.map(([id, value]) => ({ id, value }));
}

function changeKey(event: CalendarEvent): string {
  return Buffer.from(`${event.id.slice(0, 12)}/${event.version}`).toString('base64');
}

function nameOf(tenant: Tenant, address: string): string {
  return [...tenant.people, ...tenant.mailboxes].find((one) => one.mail === address)?.displayName ?? address;
}

/** `$filter` on events: our extended property, iCalUId, subject, and the start. Refuses other clauses. */
export function eventFilter(filter: string | undefined): (event: CalendarEvent) => boolean {
  if (filter === undefined) return () => true;
  const any =
    /^singleValueExtendedProperties\/any\((\w+):\s*\1\/id eq '([^']*)' and \1\/value eq '((?:[^']|'')*)'\s*\)$/i.exec(
      filter.trim(),
    );
  if (any) {
    const [, , id = '', value = ''] = any;
    return ({ content }) =>
      Object.entries(content.extended).some(
        ([name, held]) => name.toLowerCase() === id.toLowerCase() && held === value.replaceAll("''", "'"),
      );
  }
  const clauses = filter.split(/\s+and\s+/i).map((clause) => clauseOf(clause.trim()));
  return (event) => clauses.every((clause) => clause(event));
}

function clauseOf(clause: string): (event: CalendarEvent) => boolean {
  const equal = /^(iCalUId|subject) eq '((?:[^']|'')*)'$/i.exec(clause);
  const starts = /^startswith\(subject,\s*'((?:[^']|'')*)'\)$/i.exec(clause);
  const time = /^(start|end)\/dateTime (ge|gt|le|lt) '([^']*)'$/i.exec(clause);
  if (equal) {
    const value = (equal[2] ?? '').replaceAll("''", "'");
    return (event) => (equal[1]?.toLowerCase() === 'subject' ? event.content.subject : event.uid) === value;
  }
  if (starts) return (event) => event.content.subject.startsWith((starts[1] ?? '').replaceAll("''", "'"));
  if (time) {
    const [, side, operator = '', value = ''] = time;
    const bound = toUtc({ dateTime: value, timeZone: 'UTC' });
    return ({ content }) =>
      compare(toUtc(side === 'start' ? content.start : content.end), operator.toLowerCase(), bound);
  }
  throw new GraphFailure(
    400,
    'ErrorInvalidUrlQueryFilter',
    `The query filter contains one or more invalid nodes: ${clause}`,
  );
}

function compare(left: string, operator: string, right: string): boolean {
  if (operator === 'ge') return left >= right;
  if (operator === 'gt') return left > right;
  return operator === 'le' ? left <= right : left < right;
}
