import { shortDate } from '../calendar/dates.ts';
import type { Evidence, Finding } from '../finding.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts, Rule } from '../rule.ts';
import { isDirection } from './direction.ts';
import { intervalDue, intervalTrouble, keepsInterval } from './frequency.ts';
import { frequencyTriggers } from './frequency-triggers.ts';
import { lastDayOf, runsOn } from './in-review.ts';
import { type OfPlacement, placementFinding } from './placement-finding.ts';
import { notLoadedOn } from './review-window.ts';
import { dayBooked, nextBooked, reviewsOf } from './reviews-of.ts';

/** How often is decided at commissioning with reasons, is kept, rises when something happens, and never falls below the half term (clause 8.3). */
export const reviewFrequency: Rule = {
  name: 'review-frequency',
  clause: '8.3',
  says: 'How often a placement is reviewed is decided with reasons, kept, and raised when there is cause.',
  check: (facts, { today }) =>
    notLoadedOn(facts.calendar, today)
      ? []
      : facts.records.placement
          .all()
          .filter((placement) => runsOn(facts, placement, today))
          .flatMap((placement) => [...ofInterval(facts, placement, today), ...ofTriggers(facts, placement, today)]),
};

function ofInterval(facts: Facts, placement: Placement, today: SchoolDay): readonly Finding[] {
  const { reviewIntervalDays: days, reviewReasons } = placement;
  if (days === undefined) return [];
  const evidence: Evidence[] = [{ what: 'Reviewed every', held: `${days} days`, record: placement.key }];
  const span = { from: today, to: lastDayOf(facts, placement, today) };
  const found: Finding[] = [];
  const tooLong = intervalTrouble(facts.calendar, days, span);
  if (tooLong) found.push(finding(facts, placement, { standing: 'breach', says: tooLong, evidence }));
  if (reviewReasons.length === 0) {
    const says = `why it is reviewed every ${days} days is not written down`;
    found.push(finding(facts, placement, { standing: 'warning', says, evidence }));
  }
  return [...found, ...ownDeadline(facts, placement, evidence, today)];
}

function ownDeadline(
  facts: Facts,
  placement: Placement,
  held: readonly Evidence[],
  today: SchoolDay,
): readonly Finding[] {
  const due = intervalDue(facts, placement, today);
  if (due === undefined) return [];
  const next = nextBooked(reviewsOf(facts, placement.key, keepsInterval(placement)), today);
  const booked = next && dayBooked(next);
  if (booked !== undefined && booked <= due) return [];
  const over = today > due;
  const when = booked ? `is booked only for ${shortDate(booked)}` : 'is not booked';
  const every = `every ${placement.reviewIntervalDays} days`;
  const which = isDirection(placement) ? 'the next review of the direction' : 'the next review';
  const says = `reviewed ${every}, ${which} ${over ? 'was' : 'is'} due by ${shortDate(due)} and ${when}`;
  const evidence = booked ? [...held, { what: 'Booked for', held: shortDate(booked), record: next?.key }] : held;
  return [finding(facts, placement, { standing: over ? 'breach' : 'due', says, evidence, due })];
}

/** One finding for what the register shows; a concern stands apart, for those who may know of it. */
function ofTriggers(facts: Facts, placement: Placement, today: SchoolDay): readonly Finding[] {
  const triggers = frequencyTriggers(facts, placement, today);
  if (triggers.length === 0) return [];
  const next = nextBooked(reviewsOf(facts, placement.key, 'placement'), today);
  const booked = next && dayBooked(next);
  const soon = facts.calendar.after(today, facts.policy.soonerReviewSchoolDays);
  if (booked !== undefined && 'day' in soon && booked <= soon.day) return [];
  const ask = booked ? `bring the review on ${shortDate(booked)} forward` : 'book the next review soon';
  return (['review', 'flags'] as const).flatMap((area) => {
    const seen = triggers.filter((one) => one.area === area);
    if (seen.length === 0) return [];
    const says = `${seen.map((one) => one.says).join('; ')}: ${ask}`;
    return finding(facts, placement, { standing: 'warning', says, evidence: seen.map((one) => one.evidence), area });
  });
}

function finding(facts: Facts, placement: Placement, of: Omit<OfPlacement, 'clause' | 'rule'>): Finding {
  return placementFinding(facts, placement, { clause: '8.3', rule: 'review-frequency', ...of });
}
