import { addDays, daysBetween } from '../calendar/dates.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { Span } from '../calendar/term-window.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';
import { isDirection } from './direction.ts';
import { dayHeld, lastHeld, type Purpose, reviewsOf } from './reviews-of.ts';

/**
 * Why a placement cannot be reviewed every so many calendar days: longer than a half term in which it runs (clause 8.3).
 * `undefined`: it can. Without term dates nothing is taken, as nobody can say how long a half term is. A sentence without
 * capital and full stop, for a form or a finding to end.
 */
export function intervalTrouble(calendar: SchoolCalendar, everyDays: number, span: Span): string | undefined {
  const halves = calendar.halfTerms
    .filter(({ firstDay, lastDay }) => span.from <= lastDay && (span.to === undefined || firstDay <= span.to))
    .map((half) => ({ name: half.name, days: daysBetween(half.firstDay, half.lastDay) + 1 }))
    .toSorted((a, b) => a.days - b.days);
  const shortest = halves[0];
  if (!shortest)
    return `every ${everyDays} days cannot be compared with a half term: none is loaded for this placement`;
  if (everyDays <= shortest.days) return undefined;
  return `every ${everyDays} days is longer than a half term: ${shortest.name} has ${shortest.days} days`;
}

/** Which reviews keep the interval: of a direction only its own reviews, as a half-termly one is none of them in law (D5). */
export function keepsInterval(placement: Placement): Purpose {
  return isDirection(placement) ? 'direction' : 'placement';
}

/**
 * By when a placement with an interval of its own is reviewed next: so many calendar days after the last review, or its start,
 * brought back to a school day; in a holiday longer than the interval the first school day after. `undefined` without an
 * interval. It only ever adds to the half-termly reviews, which fall due all the same.
 */
export function intervalDue(facts: Facts, placement: Placement, today: SchoolDay): SchoolDay | undefined {
  if (placement.reviewIntervalDays === undefined) return undefined;
  const last = lastHeld(reviewsOf(facts, placement.key, keepsInterval(placement)), today);
  const from = (last && dayHeld(last)) ?? placement.startDate;
  const due = addDays(from, placement.reviewIntervalDays);
  if (facts.calendar.isSchoolDay(due)) return due;
  const back = facts.calendar.before(due, 1);
  if ('day' in back && back.day > from) return back.day;
  const on = facts.calendar.after(due, 1);
  return 'day' in on ? on.day : due;
}
