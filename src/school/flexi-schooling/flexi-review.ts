import type { NotLoaded, SchoolCalendar } from '../calendar/school-calendar.ts';
import { type Span, type TermWindow, termWindow } from '../calendar/term-window.ts';
import type { SchoolDay } from '../moment.ts';

/**
 * When a flexi-schooling agreement is reviewed in the term of a day (clause 10.6; D16): once in every term in which it runs on
 * a school day, by its last school day. `undefined` where it does not run in that term.
 */
export function flexiReview(
  calendar: SchoolCalendar,
  agreement: Span,
  day: SchoolDay,
): TermWindow | NotLoaded | undefined {
  return termWindow(calendar, agreement, day);
}
