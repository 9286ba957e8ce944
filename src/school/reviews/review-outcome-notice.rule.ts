import { shortDate } from '../calendar/dates.ts';
import type { Rule } from '../rule.ts';
import { isDirection, outcomeNoticeDates, standingOfMiss } from './direction.ts';
import { placementFinding } from './placement-finding.ts';
import { dayHeld, standsFor } from './reviews-of.ts';

/** After a review of an off-site direction its outcome is sent to the parents in writing, with reasons, within six days (clause 6.2; D6; reg 6 of the 2010 Regulations). */
export const reviewOutcomeNotice: Rule = {
  name: 'review-outcome-notice',
  clause: '6.2',
  says: 'The outcome of a review of a direction is sent in writing, with reasons, within six days.',
  check: (facts, { today }) =>
    facts.records.review.all().flatMap((review) => {
      const placement = facts.records.placement.get(review.placement);
      const held = dayHeld(review);
      if (!placement || !isDirection(placement) || !standsFor[review.kind].direction) return [];
      if (held === undefined || held > today || review.outcomeNoticeSentOn !== undefined) return [];
      const { latest, aim } = outcomeNoticeDates(facts, held);
      const over = today > latest;
      const until = `by ${shortDate(latest)}`;
      return placementFinding(facts, placement, {
        clause: '6.2',
        rule: 'review-outcome-notice',
        law: true,
        standing: over ? standingOfMiss(placement) : 'due',
        says: `the outcome of the review of the direction on ${shortDate(held)} ${over ? 'was' : 'is'} to be sent in writing ${until}`,
        evidence: [
          { what: 'Review held', held: shortDate(held), record: review.key },
          { what: 'Aim', held: aim ? shortDate(aim) : 'term dates not loaded' },
        ],
        due: latest,
        record: review.key,
        putRight: { action: 'record-review-outcome', label: 'Note the notice', input: { review: review.key } },
      });
    }),
};
