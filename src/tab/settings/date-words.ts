import { shortDate } from '../../school/calendar/dates.ts';
import type { SchoolDay } from '../../school/moment.ts';

/** "Tue 24 Nov 2026": settings reach over years. */
export function dateWords(day: SchoolDay): string {
  return `${shortDate(day)} ${day.slice(0, 4)}`;
}
