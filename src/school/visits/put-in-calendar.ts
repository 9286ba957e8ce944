import type { Known } from '../action.ts';
import { shortDate } from '../calendar/dates.ts';
import type { Change, Save } from '../change.ts';
import type { SchoolDay } from '../moment.ts';
import type { Provider } from '../providers/provider.record.ts';
import { undoSeconds } from '../reviews/book-reviews.action.ts';
import { lastDayOf } from '../reviews/in-review.ts';
import type { Facts } from '../rule.ts';
import { askedToVisit } from './asked-to-visit.ts';
import type { Visit } from './visit.record.ts';
import { bookVisit, cancelVisitMeetings, moveVisit, noAppointment, placeOf } from './visit-meetings.ts';

/** A planned visit as it is to stand, before the store has given it a version. */
export type Planned = Pick<Visit, 'key' | 'kind'> &
  Partial<Pick<Visit, 'plannedFor' | 'start' | 'end' | 'site' | 'visitor' | 'visitorName' | 'announced'>>;

/** What a plan means for Outlook, beside what the row says of the plan itself. */
export interface InCalendar {
  readonly values: Extract<Save, { record: 'visit' }>['values'];
  readonly changes: readonly Change[];
  /** Somebody new is invited: it waits, and can be undone. */
  readonly holdSeconds?: number;
  /** What the person ought to know, in sentences. */
  readonly says: readonly string[];
}

const nothing: InCalendar = { values: {}, changes: [], says: [] };

/**
 * Makes the calendar follow a plan (clause 8.1). A visit with a time stands there: moved where only time or place changed,
 * arranged anew where somebody else goes or others are asked, taken out where it has no time any more.
 */
export function putInCalendar(known: Known, provider: Provider, before: Visit | undefined, after: Planned): InCalendar {
  const { key, kind, site, visitor, visitorName, announced, plannedFor: day, start, end } = after;
  const place = placeOf(known, after);
  const alike = before !== undefined && askedAlike(before, after);
  const there = before?.plannedFor === day && before?.start === start && before?.end === end;
  if (before?.booking !== undefined && alike && there && place === placeOf(known, before)) return nothing;
  const why = whyNot(known, provider, after);
  if (why !== undefined) {
    const taken = before ? cancelVisitMeetings(known, before, 'This visit is off.') : [];
    return { values: taken.length > 0 ? noAppointment : {}, changes: taken, says: why };
  }
  const slot = { start: `${day}T${start}`, end: `${day}T${end}` };
  const says = toTell(known, provider, after);
  if (before?.eventId !== undefined && alike) {
    return { values: {}, changes: moveVisit(known, before, { ...slot, place }), says };
  }
  const { values, book } = bookVisit(known, provider, { key, kind, site, visitor, visitorName, announced, ...slot });
  const other = before?.visitor !== visitor;
  const comment = other ? 'Somebody else makes this visit.' : 'This visit is arranged anew; a new invitation follows.';
  const anew = book.meetings.map(({ audience }) => audience);
  const gone = before ? cancelVisitMeetings(known, before, comment, anew) : [];
  return { values, changes: [...gone, book], holdSeconds: undoSeconds, says };
}

/** True where nobody else is asked, and in the same way: the meetings that stand will do. */
function askedAlike(before: Visit, after: Planned): boolean {
  const online = (one: Planned) => one.kind === 'Online';
  const provider = (one: Planned) => Boolean(one.announced) && one.kind !== 'Desktop';
  return before.visitor === after.visitor && online(before) === online(after) && provider(before) === provider(after);
}

/** Why a visit does not stand in the calendar, as sentences; `undefined` where it does, none where no time is to come. */
function whyNot(known: Known, provider: Provider, planned: Planned): readonly string[] | undefined {
  const { plannedFor = '', start, end } = planned;
  if (!start || !end) return [];
  if (`${plannedFor}T${start}` <= `${known.now.today}T${known.now.time}`) return [];
  if (known.settings.organiser === '') {
    return ['It is not in the calendar: name the mailbox that organises under Settings first.'];
  }
  const over = visitedNoMore(known, provider, plannedFor, known.now.today);
  return over === undefined ? undefined : [`It is not in the calendar. ${over}`];
}

function toTell(known: Known, provider: Provider, visit: Planned): readonly string[] {
  return askedToVisit(known, provider, visit, known.now.today).toTell.map(({ name, why }) => `${name}: ${why}`);
}

/** Statuses of a provider with which the school is done. One that is suspended is visited: that is how it may come back. */
const done: readonly Provider['status'][] = ['Stopped', 'Reported'];

/** Why nobody visits a provider on a day any more, as a sentence: the school is done with it, or its last placement is over. */
export function visitedNoMore(facts: Facts, provider: Provider, day: SchoolDay, today: SchoolDay): string | undefined {
  if (done.includes(provider.status)) return `${provider.name} is not used any more.`;
  const held = facts.records.placement.by('provider', provider.key).filter(({ stage }) => stage !== 'Cancelled');
  const ends = held.map((placement) =>
    placement.stage === 'Ended'
      ? lastDayOf(facts, placement, today)
      : facts.records.pupil.get(placement.pupil)?.onRollTo,
  );
  const last = ends
    .flatMap((end) => end ?? [])
    .toSorted()
    .at(-1);
  // A provider that nobody was sent to yet is visited before anybody is.
  if (last === undefined || ends.includes(undefined) || last >= day) return undefined;
  return `The last placement at ${provider.name} ended on ${shortDate(last)}.`;
}
