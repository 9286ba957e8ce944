import { shortDate } from '../../calendar/dates.ts';
import type { SchoolDay } from '../../moment.ts';
import type { Placement } from '../../placements/placement.record.ts';
import type { Facts } from '../../rule.ts';
import { intervalDue } from '../frequency.ts';
import { lastDayOf } from '../in-review.ts';
import { nextWindowOf } from '../next-review.ts';
import { notLoadedOn } from '../review-window.ts';

/** The last day in time for the next review, and why, without capital and full stop. */
export interface LatestDay {
  readonly day: SchoolDay;
  readonly because: string;
}

/**
 * By when a placement is reviewed next, once what is written now stands: the half term's floor (clause 8.3; D7, D8), the
 * placement's own interval where it is shorter, the term for flexi-schooling (10.6). `undefined` where the term dates end.
 */
export function latestNextReview(facts: Facts, placement: Placement, today: SchoolDay): LatestDay | undefined {
  const window = nextWindowOf(facts, placement, today);
  const floor = window && {
    day: window.dueBy,
    because: `the next review is due by ${shortDate(window.dueBy)} (${window.clause})`,
  };
  const due = intervalDue(facts, placement, today);
  const own = due !== undefined && due > today ? due : undefined;
  if (own !== undefined && (floor === undefined || own < floor.day)) {
    const every = `it is reviewed every ${placement.reviewIntervalDays} days`;
    return { day: own, because: `${every}: the next by ${shortDate(own)} (8.3)` };
  }
  return floor;
}

/** Why a day cannot be the next review's, as a sentence; `undefined` where it can. */
export function nextDayTrouble(
  facts: Facts,
  placement: Placement,
  { heldOn, on, today }: { readonly heldOn: SchoolDay; readonly on: SchoolDay; readonly today: SchoolDay },
): string | undefined {
  const missing = notLoadedOn(facts.calendar, on);
  if (missing) return `${missing.says} Then choose the day.`;
  if (!facts.calendar.isSchoolDay(on)) return `${shortDate(on)} is no school day. Choose another.`;
  if (on <= heldOn) return `Choose a day after this review, which was held on ${shortDate(heldOn)}.`;
  if (on < today) return `${shortDate(on)} is over. Choose today or a later day.`;
  const last = lastDayOf(facts, placement, today);
  if (last !== undefined && on > last) return `The placement ends on ${shortDate(last)}. Choose a day before that.`;
  const latest = latestNextReview(facts, placement, today);
  if (!latest || on <= latest.day) return undefined;
  return `${shortDate(on)} is too late: ${latest.because}. Choose an earlier day.`;
}
