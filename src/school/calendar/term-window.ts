import type { SchoolDay } from '../moment.ts';
import type { NotLoaded, SchoolCalendar } from './school-calendar.ts';
import { halfTermsAround, termOf } from './terms.ts';

/** When something runs: first and last day, both included; without a last day until further notice. */
export interface Span {
  readonly from: SchoolDay;
  readonly to?: SchoolDay;
}

/** The part of a term in which something that is done once a term counts. */
export interface TermWindow {
  /** Such as `Autumn`. */
  readonly name: string;
  readonly first: SchoolDay;
  /** Last school day of the term, or of what runs where it ends before. */
  readonly dueBy: SchoolDay;
}

/**
 * What is done once a term, for the term of a day (in a holiday the one that ran last): between the later of its first school
 * day and the span's, and the earlier of the last ones (domain.md 11.1, D16). `undefined` where the span has no school day in
 * it; a sentence while only one of its two half terms is loaded.
 */
export function termWindow(calendar: SchoolCalendar, span: Span, day: SchoolDay): TermWindow | NotLoaded | undefined {
  const covered = calendar.schoolDaysBetween(day, day);
  if (typeof covered !== 'number') return covered;
  const { now } = halfTermsAround(calendar, day);
  if (!now) return undefined;
  const halves = termOf(calendar, now);
  const name = now.name.split(' ')[0] ?? now.name;
  if (halves.length < 2) {
    return { notLoaded: true, says: `Only one half term of ${name} is loaded. Load the other one.` };
  }
  const days = halves
    .flatMap((half) => calendar.daysOf(half))
    .filter((each) => span.from <= each && (span.to === undefined || each <= span.to));
  const [first, dueBy] = [days[0], days.at(-1)];
  return first && dueBy ? { name, first, dueBy } : undefined;
}
