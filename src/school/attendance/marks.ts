import { z } from 'zod';
import { isInstant, isSchoolDay, isTimeOfDay } from '../../schema/parse.ts';
import { joinKey } from '../../schema/record.ts';
import type { SchoolDay } from '../moment.ts';
import { type Session, sessions } from '../placements/schedule-slot.record.ts';

/** A school day in an input: `YYYY-MM-DD`. */
export const dayInput = z.string().refine(isSchoolDay, 'Give a date like 2026-11-24.');
/** A session in an input. */
export const sessionInput = z.enum(sessions, { error: () => 'The session is AM or PM.' });
/** A wall-clock time in an input: `HH:MM`. */
export const timeInput = z.string().refine(isTimeOfDay, 'Give a time like 09:15.');
/** An instant in an input. */
export const instantInput = z.string().refine(isInstant, 'Give an instant like 2026-11-24T09:18:00Z.');
/** A RecordKey or other opaque id in an input. */
export const keyInput = z.string().trim().min(1, 'This is missing.').max(255, 'This is too long.');
/** One line that a person typed. */
export const lineInput = z.string().trim().max(255, 'Keep it under 256 characters.');

/** The parameters of everything about one pupil's session. */
export const pupilSession = z.strictObject({ pupil: keyInput, date: dayInput, session: sessionInput });

/** The key of a round, such as `2026-11-24|am`. */
export function roundOf(date: SchoolDay, session: Session): string {
  return joinKey(date, session);
}

/** The key of a mark: one per placement and session. */
export function markKey(placement: string, date: SchoolDay, session: Session): string {
  return joinKey(placement, date, session);
}

/** The key of an absence follow-up: one per pupil and session. Also the register key of the row that carries the code. */
export function pupilSessionKey(pupil: string, date: SchoolDay, session: Session): string {
  return joinKey(pupil, date, session);
}

/** The other spelling of a session: "Morning", "Afternoon". */
export function sessionName(session: Session): string {
  return session === 'AM' ? 'Morning' : 'Afternoon';
}

/** Calendar days that daily records are at hand (53 weeks, design of the mirror); older ones stay in the lists. */
export const marksAtHand = 53 * 7;

/** The month that daily lists are loaded by: `2026-11`. */
export function monthOf(date: SchoolDay): string {
  return date.slice(0, 7);
}
