import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../../src/school/calendar/build-calendar.ts';
import type { CalendarEntry } from '../../../src/school/calendar/calendar-entry.record.ts';
import { removeCalendarEntry } from '../../../src/school/calendar/remove-calendar-entry.action.ts';
import { saveCalendarEntry } from '../../../src/school/calendar/save-calendar-entry.action.ts';
import { derbyshire, entry } from '../derbyshire.ts';
import { mark, pupil, type Rows } from '../facts.ts';
import { changesOf, farm, knownTo, placement, problemsOf, savesOf, slot } from '../knowing.ts';

const school = (more: Rows = {}, entries: readonly CalendarEntry[] = derbyshire) =>
  knownTo(['ap-leader'], { ...farm, pupil: [pupil], ...more, calendarEntry: entries }, undefined, entries);
const save = (wish: object, more?: Rows, entries?: readonly CalendarEntry[]) =>
  saveCalendarEntry.attempt(school(more, entries), wish);
const add = (values: object, more?: Rows, entries?: readonly CalendarEntry[]) => save({ values }, more, entries);
const remove = (key: string, more?: Rows, wish: object = {}) =>
  removeCalendarEntry.attempt(school(more), { entry: key, why: 'Entered twice', seen: '1', ...wish });
/** The calendar when these saves are carried out. */
const calendarAfter = (decision: ReturnType<typeof save>) => {
  const kept = new Map<string, object>(derbyshire.map((one) => [one.key.toLowerCase(), one]));
  for (const { key, values } of savesOf(decision)) {
    kept.set(key.toLowerCase(), { ...kept.get(key.toLowerCase()), ...values, key, version: '2' });
  }
  return buildCalendar([...kept.values()] as CalendarEntry[]);
};

describe('an entry of the calendar', () => {
  it('is added with what its kind has, its key made of kind and day, and who added it', () => {
    const decision = add({ kind: 'INSET', firstDay: '2026-06-26' });
    expect(savesOf(decision)).toMatchObject([
      {
        key: 'inset|2026-06-26',
        seen: null,
        values: { name: 'INSET', lastDay: '2026-06-26', sessions: 'Both', changedByName: 'Robin Example' },
      },
    ]);
    expect(calendarAfter(decision).isSchoolDay('2026-06-26')).toBe(false);
    expect(calendarAfter(decision).isSchoolDay('2026-06-25')).toBe(true);
  });

  it('that closes a provider for a week names it, and takes nobody else away', () => {
    const decision = add({
      kind: 'ProviderClosure',
      firstDay: '2026-06-22',
      lastDay: '2026-06-26',
      provider: 'pr-farm',
      registerCode: 'Y4',
    });
    expect(savesOf(decision)[0]).toMatchObject({
      key: 'providerclosure|2026-06-22|pr-farm',
      values: { provider: 'pr-farm', registerCode: undefined },
    });
    expect(calendarAfter(decision).providerClosed('pr-farm', '2026-06-26', 'PM')).toBe(true);
    expect(calendarAfter(decision).providerClosed('pr-online', '2026-06-26', 'PM')).toBe(false);
    expect(problemsOf(add({ kind: 'ProviderClosure', firstDay: '2026-06-22' }))).toEqual([
      ['values.provider', 'Choose the provider that closes.'],
    ]);
    expect(problemsOf(add({ kind: 'ProviderClosure', firstDay: '2026-06-22', provider: 'pr-9' }))[0]?.[0]).toBe(
      'values.provider',
    );
  });

  it('is refused where it stands already, by day and half of the day', () => {
    expect(problemsOf(add({ kind: 'INSET', firstDay: '2026-06-01' }))).toEqual([
      ['values.firstDay', 'INSET on Mon 1 Jun is in the calendar already. Correct that one.'],
    ]);
    const boiler = entry('Closure', 'Boiler', '2026-06-25', '2026-06-25', {
      sessions: 'AM',
      key: 'closure|2026-06-25|am',
    });
    const twice = { kind: 'Closure', firstDay: '2026-06-25', name: 'Polling' };
    expect(problemsOf(add({ ...twice, sessions: 'AM' }, {}, [...derbyshire, boiler]))[0]?.[0]).toBe('values.firstDay');
    expect(savesOf(add({ ...twice, sessions: 'PM' }, {}, [...derbyshire, boiler]))).toHaveLength(1);
  });

  it('taken away before, it comes back on the version that stands', () => {
    const gone = entry('INSET', 'INSET', '2026-06-26', '2026-06-26', {
      key: 'inset|2026-06-26',
      version: '7',
      state: 'Withdrawn',
      why: 'Wrong',
    });
    const [back] = savesOf(add({ kind: 'INSET', firstDay: '2026-06-26' }, {}, [...derbyshire, gone]));
    expect(back).toMatchObject({ seen: '7', values: { state: 'Stands', why: undefined } });
  });

  it('begins and ends in its order, on weekdays, within two years', () => {
    const closed = { kind: 'Closure', firstDay: '2026-06-25' };
    expect(problemsOf(add({ ...closed, lastDay: '2026-06-24' }))).toEqual([
      ['values.lastDay', 'It ends on Wed 24 Jun 2026, before it begins on Thu 25 Jun 2026.'],
    ]);
    expect(savesOf(add({ ...closed, lastDay: '2026-06-25' }))).toHaveLength(1);
    expect(problemsOf(add({ ...closed, firstDay: '2026-06-20', lastDay: '2026-06-22' }))[0]?.[1]).toContain('weekend');
    expect(problemsOf(add({ kind: 'BankHoliday', firstDay: '2028-09-01' }))[0]?.[1]).toContain('years away');
    expect(savesOf(add({ kind: 'BankHoliday', firstDay: '2028-08-28' }))).toHaveLength(1);
  });
});

describe('a half term', () => {
  const autumn = { kind: 'HalfTerm', name: 'Autumn 1', firstDay: '2026-09-03', lastDay: '2026-10-23' };

  it('is added; not over another, not longer than ten weeks', () => {
    expect(savesOf(add(autumn))[0]).toMatchObject({ key: 'halfterm|2026-09-03', values: { name: 'Autumn 1' } });
    expect(problemsOf(add({ ...autumn, firstDay: '2026-07-23' }))[0]?.[1]).toContain('more than ten weeks');
    expect(problemsOf(add({ ...autumn, firstDay: '2026-07-23', lastDay: '2026-09-01' }))).toEqual([
      ['values.firstDay', 'It overlaps Summer 2 (Mon 1 Jun 2026 to Thu 23 Jul 2026).'],
    ]);
    expect(savesOf(add({ ...autumn, firstDay: '2026-07-24', lastDay: '2026-09-01' }))).toHaveLength(1);
    expect(problemsOf(add({ ...autumn, name: '' }))).toEqual([['values.name', 'Name is missing.']]);
    expect(problemsOf(add({ ...autumn, lastDay: undefined }))).toEqual([['values.lastDay', 'Last day is missing.']]);
  });

  it('is corrected under its key while its first day stays', () => {
    const wish = { entry: 'HalfTerm|2026-06-01', seen: '1', values: { lastDay: '2026-07-21' } };
    expect(savesOf(save(wish))).toMatchObject([
      { key: 'HalfTerm|2026-06-01', seen: '1', values: { name: 'Summer 2', lastDay: '2026-07-21' } },
    ]);
    expect(changesOf(save({ ...wish, values: { lastDay: '2026-07-23' } }))).toEqual([]);
    expect(problemsOf(save({ ...wish, seen: '0' }))[0]?.[0]).toBe('seen');
    expect(problemsOf(save({ ...wish, values: { kind: 'INSET' } }))[0]?.[0]).toBe('values.kind');
  });

  it('that moves its first day stands anew, and the old one is kept as withdrawn', () => {
    const decision = save({ entry: 'HalfTerm|2026-06-01', seen: '1', values: { firstDay: '2026-06-03' } });
    expect(savesOf(decision)).toMatchObject([
      { key: 'HalfTerm|2026-06-01', seen: '1', values: { state: 'Withdrawn', why: 'Moved to Wed 3 Jun' } },
      { key: 'halfterm|2026-06-03', seen: null, values: { name: 'Summer 2', lastDay: '2026-07-23' } },
    ]);
    expect(calendarAfter(decision).halfTerms.map(({ firstDay }) => firstDay)).toContain('2026-06-03');
    expect(calendarAfter(decision).halfTerms).toHaveLength(6);
  });
});

describe('a week letter', () => {
  it('is of the Monday of its week, and a week has one', () => {
    const letter = add({ kind: 'WeekLetter', firstDay: '2026-06-10', weekLetter: 'B' });
    expect(savesOf(letter)[0]).toMatchObject({ key: 'weekletter|2026-06-08', values: { name: 'Week B' } });
    expect(calendarAfter(letter).weekLetter('2026-06-12')).toBe('B');
    expect(calendarAfter(letter).weekLetter('2026-06-15')).toBe('A');
    const stands = entry('WeekLetter', 'Week A', '2026-06-08', '2026-06-08', { weekLetter: 'A' });
    expect(
      problemsOf(add({ kind: 'WeekLetter', firstDay: '2026-06-12', weekLetter: 'B' }, {}, [...derbyshire, stands]))[0],
    ).toEqual(['values.firstDay', 'Week A on Mon 8 Jun is in the calendar already. Correct that one.']);
    expect(problemsOf(add({ kind: 'WeekLetter', firstDay: '2026-06-10' }))[0]?.[1]).toBe('A week letter needs A or B.');
  });
});

describe('a change that touches marked days', () => {
  const marked = { attendance: [mark('2026-05-07', 'AM', { code: 'N' }), mark('2026-05-12', 'AM')] };
  const inset = { kind: 'INSET', firstDay: '2026-05-07' };

  it('names them, and is saved when the marks may stay; no mark is written', () => {
    const [problem] = problemsOf(add(inset, marked));
    expect(problem?.[0]).toBe('marksStay');
    expect(problem?.[1]).toContain('Pupils are marked on Thu 7 May (1 mark). Their marks stay as they are');
    const sure = save({ values: inset, marksStay: true }, marked);
    expect(savesOf(sure).map(({ record }) => record)).toEqual(['calendarEntry']);
  });

  it('asks nothing on a day without a mark, or one nobody has reported', () => {
    expect(savesOf(add({ ...inset, firstDay: '2026-05-08' }, marked))).toHaveLength(1);
    const silent = { attendance: [mark('2026-05-07', 'AM', { providerStatus: 'NotReported' })] };
    expect(savesOf(add(inset, silent))).toHaveLength(1);
  });

  it('cannot make a marked day one on which no mark can stand', () => {
    expect(problemsOf(save({ values: { ...inset, kind: 'BankHoliday' }, marksStay: true }, marked))[0]?.[1]).toContain(
      'Marks are never deleted',
    );
    const shorter = { entry: 'HalfTerm|2026-04-13', seen: '1', values: { lastDay: '2026-05-06' }, marksStay: true };
    expect(problemsOf(save(shorter, marked))[0]?.[1]).toContain('Thu 7 May (1 mark), Tue 12 May (1 mark)');
    const longEnough = { ...shorter, values: { lastDay: '2026-05-12' } };
    expect(savesOf(save(longEnough, marked))).toHaveLength(1);
  });

  it('cannot close a provider while pupils are reported as there', () => {
    const closure = { kind: 'ProviderClosure', firstDay: '2026-05-05', lastDay: '2026-05-08', provider: 'pr-farm' };
    const there = { attendance: [mark('2026-05-07', 'AM', { providerStatus: 'AttendedLate', code: 'B' })] };
    expect(problemsOf(save({ values: closure, marksStay: true }, there))[0]?.[1]).toContain('reported as there');
    expect(savesOf(save({ values: { ...closure, provider: 'pr-online' } }, there))).toHaveLength(1);
    expect(savesOf(save({ values: closure, marksStay: true }, marked))).toHaveLength(1);
  });

  it('says which N becomes overdue when a day comes back (D1)', () => {
    // 7, 8 and 11 May closed: an N of 29 April has until today, 12 May. With the 8th back it had until the 8th.
    const days = ['2026-05-07', '2026-05-08', '2026-05-11'];
    const closed = [...derbyshire, ...days.map((day) => entry('INSET', 'INSET', day))];
    const known = (date: string) =>
      school({ attendance: [mark(date, 'AM', { code: 'N', nDeadline: '2026-05-13' })] }, closed);
    const take = (date: string) =>
      problemsOf(
        removeCalendarEntry.attempt(known(date), { entry: 'INSET|2026-05-08', why: 'It was open', seen: '1' }),
      )[0]?.[1];
    expect(take('2026-04-29')).toContain('1 N is overdue by this');
    expect(take('2026-04-30')).toBeUndefined();
  });

  it('moves a week of A or B only for those who go by it', () => {
    const letters = [...derbyshire, entry('WeekLetter', 'Week A', '2026-04-13', '2026-04-13', { weekLetter: 'A' })];
    const turned = { entry: 'WeekLetter|2026-04-13', seen: '1', values: { weekLetter: 'B' } };
    expect(savesOf(save(turned, marked, letters))).toHaveLength(1);
    const byLetter = {
      ...marked,
      placement: [placement('pl-1')],
      scheduleSlot: [slot('sl-1', 'pl-1', 'Tuesday', 'AM', { weekPattern: 'A' })],
    };
    expect(problemsOf(save(turned, byLetter, letters))[0]?.[0]).toBe('marksStay');
  });

  it('draws today’s cards again where it reaches today', () => {
    const cards = [
      { key: 'register|2026-05-12|am', round: '2026-05-12|am', purpose: 'register', state: 'Sent' },
      { key: 'register|2026-05-11|am', round: '2026-05-11|am', purpose: 'register', state: 'Sent' },
    ];
    const today = { kind: 'ProviderClosure', firstDay: '2026-05-12', provider: 'pr-farm' };
    expect(changesOf(add(today, { message: cards })).filter(({ kind }) => kind === 'redraw')).toEqual([
      { kind: 'redraw', message: 'register|2026-05-12|am' },
    ]);
    const tomorrow = { ...today, firstDay: '2026-05-13' };
    expect(changesOf(add(tomorrow, { message: cards })).filter(({ kind }) => kind === 'redraw')).toEqual([]);
  });
});

describe('an entry that was wrong', () => {
  it('is withdrawn with who and why, and its days open again', () => {
    const decision = remove('INSET|2026-06-02');
    expect(savesOf(decision)).toEqual([
      {
        kind: 'save',
        record: 'calendarEntry',
        key: 'INSET|2026-06-02',
        seen: '1',
        values: {
          state: 'Withdrawn',
          why: 'Entered twice',
          changedByName: 'Robin Example',
          changedAt: '2026-05-12T08:30:00Z',
        },
      },
    ]);
    expect(calendarAfter(decision).isSchoolDay('2026-06-02')).toBe(true);
  });

  it('twice does no harm; without a reason or on an older version it is refused', () => {
    const gone = derbyshire.map((one) =>
      one.key === 'INSET|2026-06-02' ? { ...one, state: 'Withdrawn' as const } : one,
    );
    expect(
      removeCalendarEntry.attempt(school({}, gone), { entry: 'INSET|2026-06-02', why: 'Again', seen: '1' }),
    ).toMatchObject({ changes: [], unchanged: [{ outcome: 'unchanged' }] });
    expect(problemsOf(remove('INSET|2026-06-02', {}, { why: ' ' }))).toEqual([['why', 'Say why it is taken away.']]);
    expect(problemsOf(remove('INSET|2026-06-02', {}, { seen: '0' }))[0]?.[1]).toContain('Yours was not saved');
    expect(problemsOf(remove('INSET|2026-06-09'))[0]?.[0]).toBe('entry');
  });

  it('is never a half term in which pupils are marked', () => {
    const marked = { attendance: [mark('2026-05-12', 'AM')] };
    expect(problemsOf(remove('HalfTerm|2026-04-13', marked, { marksStay: true }))[0]?.[1]).toContain(
      'Marks are never deleted',
    );
    expect(savesOf(remove('HalfTerm|2026-06-01', marked))).toHaveLength(1);
  });
});
