import { shortDate } from '../calendar/dates.ts';
import type { Rule } from '../rule.ts';
import { placementFinding } from './placement-finding.ts';
import { dayBooked, dayHeld } from './reviews-of.ts';
import { writeUpInTime } from './write-up.ts';

/** A safeguarding concern is reviewed on its own day, school day or not (clause 4.4; D9; KCSIE: an immediate review). */
export const emergencyReview: Rule = {
  name: 'emergency-review',
  clause: '4.4',
  says: 'After a safeguarding concern an emergency review is held the same day.',
  check: (facts, { today }) =>
    facts.records.review.all().flatMap((review) => {
      const placement = facts.records.placement.get(review.placement);
      const called = review.calledOn ?? review.dueBy;
      if (!placement || review.kind !== 'Emergency' || review.stage === 'Cancelled' || called === undefined) return [];
      if (dayHeld(review) !== undefined || called > today) return [];
      const booked = dayBooked(review);
      if (booked !== undefined && booked <= called && writeUpInTime(facts, review, today)) return [];
      const over = today > called;
      const day = shortDate(called);
      const notHeld = review.stage === 'Missed' ? 'not held' : 'called, not booked';
      const later = booked !== undefined && booked > called ? `, and is booked for ${shortDate(booked)}` : '';
      return placementFinding(facts, placement, {
        clause: '4.4',
        rule: 'emergency-review',
        standing: over ? 'breach' : 'due',
        area: 'flags',
        says: over
          ? `the emergency review was to be held on ${day}${later || ' and has not been'}`
          : `the emergency review is to be held today, ${day}${later}`,
        evidence: [
          { what: 'Concern', held: day, record: review.key },
          { what: 'Emergency review', held: booked ? `booked for ${shortDate(booked)}` : notHeld },
        ],
        due: called,
        owner: 'dsl',
        record: review.key,
        putRight: { action: 'record-review-outcome', label: 'Write it up', input: { review: review.key } },
      });
    }),
};
