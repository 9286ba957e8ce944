import type { Problem } from '../../schema/parse.ts';
import type { Known } from '../action.ts';
import { momentOf } from '../moment.ts';
import { askedSessions } from './asked.ts';
import { codeOn, registerCodes } from './codes.ts';
import { type ExpectedSession, placementTrouble } from './expected-sessions.ts';
import { isCorrection } from './goes-on.ts';
import { markKey, roundOf } from './marks.ts';
import type { Mark, RecordAttendance } from './record-attendance.action.ts';
import { sameMark } from './save-mark.ts';

/** What is wrong with one mark, keyed `marks.<i>.<field>`, one plain sentence each; empty when it may be saved. */
export function checkMark(known: Known, wish: RecordAttendance, mark: Mark, i: number): Problem[] {
  const at = (field: keyof Mark, says: string): Problem[] => [{ field: `marks.${i}.${field}`, says }];
  if (wish.marks.findIndex((other) => other.placement === mark.placement) !== i) {
    return at('placement', 'This placement stands twice in the same save. Send it once.');
  }
  const placement = known.records.placement.get(mark.placement);
  if (!placement) return at('placement', 'There is no such placement.');
  const trouble = placementTrouble(placement, known.records.pupil.get(placement.pupil), wish.date);
  if (trouble) return at('placement', trouble);
  const held = heldFor(known, wish, mark);
  if (!held) return at('placement', 'The timetable has no session for this placement then: the pupil is not expected.');
  if (!held.expected && mark.status !== 'ProviderClosed' && mark.status !== 'NotExpected') {
    return at('status', `${held.because ?? 'The pupil is not expected.'} Nobody is expected then.`);
  }
  const closed = known.calendar.closed(wish.date, wish.session);
  if (closed && !mark.note?.trim() && !wasAsked(known, wish)) {
    return at('note', 'The school is closed in this session. Say in the note that the provider was open.');
  }
  const wrong = timeTrouble(mark, held);
  if (wrong) return at('time', wrong);
  const why = reasonTrouble(mark, wish.date);
  if (why) return at('reason', why);
  return amendTrouble(known, wish, mark).flatMap((says) => at('amend', says));
}

/** The expected session that a mark is about. */
export function heldFor(known: Known, wish: RecordAttendance, mark: Mark): ExpectedSession | undefined {
  return askedSessions(known, wish.date, wish.session).find((held) => held.placement.key === mark.placement);
}

function wasAsked(known: Known, wish: RecordAttendance): boolean {
  return known.records.message.by('round', roundOf(wish.date, wish.session)).length > 0;
}

function timeTrouble(mark: Mark, held: ExpectedSession): string | undefined {
  if (mark.status === 'AttendedLate' && !mark.time) return 'Give the time of arrival.';
  if (!mark.time) return undefined;
  if (mark.time < held.start) return `${mark.time} is before the ${held.start} start.`;
  if (mark.time > held.end) return `${mark.time} is after the ${held.end} end.`;
  return undefined;
}

const old = new Set(['F', '7', '8', '9']);

function reasonTrouble(mark: Mark, date: string): string | undefined {
  const reason = mark.reason?.trim() ?? '';
  if (old.has(reason)) return `Code ${reason} is retired. Choose the reason in words, such as Illness.`;
  const code = registerCodes.find((known) => known.code === reason);
  if (code && !codeOn(reason, date)) return `Code ${reason} was retired. Choose the reason in words, such as Illness.`;
  if (mark.status === 'AbsentReason' && !reason) return 'Give the reason, or choose Absent, no word.';
  if (mark.status === 'NotExpected' && !reason && !mark.note?.trim()) return 'Say why the pupil is not expected.';
  return undefined;
}

function amendTrouble(known: Known, wish: RecordAttendance, mark: Mark): string[] {
  if (mark.amend || known.via === 'Import' || known.via === 'Scenario') return [];
  const stands = known.records.attendance.get(markKey(mark.placement, wish.date, wish.session));
  // Somebody else's version: the store says who and when; the same content again changes nothing.
  if (stands && (stands.version !== (mark.seen ?? null) || sameMark(stands, mark))) return [];
  const late = wish.date < known.now.today;
  if (!stands || stands.providerStatus === 'NotReported') {
    if (!late || mark.note?.trim()) return [];
    return ['The day is over. Say why this is entered late.'];
  }
  if (!late && !isCorrection(stands.providerStatus, mark.status)) return [];
  const when = stands.reportedAt ? ` at ${momentOf(stands.reportedAt).time}` : '';
  return [`${stands.reportedByName ?? 'Somebody'} saved this mark${when}. Say why you change it.`];
}
