import type { Known } from '../action.ts';
import type { ChangeResult, Save, ValuesNamed } from '../change.ts';
import { minutesOf, suggestionFor } from './asked.ts';
import type { Attendance } from './attendance.record.ts';
import { heldFor } from './check-mark.ts';
import { codeTrouble } from './codes.ts';
import type { ExpectedSession } from './expected-sessions.ts';
import { codeInSchool, codesInSchool, inSchoolOf, saidThere } from './in-school.ts';
import { markKey, monthOf, pupilSessionKey } from './marks.ts';
import { settleDaysOn } from './n-clock.ts';
import type { Mark, RecordAttendance } from './record-attendance.action.ts';
import { withWhatStood } from './stood-before.ts';
import { absenceReasons } from './suggest-code.ts';

/** The save of one attendance row. */
export type MarkSave = Extract<Save, { record: 'attendance' }>;

/** What one mark comes to. `current`: it builds on the mark that stands, so what follows from it follows too. */
export type MarkSaved =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'unchanged'; readonly result: ChangeResult }
  | { readonly kind: 'save'; readonly save: MarkSave; readonly held: ExpectedSession; readonly current: boolean };

/**
 * The save of one mark, with its code where the law is clear; the same content again is no change. `claimed`: register keys
 * that marks before this one in the same save take; the second of a pupil's session gets no code and stands as a conflict.
 */
export function saveMark(known: Known, wish: RecordAttendance, mark: Mark, claimed: ReadonlySet<string>): MarkSaved {
  const held = heldFor(known, wish, mark);
  if (!held) return { kind: 'nothing' };
  const key = markKey(mark.placement, wish.date, wish.session);
  const stands = known.records.attendance.get(key);
  if (!stands && mark.status === 'NotReported') return { kind: 'nothing' };
  if (stands && sameMark(stands, mark)) {
    const { reportedByName: by, reportedAt: at, version } = stands;
    return { kind: 'unchanged', result: { about: key, outcome: 'unchanged', by, at, version } };
  }
  const seen = mark.seen ?? null;
  const save: MarkSave = {
    kind: 'save',
    record: 'attendance',
    key,
    seen,
    values: {
      ...reported(known, wish, mark, held),
      ...coded(known, wish, mark, held, key, stands, claimed),
      ...before(stands, mark),
    },
    onRegisterConflict: {
      code: undefined,
      registerKey: key,
      nDeadline: undefined,
      codeBy: undefined,
      codeByName: undefined,
      codeAt: undefined,
    },
  };
  return { kind: 'save', save, held, current: seen === (stands?.version ?? null) };
}

/** True when a mark says what stands already. */
export function sameMark(stands: Attendance, mark: Mark): boolean {
  if (stands.providerStatus !== mark.status) return false;
  const time = mark.status === 'AttendedLate' ? stands.arrival : stands.left;
  if (mark.time && mark.time !== time) return false;
  if (mark.reason && reasonName(mark.reason) !== stands.reason) return false;
  return !mark.note || mark.note.trim() === stands.note;
}

type Values = Partial<ValuesNamed<'attendance'>>;

function reported(known: Known, wish: RecordAttendance, mark: Mark, held: ExpectedSession): Values {
  const late = mark.status === 'AttendedLate';
  return {
    placement: mark.placement,
    pupil: held.pupil.key,
    date: wish.date,
    month: monthOf(wish.date),
    session: wish.session,
    providerStatus: mark.status,
    site: held.site?.key,
    expectedStart: held.start,
    expectedEnd: held.end,
    ...(late ? { arrival: mark.time, left: undefined } : { left: leaves(mark) ? mark.time : undefined }),
    ...(mark.status === 'AttendedOnTime' || mark.status.startsWith('Absent') ? { arrival: undefined } : {}),
    minutesLate: late && mark.time ? minutesOf(mark.time) - minutesOf(held.start) : undefined,
    reason: reasonName(mark.reason),
    note: mark.note?.trim() || undefined,
    reportedBy: known.by.id,
    reportedByName: known.by.name,
    reportedVia: known.via,
    reportedAt: known.now.instant,
  };
}

function leaves(mark: Mark): boolean {
  return mark.status === 'LeftEarly' || mark.status === 'SentHome' || mark.status === 'AbsentNoReason';
}

/** "illness" is Illness; anything else stays as typed. */
function reasonName(reason: string | undefined): string | undefined {
  const typed = reason?.trim();
  if (!typed) return undefined;
  return Object.keys(absenceReasons).find((name) => name.toLowerCase() === typed.toLowerCase()) ?? typed;
}

/** Code, suggestion and register key: at most one row of a pupil's session carries the code. */
function coded(
  known: Known,
  wish: RecordAttendance,
  mark: Mark,
  held: ExpectedSession,
  key: string,
  stands: Attendance | undefined,
  claimed: ReadonlySet<string>,
): Values {
  const suggestion = suggestionFor(held, mark.status, reasonName(mark.reason));
  const nature = held.placement.natureOfActivity ?? mark.note?.trim();
  const code = suggestion.code;
  const there = saidThere({ providerStatus: mark.status });
  const inSchool = inSchoolOf(stands);
  // The register has the pupil in school: a provider who says present makes a conflict of it (domain.md 14.10).
  const twoPlaces = there && inSchool !== undefined && !codesInSchool.includes(code ?? '');
  const registerKey = pupilSessionKey(held.pupil.key, wish.date, wish.session);
  const other =
    claimed.has(registerKey) ||
    known.records.attendance
      .by('pupil', held.pupil.key)
      .some((row) => row.registerKey === registerKey && row.key !== key);
  const atOnce =
    code !== undefined &&
    suggestion.kind === 'law' &&
    !stands?.inSchool &&
    !twoPlaces &&
    !other &&
    known.calendar.closed(wish.date, wish.session) === undefined &&
    codeTrouble({ code, date: wish.date, note: nature }) === undefined;
  const settleBy = known.calendar.after(wish.date, settleDaysOn(known, wish.date));
  return {
    code: atOnce ? code : undefined,
    suggestedCode: stands?.inSchool && !there ? codeInSchool(wish.session) : code,
    ...(twoPlaces ? { inSchool: true } : {}),
    registerKey: atOnce ? registerKey : key,
    nature,
    nDeadline: atOnce && code === 'N' && 'day' in settleBy ? settleBy.day : undefined,
    codeBy: atOnce ? known.by.id : undefined,
    codeByName: atOnce ? known.by.name : undefined,
    codeAt: atOnce ? known.now.instant : undefined,
    registerCopied: false,
  };
}

/** What stood there before, oldest first, one line each. */
function before(stands: Attendance | undefined, mark: Mark): Values {
  if (!stands) return mark.amend ? { amendReason: mark.amend } : {};
  return { amendedFrom: withWhatStood(stands), amendReason: mark.amend };
}
