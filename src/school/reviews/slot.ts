import { z } from 'zod';
import { isSchoolDay, isTimeOfDay, type Problem } from '../../schema/parse.ts';
import { shortDate } from '../calendar/dates.ts';
import type { SchoolCalendar } from '../calendar/school-calendar.ts';
import type { Moment, SchoolDay, TimeOfDay } from '../moment.ts';

/** A time on the school's wall clock in an input: `2026-12-03T14:00`. */
export const wallTimeInput = z
  .string()
  .refine(
    (value) => value.length === 16 && value[10] === 'T' && isSchoolDay(dayOf(value)) && isTimeOfDay(timeOf(value)),
    'Give a day and time like 2026-12-03T14:00.',
  );

/** From when to when, on the wall clock of one day. */
export interface Slot {
  readonly start: string;
  readonly end: string;
}

/** The day of a wall-clock time. */
export function dayOf(wall: string): SchoolDay {
  return wall.slice(0, 10);
}

/** The time of day of a wall-clock time. */
export function timeOf(wall: string): TimeOfDay {
  return wall.slice(11);
}

/** "Thu 3 Dec at 14:00". */
export function slotWords({ start }: Slot): string {
  return `${shortDate(dayOf(start))} at ${timeOf(start)}`;
}

/** True where two slots share a minute; one may begin when the other ends. */
export function overlaps(one: Slot, other: Slot): boolean {
  return one.start < other.end && other.start < one.end;
}

/** What is wrong with a slot in itself: order, past, a day or half day on which school is shut (clause 8.3: not counted then). */
export function slotProblems(calendar: SchoolCalendar, now: Moment, { start, end }: Slot): readonly Problem[] {
  const day = dayOf(start);
  if (dayOf(end) !== day) return [{ field: 'end', says: 'A review begins and ends on one day.' }];
  if (end <= start)
    return [{ field: 'end', says: `It would end before it begins: choose a time after ${timeOf(start)}.` }];
  if (start <= `${now.today}T${now.time}`) return [{ field: 'start', says: `${slotWords({ start, end })} is past.` }];
  const shut = shutWords(calendar, day, timeOf(start) < '12:30' ? 'AM' : 'PM');
  return shut ? [{ field: 'start', says: shut }] : [];
}

function shutWords(calendar: SchoolCalendar, day: SchoolDay, session: 'AM' | 'PM'): string | undefined {
  const covered = calendar.schoolDaysBetween(day, day);
  if (typeof covered !== 'number') return covered.says;
  const closed = calendar.closed(day, session);
  if (!closed) return undefined;
  const words = {
    weekend: 'is a weekend',
    holiday: 'lies in a holiday',
    INSET: 'is an INSET day',
    'bank-holiday': 'is a bank holiday',
    closure: `has no ${session === 'AM' ? 'morning' : 'afternoon'} in school (${closed.why === 'closure' ? closed.name : ''})`,
  };
  return `${shortDate(day)} ${words[closed.why]}: a review then would not count. Choose a school day.`;
}
