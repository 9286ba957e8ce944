import type { SchoolDay } from '../moment.ts';
import { sessions } from '../placements/schedule-slot.record.ts';
import type { CalendarDay, CalendarWeek } from './calendar.types.ts';
import { addDays, daysBetween, mondayOf, shortDate } from './dates.ts';
import { closedInWords } from './in-words.ts';
import type { Closed, HalfTerm, SchoolCalendar } from './school-calendar.ts';

/** The weeks of a half term, Monday to Friday; `away` holds the names of providers closed on a day. */
export function schoolWeeks(
  calendar: SchoolCalendar,
  half: HalfTerm,
  today: SchoolDay,
  away: (day: SchoolDay) => readonly string[],
): readonly CalendarWeek[] {
  const first = mondayOf(half.firstDay);
  const weeks = Math.floor(daysBetween(first, half.lastDay) / 7) + 1;
  return Array.from({ length: Math.max(0, weeks) }, (_, week) => {
    const monday = addDays(first, week * 7);
    const days = [0, 1, 2, 3, 4].map((n) => dayOf(calendar, half, addDays(monday, n), today, away));
    const letter = days.some(({ state }) => state === 'open' || state === 'part')
      ? calendar.weekLetter(monday)
      : undefined;
    return { monday, letter, days };
  });
}

const marks = { INSET: 'IN', 'bank-holiday': 'BH', closure: 'CL' } as const;

function dayOf(
  calendar: SchoolCalendar,
  half: HalfTerm,
  date: SchoolDay,
  today: SchoolDay,
  away: (day: SchoolDay) => readonly string[],
): CalendarDay {
  const base = { date, number: Number(date.slice(8)), today: date === today };
  if (date < half.firstDay || half.lastDay < date) {
    return { ...base, state: 'outside', says: `${shortDate(date)}: not in ${half.name}` };
  }
  const [am, pm] = sessions.map((session) => calendar.closed(date, session));
  if (am && pm) return { ...base, state: 'closed', mark: markOf(am), says: `${shortDate(date)}: ${why(am)}` };
  if (am || pm) {
    const shut = am ?? pm;
    const half = am ? 'morning' : 'afternoon';
    const says = `${shortDate(date)}: closed in the ${half}${shut ? `, ${why(shut)}` : ''}`;
    return { ...base, state: 'part', mark: am ? 'AM' : 'PM', says };
  }
  const shut = away(date);
  if (shut.length > 0) return { ...base, state: 'open', mark: 'p', says: `${shortDate(date)}: ${shut.join(', ')}` };
  return { ...base, state: 'open', says: `${shortDate(date)}: school day` };
}

function markOf({ why: reason }: Closed): CalendarDay['mark'] {
  return reason === 'weekend' || reason === 'holiday' ? undefined : marks[reason];
}

function why(closed: Closed): string {
  return closedInWords(closed);
}
