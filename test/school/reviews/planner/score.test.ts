import { describe, expect, it } from 'vitest';
import type { ProposedSlot } from '../../../../src/school/reviews/planner/planner.types.ts';
import {
  compareScores,
  crowdingCost,
  optionalPoints,
  pupilWhere,
  scorePlan,
  slotPoints,
} from '../../../../src/school/reviews/planner/score.ts';
import { input, review } from './half-term.ts';

const slot = (id: string, day: string, other: Partial<ProposedSlot> = {}): ProposedSlot => ({
  review: id,
  day,
  start: '09:00',
  end: '10:00',
  place: 'provider',
  people: [`pupil of ${id}`, 'leader'],
  ...other,
});

describe('the score', () => {
  it('is 100 for a review in good time, where the pupil is, at the place liked best', () => {
    expect(scorePlan(input([review('a')]), [slot('a', '2026-12-11')])).toEqual({ placed: 1, unplaced: 0, points: 100 });
  });

  it('falls from five school days before the due day to the due day itself, by eight points a day', () => {
    const at = (daysLeft: number) => slotPoints({ daysLeft, pupil: 'there', choice: 0 }, 5);
    expect([6, 5, 4, 1, 0].map(at)).toEqual([85, 85, 77, 53, 45]);
    expect(slotPoints({ daysLeft: 0, pupil: 'there', choice: 0 }, 0)).toBe(85);
  });

  it('halves with each place liked less, and falls where the pupil is elsewhere or nowhere', () => {
    const at = (pupil: 'there' | 'elsewhere' | 'nowhere', choice: number) =>
      slotPoints({ daysLeft: 5, pupil, choice }, 5);
    expect([at('there', 0), at('there', 1), at('there', 2)]).toEqual([85, 75, 70]);
    expect([at('elsewhere', 0), at('nowhere', 0)]).toEqual([72.5, 60]);
  });

  it('over midday the pupil has to be there in both sessions; online, school and provider are as good', () => {
    expect(pupilWhere(['provider', 'provider'], 'provider')).toBe('there');
    expect(pupilWhere(['provider', 'school'], 'provider')).toBe('elsewhere');
    expect(pupilWhere(['provider', 'school'], 'online')).toBe('there');
    expect(pupilWhere(['provider', undefined], 'online')).toBe('nowhere');
  });

  it('counts the optional people who come; with nobody asked there is nothing to lose', () => {
    expect([optionalPoints(0, 2), optionalPoints(1, 2), optionalPoints(2, 2), optionalPoints(0, 0)]).toEqual([
      0, 7.5, 15, 15,
    ]);
  });

  it('makes each further review of a day, and of a week, dearer than the one before', () => {
    expect([1, 2, 3].map((reviews) => crowdingCost(reviews, 4))).toEqual([0, 4, 12]);
    const two = input([review('a'), review('b')]);
    const sameDay = scorePlan(two, [
      slot('a', '2026-12-10'),
      slot('b', '2026-12-10', { start: '10:00', end: '11:00' }),
    ]);
    const sameWeek = scorePlan(two, [slot('a', '2026-12-09'), slot('b', '2026-12-10')]);
    const apart = scorePlan(two, [slot('a', '2026-12-04'), slot('b', '2026-12-10')]);
    expect([sameDay.points, sameWeek.points, apart.points]).toEqual([195, 199, 200]);
  });

  it('never gives up a review for points', () => {
    const all = { placed: 2, unplaced: 0, points: 10 };
    expect(compareScores(all, { placed: 1, unplaced: 1, points: 100 })).toBeGreaterThan(0);
    expect(compareScores(all, { ...all, points: 11 })).toBeLessThan(0);
    expect(compareScores(all, all)).toBe(0);
  });
});
