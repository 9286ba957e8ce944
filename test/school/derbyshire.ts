import type { CalendarEntry } from '../../src/school/calendar/calendar-entry.record.ts';

/** A calendar entry for a test; both sessions unless said. */
export function entry(
  kind: CalendarEntry['kind'],
  name: string,
  firstDay: string,
  lastDay = firstDay,
  more: Partial<CalendarEntry> = {},
): CalendarEntry {
  return { key: `${kind}|${firstDay}`, version: '1', kind, name, firstDay, lastDay, sessions: 'Both', ...more };
}

/** Derbyshire 2025/26 with its bank holiday and the INSET days of one school (domain.md 5). */
export const derbyshire: readonly CalendarEntry[] = [
  entry('HalfTerm', 'Autumn 1', '2025-09-04', '2025-10-24'),
  entry('HalfTerm', 'Autumn 2', '2025-11-03', '2025-12-19'),
  entry('HalfTerm', 'Spring 1', '2026-01-05', '2026-02-13'),
  entry('HalfTerm', 'Spring 2', '2026-02-23', '2026-03-27'),
  entry('HalfTerm', 'Summer 1', '2026-04-13', '2026-05-22'),
  entry('HalfTerm', 'Summer 2', '2026-06-01', '2026-07-23'),
  entry('BankHoliday', 'Early May', '2026-05-04'),
  ...['2025-10-24', '2025-11-03', '2026-06-01', '2026-06-02', '2026-07-23'].map((day) => entry('INSET', 'INSET', day)),
];
