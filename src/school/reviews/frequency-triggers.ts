import type { Area } from '../../schema/record.ts';
import type { Attendance } from '../attendance/attendance.record.ts';
import { sessionShare } from '../attendance/percentages.ts';
import { addDays } from '../calendar/dates.ts';
import { halfTermsAround } from '../calendar/terms.ts';
import type { Evidence } from '../finding.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';
import { dayHeld, lastHeld, reviewsOf } from './reviews-of.ts';

/** Why a placement is to be reviewed more often, in a few words, with what was looked at. */
export interface FrequencyTrigger {
  readonly says: string;
  /** Who may know of it: that there was a concern is for those who read flags. */
  readonly area: Extract<Area, 'review' | 'flags'>;
  readonly evidence: Evidence;
}

/**
 * What has happened since the last review, or since the half term or the placement began where that is later, that makes
 * reviews more frequent (clause 8.3): attendance of AP sessions below 90%, two sessions without a reason, a concern.
 */
export function frequencyTriggers(facts: Facts, placement: Placement, today: SchoolDay): readonly FrequencyTrigger[] {
  const { policy, records } = facts;
  const reviews = reviewsOf(facts, placement.key, 'placement');
  const last = lastHeld(reviews, today);
  const since = startOfLook(facts, placement, last && dayHeld(last), today);
  const marks = records.attendance
    .by('placement', placement.key)
    .filter(({ date }) => since <= date && date <= today)
    .toSorted((a, b) => a.key.localeCompare(b.key));
  const found: FrequencyTrigger[] = [];
  const { attended, possible } = sessionShare(marks);
  if (possible > 0 && attended * 100 < possible * policy.reviewAttendancePercent) {
    const held = `${attended} of ${possible} sessions`;
    found.push({
      says: `attendance below ${policy.reviewAttendancePercent}% (${held})`,
      area: 'review',
      evidence: { what: 'AP attendance', held, record: placement.key },
    });
  }
  const unexplained = marks.filter(isUnexplained);
  if (unexplained.length >= policy.reviewUnexplainedAbsences) {
    found.push({
      says: `${unexplained.length} unexplained absences`,
      area: 'review',
      evidence: { what: 'Without a reason', held: `${unexplained.length} sessions`, record: unexplained[0]?.key },
    });
  }
  const concern =
    last?.safe === 'Concern'
      ? last
      : reviews.find(({ stage, calledOn = '' }) => stage !== 'Cancelled' && calledOn >= since);
  if (concern) {
    const held = concern === last ? 'noted at the last review' : 'emergency review called';
    found.push({ says: 'a concern', area: 'flags', evidence: { what: 'Concern', held, record: concern.key } });
  }
  return found;
}

function startOfLook(facts: Facts, { startDate }: Placement, last: SchoolDay | undefined, today: SchoolDay): SchoolDay {
  const begun = halfTermsAround(facts.calendar, today).now?.firstDay ?? startDate;
  return [startDate, begun, last === undefined ? startDate : addDays(last, 1)].toSorted().at(-1) ?? startDate;
}

/** An absence for which nobody gave a reason, or whose reason came too late and stands as O. */
export function isUnexplained({ providerStatus, code }: Attendance): boolean {
  return code === undefined ? providerStatus === 'AbsentNoReason' : code === 'N' || code === 'O';
}
