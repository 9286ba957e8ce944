import { shortDate } from '../calendar/dates.ts';
import type { Rule } from '../rule.ts';
import { placementFinding } from './placement-finding.ts';
import { dayHeld } from './reviews-of.ts';
import { dayToWriteUp, writeUpBy } from './write-up.ts';

/** A review is written up by the next school day (clause 8.2; P7): what was said, decided and agreed; or that it was not held. */
export const reviewWriteUp: Rule = {
  name: 'review-write-up',
  clause: '8.2',
  says: 'A review is written up by the school day after it.',
  check: (facts, { today }) =>
    facts.records.review.all().flatMap((review) => {
      const placement = facts.records.placement.get(review.placement);
      const day = dayToWriteUp(review, today);
      if (!placement || day === undefined) return [];
      const by = writeUpBy(facts, day);
      const due = 'day' in by ? by.day : undefined;
      const over = due !== undefined && today > due;
      const until = due ? `by ${shortDate(due)}` : 'soon: the term dates for its last day are not loaded';
      const held = dayHeld(review) !== undefined;
      const which = `the review ${held ? 'held' : 'booked for'}${held ? ' on' : ''} ${shortDate(day)}`;
      return placementFinding(facts, placement, {
        clause: '8.2',
        rule: 'review-write-up',
        standing: over ? 'breach' : 'due',
        says: `${which} ${over ? 'was' : 'is'} to be written up ${until}${held ? '' : ', or noted as not held'}`,
        evidence: [{ what: held ? 'Held' : 'Booked for', held: shortDate(day), record: review.key }],
        due,
        record: review.key,
        putRight: { action: 'record-review-outcome', label: 'Write it up', input: { review: review.key } },
      });
    }),
};
