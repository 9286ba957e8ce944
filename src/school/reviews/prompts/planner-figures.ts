import type { HalfTerm } from '../../calendar/school-calendar.ts';
import type { SchoolDay } from '../../moment.ts';
import type { Facts } from '../../rule.ts';
import { type DueReviewOf, dueReviews } from '../due-reviews.ts';
import { occupiedBy } from '../occupied.ts';

/** How pressing the reviews that are not booked are (D7): booked in the first week, amber, red, the last day. */
export type PlannerStage = 'first' | 'amber' | 'red' | 'last';

/** Stages in which a half term's planner card is brought up, the most pressing first. */
export const plannerStages = ['last', 'red', 'amber', 'first'] as const satisfies readonly PlannerStage[];

/** The reviews of a half term that nobody has booked, held or is booking now, and how pressing the most pressing is. */
export interface PlannerFigures {
  readonly toBook: readonly DueReviewOf[];
  readonly stage: PlannerStage;
  /** Last day in time of the most pressing one. */
  readonly dueBy?: SchoolDay;
}

/** What is to be booked in a half term; `undefined` where the term dates do not say. */
export function plannerFigures(facts: Facts, half: HalfTerm, today: SchoolDay): PlannerFigures | undefined {
  const due = dueReviews(facts, half, today);
  if ('notLoaded' in due) return undefined;
  const waits = new Set(
    occupiedBy(facts.records).flatMap(({ review, waits }) => (waits ? [review.toLowerCase()] : [])),
  );
  const toBook = due.filter(({ review }) => !waits.has(review.toLowerCase()));
  const stages = toBook.map((one) => ({ stage: stageOf(facts, one, today), dueBy: one.dueBy }));
  const stage = plannerStages.find((each) => stages.some((one) => one.stage === each)) ?? 'first';
  const dueBy = stages
    .filter((one) => one.stage === stage)
    .map((one) => one.dueBy)
    .toSorted()[0];
  return { toBook, stage, dueBy };
}

function stageOf({ calendar, policy }: Facts, { kind, dueBy }: DueReviewOf, today: SchoolDay): PlannerStage {
  const left = calendar.schoolDaysBetween(today, dueBy);
  if (typeof left !== 'number') return 'first';
  if (left <= 0) return 'last';
  if (left <= policy.reviewRedSchoolDays) return 'red';
  // A settling review falls on the tenth school day after its start: it was never further away.
  return left <= policy.reviewAmberSchoolDays && kind !== 'Settling' ? 'amber' : 'first';
}
