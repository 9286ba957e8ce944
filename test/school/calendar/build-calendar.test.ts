import { describe, expect, it } from 'vitest';
import { nDeadline } from '../../../src/school/attendance/n-clock.ts';
import { buildCalendar } from '../../../src/school/calendar/build-calendar.ts';
import { dayInWords } from '../../../src/school/calendar/in-words.ts';
import { derbyshire, entry } from '../derbyshire.ts';

const calendar = buildCalendar(derbyshire);

describe('school days of Derbyshire 2025/26', () => {
  it('are 190, in half terms of 36, 34, 30, 25, 29 and 36', () => {
    expect(calendar.halfTerms.map((half) => calendar.daysOf(half).length)).toEqual([36, 34, 30, 25, 29, 36]);
  });

  it.each([
    ['2025-10-22', '2025-11-07'],
    ['2026-02-13', '2026-02-27'],
    ['2026-05-01', '2026-05-11'],
    ['2026-05-21', '2026-06-08'],
  ])('D1: N of %s is settled by %s', (date, due) => {
    expect(nDeadline(calendar, date)).toBe(due);
  });

  it('counts the sixth school day back before a holiday, and only up to the day itself', () => {
    expect(calendar.before('2025-11-04', 2)).toEqual({ day: '2025-10-22' });
    expect(calendar.before('2026-01-12', 2)).toEqual({ day: '2026-01-08' });
    expect(calendar.schoolDaysBetween('2025-10-22', '2025-11-07')).toBe(5);
    expect(calendar.schoolDaysBetween('2025-10-22', '2025-11-10')).toBe(6);
    expect(calendar.schoolDaysBetween('2025-11-07', '2025-10-22')).toBe(-5);
  });

  it('steps over the weekends on which the clocks change by exactly one school day', () => {
    expect(calendar.nextSchoolDay('2026-03-27')).toEqual({ day: '2026-04-13' });
    const halfTermLate = buildCalendar([entry('HalfTerm', 'Long', '2026-03-02', '2026-04-02')]);
    expect(halfTermLate.nextSchoolDay('2026-03-27')).toEqual({ day: '2026-03-30' });
    const october = buildCalendar([entry('HalfTerm', 'Long', '2026-10-01', '2026-11-30')]);
    expect(october.nextSchoolDay('2026-10-23')).toEqual({ day: '2026-10-26' });
  });

  it('leaves out the bank holiday Monday and keeps the Tuesday', () => {
    expect(calendar.closed('2026-05-04', 'AM')).toEqual({ why: 'bank-holiday' });
    expect(calendar.nextSchoolDay('2026-05-01')).toEqual({ day: '2026-05-05' });
  });
});

describe('closures', () => {
  it('a closed morning stays a school day; a closed whole day moves the deadline', () => {
    const closed = (sessions: 'AM' | 'Both') =>
      buildCalendar([...derbyshire, entry('Closure', 'Snow', '2025-11-05', '2025-11-05', { sessions })]);
    expect(closed('AM').isSchoolDay('2025-11-05')).toBe(true);
    expect(closed('AM').closed('2025-11-05', 'AM')).toEqual({ why: 'closure', name: 'Snow', code: 'Y4' });
    expect(closed('AM').closed('2025-11-05', 'PM')).toBeUndefined();
    expect(nDeadline(closed('AM'), '2025-10-22')).toBe('2025-11-07');
    expect(nDeadline(closed('Both'), '2025-10-22')).toBe('2025-11-10');
  });

  it('a provider closure closes that provider alone', () => {
    const held = buildCalendar([
      ...derbyshire,
      entry('ProviderClosure', 'Staff day', '2025-11-06', '2025-11-06', { provider: 'pr-farm', sessions: 'PM' }),
    ]);
    expect(held.providerClosed('pr-farm', '2025-11-06', 'PM')).toBe(true);
    expect(held.providerClosed('pr-farm', '2025-11-06', 'AM')).toBe(false);
    expect(held.providerClosed('pr-college', '2025-11-06', 'PM')).toBe(false);
    expect(held.isSchoolDay('2025-11-06')).toBe(true);
  });
});

describe('where nothing may be guessed', () => {
  it('past the last loaded day', () => {
    expect(nDeadline(calendar, '2026-07-15')).toBe('2026-07-22');
    expect(nDeadline(calendar, '2026-07-16')).toBeUndefined();
    expect(calendar.after('2026-07-16', 5)).toEqual({
      notLoaded: true,
      says: 'Term dates end on Thu 23 Jul 2026. Load the next term dates.',
    });
  });

  it('before the first, and with no calendar at all', () => {
    expect(calendar.loaded('2025-09-03')).toBe(false);
    expect(calendar.loaded('2025-09-04')).toBe(true);
    expect(buildCalendar([]).after('2025-11-05', 1)).toMatchObject({ notLoaded: true });
  });

  it('across a missing half term, and within it', () => {
    const held = buildCalendar(derbyshire.filter((each) => each.name !== 'Spring 1'));
    expect(held.after('2025-12-12', 5)).toEqual({ day: '2025-12-19' });
    expect(held.after('2025-12-15', 5)).toMatchObject({ notLoaded: true });
    expect(held.loaded('2026-01-20')).toBe(false);
    expect(held.loaded('2026-02-23')).toBe(true);
  });

  it('where two half terms overlap', () => {
    const held = buildCalendar([...derbyshire, entry('HalfTerm', 'Autumn 2 again', '2025-12-01', '2025-12-12')]);
    expect(held.after('2025-11-05', 1)).toMatchObject({ notLoaded: true });
  });
});

describe('a day in words', () => {
  const lettered = buildCalendar([
    ...derbyshire,
    entry('WeekLetter', 'Week A', '2025-10-20', '2025-10-24', { weekLetter: 'A' }),
  ]);

  it('says date, week, half term and how far in', () => {
    expect(dayInWords(lettered, '2025-11-25')).toBe('Tue 25 Nov, week A, Autumn 2, day 16 of 34');
  });

  it('alternates letters by school weeks: the holiday week has none to use up', () => {
    expect(lettered.weekLetter('2025-10-22')).toBe('A');
    expect(lettered.weekLetter('2025-11-04')).toBe('B');
  });

  it('says why there is no school, and when dates are not loaded', () => {
    expect(dayInWords(lettered, '2025-11-29')).toBe('Sat 29 Nov, no school: weekend');
    expect(dayInWords(lettered, '2025-11-03')).toBe('Mon 3 Nov, no school: INSET');
    expect(dayInWords(lettered, '2026-07-24')).toContain('term dates not loaded');
  });
});
