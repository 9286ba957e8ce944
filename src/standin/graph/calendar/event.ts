import { isRow } from '../../state/rows.ts';
import { GraphFailure } from '../failure.ts';
import { readTime, toUtc, type ZonedTime } from './zones.ts';

/** Somebody invited. `address` is lower case; `response` and `time` are what the organiser's copy knows. */
export interface Attendee {
  readonly address: string;
  readonly name: string;
  readonly type: string;
  readonly response: string;
  readonly time: string;
}

/** How often a series comes, and until when, as it was given. */
export interface Recurrence {
  readonly pattern: Readonly<Record<string, unknown>>;
  readonly range: Readonly<Record<string, unknown>>;
}

/** What an event says; times are kept as they were given. */
export interface EventContent {
  readonly subject: string;
  readonly body: { readonly contentType: string; readonly content: string };
  readonly start: ZonedTime;
  readonly end: ZonedTime;
  readonly location: string;
  readonly attendees: readonly Attendee[];
  readonly isOnlineMeeting: boolean;
  readonly joinUrl: string;
  readonly responseRequested: boolean;
  readonly allowNewTimeProposals: boolean;
  readonly hideAttendees: boolean;
  readonly isAllDay: boolean;
  /** Kept with those asked, of whom nobody has been told yet. */
  readonly isDraft: boolean;
  /** How a series repeats; none for a single meeting. */
  readonly recurrence?: Recurrence;
  readonly sensitivity: string;
  readonly showAs: string;
  readonly importance: string;
  readonly reminderMinutesBeforeStart: number;
  readonly isReminderOn: boolean;
  readonly categories: readonly string[];
  /** Extended properties by id. */
  readonly extended: Readonly<Record<string, string>>;
}

/** The beginning of time as Outlook writes "no answer yet". */
export const NO_TIME = '0001-01-01T00:00:00Z';

const usual: Omit<EventContent, 'start' | 'end'> = {
  subject: '',
  body: { contentType: 'html', content: '' },
  location: '',
  attendees: [],
  isOnlineMeeting: false,
  joinUrl: '',
  responseRequested: true,
  allowNewTimeProposals: true,
  hideAttendees: false,
  isAllDay: false,
  isDraft: false,
  sensitivity: 'normal',
  showAs: 'busy',
  importance: 'normal',
  reminderMinutesBeforeStart: 15,
  isReminderOn: true,
  categories: [],
  extended: {},
};

const MEMBERS: Readonly<Record<string, readonly string[]>> = {
  sensitivity: ['normal', 'personal', 'private', 'confidential'],
  showAs: ['unknown', 'free', 'tentative', 'busy', 'oof', 'workingElsewhere'],
  importance: ['low', 'normal', 'high'],
};

const FLAGS = [
  'isOnlineMeeting',
  'responseRequested',
  'allowNewTimeProposals',
  'hideAttendees',
  'isAllDay',
  'isDraft',
  'isReminderOn',
] as const;

const KNOWN = new Set<string>([
  ...Object.keys(MEMBERS),
  ...FLAGS,
  ...'subject body start end location locations attendees onlineMeetingProvider categories transactionId recurrence'.split(
    ' ',
  ),
  'reminderMinutesBeforeStart',
  'singleValueExtendedProperties',
]);

/** Reads the body of a create. Refuses unknown properties, an end before the start, over 500 attendees, half a recurrence. */
export function newEvent(body: Readonly<Record<string, unknown>>): EventContent {
  return read(body, { ...usual, start: readTime(body.start, 'start'), end: readTime(body.end, 'end') });
}

/** Reads the body of an update over what the event says; `isDraft: false` sends it. A body without the join link ends an online meeting. */
export function changedEvent(old: EventContent, body: Readonly<Record<string, unknown>>): EventContent {
  if (body.transactionId !== undefined) throw refused('The transactionId of an event cannot change.');
  if (!old.isDraft && body.isDraft === true) {
    throw new GraphFailure(501, 'notImplemented', 'The stand-in sends every update of a meeting that was sent.');
  }
  const changed = read(body, old);
  const moved = toUtc(changed.start) !== toUtc(old.start) || toUtc(changed.end) !== toUtc(old.end);
  const attendees = moved
    ? changed.attendees.map((one) => ({ ...one, response: 'none', time: NO_TIME }))
    : changed.attendees;
  const lost = old.joinUrl !== '' && !changed.body.content.includes(old.joinUrl);
  return lost ? { ...changed, attendees, isOnlineMeeting: false, joinUrl: '' } : { ...changed, attendees };
}

function read(body: Readonly<Record<string, unknown>>, old: EventContent): EventContent {
  const unknown = Object.keys(body).find((key) => !KNOWN.has(key) && !key.includes('@'));
  if (unknown !== undefined) {
    throw new GraphFailure(
      400,
      'RequestBodyRead',
      `The property '${unknown}' does not exist on type 'microsoft.graph.event'. Make sure to only use property names that are defined by the type.`,
    );
  }
  const start = body.start === undefined ? old.start : readTime(body.start, 'start');
  const end = body.end === undefined ? old.end : readTime(body.end, 'end');
  if (toUtc(end) < toUtc(start)) {
    throw new GraphFailure(400, 'ErrorCalendarEndDateIsEarlierThanStartDate', 'The end is earlier than the start.');
  }
  const flags = Object.fromEntries(
    FLAGS.flatMap((name) => (typeof body[name] === 'boolean' ? [[name, body[name]]] : [])),
  );
  const minutes = body.reminderMinutesBeforeStart;
  return {
    ...old,
    ...flags,
    ...members(body),
    start,
    end,
    subject: typeof body.subject === 'string' ? body.subject : old.subject,
    body: isRow(body.body) ? readBody(body.body) : old.body,
    location: isRow(body.location) ? String(body.location.displayName ?? '') : old.location,
    attendees: body.attendees === undefined ? old.attendees : readAttendees(body.attendees, old.attendees),
    reminderMinutesBeforeStart: typeof minutes === 'number' ? minutes : old.reminderMinutesBeforeStart,
    recurrence: body.recurrence === undefined ? old.recurrence : readRecurrence(body.recurrence),
    categories: Array.isArray(body.categories) ? body.categories.map(String) : old.categories,
    extended: { ...old.extended, ...readExtended(body.singleValueExtendedProperties) },
  };
}

function members(body: Readonly<Record<string, unknown>>): Record<string, string> {
  const read: Record<string, string> = {};
  for (const [name, allowed] of Object.entries(MEMBERS)) {
    if (body[name] === undefined) continue;
    const found = allowed.find((member) => member.toLowerCase() === String(body[name]).toLowerCase());
    if (found === undefined) throw refused(`'${String(body[name])}' is not a value of '${name}'.`);
    read[name] = found;
  }
  return read;
}

function readBody(body: Readonly<Record<string, unknown>>): EventContent['body'] {
  const contentType = String(body.contentType ?? 'text').toLowerCase();
  return { contentType: contentType === 'html' ? 'html' : 'text', content: String(body.content ?? '') };
}

function readAttendees(given: unknown, old: readonly Attendee[]): Attendee[] {
  if (!Array.isArray(given)) throw refused("The property 'attendees' must be a collection.");
  if (given.length > 500) throw refused('An event takes at most 500 attendees.');
  return given.map((one: unknown) => {
    const email = isRow(one) && isRow(one.emailAddress) ? one.emailAddress : {};
    const address = String(email.address ?? '').toLowerCase();
    if (!/^[^@\s]+@[^@\s]+$/.test(address)) {
      throw new GraphFailure(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
    }
    const known = old.find((other) => other.address === address);
    const type = isRow(one) && ['optional', 'resource'].includes(String(one.type)) ? String(one.type) : 'required';
    const name = String(email.name ?? known?.name ?? address);
    return { address, name, type, response: known?.response ?? 'none', time: known?.time ?? NO_TIME };
  });
}

/** Null ends the series. What the pattern and the range say is kept, not worked out. */
function readRecurrence(given: unknown): Recurrence | undefined {
  if (given === null) return undefined;
  if (isRow(given) && isRow(given.pattern) && isRow(given.range)) return { pattern: given.pattern, range: given.range };
  throw refused("The property 'recurrence' needs a pattern and a range.");
}

function readExtended(given: unknown): Record<string, string> {
  if (given === undefined) return {};
  if (!Array.isArray(given)) throw refused("The property 'singleValueExtendedProperties' must be a collection.");
  const read: Record<string, string> = {};
  for (const one of given) {
    if (!isRow(one) || !/^String \{[0-9a-f-]{36}\} (Name .+|Id 0x[0-9a-f]+)$/i.test(String(one.id))) {
      throw new GraphFailure(
        400,
        'ErrorInvalidProperty',
        'The id of an extended property is "String {guid} Name name".',
      );
    }
    read[String(one.id)] = String(one.value ?? '');
  }
  return read;
}

function refused(message: string): GraphFailure {
  return new GraphFailure(400, 'ErrorPropertyValidationFailure', message);
}
