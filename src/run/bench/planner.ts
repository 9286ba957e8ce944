import { pathToFileURL } from 'node:url';
import { planReviews, planSteps } from '../../school/reviews/planner/plan-reviews.ts';
import type { PlannerInput, ProposedSlot } from '../../school/reviews/planner/planner.types.ts';
import { type PlanScore, scorePlan } from '../../school/reviews/planner/score.ts';
import { slotTroubles } from '../../school/reviews/planner/slot-troubles.ts';
import { collectGarbage } from './planner/collect-garbage.ts';
import { planNaively } from './planner/plan-naively.ts';
import { solveExactly } from './planner/solve-exactly.ts';
import { reviewsPerSchool, trustOfReviews } from './planner/trust-of-reviews.ts';

/** The planner beside the optimum on one instance. Shares are of the optimum's points; times in milliseconds. */
export interface PlannerComparison {
  readonly reviews: number;
  readonly seed: number;
  readonly planner: PlanScore;
  readonly optimum: PlanScore;
  readonly naive: PlanScore;
  /** 1 is the optimum itself. Points are for times alone: nothing is earned by a review merely being placed. */
  readonly share: number;
  readonly naiveShare: number;
  /** Reviews that the optimum places and the planner does not. */
  readonly unplacedMore: number;
  readonly naiveUnplacedMore: number;
  /** The median of some runs. */
  readonly plannerMilliseconds: number;
  /** One run of HiGHS, reading its program included and writing it not. */
  readonly optimumMilliseconds: number;
  /** How many times faster the planner is. */
  readonly speed: number;
  /** Programs and yes-or-no decisions of the optimum; programs not proved solved in time. */
  readonly programs: number;
  readonly decisions: number;
  readonly unproved: number;
  /** What an independent check finds wrong with either plan. */
  readonly troubles: number;
}

/** The planner alone on an instance: how time and memory grow. */
export interface PlannerGrowth {
  readonly reviews: number;
  readonly milliseconds: number;
  readonly millisecondsPerReview: number;
  /** The most that was in use on the way, above what was in use before, the instance not counted. */
  readonly megabytes: number;
  readonly unplaced: number;
}

/** What the bench says of the planner. */
export interface PlannerBench {
  readonly comparisons: readonly PlannerComparison[];
  readonly growth: readonly PlannerGrowth[];
  /** What must hold, by size: the worst share, the time of all solving over that of all planning, the most left out. */
  readonly bySize: readonly PlannerRatios[];
  /** Time a review at the largest size over that at the smallest but one: 1 is linear. */
  readonly growthOfTimePerReview: number;
}

/** The comparisons of one size together. */
export interface PlannerRatios {
  readonly reviews: number;
  readonly instances: number;
  /** At least 0.99. */
  readonly worstShare: number;
  readonly bestNaiveShare: number;
  /** At least 50: milliseconds of HiGHS over all instances by those of the planner. */
  readonly speed: number;
  readonly slowestSpeed: number;
  /** 0. */
  readonly unplacedMore: number;
}

/** Seconds that HiGHS may take for one program. */
const patience = 120;

/** Compares the planner with the optimum at 30 reviews (five schools in turn) and 300 (a trust), and lets it grow to 3,000. */
export async function benchPlanner(): Promise<PlannerBench> {
  // Both are let run first, so that neither is timed while it is being compiled.
  for (let n = 0; n < 5; n += 1) planReviews(trustOfReviews(10, 99));
  await solveExactly(trustOfReviews(1, 99), patience);
  const comparisons: PlannerComparison[] = [];
  for (const seed of [1, 2, 3, 4, 5]) comparisons.push(await compared(1, seed));
  comparisons.push(await compared(10, 1));
  const growth = [1, 10, 100].map(grown);
  const [, middle, largest] = growth;
  return {
    comparisons,
    growth,
    bySize: [1, 10].map((schools) => ratios(comparisons, schools * reviewsPerSchool)),
    growthOfTimePerReview: (largest?.millisecondsPerReview ?? 0) / (middle?.millisecondsPerReview ?? 1),
  };
}

function ratios(comparisons: readonly PlannerComparison[], reviews: number): PlannerRatios {
  const of = comparisons.filter((one) => one.reviews === reviews);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    reviews,
    instances: of.length,
    worstShare: Math.min(...of.map(({ share }) => share)),
    bestNaiveShare: Math.max(...of.map(({ naiveShare }) => naiveShare)),
    speed:
      sum(of.map(({ optimumMilliseconds }) => optimumMilliseconds)) /
      sum(of.map(({ plannerMilliseconds }) => plannerMilliseconds)),
    slowestSpeed: Math.min(...of.map(({ speed }) => speed)),
    unplacedMore: Math.max(...of.map(({ unplacedMore }) => unplacedMore)),
  };
}

async function compared(schools: number, seed: number): Promise<PlannerComparison> {
  const input = trustOfReviews(schools, seed);
  const runs = Array.from({ length: 11 }, () => timed(() => planReviews(input)));
  const slots = runs[0]?.value.slots ?? [];
  const plannerMilliseconds = median(runs.map(({ milliseconds }) => milliseconds));
  const exact = await solveExactly(input, patience);
  const score = (of: readonly ProposedSlot[]) => scorePlan(input, of);
  const [planner, optimum, naive] = [score(slots), score(exact.slots), score(planNaively(input))];
  return {
    reviews: schools * reviewsPerSchool,
    seed,
    planner,
    optimum,
    naive,
    share: planner.points / optimum.points,
    naiveShare: naive.points / optimum.points,
    unplacedMore: planner.unplaced - optimum.unplaced,
    naiveUnplacedMore: naive.unplaced - optimum.unplaced,
    plannerMilliseconds,
    optimumMilliseconds: exact.milliseconds,
    speed: exact.milliseconds / plannerMilliseconds,
    programs: exact.programs,
    decisions: exact.decisions,
    unproved: exact.unproved,
    troubles: slotTroubles(input, slots).length + slotTroubles(input, exact.slots).length,
  };
}

function grown(schools: number): PlannerGrowth {
  const input = trustOfReviews(schools, 1);
  const reviews = schools * reviewsPerSchool;
  const milliseconds = median(Array.from({ length: 3 }, () => timed(() => planReviews(input)).milliseconds));
  const { megabytes, unplaced } = remembered(input);
  return { reviews, milliseconds, millisecondsPerReview: milliseconds / reviews, megabytes, unplaced };
}

/** Looked at some times on the way, what is no longer needed taken away first. */
function remembered(input: PlannerInput): { readonly megabytes: number; readonly unplaced: number } {
  collectGarbage();
  const before = process.memoryUsage().heapUsed;
  const steps = planSteps(input);
  let most = 0;
  let looked = -1;
  for (;;) {
    const step = steps.next();
    if (step.done) return { megabytes: Math.max(0, most - before) / 2 ** 20, unplaced: step.value.unplaced.length };
    const part = Math.floor((step.value.done * 5) / step.value.of);
    if (part === looked) continue;
    looked = part;
    collectGarbage();
    most = Math.max(most, process.memoryUsage().heapUsed);
  }
}

function timed<T>(run: () => T): { readonly value: T; readonly milliseconds: number } {
  const start = performance.now();
  const value = run();
  return { value, milliseconds: performance.now() - start };
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  process.stdout.write(`${JSON.stringify(await benchPlanner(), undefined, 2)}\n`);
}
