import { describe, expect, it } from 'vitest';
import { savePlacement } from '../../../src/school/placements/save-placement.action.ts';
import { intervalDue, intervalTrouble } from '../../../src/school/reviews/frequency.ts';
import { reviewGap } from '../../../src/school/reviews/gap.ts';
import { nextReviewOf } from '../../../src/school/reviews/next-review.ts';
import { derbyshire } from '../derbyshire.ts';
import { pupil, tuesday } from '../facts.ts';
import { farm, knownTo, problemsOf, savesOf } from '../knowing.ts';
import { booked, firstOf, held, on, started } from './school.ts';

type Row = Readonly<Record<string, unknown>>;

describe('a frequency of its own (8.3)', () => {
  const { calendar } = on('2026-01-05');

  it.each([
    [{ from: '2026-01-05' }, 33, 'Spring 2'],
    [{ from: '2026-05-12' }, 40, 'Summer 1'],
    [{ from: '2026-06-01' }, 53, 'Summer 2'],
    [{ from: '2026-01-05', to: '2026-02-13' }, 40, 'Spring 1'],
  ])('of a placement %j is at most %i days, as %s has no more', (span, most, name) => {
    expect(intervalTrouble(calendar, most, span)).toBeUndefined();
    expect(intervalTrouble(calendar, most + 1, span)).toBe(
      `every ${most + 1} days is longer than a half term: ${name} has ${most} days`,
    );
  });

  it('is not taken without term dates', () => {
    expect(intervalTrouble(on('2026-01-05', {}, []).calendar, 14, { from: '2026-01-05' })).toMatch(/none is loaded/);
  });

  it.each([
    ['after the start', [], 14, '2026-01-19'],
    ['after the last review', [held('2026-01-20')], 14, '2026-02-03'],
    ['in a holiday on the last school day before', [held('2026-02-06')], 14, '2026-02-13'],
    ['in a holiday right after a review on the first school day after', [held('2026-02-13')], 7, '2026-02-23'],
    ['on an INSET day or weekend on the school day before', [held('2026-01-09')], 8, '2026-01-16'],
  ] as const)('falls due %s', (_, review: readonly Row[], days, due) => {
    const seen = on('2026-02-20', { placement: [started('2026-01-05', { reviewIntervalDays: days })], review });
    expect(intervalDue(seen, firstOf(seen), '2026-02-20')).toBe(due);
  });

  it('is refused when it is written down longer than a half term, or without a reason', () => {
    const save = (values: Row) => {
      const rows = { ...farm, pupil: [pupil], placement: [started('2026-01-05')] };
      return savePlacement.attempt(knownTo(['ap-leader'], rows), { placement: 'pl-1', seen: '1', values });
    };
    expect(problemsOf(save({ reviewIntervalDays: 41, reviewReasons: ['Need'] }))).toEqual([
      [
        'values.reviewIntervalDays',
        'Every 41 days is longer than a half term: Summer 1 has 40 days. A placement is reviewed in every half term at least (8.3).',
      ],
    ]);
    expect(savesOf(save({ reviewIntervalDays: 40, reviewReasons: ['Need'] }))).toHaveLength(1);
    expect(problemsOf(save({ reviewIntervalDays: 14 }))[0]?.[0]).toBe('values.reviewReasons');
    expect(savesOf(save({ transport: 'Taxi' }))).toHaveLength(1);
  });
});

describe('the gap between reviews (D7)', () => {
  const gap = (day: string, review: readonly Row[], more: Row = {}) => {
    const seen = on(day, { placement: [started('2026-01-05', more)], review });
    return reviewGap(seen, firstOf(seen), day);
  };

  it('counts school days after the last review up to today', () => {
    expect(gap('2026-03-20', [held('2026-01-09')])).toEqual({
      from: '2026-01-09',
      since: 'review',
      to: '2026-03-20',
      until: 'today',
      schoolDays: 45,
    });
    expect(gap('2026-03-23', [held('2026-01-09')])).toMatchObject({ schoolDays: 46 });
  });

  it('counts from the start before the first, in a pause too, and ends with the next that is booked', () => {
    const paused = { stage: 'Paused', pausedFrom: '2026-01-06' };
    expect(gap('2026-02-02', [booked('2026-03-12')], paused)).toMatchObject({
      since: 'start',
      until: 'next review',
      to: '2026-03-12',
      schoolDays: 43,
    });
  });

  it('has a settling review in it, but no meeting about another plan', () => {
    expect(gap('2026-03-20', [held('2026-01-16', { kind: 'Settling' })])).toMatchObject({ from: '2026-01-16' });
    expect(gap('2026-03-20', [held('2026-01-16', { kind: 'PEP' })])).toMatchObject({ since: 'start' });
  });

  it('is none once the placement is over, and a sentence where its start lies before the term dates', () => {
    expect(gap('2026-03-20', [], { stage: 'Ended', actualEnd: '2026-03-19' })).toBeUndefined();
    expect(gap('2026-03-20', [], { startDate: '2025-07-01' })).toEqual({
      notLoaded: true,
      says: 'Term dates before Thu 4 Sep 2025 are not loaded.',
    });
  });
});

describe('the next review of a pupil', () => {
  const next = (review: readonly Row[], calendar = derbyshire) =>
    nextReviewOf(on('2026-05-12', { review, placement: [started('2026-01-05')] }, calendar), 'pu-1', tuesday.today);

  it('is that of this half term, then, once it was held, that of the next', () => {
    expect(next([])).toEqual({ due: '2026-05-22', says: 'Review due by Fri 22 May (8.3).' });
    expect(next([held('2026-04-30')])?.due).toBe('2026-07-22');
    expect(next([held('2026-04-30', { kind: 'Settling' })])?.due).toBe('2026-05-22');
  });

  it('is named with its day when it is booked', () => {
    expect(next([booked('2026-05-19')])?.says).toBe('Review on Tue 19 May, due by Fri 22 May (8.3).');
  });

  it('is not guessed without term dates', () => {
    expect(next([], [])).toBeUndefined();
  });
});
