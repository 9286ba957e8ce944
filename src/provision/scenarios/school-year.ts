import type { NewRecord } from '../write-records.ts';

type Values = NewRecord['values'];
const entry = (key: string, values: Values): NewRecord => ({
  record: 'calendarEntry',
  key,
  values: { sessions: 'Both', ...values },
});
const day = (kind: string, name: string, date: string, more: Values = {}): NewRecord =>
  entry(`${kind}|${date}`.toLowerCase(), { kind, name, firstDay: date, lastDay: date, ...more });
const half = (name: string, firstDay: string, lastDay: string): NewRecord =>
  entry(`halfterm|${firstDay}`, { kind: 'HalfTerm', name, firstDay, lastDay });

/** An invented academy's year 2026/27: six half terms, five INSET days, bank holidays in term, week letters. */
export const schoolYear: readonly NewRecord[] = [
  half('Autumn 1', '2026-09-02', '2026-10-23'),
  half('Autumn 2', '2026-11-02', '2026-12-18'),
  half('Spring 1', '2027-01-04', '2027-02-12'),
  half('Spring 2', '2027-02-22', '2027-03-25'),
  half('Summer 1', '2027-04-12', '2027-05-28'),
  half('Summer 2', '2027-06-07', '2027-07-23'),
  day('INSET', 'INSET', '2026-09-02'),
  day('INSET', 'INSET', '2026-10-23'),
  day('INSET', 'INSET', '2027-01-04'),
  day('INSET', 'INSET', '2027-06-07'),
  day('INSET', 'INSET', '2027-07-23'),
  day('BankHoliday', 'Early May bank holiday', '2027-05-03'),
  day('WeekLetter', 'Week A', '2026-09-07', { weekLetter: 'A' }),
  day('WeekLetter', 'Week A', '2026-11-02', { weekLetter: 'A' }),
  day('WeekLetter', 'Week A', '2027-01-04', { weekLetter: 'A' }),
];

/** The last half term of the school year before. */
export const summerBefore: readonly NewRecord[] = [
  half('Summer 2', '2026-06-01', '2026-07-21'),
  day('WeekLetter', 'Week A', '2026-06-01', { weekLetter: 'A' }),
];

/** The rest of the invented year 2025/26, from its second half term on. */
export const yearBefore: readonly NewRecord[] = [
  half('Autumn 2', '2025-11-03', '2025-12-19'),
  half('Spring 1', '2026-01-05', '2026-02-13'),
  half('Spring 2', '2026-02-23', '2026-03-27'),
  half('Summer 1', '2026-04-13', '2026-05-22'),
  half('Summer 2', '2026-06-01', '2026-07-21'),
  day('BankHoliday', 'Early May bank holiday', '2026-05-04'),
  day('WeekLetter', 'Week A', '2025-11-03', { weekLetter: 'A' }),
  day('WeekLetter', 'Week A', '2026-06-01', { weekLetter: 'A' }),
];

/** What happened to this school's days: a boiler, snow, a closed college. */
export const closures: readonly NewRecord[] = [
  day('Closure', 'Boiler failure', '2026-11-12', { sessions: 'PM', registerCode: 'Y4' }),
  day('Closure', 'Parents consultation afternoon', '2026-12-04', { sessions: 'PM', registerCode: '#' }),
  entry('providerclosure|2026-11-24|pr-college', {
    kind: 'ProviderClosure',
    name: 'College staff training',
    firstDay: '2026-11-24',
    lastDay: '2026-11-24',
    sessions: 'PM',
    provider: 'pr-college',
  }),
];
