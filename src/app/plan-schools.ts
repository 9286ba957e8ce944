import { bookReviews } from '../school/reviews/book-reviews.action.ts';
import { prepareReviewPlan, reviewPlanCalendars, sayReviewPlan } from '../school/reviews/make-review-plan.ts';
import { planSteps } from '../school/reviews/planner/plan-reviews.ts';
import type { PlanProgress } from '../school/reviews/planner/planner.types.ts';
import { inOne, partOf } from '../school/reviews/planner/several-schools.ts';
import type { ReviewPlan, SchoolPlan } from '../school/reviews/review-plan.types.ts';
import { reviewPlan } from '../school/reviews/review-plan.view.ts';
import type { Seen } from '../school/view.ts';
import { seenBy } from './ask.ts';
import type { School, World } from './ports.ts';
import { schoolsOf } from './which-school.ts';

/** How far the plan of several schools has come: reading calendars, so many schools of so many; then planning reviews. */
export interface SchoolsProgress extends PlanProgress {
  readonly part: 'reading' | 'planning';
}

interface Read {
  readonly school: School;
  readonly seen: Seen;
  readonly prepared: ReturnType<typeof prepareReviewPlan>;
}

/** Milliseconds for which the planner works before others are answered. */
const turn = 30;

/**
 * One plan for the reviews that are due in all schools in which a person may book them, each in the half term that runs or
 * comes; nobody who works in two of them is asked to be in both at a time. Says on the way how far it has come.
 */
export async function* planSchools(
  world: World,
  asked: { readonly by: string; readonly name?: string },
): AsyncGenerator<SchoolsProgress, readonly SchoolPlan[]> {
  const mine = (await schoolsOf(world, asked)).filter(({ person }) =>
    person.roles.some((role) => bookReviews.roles.includes(role)),
  );
  const read: Read[] = [];
  for (const { school, person } of mine) {
    const { seen } = await seenBy(world, school, person, reviewPlan.needs, (facts) =>
      reviewPlanCalendars(facts, undefined),
    );
    read.push({ school, seen, prepared: prepareReviewPlan(seen, undefined) });
    yield { part: 'reading', done: read.length, of: mine.length };
  }
  const inputs = read.flatMap(({ school, prepared }) =>
    'input' in prepared ? [{ school: school.key, input: prepared.input }] : [],
  );
  if (inputs.length === 0) return read.map((one) => planOf(one, undefined));
  const steps = planSteps(inOne(inputs));
  let since = Date.now();
  for (;;) {
    const step = steps.next();
    if (step.done) {
      const schedule = step.value;
      return read.map((one) => planOf(one, partOf(schedule, one.school.key)));
    }
    if (Date.now() - since < turn) continue;
    yield { part: 'planning', ...step.value };
    await new Promise((resolve) => setImmediate(resolve));
    since = Date.now();
  }
}

function planOf(
  { school, seen, prepared }: Read,
  schedule: Parameters<typeof sayReviewPlan>[2] | undefined,
): SchoolPlan {
  const plan: ReviewPlan =
    'input' in prepared ? sayReviewPlan(seen, prepared, schedule ?? { slots: [], unplaced: [] }) : prepared;
  return { school: school.key, name: seen.settings.name, plan };
}
