import { shortDate } from '../calendar/dates.ts';
import { schoolDays } from '../calendar/time-left.ts';
import type { Finding } from '../finding.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts, Rule } from '../rule.ts';
import { type ReviewGap, reviewGap } from './gap.ts';
import { notCounted } from './not-counted.ts';
import { placementFinding } from './placement-finding.ts';
import { notLoadedOn } from './review-window.ts';

/** More than 45 school days between two reviews are warned of (clause 8.3; D7), though each half term may have had its own. */
export const reviewGapLong: Rule = {
  name: 'review-gap',
  clause: '8.3',
  says: 'Two reviews are not more than 45 school days apart.',
  check(facts, { today }) {
    if (notLoadedOn(facts.calendar, today)) return [];
    const sentences: string[] = [];
    const findings = facts.records.placement.all().flatMap((placement) => {
      const gap = reviewGap(facts, placement, today);
      if (!gap) return [];
      if (!('notLoaded' in gap))
        return gap.schoolDays > facts.policy.reviewGapSchoolDays ? finding(facts, placement, gap) : [];
      sentences.push(gap.says);
      return [];
    });
    return [...findings, ...notCounted('review-gap', '8.3', 'How far reviews are apart', sentences)];
  },
};

function finding(facts: Facts, placement: Placement, gap: ReviewGap): Finding {
  const last = `the ${gap.since} on ${shortDate(gap.from)}`;
  const says =
    gap.until === 'today'
      ? `no review for ${gap.schoolDays} school days, since ${last}`
      : `the next review is on ${shortDate(gap.to)}, ${gap.schoolDays} school days after ${last}: bring it forward`;
  return placementFinding(facts, placement, {
    clause: '8.3',
    rule: 'review-gap',
    standing: 'warning',
    says,
    evidence: [
      { what: gap.since === 'review' ? 'Last review' : 'Start', held: shortDate(gap.from), record: placement.key },
      { what: gap.until === 'today' ? 'Today' : 'Next review', held: shortDate(gap.to) },
      { what: 'Apart', held: schoolDays(gap.schoolDays) },
    ],
  });
}
