import { placementTrouble } from '../attendance/expected-sessions.ts';
import { shortDate } from '../calendar/dates.ts';
import type { HalfTerm } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';

/** School days of a half term from which it needs a review of its own (D7); fewer and the next half term's end binds (D8). */
const wholeHalfTerm = 10;

/**
 * The day by which the next half-termly review of the pupil's running placements is due (clause 8.3; D7, D8): the last
 * school day of the half term or of the placement; the earliest where there are several. A pause does not move it.
 */
export function nextReviewOf(
  facts: Facts,
  pupil: string,
  today: SchoolDay,
): { due: SchoolDay; says: string } | undefined {
  const due = facts.records.placement
    .by('pupil', pupil)
    .flatMap((placement) => dueBy(facts, placement, today) ?? [])
    .toSorted()[0];
  return due ? { due, says: `Review due by ${shortDate(due)} (8.3).` } : undefined;
}

function dueBy(facts: Facts, placement: Placement, today: SchoolDay): SchoolDay | undefined {
  const paused = placement.stage === 'Paused' || placement.stage === 'Active';
  const stopped = placementTrouble(
    { ...placement, pausedFrom: undefined },
    facts.records.pupil.get(placement.pupil),
    today,
  );
  if (!paused || stopped) return undefined;
  const halves = facts.calendar.halfTerms.filter((half) => half.lastDay >= today);
  for (const half of halves.slice(0, 2)) {
    const days = activeDays(facts, placement, half);
    if (days.length >= wholeHalfTerm) return days.at(-1);
  }
  return undefined;
}

function activeDays(
  facts: Facts,
  { startDate, actualEnd, plannedEnd }: Placement,
  half: HalfTerm,
): readonly SchoolDay[] {
  const end = actualEnd ?? plannedEnd ?? '9999-12-31';
  return facts.calendar.daysOf(half).filter((day) => startDate <= day && day <= end);
}
