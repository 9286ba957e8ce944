import { atMost } from './at-most.ts';
import { busyTimes } from './free-busy.ts';
import type { Graph } from './graph.ts';
import { GraphTroubled } from './graph-error.ts';

/** Our own property on an event, by which it is found again: it holds the tag of the meeting. */
export const tagProperty = 'String {b8f4a6c2-3d1e-4f57-9a0b-6c2e8d4f1a73} Name ApMeeting';

/** Somebody invited, or the mailbox of a room. */
export interface Invited {
  readonly mail: string;
  readonly name: string;
  readonly type: 'required' | 'optional' | 'resource';
}

/** A meeting to be made. Times are the wall clock in England, `2026-12-03T14:00`, so that no clock change moves them. */
export interface NewMeeting {
  /** Value of our own property: no two meetings share it. */
  readonly tag: string;
  /** UUID that belongs to the tag: Outlook refuses to make a second event with it. */
  readonly transactionId: string;
  readonly subject: string;
  /** As HTML. */
  readonly body: string;
  readonly start: string;
  readonly end: string;
  readonly place?: string;
  readonly invited: readonly Invited[];
  readonly online: boolean;
  /** True: those invited do not see each other. */
  readonly hideAttendees: boolean;
}

/** A meeting as it stands in the organiser's calendar, which knows everybody's answer. */
export interface HeldMeeting {
  /** Immutable id. */
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly joinUrl?: string;
  /** True of a meeting that repeats, and of one that is part of it. */
  readonly series: boolean;
  readonly answers: readonly { readonly mail: string; readonly answer: Answer }[];
}

/** What somebody invited has answered. */
export type Answer = 'None' | 'Accepted' | 'Tentative' | 'Declined';

/** A meeting that stands; or why not, and whether it may work later. */
export type Standing =
  | { readonly ok: true; readonly meeting: HeldMeeting }
  | { readonly ok: false; readonly again: boolean; readonly says: string };

/** What has changed in a calendar since the last look. */
export interface CalendarChanges {
  readonly meetings: readonly HeldMeeting[];
  /** Ids that left the days looked at: deleted, or only moved away. */
  readonly removed: readonly string[];
  /** For the next look. */
  readonly token: string;
}

/** Outlook runs four calls of an app at a time; more are refused. */
const together = 4;

/** Calendars of the tenant. Calendars.ReadWrite reaches the organiser's mailbox only, Calendars.Read that of staff and rooms. */
export function calendarOf(connection: Graph) {
  const graph = connection.preferring('IdType="ImmutableId", outlook.timezone="Europe/London", odata.maxpagesize=50');
  const inTurn = atMost(together);
  const at = (organiser: string) => `/users/${encodeURIComponent(organiser)}`;
  const eventAt = (organiser: string, id: string) => `${at(organiser)}/events/${encodeURIComponent(id)}`;

  async function find(organiser: string, tag: string): Promise<HeldMeeting | undefined> {
    const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${tagProperty}' and ep/value eq '${tag.replaceAll("'", "''")}')`;
    const page = Object(await graph.get(`${at(organiser)}/events?$filter=${encodeURIComponent(filter)}`));
    const found: unknown[] = Array.isArray(page.value) ? page.value : [];
    return found.flatMap((one) => heldMeeting(one) ?? [])[0];
  }

  async function read(organiser: string, id: string): Promise<HeldMeeting | undefined> {
    try {
      return heldMeeting(await graph.get(eventAt(organiser, id)));
    } catch (error) {
      if (error instanceof GraphTroubled && (isGone(error) || isElsewhere(error))) return undefined;
      throw error;
    }
  }

  /** Nobody is invited twice: what stands is found first, and a lost answer is looked for before it is tried again. */
  async function makeOnce(organiser: string, wish: NewMeeting, tries = 1): Promise<HeldMeeting | undefined> {
    const before = await find(organiser, wish.tag);
    if (before) return before;
    try {
      return heldMeeting(await graph.post(`${at(organiser)}/events`, eventBody(wish)));
    } catch (error) {
      if (!(error instanceof GraphTroubled)) throw error;
      if (error.refusal.code === 'ErrorDuplicateTransactionId') return await find(organiser, wish.tag);
      if (error.kind !== 'Unavailable' || tries > 1) throw error;
      return await makeOnce(organiser, wish, tries + 1);
    }
  }

  async function change(organiser: string, id: string, to: Moved): Promise<HeldMeeting | undefined> {
    const where = eventAt(organiser, id);
    const stands = Object(await graph.get(where));
    if (!heldMeeting(stands)) return undefined;
    const place = to.place === undefined ? {} : { location: { displayName: to.place } };
    const attendees = to.room === undefined ? {} : { attendees: withRoom(stands.attendees, to.room) };
    return heldMeeting(await graph.patch(where, { ...times(to), ...place, ...attendees }));
  }

  return {
    /** Makes the meeting, or finds the one that stands with its tag. Invites at once. Calendars.ReadWrite. */
    make: (organiser: string, wish: NewMeeting): Promise<Standing> =>
      standing(
        inTurn(() => makeOnce(organiser, wish)),
        'The meeting was deleted in Outlook while it was made.',
      ),
    /** Tags a meeting that somebody wrote by hand, so that it is found as one of ours; nobody is told. Calendars.ReadWrite. */
    adopt: (organiser: string, id: string, tag: string): Promise<Standing> =>
      standing(
        inTurn(async () => {
          const tagged = { singleValueExtendedProperties: [{ id: tagProperty, value: tag }] };
          return heldMeeting(await graph.patch(eventAt(organiser, id), tagged));
        }),
        'The meeting is no longer in Outlook. Book it again.',
      ),
    /** Moves the meeting; everybody invited is told. The body is left alone, as the link to join stands in it. Calendars.ReadWrite. */
    move: (organiser: string, id: string, to: Moved): Promise<Standing> =>
      standing(
        inTurn(() => change(organiser, id, to)),
        'The meeting is no longer in Outlook. Book it again.',
      ),
    /** Cancels the meeting with a message to everybody invited; one that is gone is cancelled. Calendars.ReadWrite. */
    async cancel(organiser: string, id: string, comment: string): Promise<{ ok: boolean; says: string }> {
      try {
        await inTurn(() => graph.post(`${eventAt(organiser, id)}/cancel`, { comment }));
        return { ok: true, says: '' };
      } catch (error) {
        if (error instanceof GraphTroubled && isGone(error)) return { ok: true, says: '' };
        return { ok: false, says: sentenceOf(error) };
      }
    },
    /** The meeting with this tag, where one stands. Throws GraphTroubled. Calendars.Read. */
    find: (organiser: string, tag: string) => inTurn(() => find(organiser, tag)),
    /** The meeting with this id; undefined where it was deleted or cancelled. Throws GraphTroubled. Calendars.Read. */
    get: (organiser: string, id: string) => inTurn(() => read(organiser, id)),
    /** When people and rooms are taken between two days, by mail; undefined: Outlook does not know. Throws GraphTroubled. Calendars.Read. */
    busy: (organiser: string, mails: readonly string[], from: string, to: string) =>
      busyTimes(graph, at(organiser), mails, from, to, inTurn),
    /** What has changed between two days since the token; without, or where it has run out, all that stands there. Throws GraphTroubled. Calendars.Read. */
    changes: (organiser: string, from: string, to: string, token?: string) =>
      inTurn(() => changesSince(graph, `${at(organiser)}/calendarView/delta`, from, to, token)),
  };
}

/** To when a meeting moves, and where; `room` is the mailbox that is asked in place of the one before. */
export interface Moved {
  readonly start: string;
  readonly end: string;
  readonly place?: string;
  readonly room?: Invited | 'none';
}

function eventBody(wish: NewMeeting): Readonly<Record<string, unknown>> {
  return {
    subject: wish.subject,
    body: { contentType: 'html', content: wish.body },
    ...times(wish),
    ...(wish.place === undefined ? {} : { location: { displayName: wish.place } }),
    attendees: wish.invited.map(attendee),
    sensitivity: 'private',
    showAs: 'busy',
    // A time proposed by one audience would be seen by nobody of the others.
    allowNewTimeProposals: false,
    hideAttendees: wish.hideAttendees,
    ...(wish.online ? { isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' } : {}),
    transactionId: wish.transactionId,
    singleValueExtendedProperties: [{ id: tagProperty, value: wish.tag }],
  };
}

function attendee({ mail, name, type }: Invited) {
  return { type, emailAddress: { address: mail, name } };
}

function times({ start, end }: { readonly start: string; readonly end: string }) {
  const zoned = (time: string) => ({ dateTime: `${time}:00`, timeZone: 'Europe/London' });
  return { start: zoned(start), end: zoned(end) };
}

function withRoom(attendees: unknown, room: Invited | 'none'): unknown[] {
  const people = (Array.isArray(attendees) ? attendees : []).flatMap((one: unknown) => {
    const { type, emailAddress } = Object(one);
    return type === 'resource' ? [] : [{ type, emailAddress }];
  });
  return room === 'none' ? people : [...people, attendee(room)];
}

const answers: Readonly<Record<string, Answer>> = {
  accepted: 'Accepted',
  tentativelyAccepted: 'Tentative',
  declined: 'Declined',
};

/** An event as Graph gives it; undefined where it is cancelled, or no event. */
function heldMeeting(event: unknown): HeldMeeting | undefined {
  const { id, start, end, isCancelled, onlineMeeting, attendees, type, recurrence } = Object(event);
  if (typeof id !== 'string' || isCancelled === true || start === undefined) return undefined;
  const { joinUrl } = Object(onlineMeeting);
  const wall = (time: unknown) => String(Object(time).dateTime).slice(0, 16);
  return {
    id,
    start: wall(start),
    end: wall(end),
    ...(typeof joinUrl === 'string' && joinUrl !== '' ? { joinUrl } : {}),
    series: Boolean(recurrence) || (typeof type === 'string' && type !== 'singleInstance'),
    answers: (Array.isArray(attendees) ? attendees : []).flatMap((one: unknown) => {
      const { type, emailAddress, status } = Object(one);
      if (type === 'resource') return [];
      const mail = String(Object(emailAddress).address ?? '').toLowerCase();
      return [{ mail, answer: answers[String(Object(status).response)] ?? 'None' }];
    }),
  };
}

async function changesSince(
  graph: Graph,
  path: string,
  from: string,
  to: string,
  token: string | undefined,
): Promise<CalendarChanges> {
  const meetings: HeldMeeting[] = [];
  const removed: string[] = [];
  let link = token ?? `${path}?startDateTime=${from}T00:00:00Z&endDateTime=${to}T23:59:59Z`;
  try {
    for await (const page of graph.pages(link)) {
      for (const one of Array.isArray(page.value) ? page.value : []) {
        const meeting = heldMeeting(one);
        if (meeting) meetings.push(meeting);
        else if (typeof Object(one).id === 'string') removed.push(Object(one).id);
      }
      const last = page['@odata.deltaLink'];
      if (typeof last === 'string') link = graph.pathOf(last);
    }
  } catch (error) {
    if (token === undefined || !(error instanceof GraphTroubled) || error.kind !== 'Gone') throw error;
    return await changesSince(graph, path, from, to, undefined);
  }
  return { meetings, removed, token: link };
}

async function standing(work: Promise<HeldMeeting | undefined>, gone: string): Promise<Standing> {
  try {
    const meeting = await work;
    return meeting ? { ok: true, meeting } : { ok: false, again: false, says: gone };
  } catch (error) {
    if (error instanceof GraphTroubled && isGone(error)) return { ok: false, again: false, says: gone };
    const forGood = error instanceof GraphTroubled && error.kind === 'Refused';
    return { ok: false, again: !forGood, says: sentenceOf(error) };
  }
}

/** The mailbox is there, the event is not. */
const isGone = ({ kind, refusal }: GraphTroubled) => kind === 'NotFound' && refusal.code === 'ErrorItemNotFound';

/** An id that belongs to somebody else's mailbox, or is none. */
const isElsewhere = ({ refusal }: GraphTroubled) =>
  refusal.code === 'ErrorInvalidMailboxItemId' || refusal.code === 'ErrorInvalidIdMalformed';

function sentenceOf(error: unknown): string {
  if (!(error instanceof GraphTroubled)) return 'Outlook does not answer. It is tried again.';
  switch (error.kind) {
    case 'Forbidden':
      return 'The app may not write into the calendar of the mailbox that organises reviews. Ask IT to allow it; then it is done by itself.';
    case 'NotFound':
      return 'The mailbox that organises reviews does not exist. Name another under Settings.';
    case 'Full':
      return 'The mailbox that organises reviews is full. Ask IT to make room; then it is done by itself.';
    case 'Refused':
      return `Outlook refuses the meeting (${error.refusal.code ?? error.refusal.status}). Look at its day, time, place and addresses.`;
    default:
      return 'Outlook does not answer. It is tried again.';
  }
}
