import { expect, it } from 'vitest';
import { dateNear } from '../../../src/school/calendar/dates.ts';

it('a day within half a year of today is plain without its year; one day further it is not', () => {
  expect(dateNear('2026-09-01', '2026-11-24')).toBe('Tue 1 Sep');
  expect(dateNear('2026-05-26', '2026-11-24')).toBe('Tue 26 May');
  expect(dateNear('2026-05-25', '2026-11-24')).toBe('Mon 25 May 2026');
  expect(dateNear('2027-05-26', '2026-11-24')).toBe('Wed 26 May 2027');
  expect(dateNear('2025-09-01', '2026-11-24')).toBe('Mon 1 Sep 2025');
});
