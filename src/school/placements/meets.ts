import type { ScheduleSlot } from './schedule-slot.record.ts';

/** When in its weeks a session falls. */
export type Weeks = Pick<ScheduleSlot, 'day' | 'session' | 'weekPattern'>;

/** True where two weekly sessions fall on the same morning or afternoon of some week. */
export function meets(one: Weeks, other: Weeks): boolean {
  const weeks = one.weekPattern === 'Every' || other.weekPattern === 'Every' || one.weekPattern === other.weekPattern;
  return one.day === other.day && one.session === other.session && weeks;
}
