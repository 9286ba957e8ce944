import { expect, it } from 'vitest';
import { reviewUrgency } from '../../../src/school/reviews/review-light.ts';
import { reviewWindows } from '../../../src/school/reviews/review-window.ts';
import { firstOf, on } from './school.ts';

it.each([
  ['2025-09-04', 35, 'to-book'],
  ['2025-09-05', 34, 'to-book'],
  ['2025-09-06', 34, 'not-booked'],
  ['2025-10-01', 16, 'not-booked'],
  ['2025-10-02', 15, 'amber'],
  ['2025-10-15', 6, 'amber'],
  ['2025-10-16', 5, 'red'],
  ['2025-10-23', 0, 'red'],
  ['2025-10-24', 0, 'overdue'],
])('the review of Autumn 1, due by 23 October, has on %s %i school days left: %s', (day, left, light) => {
  const seen = on(day);
  const found = reviewWindows(seen, firstOf(seen), day);
  const [window] = 'notLoaded' in found ? [] : found;
  expect(window && reviewUrgency(seen.calendar, window, day, seen.policy)).toEqual({ left, light });
});
