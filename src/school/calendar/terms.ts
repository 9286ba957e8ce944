import type { SchoolDay } from '../moment.ts';
import { academicYearOf } from './dates.ts';
import type { HalfTerm, SchoolCalendar } from './school-calendar.ts';

/** The half term that runs on the day, or in a holiday the one that ran last, and the one before it. */
export function halfTermsAround(
  calendar: SchoolCalendar,
  day: SchoolDay,
): { readonly now?: HalfTerm; readonly before?: HalfTerm } {
  const begun = calendar.halfTerms.filter((half) => half.firstDay <= day);
  return { now: begun.at(-1), before: begun.at(-2) };
}

/** The half terms of the term that holds the half term: "Autumn 1" and "Autumn 2" of one school year. */
export function termOf(calendar: SchoolCalendar, half: HalfTerm): readonly HalfTerm[] {
  const season = (one: HalfTerm) => `${one.name.split(' ')[0]}|${academicYearOf(one.lastDay)}`;
  return calendar.halfTerms.filter((one) => season(one) === season(half));
}

/** A term as a person chooses it: by the key of its first half term. */
export interface TermChoice {
  readonly term: string;
  /** "Autumn 2026". */
  readonly label: string;
}

/** The terms that have begun and of which a day is at hand since `oldest`, the latest first. */
export function termsBegun(calendar: SchoolCalendar, today: SchoolDay, oldest: SchoolDay): readonly TermChoice[] {
  const begun = calendar.halfTerms.filter((half) => half.firstDay <= today && half.lastDay >= oldest);
  const choices = new Map(
    begun.map((half) => {
      const first = termOf(calendar, half)[0] ?? half;
      return [first.key, { term: first.key, label: `${first.name.split(' ')[0]} ${first.firstDay.slice(0, 4)}` }];
    }),
  );
  return [...choices.values()].toReversed();
}
