import { shortDate } from '../calendar/dates.ts';
import type { Evidence, Finding } from '../finding.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts, Rule } from '../rule.ts';
import { runsOn } from './in-review.ts';
import type { Invitee } from './invitee.record.ts';
import { placementFinding } from './placement-finding.ts';
import type { Review } from './review.record.ts';
import { dayHeld, lastHeld, reviewsOf } from './reviews-of.ts';

/**
 * Pupil and parents take part in a review (clause 8.2): each is asked, and comes, or says something beforehand, or the reason
 * and what was tried are kept. Looks at the last review held of each running placement; the next one puts it right.
 */
export const reviewWithoutFamily: Rule = {
  name: 'review-without-family',
  clause: '8.2',
  says: 'Pupil and parents are asked to a review; where they do not come, the reason and their view are kept.',
  check: (facts, { today }) =>
    facts.records.placement
      .all()
      .filter((placement) => runsOn(facts, placement, today))
      .flatMap((placement) => check(facts, placement, today)),
};

const family = [
  { part: 'Pupil', who: 'the pupil', voice: 'pupilVoice', absence: 'pupilAbsence' },
  { part: 'Parent', who: 'a parent', voice: 'parentVoice', absence: 'parentAbsence' },
] as const satisfies readonly {
  readonly part: Invitee['part'];
  readonly who: string;
  readonly voice: keyof Review;
  readonly absence: keyof Review;
}[];

function check(facts: Facts, placement: Placement, today: SchoolDay): readonly Finding[] {
  const review = lastHeld(reviewsOf(facts, placement.key, 'placement'), today);
  // While it waits to be written up, nobody has said yet who came.
  if (!review?.completedOn) return [];
  const invitees = facts.records.invitee.by('review', review.key);
  return family.flatMap(({ part, who, voice, absence }) => {
    const rows = invitees.filter((one) => one.part === part);
    if (rows.some(({ attended }) => attended)) return [];
    const asked = rows.find(({ askedOn }) => askedOn !== undefined);
    const said = review[voice]?.trim() ? 'written down' : 'not written down';
    const why = review[absence]?.trim() ? 'written down' : 'not written down';
    if (asked && said === 'written down') return [];
    const what = `the review on ${shortDate(dayHeld(review) ?? today)} was held without ${who}`;
    const missing = asked ? 'neither their view nor the reason is kept' : 'nobody noted that they were asked';
    const evidence: Evidence[] = [
      {
        what: 'Asked',
        held: asked?.askedOn ? shortDate(asked.askedOn) : 'not noted',
        record: asked?.key ?? review.key,
      },
      { what: 'Their view', held: said },
      { what: 'Why they were not there', held: why },
    ];
    const excused = asked !== undefined && why === 'written down';
    return placementFinding(facts, placement, {
      clause: '8.2',
      rule: 'review-without-family',
      standing: excused ? 'warning' : 'breach',
      says: excused ? `${what}, with the reason kept: ask for their view` : `${what}, and ${missing}`,
      evidence,
      record: review.key,
    });
  });
}
