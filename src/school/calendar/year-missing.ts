import type { Seen } from '../view.ts';
import { calendarNotLoaded } from './calendar-not-loaded.rule.ts';
import { academicYearOf } from './dates.ts';
import type { HalfTerm } from './school-calendar.ts';

/** Half terms of a school year, and pupil days of a full one: 190 days are 380 sessions (domain.md 5). */
const full = { halfTerms: 6, days: 190 } as const;

/** "2026/27". */
export function yearLabel(year: number): string {
  return `${year}/${String(year + 1).slice(2)}`;
}

/** What a school year lacks, in sentences that say what to load or put right; the most pressing first. */
export function yearMissing(seen: Seen, year: number): readonly string[] {
  const { calendar, now } = seen;
  const halves = calendar.halfTerms.filter(({ firstDay }) => academicYearOf(firstDay) === year);
  const ending =
    year === academicYearOf(now.today) ? calendarNotLoaded.check(seen, now).map(({ says }) => says.staff) : [];
  const [first, last] = [halves[0], halves.at(-1)];
  if (!first || !last) {
    return ending.length > 0 ? ending : [`No term dates of ${yearLabel(year)} are loaded. Load the next term dates.`];
  }
  const between = calendar.schoolDaysBetween(first.firstDay, last.lastDay);
  return [
    ...ending,
    ...(typeof between === 'number' ? [] : [between.says]),
    ...shortYear(seen, year, halves),
    ...unlettered(seen, halves),
    ...bankHolidays(seen, year),
  ];
}

function shortYear({ calendar }: Seen, year: number, halves: readonly HalfTerm[]): readonly string[] {
  if (halves.length < full.halfTerms) {
    return [`${halves.length} of ${full.halfTerms} half terms of ${yearLabel(year)} are loaded.`];
  }
  const days = halves.reduce((sum, half) => sum + calendar.daysOf(half).length, 0);
  return days < full.days ? [`${days} school days: a full year has ${full.days} (380 sessions).`] : [];
}

/** Weekly sessions of week A or B are asked for in no week that has no letter. */
function unlettered({ calendar, records }: Seen, halves: readonly HalfTerm[]): readonly string[] {
  if (!records.scheduleSlot.all().some(({ weekPattern }) => weekPattern !== 'Every')) return [];
  const bare = halves.filter((half) => calendar.daysOf(half).some((day) => calendar.weekLetter(day) === undefined));
  if (bare.length === 0) return [];
  return [
    `${bare.map(({ name }) => name).join(', ')}: weeks without a letter. Sessions of week A or B are not asked for in them.`,
  ];
}

function bankHolidays({ records }: Seen, year: number): readonly string[] {
  const has = records.calendarEntry
    .all()
    .some(
      (entry) => entry.kind === 'BankHoliday' && entry.state !== 'Withdrawn' && academicYearOf(entry.firstDay) === year,
    );
  return has ? [] : ['No bank holidays are loaded. Import them as GOV.UK publishes them (gov.uk/bank-holidays.json).'];
}
