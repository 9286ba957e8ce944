import type { ProviderStatus } from './attendance.record.ts';

/** What may follow on the same day without being a correction: the pupil's day goes on. */
const goesOn: Readonly<Partial<Record<ProviderStatus, readonly ProviderStatus[]>>> = {
  AttendedOnTime: ['LeftEarly', 'SentHome', 'AbsentNoReason', 'Elsewhere'],
  AttendedLate: ['LeftEarly', 'SentHome', 'AbsentNoReason', 'Elsewhere'],
  LeftEarly: ['SentHome', 'AbsentNoReason', 'Elsewhere'],
  AbsentNoReason: ['AttendedLate', 'AttendedOnTime', 'AbsentReason', 'Elsewhere', 'SentHome', 'LeftEarly'],
  AbsentReason: ['AttendedLate'],
  Elsewhere: ['AttendedLate', 'AbsentReason', 'AbsentNoReason', 'SentHome'],
};

/**
 * True when a new status takes back what stands instead of going on from it: then the reason for the change is asked
 * (domain.md 14.9, amended with before and after). The same status again may carry another time, and is a correction too.
 */
export function isCorrection(stands: ProviderStatus, next: ProviderStatus): boolean {
  return stands !== 'NotReported' && goesOn[stands]?.includes(next) !== true;
}
