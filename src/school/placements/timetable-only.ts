import { mayRead } from '../rights.ts';
import type { Person } from '../roles.ts';

/** True for who reads of a placement only its timetable (domain.md 10.2: the attendance officer), and not why the pupil is there. */
export function readsTimetableOnly(by: Person, pupil: string): boolean {
  return !by.roles.some(
    (role) => role !== 'attendance-officer' && mayRead({ ...by, roles: [role] }, 'placement', pupil),
  );
}
