import { z } from 'zod';
import type { SchoolDay } from '../moment.ts';
import { readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import type { CalendarYear, HalfTermBlock } from './calendar.types.ts';
import { type CalendarEntry, counts } from './calendar-entry.record.ts';
import { academicYearOf, shortDate } from './dates.ts';
import { entryLine } from './entry-line.ts';
import { dayInWords } from './in-words.ts';
import { recordClosure } from './record-closure.action.ts';
import { saveCalendarEntry } from './save-calendar-entry.action.ts';
import type { HalfTerm } from './school-calendar.ts';
import { schoolWeeks } from './school-weeks.ts';
import { yearLabel, yearMissing } from './year-missing.ts';

/** A school year: which days are open, and is it loaded (domain.md 5)? For who may read the calendar (10.2). */
export const calendarView = view({
  name: 'calendar',
  says: 'A school year by half terms: which days are open, what is marked, and what is still to be loaded.',
  params: z.strictObject({
    year: z
      .string()
      .regex(/^20\d\d$/, 'Give the first year of the school year, such as 2026.')
      .optional(),
  }),
  roles: readersOf('config'),
  needs: ['calendarEntry', 'provider', 'scheduleSlot'],
  show(seen, params): CalendarYear {
    const thisYear = academicYearOf(seen.now.today);
    const year = params.year === undefined ? thisYear : Number(params.year);
    const kept = seen.records.calendarEntry.all();
    const entries = kept.filter((entry) => counts(entry) && academicYearOf(entry.firstDay) === year).toSorted(byDay);
    const halves = entries.filter(({ kind }) => kind === 'HalfTerm');
    const blocks = halves.map((half) => blockOf(seen, half, entries));
    const schoolDays = blocks.reduce((sum, { days }) => sum + days, 0);
    const missing = yearMissing(seen, year);
    const held = [...new Set([thisYear, thisYear + 1, year, ...kept.map(({ firstDay }) => academicYearOf(firstDay))])];
    const does = ({ roles }: { readonly roles: readonly string[] }) =>
      seen.by.roles.some((role) => roles.includes(role));
    return {
      year,
      label: yearLabel(year),
      years: held.sort().map((each) => ({ year: each, label: yearLabel(each) })),
      says: headline(year, schoolDays, halves.length, missing),
      day: seen.now.today,
      today: dayInWords(seen.calendar, seen.now.today),
      next: nextMarked(seen, kept.filter(counts)),
      missing,
      schoolDays,
      halfTerms: blocks,
      outside: entries
        .filter(({ kind, firstDay }) => kind !== 'HalfTerm' && !halves.some((half) => within(half, firstDay)))
        .map((entry) => entryLine(seen, entry)),
      withdrawn: kept
        .filter((entry) => !counts(entry) && academicYearOf(entry.firstDay) === year)
        .toSorted(byDay)
        .map((entry) => entryLine(seen, entry)),
      providers: seen.records.provider
        .all()
        .map(({ key: provider, name }) => ({ provider, name }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
      may: { write: does(saveCalendarEntry), close: does(recordClosure) },
    };
  },
});

function headline(year: number, days: number, halves: number, missing: readonly string[]): string {
  if (halves === 0) return `${yearLabel(year)} is not loaded`;
  const held = `${days} school days in ${halves} ${halves === 1 ? 'half term' : 'half terms'}`;
  return `${yearLabel(year)} ${missing.length === 0 ? 'is loaded' : 'is not complete'}: ${held}`;
}

function blockOf(seen: Seen, half: CalendarEntry, entries: readonly CalendarEntry[]): HalfTermBlock {
  const inside = entries.filter(({ kind, firstDay }) => kind !== 'HalfTerm' && within(half, firstDay));
  const days = seen.calendar.daysOf(half).length;
  return {
    line: entryLine(seen, half),
    says: `${shortDate(half.firstDay)} to ${shortDate(half.lastDay)} · ${days} school ${days === 1 ? 'day' : 'days'}`,
    days,
    weeks: schoolWeeks(seen.calendar, half, seen.now.today, (day) => awayOn(seen, entries, day)),
    entries: inside.map((entry) => entryLine(seen, entry)),
  };
}

function awayOn(seen: Seen, entries: readonly CalendarEntry[], day: SchoolDay): readonly string[] {
  return entries
    .filter(({ kind, firstDay, lastDay }) => kind === 'ProviderClosure' && firstDay <= day && day <= lastDay)
    .map((entry) => entryLine(seen, entry))
    .map(({ providerName, name, sessions }) => {
      const when = sessions === 'Both' ? '' : sessions === 'AM' ? ' in the morning' : ' in the afternoon';
      return `${providerName} closed${when} (${name})`;
    });
}

/** The next day after today that is marked closed for the school: "Next: INSET on Mon 4 Jan". */
function nextMarked({ now }: Seen, entries: readonly CalendarEntry[]): string | undefined {
  const closing = ['INSET', 'BankHoliday', 'Closure'];
  const next = entries
    .filter(({ kind, firstDay }) => closing.includes(kind) && firstDay > now.today)
    .toSorted(byDay)[0];
  if (!next) return undefined;
  const half = next.sessions === 'AM' ? ', morning' : next.sessions === 'PM' ? ', afternoon' : '';
  return `Next closed: ${shortDate(next.firstDay)}${half} (${next.name})`;
}

function within({ firstDay, lastDay }: HalfTerm, day: SchoolDay): boolean {
  return firstDay <= day && day <= lastDay;
}

function byDay(a: CalendarEntry, b: CalendarEntry): number {
  return a.firstDay.localeCompare(b.firstDay) || a.name.localeCompare(b.name);
}
