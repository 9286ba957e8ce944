import type { Instant, SchoolDay, TimeOfDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';
import type { Pupil } from '../pupils/pupil.record.ts';
import type { Facts } from '../rule.ts';
import type { Attendance, ProviderStatus } from './attendance.record.ts';
import { type ExpectedSession, expectedSessions } from './expected-sessions.ts';
import { inSchoolOf, isWaitedFor } from './in-school.ts';
import { markKey } from './marks.ts';
import { type Situation, type Suggestion, suggestCode } from './suggest-code.ts';

/**
 * Why nobody is asked on a day at all, as a sentence: weekend, holiday, bank holiday, dates not loaded. On INSET days and
 * closures of the school a provider may still expect pupils.
 */
export function dayTrouble(facts: Facts, day: SchoolDay, session: Session): string | undefined {
  if (!facts.calendar.loaded(day)) return 'The term dates for this day are not loaded. Load the next term dates.';
  const closed = facts.calendar.closed(day, session);
  if (closed?.why === 'weekend') return 'That day is at the weekend.';
  if (closed?.why === 'holiday') return 'That day is in the holidays.';
  if (closed?.why === 'bank-holiday') return 'That day is a bank holiday.';
  return undefined;
}

/** The sessions that the providers' timetables hold on a day; none in holidays, at weekends, and where no dates are loaded. */
export function askedSessions(facts: Facts, day: SchoolDay, session?: Session): readonly ExpectedSession[] {
  return expectedSessions(facts, day, session).filter((held) => dayTrouble(facts, day, held.session) === undefined);
}

/** The mark that stands for an expected session. */
export function markOf(facts: Facts, held: ExpectedSession): Attendance | undefined {
  return facts.records.attendance.get(markKey(held.placement.key, held.date, held.session));
}

/** True where somebody still has to say where the pupil is. */
export function isUnanswered(facts: Facts, held: ExpectedSession): boolean {
  const mark = markOf(facts, held);
  return isWaitedFor({
    expected: held.expected,
    status: mark?.providerStatus ?? 'NotReported',
    inSchool: inSchoolOf(mark),
  });
}

/** Whom the DSL tells the same day of an unexplained absence. */
export function mustTell(pupil: Pupil): readonly string[] {
  const told: string[] = [];
  if (pupil.socialWorker === 'CP') told.push('Social worker (child protection plan)');
  if (pupil.socialWorker === 'CIN') told.push('Social worker (child in need)');
  if (pupil.socialWorker === 'Other') told.push('Social worker');
  if (pupil.cla === 'CLA') told.push('Social worker and Virtual School (looked after)');
  if (pupil.youthJustice) told.push('Youth justice worker');
  return told;
}

/** What the code table needs to know of a session. */
export function situationOf(held: ExpectedSession, status: ProviderStatus, reason?: string): Situation {
  return {
    status,
    session: held.session,
    legalBasis: held.placement.legalBasis,
    dualRegistered: held.placement.dualRegistered,
    providerType: held.provider.type,
    siteKind: held.site?.kind,
    place: held.slot.place,
    supervisedOnLine: held.provider.supervisedOnLine,
    reason,
  };
}

/** The code that a status would have in this session. */
export function suggestionFor(held: ExpectedSession, status: ProviderStatus, reason?: string): Suggestion {
  return suggestCode(situationOf(held, status, reason));
}

/** A wall-clock time some minutes later, within the day. */
export function plusMinutes(time: TimeOfDay, minutes: number): TimeOfDay {
  const total = Math.min(minutesOf(time) + minutes, 23 * 60 + 59);
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`;
}

/** Minutes since midnight. */
export function minutesOf(time: TimeOfDay): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** An instant some minutes later. */
export function instantAfter(instant: Instant, minutes: number): Instant {
  return `${new Date(Date.parse(instant) + minutes * 60_000).toISOString().slice(0, 19)}Z`;
}

/** When the school's session ends: after that its round is not posted and what is unanswered is Not reported. */
export function sessionEnd(facts: Facts, session: Session): TimeOfDay {
  return session === 'AM' ? facts.policy.morningEnds : facts.policy.afternoonEnds;
}

/** When the school's round for the session goes out. */
export function roundTime(facts: Facts, session: Session): TimeOfDay {
  return session === 'AM' ? facts.policy.morningRound : facts.policy.afternoonRound;
}

/** Statuses as staff say them. */
export const statusWords: Readonly<Record<ProviderStatus, string>> = {
  NotReported: 'Not reported',
  AttendedOnTime: 'On time',
  AttendedLate: 'Late',
  LeftEarly: 'Left early',
  AbsentReason: 'Absent with reason',
  AbsentNoReason: 'Absent, no word',
  ProviderClosed: 'Provider closed',
  SentHome: 'Sent home',
  Elsewhere: 'Elsewhere',
  NotExpected: 'Not expected',
};

export { isFlagged } from './flagged.ts';
