import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import type { PolicyEdition } from '../office/policy-edition.ts';
import type { ReviewWindow } from './review-window.ts';

/** How a review stands that is not booked in time: to be booked, late to be booked, amber, red, overdue (D7). */
export type ReviewLight = 'to-book' | 'not-booked' | 'amber' | 'red' | 'overdue';

/** The light, and the school days left after today up to and including the last day in time (negative when it is over). */
export interface ReviewUrgency {
  readonly light: ReviewLight;
  readonly left: number;
}

/**
 * How pressing it is to book a review on a day (clause 8.3; D7): amber with fifteen school days left, red with five, overdue
 * from the day after. A day that the term dates do not reach has no light: nothing is guessed.
 */
export function reviewUrgency(
  calendar: SchoolCalendar,
  window: Pick<ReviewWindow, 'dueBy' | 'scheduleBy'>,
  today: SchoolDay,
  policy: Pick<PolicyEdition, 'reviewAmberSchoolDays' | 'reviewRedSchoolDays'>,
): ReviewUrgency | undefined {
  const left = calendar.schoolDaysBetween(today, window.dueBy);
  if (typeof left !== 'number') return undefined;
  return { left, light: lightOf(left, window, today, policy) };
}

function lightOf(
  left: number,
  { dueBy, scheduleBy }: Pick<ReviewWindow, 'dueBy' | 'scheduleBy'>,
  today: SchoolDay,
  { reviewAmberSchoolDays: amber, reviewRedSchoolDays: red }: Parameters<typeof reviewUrgency>[3],
): ReviewLight {
  if (today > dueBy) return 'overdue';
  if (left <= red) return 'red';
  if (left <= amber) return 'amber';
  return today <= scheduleBy ? 'to-book' : 'not-booked';
}
