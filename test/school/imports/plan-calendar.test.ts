import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../../src/school/calendar/build-calendar.ts';
import type { CalendarEntry } from '../../../src/school/calendar/calendar-entry.record.ts';
import { planFile, refusals, saved } from './desk.ts';

const provider = {
  key: 'pr-1',
  version: '1',
  name: 'Hill Farm',
  type: 'NonSchool' as const,
  status: 'Approved' as const,
  supervisedOnLine: false,
};
const autumn: CalendarEntry = {
  key: 'halfterm|2026-11-02',
  version: 'v1',
  kind: 'HalfTerm',
  name: 'Autumn 2',
  firstDay: '2026-11-02',
  lastDay: '2026-12-18',
  sessions: 'Both',
};

describe('the calendar from a file', () => {
  it('makes half terms, INSET days, holidays, closures of a part of a day, provider closures and week letters', () => {
    const rows = planFile(
      'calendar',
      [
        'Type,Name,From,To,Session,Week,Code,Provider',
        'Half term,Spring 1,04/01/2027,12/02/2027,,,,',
        'Inset day,,04/01/2027,,,,,',
        'Bank holiday,,28/12/2026,,,,,',
        'Closed,Boiler,06/01/2027,,Afternoon,,Y4,',
        'Provider closure,Lambing,07/01/2027,,,,,Hill Farm',
        'Week,,04/01/2027,,,A,,',
      ].join('\n'),
      { standing: { providers: [provider] } },
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['add', 'add', 'add', 'add', 'add', 'add']);
    expect(rows.map((row) => ('saves' in row ? row.saves[0]?.key : ''))).toEqual([
      'halfterm|2027-01-04',
      'inset|2027-01-04',
      'bankholiday|2026-12-28',
      'closure|2027-01-06|pm',
      'providerclosure|2027-01-07|pr-1',
      'weekletter|2027-01-04',
    ]);
    const entries = rows.flatMap((row) =>
      saved(row).map(([, values]) => ({ key: 'x', version: '1', ...values }) as CalendarEntry),
    );
    const calendar = buildCalendar(entries);
    expect(calendar.isSchoolDay('2027-01-04')).toBe(false);
    expect(calendar.isSchoolDay('2027-01-05')).toBe(true);
    expect(calendar.closed('2027-01-06', 'PM')).toMatchObject({ why: 'closure', code: 'Y4' });
    expect(calendar.closed('2027-01-06', 'AM')).toBeUndefined();
    expect(calendar.providerClosed('pr-1', '2027-01-07', 'AM')).toBe(true);
    expect(calendar.weekLetter('2027-01-11')).toBe('B');
  });

  it('changes nothing the second time, and moves the end of a half term that stands', () => {
    const file = (to: string) => `Kind,Name,First day,Last day\nHalfTerm,Autumn 2,2026-11-02,${to}\n`;
    expect(planFile('calendar', file('2026-12-18'), { standing: { calendar: [autumn] } })).toEqual([
      { line: 2, outcome: 'same' },
    ]);
    expect(planFile('calendar', file('2026-12-17'), { standing: { calendar: [autumn] } })[0]).toMatchObject({
      outcome: 'change',
      changes: [{ label: 'Last day', from: '2026-12-18', to: '2026-12-17' }],
    });
  });

  it('refuses what cannot be, each line with its reason', () => {
    const rows = planFile(
      'calendar',
      [
        'Kind,Name,First day,Last day,Week letter,Provider',
        'HalfTerm,Autumn 2b,2026-12-14,2026-12-22,,',
        'HalfTerm,Spring 1,2027-02-12,2027-01-04,,',
        'HalfTerm,Spring 1,2027-01-04,2028-02-11,,',
        'HalfTerm,,2027-01-04,2027-02-12,,',
        'INSET,,2027-01-09,,,',
        'WeekLetter,,2027-01-04,,,',
        'ProviderClosure,,2027-01-05,,,Nowhere',
        'Concert,,2027-01-05,,,',
        'INSET,,2027-01-32,,,',
      ].join('\n'),
      { standing: { calendar: [autumn] } },
    );
    expect(refusals(rows)).toEqual({
      2: ['It overlaps Autumn 2 (Mon 2 Nov 2026 to Fri 18 Dec 2026).'],
      3: ['It ends on Mon 4 Jan 2027, before it begins on Fri 12 Feb 2027.'],
      4: ['A half term of more than ten weeks: look at the dates.'],
      5: ['Name is missing.'],
      6: ['Sat 9 Jan 2027 is at the weekend. Look at the year.'],
      7: ['A week letter needs A or B.'],
      8: ['No provider here is called "Nowhere".'],
      9: ['Kind must be one of: HalfTerm, INSET, BankHoliday, Closure, ProviderClosure, WeekLetter.'],
      10: ['First day "2027-01-32" is not a date. Write it like 24/11/2026.'],
    });
  });

  it('takes the bank holidays as GOV.UK publishes them, those of England and Wales alone', () => {
    const published = JSON.stringify({
      'england-and-wales': {
        division: 'england-and-wales',
        events: [
          { title: 'Good Friday', date: '2027-03-26', notes: '', bunting: false },
          { title: 'Christmas Day', date: '2027-12-27', notes: 'Substitute day', bunting: true },
        ],
      },
      scotland: {
        division: 'scotland',
        events: [{ title: '2nd January', date: '2027-01-04', notes: '', bunting: true }],
      },
    });
    const rows = planFile('calendar', published);
    expect(rows.map((row) => ('saves' in row ? row.saves[0]?.key : row.outcome))).toEqual([
      'bankholiday|2027-03-26',
      'bankholiday|2027-12-27',
    ]);
    expect(saved(rows[0])[0]?.[1]).toMatchObject({ name: 'Good Friday', lastDay: '2027-03-26', sessions: 'Both' });
  });
});
