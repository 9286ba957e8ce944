import type { Problem } from '../../schema/parse.ts';
import { type CalendarEntry, type CalendarKind, counts } from './calendar-entry.record.ts';
import { dateWithYear, daysBetween, weekdayOf } from './dates.ts';

/** Calendar days that no half term is longer than: more is a mistyped year, not a term (domain.md 5: five to eight weeks). */
const longestHalfTerm = 70;

/** What an entry is called when nobody gives it a name; a half term always has one of its own. */
export const usualNames: Readonly<Record<CalendarKind, string | undefined>> = {
  HalfTerm: undefined,
  INSET: 'INSET',
  BankHoliday: 'Bank holiday',
  Closure: 'Closure',
  ProviderClosure: 'Provider closed',
  WeekLetter: 'Week letter',
};

/** An entry as it is wished for, with the key that it would have. */
export type WishedEntry = Partial<CalendarEntry> & Pick<CalendarEntry, 'key' | 'kind'>;

/**
 * What is wrong with an entry among the others (those taken away do not count): ends before it begins, begins or ends at
 * the weekend, a half term that is too long or overlaps another, a week letter without its letter.
 */
export function entryTroubles(
  others: readonly CalendarEntry[],
  { key, kind, firstDay = '', lastDay = '', weekLetter }: WishedEntry,
): readonly Problem[] {
  if (lastDay < firstDay)
    return [
      { field: 'lastDay', says: `It ends on ${dateWithYear(lastDay)}, before it begins on ${dateWithYear(firstDay)}.` },
    ];
  if (kind === 'WeekLetter') return weekLetter ? [] : [{ field: 'weekLetter', says: 'A week letter needs A or B.' }];
  const weekend = [['firstDay', firstDay] as const, ['lastDay', lastDay] as const].find(([, day]) =>
    [0, 6].includes(weekdayOf(day)),
  );
  if (weekend) {
    const [field, day] = weekend;
    return [{ field, says: `${dateWithYear(day)} is at the weekend. Look at the year.` }];
  }
  if (kind !== 'HalfTerm') return [];
  if (daysBetween(firstDay, lastDay) > longestHalfTerm)
    return [{ field: 'lastDay', says: 'A half term of more than ten weeks: look at the dates.' }];
  const other = others.find(
    (one) =>
      one.kind === 'HalfTerm' && counts(one) && one.key !== key && one.firstDay <= lastDay && firstDay <= one.lastDay,
  );
  if (!other) return [];
  return [
    {
      field: 'firstDay',
      says: `It overlaps ${other.name} (${dateWithYear(other.firstDay)} to ${dateWithYear(other.lastDay)}).`,
    },
  ];
}
