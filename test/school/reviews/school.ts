import type { CalendarEntry } from '../../../src/school/calendar/calendar-entry.record.ts';
import { momentOf } from '../../../src/school/moment.ts';
import type { Seen } from '../../../src/school/view.ts';
import { derbyshire } from '../derbyshire.ts';
import { pupil, type Rows, seenBy } from '../facts.ts';
import { placement } from '../knowing.ts';

type Row = Readonly<Record<string, unknown>>;

/** The school as the rules see it at half past nine on a day: the trial pupil's direction, and what the test is about. */
export function on(day: string, rows: Rows = {}, calendar: readonly CalendarEntry[] = derbyshire): Seen {
  const now = momentOf(`${day}T09:30:00Z`);
  return seenBy(['ap-leader'], { pupil: [pupil], placement: [started('2025-09-04')], ...rows }, now, calendar);
}

/** The trial pupil's placement at the farm from a day on; agreed, unless the test says a direction. */
export function started(startDate: string, more: Row = {}) {
  return placement('pl-1', { legalBasis: 'AGREED_AP', startDate, reviewReasons: [], ...more });
}

/** A review of the trial placement, half-termly unless said. */
export function review(key: string, more: Row) {
  return { key, placement: 'pl-1', pupil: 'pu-1', kind: 'HalfTerm', online: false, ...more };
}

/** A review that was held and written up on a day. */
export function held(day: string, more: Row = {}) {
  return review(`re-${day}`, { stage: 'Held', heldOn: day, completedOn: day, ...more });
}

/** A review booked for a day. */
export function booked(day: string, more: Row = {}) {
  return review(`re-${day}`, { stage: 'Booked', scheduledFor: day, ...more });
}

/** The placement that a school holds first. */
export function firstOf(seen: Seen) {
  const [found] = seen.records.placement.all();
  if (!found) throw new Error('The trial school has no placement.');
  return found;
}
