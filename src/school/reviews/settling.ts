import type { DayAnswer } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';
import { inReview, lastDayOf } from './in-review.ts';
import { startsInShortTail } from './review-window.ts';

/**
 * The day of the Settling review of a placement that starts late in a half term: the tenth school day after its start (D8).
 * `undefined` where it needs none: it started earlier, or ends before that day.
 */
export function settlingDay(facts: Facts, placement: Placement, today: SchoolDay): DayAnswer | undefined {
  if (!inReview(facts, placement, today)) return undefined;
  const { calendar, policy } = facts;
  const half = calendar.halfTermOf(placement.startDate);
  if (!half || !startsInShortTail(facts, placement, half)) return undefined;
  const end = lastDayOf(facts, placement, today);
  const answer = calendar.after(placement.startDate, policy.settlingSchoolDays);
  return 'day' in answer && end !== undefined && end < answer.day ? undefined : answer;
}
