import { addDays, shortDate } from '../calendar/dates.ts';
import type { Evidence, Finding } from '../finding.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts, Rule } from '../rule.ts';
import { invitationDates, isDirection, standingOfMiss } from './direction.ts';
import { type OfPlacement, placementFinding } from './placement-finding.ts';
import type { Review } from './review.record.ts';
import { standsFor } from './reviews-of.ts';

/**
 * The invitation to a review of an off-site direction is sent in writing at least six days before it (clause 6.2; D4; reg 5 of
 * the 2010 Regulations): due from the tenth school day before, missed from the fifth day before.
 */
export const statutoryInvitation: Rule = {
  name: 'statutory-invitation',
  clause: '6.2',
  says: 'Parents are invited in writing to the review of a direction at least six days before it.',
  check: (facts, { today }) =>
    facts.records.review.all().flatMap((review) => {
      const placement = facts.records.placement.get(review.placement);
      const day = review.stage === 'Planned' || review.stage === 'Booked' ? review.scheduledFor : undefined;
      if (!placement || !isDirection(placement) || !standsFor[review.kind].direction) return [];
      return day === undefined || day < today ? [] : check(facts, placement, review, day, today);
    }),
};

function check(
  facts: Facts,
  placement: Placement,
  review: Review,
  day: SchoolDay,
  today: SchoolDay,
): readonly Finding[] {
  const { latest, aim } = invitationDates(facts, day);
  const sent = review.inviteSentOn;
  if (sent !== undefined && sent <= latest) return [];
  const evidence: Evidence[] = [
    { what: 'Review', held: shortDate(day), record: review.key },
    { what: 'Invitation sent', held: sent ? shortDate(sent) : 'not yet' },
    { what: 'Start of the direction', held: `${shortDate(placement.startDate)} ${placement.startDate.slice(0, 4)}` },
  ];
  const of = (standing: Finding['standing'], says: string): readonly Finding[] => {
    const base: OfPlacement = { clause: '6.2', rule: 'statutory-invitation', law: true, standing, says, evidence };
    // Booking it invites them; once it is booked, how they were asked is noted beside it.
    const planned = review.stage === 'Planned' && {
      putRight: { action: 'book-reviews', label: 'Plan reviews', input: {} },
    };
    return [placementFinding(facts, placement, { ...base, due: latest, record: review.key, ...planned })];
  };
  const which = `the review of the direction on ${shortDate(day)}`;
  if (sent === undefined && today <= latest) {
    if (aim !== undefined && today < aim) return [];
    return of('due', `invite the parents in writing to ${which}, by ${shortDate(latest)}`);
  }
  const from = shortDate(addDays(sent ?? today, facts.policy.invitationDays));
  const missed = sent
    ? `the invitation to ${which} was sent on ${shortDate(sent)}, after ${shortDate(latest)}`
    : `the invitation to ${which} was to be sent by ${shortDate(latest)}`;
  return of(standingOfMiss(placement), `${missed}: hold it on ${from} or later`);
}
