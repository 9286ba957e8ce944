import { describe, expect, it } from 'vitest';
import { planNaively } from '../../../src/run/bench/planner/plan-naively.ts';
import { solveExactly } from '../../../src/run/bench/planner/solve-exactly.ts';
import { trustOfReviews } from '../../../src/run/bench/planner/trust-of-reviews.ts';
import { planReviews } from '../../../src/school/reviews/planner/plan-reviews.ts';
import type { PlannerInput } from '../../../src/school/reviews/planner/planner.types.ts';
import { compareScores, scorePlan } from '../../../src/school/reviews/planner/score.ts';
import { slotTroubles } from '../../../src/school/reviews/planner/slot-troubles.ts';

/** Two schools that share a visitor, with the first reviews of each. */
function twoSchools(seed: number): PlannerInput {
  const all = trustOfReviews(2, seed);
  return { ...all, reviews: all.reviews.filter((_, nth) => nth % 30 < 6) };
}

describe('the optimum that the planner is compared with', () => {
  it.each([1, 2, 3])('is proved, has no clash, and is beaten by no plan (%i)', async (seed) => {
    const input = twoSchools(seed);
    const exact = await solveExactly(input, 60);
    expect(exact.unproved).toBe(0);
    expect(exact.programs).toBeLessThanOrEqual(2);
    expect(slotTroubles(input, exact.slots)).toEqual([]);
    const optimum = scorePlan(input, exact.slots);
    const planner = scorePlan(input, planReviews(input).slots);
    expect(compareScores(optimum, planner)).toBeGreaterThan(-1e-3);
    expect(planner.unplaced).toBe(optimum.unplaced);
    expect(planner.points / optimum.points).toBeGreaterThan(0.99);
    const naive = planNaively(input);
    expect(slotTroubles(input, naive)).toEqual([]);
    expect(compareScores(planner, scorePlan(input, naive))).toBeGreaterThanOrEqual(0);
  });

  it('the same number gives the same schools, another number others', () => {
    expect(trustOfReviews(1, 4)).toEqual(trustOfReviews(1, 4));
    expect(trustOfReviews(1, 4)).not.toEqual(trustOfReviews(1, 5));
    expect(trustOfReviews(10, 1).reviews).toHaveLength(300);
  });
});
