import type { NotLoaded } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';
import { runsOn } from './in-review.ts';
import { dayBooked, dayHeld, lastHeld, nextBooked, reviewsOf } from './reviews-of.ts';

/** The school days without a review: after the last one (before the first: after the start), up to the next one or today. */
export interface ReviewGap {
  readonly from: SchoolDay;
  readonly since: 'review' | 'start';
  readonly to: SchoolDay;
  readonly until: 'next review' | 'today';
  /** After `from`, up to and including `to`. */
  readonly schoolDays: number;
}

/** The gap that a running placement is in today (clause 8.3; D7). `undefined` where it does not run; pauses count. */
export function reviewGap(facts: Facts, placement: Placement, today: SchoolDay): ReviewGap | NotLoaded | undefined {
  if (!runsOn(facts, placement, today)) return undefined;
  const reviews = reviewsOf(facts, placement.key, 'placement');
  const last = lastHeld(reviews, today);
  const next = nextBooked(reviews, today);
  const from = (last && dayHeld(last)) ?? placement.startDate;
  const to = (next && dayBooked(next)) ?? today;
  const schoolDays = facts.calendar.schoolDaysBetween(from, to);
  if (typeof schoolDays !== 'number') return schoolDays;
  return { from, since: last ? 'review' : 'start', to, until: next ? 'next review' : 'today', schoolDays };
}
