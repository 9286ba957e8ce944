import { describe, expect, test } from 'vitest';
import type { ReviewPlan } from '../../../src/school/reviews/review-plan.types.ts';
import { bookingOf, clashesIn, groupsOf, notStanding, rowsOf, weekOf } from '../../../src/tab/reviews/plan-desk.ts';

const slot = { start: '2026-11-03T09:00', end: '2026-11-03T09:45' };
const review = { review: 're-1', initials: 'J.S.', year: 'Y10', staff: [], ...slot };
const row = { ...review, placement: 'pl-1', online: true, without: [], travelMinutes: 0 };
const plan = (rows: readonly object[], standing: readonly object[]) =>
  Object({ rows, standing, unplaced: [], troubles: [], busy: [] }) as ReviewPlan;

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

describe('two schools on one desk', () => {
  const lead = { id: 'p-1', initials: 'R.E.', name: 'Robin Example', required: true };
  const aide = { ...lead, id: 'p-2', initials: 'S.T.', required: false };
  const later = { start: '2026-11-03T11:00', end: '2026-11-03T11:45' };
  const plans = [
    { school: 'sch-01', name: 'Ashdown', plan: plan([{ ...row, staff: [lead, aide] }], []) },
    { school: 'sch-02', name: 'Brackenfield', plan: plan([{ ...row, staff: [lead], ...later }], []) },
    { school: 'sch-03', name: 'Coppice', plan: plan([], [{ ...review, review: 're-9', staff: [aide], ...later }]) },
  ];
  const rows = rowsOf(plans);
  const [ashdown] = rows;
  if (!ashdown) throw new Error('There is a row.');

  test('are grouped by school, one without rows left out', () => {
    expect(groupsOf(plans, rows).map(({ name, rows: of }) => [name, of.length])).toEqual([
      ['Ashdown', 1],
      ['Brackenfield', 1],
    ]);
  });

  test('tell of nothing until something is moved, then whom it would have in two schools', () => {
    expect(clashesIn(plans, rows, {})).toEqual(new Map());
    const clashes = clashesIn(plans, rows, { [ashdown.id]: later }).get(ashdown.id);
    expect(clashes?.map(({ says, refused }) => [says.slice(0, 50), refused])).toEqual([
      ['R.E. is at the review of J.S. Y10 (Brackenfield): ', true],
      ['S.T. is at the review of J.S. Y10 (Coppice): Tue 3', false],
    ]);
  });

  test('book a moved review without who need not come and is elsewhere then', () => {
    const clashes = clashesIn(plans, rows, { [ashdown.id]: later });
    const own = { ...ashdown, without: ['p-0'] };
    expect(bookingOf([own], () => later, clashes, 1)).toEqual({
      school: 'sch-01',
      reviews: [{ review: 're-1', ...later, online: true, without: ['p-0', 'p-2'] }],
      followedBy: 1,
    });
  });
});
