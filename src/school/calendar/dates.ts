import type { SchoolDay } from '../moment.ts';

const DAY = 86_400_000;
const weekdayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Calendar dates only: no zone, no clock change can move them. */
function asUtc(day: SchoolDay): number {
  return Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)));
}

/** The date `n` calendar days later (earlier when negative). */
export function addDays(day: SchoolDay, n: number): SchoolDay {
  return new Date(asUtc(day) + n * DAY).toISOString().slice(0, 10);
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: SchoolDay): number {
  return new Date(asUtc(day)).getUTCDay();
}

/** The Monday of the calendar week that holds the day. */
export function mondayOf(day: SchoolDay): SchoolDay {
  return addDays(day, -((weekdayOf(day) + 6) % 7));
}

/** Calendar days from one date to another. */
export function daysBetween(from: SchoolDay, to: SchoolDay): number {
  return Math.round((asUtc(to) - asUtc(from)) / DAY);
}

/** "Tue 24 Nov". */
export function shortDate(day: SchoolDay): string {
  const date = new Date(asUtc(day));
  return `${weekdayNames[date.getUTCDay()]} ${date.getUTCDate()} ${monthNames[date.getUTCMonth()]}`;
}

/** "Tue 24 Nov 2026": where the year is not plain. */
export function dateWithYear(day: SchoolDay): string {
  return `${shortDate(day)} ${day.slice(0, 4)}`;
}

/** Calendar days within which a day and a month are plain without their year. */
const near = 182;

/** "Tue 24 Nov" within half a year of today, "Mon 1 Sep 2025" beyond, where the same day of another year could be meant. */
export function dateNear(day: SchoolDay, today: SchoolDay): string {
  return Math.abs(daysBetween(today, day)) <= near ? shortDate(day) : dateWithYear(day);
}

/** The academic year of a date as its first calendar year: 1 September to 31 August. */
export function academicYearOf(day: SchoolDay): number {
  const year = Number(day.slice(0, 4));
  return day.slice(5) >= '09-01' ? year : year - 1;
}
