import type { TimeOfDay } from '../../moment.ts';
import type { HalfDay } from './planner.types.ts';

/** Minutes from midnight. */
export function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

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
