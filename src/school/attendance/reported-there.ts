import type { Known } from '../action.ts';
import type { Attendance } from './attendance.record.ts';
import { codesInSchool } from './in-school.ts';

const present = ['AttendedOnTime', 'AttendedLate', 'LeftEarly', 'SentHome'];

/** True for a mark that says the pupil was at this provider; where no provider is named, on the school site. */
export function reportedThere(known: Pick<Known, 'records'>, row: Attendance, provider?: string): boolean {
  if (provider === undefined) return codesInSchool.includes(row.code ?? '');
  return known.records.placement.get(row.placement)?.provider === provider && present.includes(row.providerStatus);
}
