import { describe, expect, it } from 'vitest';
import type { CalendarYear } from '../../../src/school/calendar/calendar.types.ts';
import { calendarView } from '../../../src/school/calendar/calendar.view.ts';
import type { CalendarEntry } from '../../../src/school/calendar/calendar-entry.record.ts';
import { planImport, standingOf } from '../../../src/school/imports/plan-import.ts';
import { momentOf } from '../../../src/school/moment.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { derbyshire, entry } from '../derbyshire.ts';
import { type Rows, seenBy } from '../facts.ts';
import { farm, slot } from '../knowing.ts';

const lettered = [...derbyshire, entry('WeekLetter', 'Week A', '2025-09-08', '2025-09-08', { weekLetter: 'A' })];

function show(entries: readonly CalendarEntry[], more: { at?: string; year?: string; rows?: Rows; role?: Role } = {}) {
  const { at = '2026-05-12T08:30:00Z', year, rows = {}, role = 'ap-leader' } = more;
  const seen = seenBy([role], { ...farm, ...rows, calendarEntry: entries }, momentOf(at), entries);
  return calendarView.show(seen, { year }) satisfies CalendarYear;
}

describe('the school year', () => {
  it('is loaded: 190 pupil days in six half terms, as in domain.md 5', () => {
    const year = show(lettered);
    expect(year.says).toBe('2025/26 is loaded: 190 school days in 6 half terms');
    expect(year.missing).toEqual([]);
    expect(year.halfTerms.map(({ line, days }) => [line.name, days])).toEqual([
      ['Autumn 1', 36],
      ['Autumn 2', 34],
      ['Spring 1', 30],
      ['Spring 2', 25],
      ['Summer 1', 29],
      ['Summer 2', 36],
    ]);
  });

  it('says what a day is, and which letter its week has', () => {
    const [, , , , summer1, summer2] = show(lettered).halfTerms;
    const week = summer1?.weeks.find(({ monday }) => monday === '2026-05-04');
    expect(week?.days.map(({ state, mark }) => [state, mark])).toEqual([
      ['closed', 'BH'],
      ['open', undefined],
      ['open', undefined],
      ['open', undefined],
      ['open', undefined],
    ]);
    expect(summer1?.weeks[0]?.letter).toMatch(/[AB]/);
    expect(summer2?.weeks[0]?.days.map(({ says }) => says).slice(0, 2)).toEqual([
      'Mon 1 Jun: INSET',
      'Tue 2 Jun: INSET',
    ]);
    expect(summer1?.weeks.flatMap(({ days }) => days).filter(({ today }) => today)).toMatchObject([
      { date: '2026-05-12', number: 12 },
    ]);
  });

  it('shows half days, providers that are closed, and days of the week outside the half term', () => {
    const more = [
      ...lettered,
      entry('Closure', 'Polling', '2026-05-14', '2026-05-14', { sessions: 'PM', registerCode: '#' }),
      entry('ProviderClosure', 'Training', '2026-05-15', '2026-05-15', { sessions: 'AM', provider: 'pr-farm' }),
    ];
    const { halfTerms } = show(more);
    const week = halfTerms[4]?.weeks.find(({ monday }) => monday === '2026-05-11');
    expect(week?.days.slice(3).map(({ state, mark, says }) => [state, mark, says])).toEqual([
      ['part', 'PM', 'Thu 14 May: closed in the afternoon, Polling'],
      ['open', 'p', 'Fri 15 May: Hill Farm closed in the morning (Training)'],
    ]);
    expect(halfTerms[4]?.entries.map(({ says }) => says)).toContain(
      'Hill Farm closed · Training · Fri 15 May, morning',
    );
    expect(halfTerms[0]?.weeks[0]?.days.map(({ state }) => state)).toEqual([
      'outside',
      'outside',
      'outside',
      'open',
      'open',
    ]);
  });

  it('keeps what was taken away out of the picture and in the list of its own', () => {
    const gone = entry('INSET', 'INSET', '2026-05-15', '2026-05-15', {
      state: 'Withdrawn',
      why: 'Entered twice',
      changedByName: 'Sam Head',
      changedAt: '2026-05-11T08:30:00Z',
    });
    const year = show([...lettered, gone]);
    expect(year.halfTerms[4]?.days).toBe(29);
    expect(year.withdrawn).toMatchObject([
      { says: 'INSET · Fri 15 May', why: 'Entered twice', changed: 'Sam Head, Mon 11 May 09:30' },
    ]);
  });
});

describe('what is missing', () => {
  it('28 days before the end of the last half term: the next dates; the day before, nothing', () => {
    expect(show(lettered, { at: '2026-06-24T08:30:00Z' }).missing).toEqual([]);
    expect(show(lettered, { at: '2026-06-25T08:30:00Z' }).missing[0]).toContain('Load the next term dates');
  });

  it('a half term, and the days short of 190', () => {
    expect(show(lettered.slice(0, 5).concat(lettered.slice(6))).missing).toContain(
      '5 of 6 half terms of 2025/26 are loaded.',
    );
    const oneLess = [...lettered, entry('INSET', 'INSET', '2026-06-05')];
    expect(show(oneLess).missing).toEqual(['189 school days: a full year has 190 (380 sessions).']);
  });

  it('the whole next year', () => {
    const next = show(lettered, { year: '2026' });
    expect(next.says).toBe('2026/27 is not loaded');
    expect(next.missing).toEqual(['No term dates of 2026/27 are loaded. Load the next term dates.']);
    expect(next.years.map(({ label }) => label)).toEqual(['2025/26', '2026/27']);
  });

  it('letters, only where a weekly session goes by them', () => {
    expect(show(derbyshire).missing).toEqual([]);
    const byLetter = { scheduleSlot: [slot('sl-1', 'pl-1', 'Tuesday', 'AM', { weekPattern: 'B' })] };
    expect(show(derbyshire, { rows: byLetter }).missing[0]).toContain('weeks without a letter');
    expect(show(lettered, { rows: byLetter }).missing).toEqual([
      'Autumn 1: weeks without a letter. Sessions of week A or B are not asked for in them.',
    ]);
  });

  it('bank holidays, and half terms that overlap', () => {
    const none = lettered.filter(({ kind }) => kind !== 'BankHoliday');
    expect(show(none).missing).toEqual([
      'No bank holidays are loaded. Import them as GOV.UK publishes them (gov.uk/bank-holidays.json).',
    ]);
    const over = [...lettered, entry('HalfTerm', 'Twice', '2026-07-20', '2026-07-24')];
    expect(show(over).missing.some((says) => says.includes('overlap'))).toBe(true);
  });
});

describe('who may do what in the calendar (domain.md 10.2)', () => {
  it.each([
    ['ap-leader', true, true],
    ['head', true, false],
    ['attendance-officer', false, true],
  ] as const)('%s: write %s, record a closure %s', (role, write, close) => {
    expect(show(lettered, { role }).may).toEqual({ write, close });
  });

  it('nobody else reads it', () => {
    expect(calendarView.roles).toEqual(['ap-leader', 'attendance-officer', 'head']);
  });
});

describe('a file brings back what was taken away', () => {
  it('on the version that stands, as new', () => {
    const gone = entry('INSET', 'INSET', '2026-05-15', '2026-05-15', {
      key: 'inset|2026-05-15',
      version: '4',
      state: 'Withdrawn',
      why: 'Entered twice',
    });
    const { records } = seenBy(['ap-leader'], { calendarEntry: [...derbyshire, gone] });
    const row = { line: 2, cells: { kind: 'INSET', firstDay: '15/05/2026' } };
    const context = { standing: standingOf(records), today: '2026-05-12', freshId: () => 'x', mayWriteFlags: false };
    expect(planImport(context, 'calendar', [row])).toMatchObject([
      { outcome: 'add', saves: [{ key: 'inset|2026-05-15', seen: '4', values: { state: 'Stands', why: undefined } }] },
    ]);
  });
});
