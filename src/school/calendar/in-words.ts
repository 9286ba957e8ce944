import type { SchoolDay } from '../moment.ts';
import { sessions } from '../placements/schedule-slot.record.ts';
import { shortDate } from './dates.ts';
import type { Closed, SchoolCalendar } from './school-calendar.ts';

/** "Tue 24 Nov, week A, Autumn 2, day 17 of 35", or why there is no school on the day. */
export function dayInWords(calendar: SchoolCalendar, day: SchoolDay): string {
  if (!calendar.loaded(day)) return `${shortDate(day)}, term dates not loaded: load the next term dates`;
  const half = calendar.halfTermOf(day);
  if (!calendar.isSchoolDay(day)) {
    const closed = calendar.closed(day, 'AM') ?? calendar.closed(day, 'PM');
    return `${shortDate(day)}, no school: ${closed ? closedInWords(closed) : 'holiday'}`;
  }
  const days = half ? calendar.daysOf(half) : [];
  const letter = calendar.weekLetter(day);
  const part = sessions.filter((session) => calendar.closed(day, session));
  return [
    shortDate(day),
    letter ? `week ${letter}` : undefined,
    half?.name,
    `day ${days.indexOf(day) + 1} of ${days.length}`,
    part.length > 0
      ? `closed in the ${part.map((session) => (session === 'AM' ? 'morning' : 'afternoon')).join(' and ')}`
      : undefined,
  ]
    .filter((piece) => piece !== undefined)
    .join(', ');
}

/** Why a session is closed, as staff say it. */
export function closedInWords(closed: Closed): string {
  switch (closed.why) {
    case 'bank-holiday':
      return 'bank holiday';
    case 'closure':
      return closed.name;
    default:
      return closed.why;
  }
}
