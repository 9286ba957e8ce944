import type { MeetingText } from '../../office/wire.ts';
import { type OutlookEvent, toMinute } from './event.ts';
import { later, minutesBetween } from './london.ts';

/** Somebody to be asked. `response` is Graph's word for the answer, `none` before there is one. */
export interface Invited {
  readonly address: string;
  readonly name: string;
  readonly response: string;
}

/** What the form of a meeting holds. Times are London's, to the minute; `end` may be before `start` while somebody types. */
export interface Draft {
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly location: string;
  readonly required: readonly Invited[];
  readonly optional: readonly Invited[];
  readonly sensitivity: string;
  readonly body: MeetingText;
}

/** An empty form for half an hour from the next half hour of London's clock. */
export function emptyDraft(now: string): Draft {
  const passed = Number(now.slice(14, 16)) % 30;
  const start = later(now.slice(0, 16), 30 - passed);
  const end = later(start, 30);
  const body: MeetingText = { contentType: 'text', content: '' };
  return { subject: '', start, end, location: '', required: [], optional: [], sensitivity: 'normal', body };
}

/** The form of a meeting that stands in the calendar. */
export function draftOf(event: OutlookEvent): Draft {
  const asked = (optional: boolean) =>
    event.attendees
      .filter(({ type }) => (type === 'optional') === optional)
      .map(({ emailAddress: { address, name }, status }) => ({
        address,
        name: name ?? address,
        response: status?.response ?? 'none',
      }));
  return {
    subject: event.subject,
    start: toMinute(event.start),
    end: toMinute(event.end),
    location: event.location?.displayName ?? '',
    required: asked(false),
    optional: asked(true),
    sensitivity: event.sensitivity,
    body: event.body,
  };
}

/** The form with another start; the meeting stays as long as it was. */
export function withStart(draft: Draft, start: string): Draft {
  if (start === '' || draft.start === '' || draft.end === '') return { ...draft, start };
  return { ...draft, start, end: later(start, Math.max(0, minutesBetween(draft.start, draft.end))) };
}

/** What keeps the form from being saved, in words; undefined when nothing does. */
export function unfit(draft: Draft): string | undefined {
  if (draft.start === '' || draft.end === '') return 'Say when the meeting starts and ends.';
  if (draft.end < draft.start) return 'The meeting ends before it starts. Set a later end.';
  return undefined;
}

/** What Graph is sent: everything for a new meeting, else only what differs from the meeting as it was opened. */
export function changesIn(draft: Draft, before?: Draft): Record<string, unknown> {
  const differs = (...names: (keyof Draft)[]) =>
    before === undefined || names.some((name) => JSON.stringify(draft[name]) !== JSON.stringify(before[name]));
  return {
    ...(differs('subject') ? { subject: draft.subject } : {}),
    ...(differs('start') ? { start: zoned(draft.start) } : {}),
    ...(differs('end') ? { end: zoned(draft.end) } : {}),
    ...(differs('location') ? { location: { displayName: draft.location } } : {}),
    ...(differs('sensitivity') ? { sensitivity: draft.sensitivity } : {}),
    ...(differs('body') ? { body: draft.body } : {}),
    ...(differs('required', 'optional') ? { attendees: attendeesOf(draft) } : {}),
  };
}

/** True while the form of a meeting would show the same: what only programs read may have changed. */
export function showsTheSame(now: OutlookEvent, before: OutlookEvent): boolean {
  return now.isDraft === before.isDraft && Object.keys(changesIn(draftOf(now), draftOf(before))).length === 0;
}

function attendeesOf({ required, optional }: Draft): unknown[] {
  const asked = (people: readonly Invited[], type: string) =>
    people.map(({ address, name }) => ({ type, emailAddress: { address, name } }));
  return [...asked(required, 'required'), ...asked(optional, 'optional')];
}

function zoned(local: string): Record<string, string> {
  return { dateTime: `${local}:00`, timeZone: 'GMT Standard Time' };
}
