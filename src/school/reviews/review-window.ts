import { addDays, mondayOf } from '../calendar/dates.ts';
import type { HalfTerm, NotLoaded, SchoolCalendar } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';
import { inReview, lastDayOf } from './in-review.ts';

/** The review that a placement needs in one half term (clause 8.3; D7, D8). */
export interface ReviewWindow {
  readonly halfTerm: HalfTerm;
  /** First day on which a review counts: the half term's first school day, or the start where that is later. */
  readonly first: SchoolDay;
  /** Last day in time: the last school day of the half term, or of the placement where it ends before. */
  readonly dueBy: SchoolDay;
  /** Last day to book it: the end of the half term's first week; for a later start the school day before it. */
  readonly scheduleBy: SchoolDay;
  /** True where it is the first review after a start in the last nine school days of the half term before (D8). */
  readonly afterShortTail: boolean;
}

/** Why nothing can be said about a day: a sentence where the term dates do not reach it, overlap, or none are loaded. */
export function notLoadedOn(calendar: SchoolCalendar, day: SchoolDay): NotLoaded | undefined {
  const covered = calendar.schoolDaysBetween(day, day);
  return typeof covered === 'number' ? undefined : covered;
}

/**
 * True where a placement starts in the half term with fewer than ten school days left, the start day counted: the only
 * exception to a review in every half term (D8).
 */
export function startsInShortTail(facts: Facts, { startDate }: Placement, half: HalfTerm): boolean {
  if (startDate < half.firstDay || half.lastDay < startDate) return false;
  return facts.calendar.daysOf(half).filter((day) => startDate <= day).length < facts.policy.reviewActiveDays;
}

/**
 * The review that the placement needs in a half term: where it is active on ten school days or more, both ends counted and
 * pauses too, or where the half term before was a short tail. `undefined`: none there. A sentence where a half term is
 * missing before this one.
 */
export function reviewWindow(
  facts: Facts,
  placement: Placement,
  half: HalfTerm,
  today: SchoolDay,
): ReviewWindow | NotLoaded | undefined {
  const { calendar, policy } = facts;
  const { startDate } = placement;
  const end = lastDayOf(facts, placement, today);
  const days = calendar.daysOf(half);
  const own = days.filter((day) => startDate <= day && (end === undefined || day <= end));
  const [first, dueBy] = [own[0], own.at(-1)];
  if (!first || !dueBy) return undefined;
  const before = calendar.halfTerms[calendar.halfTerms.findIndex(({ key }) => key === half.key) - 1];
  const afterShortTail = before !== undefined && startsInShortTail(facts, placement, before);
  if (afterShortTail) {
    const between = calendar.schoolDaysBetween(before.lastDay, half.firstDay);
    if (typeof between !== 'number') return between;
  } else if (own.length < policy.reviewActiveDays) return undefined;
  return { halfTerm: half, first, dueBy, scheduleBy: lastDayToBook(days, startDate), afterShortTail };
}

function lastDayToBook(days: readonly SchoolDay[], startDate: SchoolDay): SchoolDay {
  const first = days[0] ?? startDate;
  const firstWeek = days.filter((day) => mondayOf(day) === mondayOf(first));
  const early = startDate > first ? days.filter((day) => day < startDate) : firstWeek;
  return early.at(-1) ?? first;
}

/**
 * The reviews that a placement needs in the half terms given, all that are loaded where none are. None for a placement that
 * is not in review; a sentence where the term dates do not reach today or miss a half term that matters.
 */
export function reviewWindows(
  facts: Facts,
  placement: Placement,
  today: SchoolDay,
  halves: readonly HalfTerm[] = facts.calendar.halfTerms,
): readonly ReviewWindow[] | NotLoaded {
  if (!inReview(facts, placement, today)) return [];
  const missing = notLoadedOn(facts.calendar, today) ?? afterLastTail(facts, placement);
  if (missing) return missing;
  const windows: ReviewWindow[] = [];
  for (const half of halves) {
    const window = reviewWindow(facts, placement, half, today);
    if (window && 'notLoaded' in window) return window;
    if (window) windows.push(window);
  }
  return windows;
}

/** A start in the short tail of the last half term loaded: its first review lies in one that is not. */
function afterLastTail(facts: Facts, placement: Placement): NotLoaded | undefined {
  const last = facts.calendar.halfTerms.at(-1);
  return last && startsInShortTail(facts, placement, last)
    ? notLoadedOn(facts.calendar, addDays(last.lastDay, 1))
    : undefined;
}
