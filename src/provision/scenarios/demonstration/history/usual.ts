import { plusMinutes } from '../../../../school/attendance/asked.ts';
import type { ExpectedSession } from '../../../../school/attendance/expected-sessions.ts';
import type { Mark } from '../../../../school/attendance/record-attendance.action.ts';

/** What the provider said about one pupil, without the placement and version. */
export type Said = Omit<Mark, 'placement' | 'seen'>;

/** A day like most: nearly all there, some late, a few ill or at the dentist, now and then one without a word. */
export function usualWord(held: ExpectedSession, random: () => number, mayVanish: boolean): Said {
  const drawn = random();
  const more = random();
  if (held.placement.legalBasis === 'FLEXI') return { status: 'AttendedOnTime' };
  if (drawn > 0.985 && mayVanish) return { status: 'AbsentNoReason' };
  if (drawn > 0.93) return { status: 'AbsentReason', reason: more > 0.3 ? 'Illness' : 'Medical' };
  if (drawn > 0.85) return { status: 'AttendedLate', time: plusMinutes(held.start, 5 + Math.floor(more * 20)) };
  return { status: 'AttendedOnTime' };
}

/** What is said where the school is shut and the provider may be open: noted, never a mark (domain.md 3.3). */
export function wordWhileSchoolShut(held: ExpectedSession): Said {
  if (held.slot.place === 'School' || held.provider.type === 'OnSite') {
    return { status: 'NotExpected', note: 'The school is closed, and with it the place where the pupil is taught.' };
  }
  return { status: 'AttendedOnTime', note: 'The school was closed; the provider was open and the pupil came.' };
}

/** The same year each time: a small generator of numbers from 0 up to 1 (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
