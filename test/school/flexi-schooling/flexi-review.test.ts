import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../../src/school/calendar/build-calendar.ts';
import { flexiReview } from '../../../src/school/flexi-schooling/flexi-review.ts';
import { nextReviewOf } from '../../../src/school/reviews/next-review.ts';
import { derbyshire } from '../derbyshire.ts';
import { held, on, started } from '../reviews/school.ts';

const calendar = buildCalendar(derbyshire);

describe('D16: the review of a flexi-schooling agreement', () => {
  it.each([
    ['2025-10-01', 'Autumn', '2025-09-04', '2025-12-19'],
    ['2025-10-28', 'Autumn', '2025-09-04', '2025-12-19'],
    ['2026-01-05', 'Spring', '2026-01-05', '2026-03-27'],
    ['2026-06-15', 'Summer', '2026-04-13', '2026-07-22'],
  ])('is on %s that of the %s term, from %s by %s', (day, name, first, dueBy) => {
    expect(flexiReview(calendar, { from: '2025-09-04' }, day)).toEqual({ name, first, dueBy });
  });

  it('counts from its start and by its end where they lie in the term', () => {
    expect(flexiReview(calendar, { from: '2026-03-27' }, '2026-03-27')).toMatchObject({
      first: '2026-03-27',
      dueBy: '2026-03-27',
    });
    expect(flexiReview(calendar, { from: '2026-03-28' }, '2026-03-27')).toBeUndefined();
    expect(flexiReview(calendar, { from: '2025-09-04', to: '2026-02-28' }, '2026-01-05')).toMatchObject({
      dueBy: '2026-02-27',
    });
  });

  it('is not computed while only one half of the term is loaded', () => {
    const one = buildCalendar(derbyshire.filter(({ name }) => name !== 'Spring 2'));
    expect(flexiReview(one, { from: '2025-09-04' }, '2026-01-05')).toEqual({
      notLoaded: true,
      says: 'Only one half term of Spring is loaded. Load the other one.',
    });
    expect(flexiReview(buildCalendar([]), { from: '2025-09-04' }, '2026-01-05')).toMatchObject({ notLoaded: true });
  });

  it('is the pupil’s next review until one was held in the term', () => {
    const placement = [started('2026-01-05', { legalBasis: 'FLEXI' })];
    const next = (review: readonly Readonly<Record<string, unknown>>[]) =>
      nextReviewOf(on('2026-02-03', { placement, review }), 'pu-1', '2026-02-03');
    expect(next([])).toEqual({ due: '2026-03-27', says: 'Review due by Fri 27 Mar (10.6).' });
    expect(next([held('2026-02-02', { kind: 'Termly' })])).toBeUndefined();
  });
});
