import { momentOf, type SchoolDay, type TimeOfDay } from '../../school/moment.ts';

/** The school's time now: what the app said, plus the whole minutes since then on this machine. Stays within the day. */
export function schoolTime(said: TimeOfDay, cameAt: number, now: number): TimeOfDay {
  const [hours = 0, minutes = 0] = said.split(':').map(Number);
  const total = Math.min(hours * 60 + minutes + Math.max(0, Math.floor((now - cameAt) / 60_000)), 24 * 60 - 1);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** The instant of a wall-clock time in London, summer time included. */
export function instantAt(day: SchoolDay, time: TimeOfDay): string {
  const winter = `${day}T${time}:00Z`;
  if (momentOf(winter).time === time) return winter;
  return momentOf(new Date(Date.parse(winter) - 3_600_000)).instant;
}
