import type { SchoolDay } from '../moment.ts';
import { type Session, sessions } from '../placements/schedule-slot.record.ts';
import { type CalendarEntry, counts } from './calendar-entry.record.ts';
import { academicYearOf, addDays, dateWithYear, daysBetween, mondayOf, weekdayOf } from './dates.ts';
import type { Closed, DayAnswer, HalfTerm, NotLoaded, SchoolCalendar } from './school-calendar.ts';

/**
 * The calendar of the entries loaded. School-day arithmetic answers only within the half terms loaded: before the
 * first, past the last, across a missing half term or year, or where two overlap, it says what to load (domain.md 11.1).
 */
export function buildCalendar(kept: readonly CalendarEntry[]): SchoolCalendar {
  const entries = kept.filter(counts);
  const halfTerms: readonly HalfTerm[] = entries
    .filter((entry) => entry.kind === 'HalfTerm')
    .map(({ key, name, firstDay, lastDay }) => ({ key, name, firstDay, lastDay }))
    .sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1));
  const away = closuresOf(entries);
  const providerAway = providerClosuresOf(entries);
  const letters = entries
    .filter((entry) => entry.kind === 'WeekLetter' && entry.weekLetter)
    .map((entry) => ({ monday: mondayOf(entry.firstDay), letter: entry.weekLetter }))
    .sort((a, b) => (a.monday < b.monday ? -1 : 1));
  const overlap = halfTerms.find((half, index) => index > 0 && half.firstDay <= (halfTerms[index - 1]?.lastDay ?? ''));

  const gaps = missingBetween(halfTerms);
  const letterOf = new Map<SchoolDay, 'A' | 'B' | undefined>();

  const halfTermOf = (day: SchoolDay) => halfTerms.find((half) => half.firstDay <= day && day <= half.lastDay);

  function closed(day: SchoolDay, session: Session): Closed | undefined {
    const weekday = weekdayOf(day);
    if (weekday === 0 || weekday === 6) return { why: 'weekend' };
    const set = away.get(`${day}|${session}`);
    if (set) return set;
    return halfTermOf(day) ? undefined : { why: 'holiday' };
  }

  const schoolDays: SchoolDay[] = halfTerms.flatMap((half) =>
    range(half.firstDay, half.lastDay).filter((day) => sessions.some((session) => !closed(day, session))),
  );
  const position = new Map(schoolDays.map((day, index) => [day, index]));

  /** Index of the first school day after the day (not the day itself). */
  function indexAfter(day: SchoolDay): number {
    let low = 0;
    let high = schoolDays.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((schoolDays[middle] ?? '') <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  function gapBetween(from: SchoolDay, to: SchoolDay): NotLoaded | undefined {
    if (overlap) return notLoaded(`Two half terms overlap at ${overlap.name}. Mend the term dates first.`);
    const first = halfTerms[0];
    const last = halfTerms.at(-1);
    if (!first || !last) return notLoaded('No term dates are loaded. Load the next term dates.');
    if (from < first.firstDay) return notLoaded(`Term dates before ${dateWithYear(first.firstDay)} are not loaded.`);
    if (to > last.lastDay)
      return notLoaded(`Term dates end on ${dateWithYear(last.lastDay)}. Load the next term dates.`);
    const missing = gaps.find((gap) => from < gap.to && to > gap.from);
    if (missing) return notLoaded(`Term dates between ${missing.from} and ${missing.to} are missing. Load them.`);
    return undefined;
  }

  function stepped(day: SchoolDay, n: number): DayAnswer {
    const index = n > 0 ? indexAfter(day) + n - 1 : indexAfter(addDays(day, -1)) + n;
    const found = schoolDays[index];
    if (found === undefined) {
      return (
        gapBetween(n > 0 ? day : '0000-01-01', n > 0 ? '9999-12-31' : day) ?? notLoaded('Load the next term dates.')
      );
    }
    return gapBetween(n > 0 ? day : found, n > 0 ? found : day) ?? { day: found };
  }

  return {
    halfTerms,
    lastLoaded: halfTerms.at(-1)?.lastDay,
    loaded: (day) => gapBetween(day, day) === undefined,
    closed,
    isSchoolDay: (day) => position.has(day),
    after: (day, n) => stepped(day, n),
    before: (day, n) => stepped(day, -n),
    nextSchoolDay: (day) => stepped(day, 1),
    schoolDaysBetween(from, to) {
      const [early, late] = from <= to ? [from, to] : [to, from];
      const gap = gapBetween(early, late);
      if (gap) return gap;
      return (indexAfter(to) - indexAfter(from)) as number;
    },
    halfTermOf,
    daysOf: (half) => schoolDays.filter((day) => half.firstDay <= day && day <= half.lastDay),
    weekLetter(day) {
      const monday = mondayOf(day);
      // Asked for every weekly session of every placement: counted once a week.
      if (!letterOf.has(monday)) letterOf.set(monday, letterFrom(monday));
      return letterOf.get(monday);
    },
    providerClosed: (provider, day, session) => providerAway.has(`${provider}|${day}|${session}`),
  };

  function letterFrom(monday: SchoolDay): 'A' | 'B' | undefined {
    const known = letters.filter((entry) => entry.monday <= monday).at(-1);
    if (!known?.letter) return undefined;
    const weeks = schoolWeeksBetween(schoolDays, known.monday, monday);
    return weeks % 2 === 0 ? known.letter : known.letter === 'A' ? 'B' : 'A';
  }
}

/** Longest holiday within a school year, and over a summer, in calendar days: anything longer hides a half term or a year. */
const longestHoliday = { inYear: 25, summer: 60 } as const;

/** Stretches between two loaded half terms that are too long to be a holiday. */
function missingBetween(
  halfTerms: readonly HalfTerm[],
): readonly { readonly from: SchoolDay; readonly to: SchoolDay }[] {
  return halfTerms.flatMap((half, index) => {
    const next = halfTerms[index + 1];
    if (!next) return [];
    const sameYear = academicYearOf(half.lastDay) === academicYearOf(next.firstDay);
    const limit = sameYear ? longestHoliday.inYear : longestHoliday.summer;
    return daysBetween(half.lastDay, next.firstDay) > limit ? [{ from: half.lastDay, to: next.firstDay }] : [];
  });
}

/** Weeks with a school day, from one Monday (counted) to another (not counted): a holiday week has no letter. */
function schoolWeeksBetween(schoolDays: readonly SchoolDay[], from: SchoolDay, to: SchoolDay): number {
  return new Set(schoolDays.filter((day) => day >= from && day < to).map(mondayOf)).size;
}

function notLoaded(says: string): NotLoaded {
  return { notLoaded: true, says };
}

function range(from: SchoolDay, to: SchoolDay): readonly SchoolDay[] {
  return Array.from({ length: Math.max(0, daysBetween(from, to) + 1) }, (_, n) => addDays(from, n));
}

function sessionsOf(entry: CalendarEntry): readonly Session[] {
  return entry.sessions === 'Both' ? sessions : [entry.sessions];
}

function closuresOf(entries: readonly CalendarEntry[]): ReadonlyMap<string, Closed> {
  const away = new Map<string, Closed>();
  for (const entry of entries) {
    const closed: Closed | undefined =
      entry.kind === 'INSET'
        ? { why: 'INSET' }
        : entry.kind === 'BankHoliday'
          ? { why: 'bank-holiday' }
          : entry.kind === 'Closure'
            ? { why: 'closure', name: entry.name, code: entry.registerCode ?? 'Y4' }
            : undefined;
    if (!closed) continue;
    for (const day of range(entry.firstDay, entry.lastDay)) {
      for (const session of sessionsOf(entry)) away.set(`${day}|${session}`, closed);
    }
  }
  return away;
}

function providerClosuresOf(entries: readonly CalendarEntry[]): ReadonlySet<string> {
  const away = new Set<string>();
  for (const entry of entries.filter((one) => one.kind === 'ProviderClosure' && one.provider)) {
    for (const day of range(entry.firstDay, entry.lastDay)) {
      for (const session of sessionsOf(entry)) away.add(`${entry.provider}|${day}|${session}`);
    }
  }
  return away;
}
