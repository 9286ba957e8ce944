import type { TimeOfDay } from '../../moment.ts';
import type { HalfDay } from './planner.types.ts';

/** Minutes from midnight. */
export function minutesOf(time: TimeOfDay): number {
  return twoDigits(time, 0) * 60 + twoDigits(time, 3);
}

/** Read digit by digit, as a plan reads thousands of times before it begins. */
function twoDigits(time: TimeOfDay, at: number): number {
  return time.charCodeAt(at) * 10 + time.charCodeAt(at + 1) - 11 * zero;
}

const zero = 48;

/** The wall-clock time of minutes from midnight. */
export function timeOf(minutes: number): TimeOfDay {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}

const halves: Readonly<Record<'morning' | 'afternoon' | 'both', readonly HalfDay[]>> = {
  morning: ['AM'],
  afternoon: ['PM'],
  both: ['AM', 'PM'],
};

/** The sessions that a meeting touches (minutes from midnight): one that ends at midday is in the morning alone. */
export function halfDaysOf(start: number, end: number, midday: number): readonly HalfDay[] {
  if (end <= midday) return halves.morning;
  return start >= midday ? halves.afternoon : halves.both;
}
