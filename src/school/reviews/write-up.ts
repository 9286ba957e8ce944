import type { DayAnswer } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import type { Facts } from '../rule.ts';
import type { Review } from './review.record.ts';
import { dayBooked, dayHeld } from './reviews-of.ts';

/**
 * The day whose review waits to be written up: it was held, or was booked for a day that has passed and nobody has said what
 * became of it. `undefined` where nothing waits.
 */
export function dayToWriteUp(review: Review, today: SchoolDay): SchoolDay | undefined {
  if (review.completedOn !== undefined) return undefined;
  const held = dayHeld(review);
  if (held !== undefined) return held <= today ? held : undefined;
  const booked = dayBooked(review);
  return booked !== undefined && booked < today ? booked : undefined;
}

/** The last day in time to write up a review of a day: the next school day (clause 8.2; prompt P7). */
export function writeUpBy({ calendar, policy }: Facts, day: SchoolDay): DayAnswer {
  return calendar.after(day, policy.writeUpSchoolDays);
}

/** True while a review that is over waits to be written up and is in time; where the term dates do not say, it is. */
export function writeUpInTime(facts: Facts, review: Review, today: SchoolDay): boolean {
  const day = dayToWriteUp(review, today);
  if (day === undefined) return false;
  const by = writeUpBy(facts, day);
  return !('day' in by) || today <= by.day;
}
