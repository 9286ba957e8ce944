import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';

/**
 * The last day of a placement as far as it is known: its end, or the planned one while that is still to come, or the pupil's
 * last day on roll. `undefined` where it runs on, also past a planned end that nobody made good.
 */
export function lastDayOf(facts: Facts, placement: Placement, today: SchoolDay): SchoolDay | undefined {
  const { actualEnd, plannedEnd, stage } = placement;
  const overrun = plannedEnd !== undefined && plannedEnd < today && stage !== 'Ended';
  const end = actualEnd ?? (overrun ? undefined : plannedEnd);
  const left = facts.records.pupil.get(placement.pupil)?.onRollTo;
  return [end, left].filter((day) => day !== undefined).toSorted()[0];
}

/**
 * True for a placement that clause 8.3 has reviewed: it runs, is paused (a pause counts as active, D7), has ended on a known
 * day, or is approved and begins later. Flexi-schooling is reviewed by the term instead (10.6).
 */
export function inReview(facts: Facts, placement: Placement, today: SchoolDay): boolean {
  if (placement.legalBasis === 'FLEXI') return false;
  if (placement.stage === 'Approved') return placement.startDate > today;
  if (placement.stage === 'Ended') return lastDayOf(facts, placement, today) !== undefined;
  return placement.stage === 'Active' || placement.stage === 'Paused';
}

/** True for a placement in review that has begun and is not over. */
export function runsOn(facts: Facts, placement: Placement, today: SchoolDay): boolean {
  const last = lastDayOf(facts, placement, today);
  return inReview(facts, placement, today) && placement.startDate <= today && (last === undefined || today <= last);
}
