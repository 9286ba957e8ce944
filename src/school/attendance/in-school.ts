import type { Session } from '../placements/schedule-slot.record.ts';
import type { Attendance } from './attendance.record.ts';
import type { TodayRow } from './today.types.ts';

/** Codes of a pupil who is in school: on time, late, after the register closed. */
export const codesInSchool: readonly string[] = ['/', '\\', 'L', 'U'];

const there: readonly Attendance['providerStatus'][] = ['AttendedOnTime', 'AttendedLate', 'LeftEarly'];

/** True where the provider says that the pupil was there. */
export function saidThere(row: Pick<Attendance, 'providerStatus'>): boolean {
  return there.includes(row.providerStatus);
}

/** True where the provider says that the pupil was there and the school has the pupil in school: asked of both, never resolved by the app. */
export function isTwoPlaces(row: Pick<Attendance, 'providerStatus' | 'inSchool'>): boolean {
  return row.inSchool === true && saidThere(row);
}

/** `noted`: in school after all, and its code not chosen yet; `settled`: the officer has chosen a code of a pupil in school. */
export function inSchoolOf(row: Pick<Attendance, 'inSchool' | 'code'> | undefined): TodayRow['inSchool'] {
  if (row?.inSchool) return 'noted';
  return codesInSchool.includes(row?.code ?? '') ? 'settled' : undefined;
}

/** The code that is suggested for a pupil in school (domain.md 3.3): the officer chooses it, it is never written by itself. */
export function codeInSchool(session: Session): '/' | '\\' {
  return session === 'AM' ? '/' : '\\';
}

/** True for a row of the day on which the provider's word is still waited for: nobody has said, and nobody has the pupil in school. */
export function isWaitedFor(row: Pick<TodayRow, 'expected' | 'status' | 'inSchool'>): boolean {
  return row.expected && row.status === 'NotReported' && row.inSchool === undefined;
}
