import { expect, it } from 'vitest';
import { schoolDays, timeLate, timeLeft } from '../../../src/school/calendar/time-left.ts';

it('says the time left and the time over as staff would', () => {
  expect([18, 1, 0].map(timeLeft)).toEqual([
    '18 school days left',
    '1 school day left',
    'today is the last school day',
  ]);
  expect([0, 1, 17].map(timeLate)).toEqual(['late, no school day since', '1 school day late', '17 school days late']);
  expect([0, 1, 46].map(schoolDays)).toEqual(['0 school days', '1 school day', '46 school days']);
});
