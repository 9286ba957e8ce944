import type { Attendance } from '../attendance/attendance.record.ts';
import { registerShare, type Share, sessionShare } from '../attendance/percentages.ts';
import { addDays, mondayOf } from '../calendar/dates.ts';
import { grouped } from '../grouped.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { WeekShare } from '../pupils/pupil.types.ts';
import type { Facts } from '../rule.ts';
import { isUnexplained } from './frequency-triggers.ts';
import type { Review } from './review.record.ts';
import { dayHeld, lastHeld, reviewsOf } from './reviews-of.ts';

/** Attendance of a placement between two reviews. */
export interface AttendanceSince {
  readonly from: SchoolDay;
  readonly to: SchoolDay;
  /** Sessions of this placement, attended out of expected. */
  readonly ap: Share;
  /** The pupil's register over the same days. */
  readonly register: Share;
  readonly late: number;
  readonly unexplained: number;
  /** Sessions of each week, in the order of time. */
  readonly weeks: readonly WeekShare[];
}

/** The review of the placement held before this one. */
export function reviewBefore(facts: Facts, review: Review, today: SchoolDay): Review | undefined {
  const own = review.heldOn ?? review.scheduledFor ?? today;
  const others = reviewsOf(facts, review.placement, 'placement').filter(({ key }) => key !== review.key);
  return lastHeld(
    others.filter((one) => (dayHeld(one) ?? '') < own),
    today,
  );
}

/** Attendance from the day after the last review (before the first: from the start) to the day of this one, today at the latest. */
export function attendanceSince(facts: Facts, placement: Placement, review: Review, today: SchoolDay): AttendanceSince {
  const last = reviewBefore(facts, review, today);
  const held = last && dayHeld(last);
  const from = held === undefined ? placement.startDate : addDays(held, 1);
  const to = review.heldOn !== undefined && review.heldOn < today ? review.heldOn : today;
  const within = ({ date }: Attendance) => from <= date && date <= to;
  const marks = facts.records.attendance.by('placement', placement.key).filter(within);
  const register = facts.records.attendance
    .by('pupil', placement.pupil)
    .filter((row) => within(row) && !facts.calendar.closed(row.date, row.session));
  const byTime = marks.toSorted((a, b) => a.date.localeCompare(b.date));
  return {
    from,
    to,
    ap: sessionShare(marks),
    register: registerShare(register),
    late: marks.filter(({ providerStatus }) => providerStatus === 'AttendedLate').length,
    unexplained: marks.filter(isUnexplained).length,
    weeks: [...grouped(byTime, ({ date }) => mondayOf(date))].map(([monday, rows]) => ({
      monday,
      ap: sessionShare(rows),
    })),
  };
}
