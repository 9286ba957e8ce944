import { expect, test } from 'vitest';
import type { ReviewPlan } from '../../../src/school/reviews/review-plan.types.ts';
import { notStanding, rowsOf, weekOf } from '../../../src/tab/reviews/plan-desk.ts';

const slot = { start: '2026-11-03T09:00', end: '2026-11-03T09:45' };
const review = { review: 're-1', initials: 'J.S.', year: 'Y10', ...slot };
const row = { ...review, placement: 'pl-1', online: true, staff: [], travelMinutes: 0 };
const plan = (rows: readonly object[], standing: readonly object[]) =>
  Object({ rows, standing, unplaced: [], troubles: [] }) as ReviewPlan;

test('a proposed review that was booked meanwhile is shown once, as it stands in the calendar', () => {
  const before = [{ plan: plan([row], []) }];
  const rows = rowsOf(before);
  expect(notStanding(before, rows)).toEqual(rows);
  const after = [{ plan: plan([], [review]) }];
  const left = notStanding(after, rows);
  expect(left).toEqual([]);
  expect(weekOf(after, left, () => slot).map(({ pupil, fixed }) => [pupil, fixed])).toEqual([['J.S. Y10', true]]);
});

test('the same key at another school is another review', () => {
  const rows = rowsOf([{ school: 'sch-01', plan: plan([row], []) }]);
  expect(notStanding([{ school: 'sch-02', plan: plan([], [review]) }], rows)).toEqual(rows);
});
