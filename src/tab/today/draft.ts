import type { ProviderStatus } from '../../school/attendance/attendance.record.ts';
import { isCorrection } from '../../school/attendance/goes-on.ts';
import type { TodayRow } from '../../school/attendance/today.types.ts';

/** What somebody is about to say of a pupil: not saved yet. */
export interface Draft {
  readonly status: Exclude<ProviderStatus, 'NotReported'>;
  readonly time: string;
  readonly reason: string;
  readonly note: string;
  /** Why a mark that stands is changed. */
  readonly amend: string;
  /** Version of the mark when the draft was opened. */
  readonly seen: string | null;
}

/** Statuses that want something more before they are saved. */
export const wants: Readonly<Partial<Record<ProviderStatus, 'time' | 'reason' | 'why'>>> = {
  AttendedLate: 'time',
  LeftEarly: 'time',
  SentHome: 'time',
  AbsentReason: 'reason',
  Elsewhere: 'why',
  NotExpected: 'why',
};

/** Keys 1 to 6 on the row in focus. */
export const keyStatuses: Readonly<Record<string, Draft['status']>> = {
  '1': 'AttendedOnTime',
  '2': 'AttendedLate',
  '3': 'AbsentReason',
  '4': 'AbsentNoReason',
  '5': 'ProviderClosed',
  '6': 'NotExpected',
};

/** A fresh draft; `time` has the school's now filled in where a time is wanted. */
export function draftOf(row: TodayRow, status: Draft['status'], now: string): Draft {
  return { status, time: wants[status] === 'time' ? now : '', reason: '', note: '', amend: '', seen: row.seen };
}

/** What has to be explained: a mark that is taken back, or one that is entered when its day is over; `undefined`: nothing. */
export function whyAsked(row: TodayRow, next: Draft['status'], late: boolean) {
  if (isCorrection(row.status, next)) return { label: 'Why is it changed?', missing: 'Say why it is changed.' };
  return late ? { label: 'Why is it entered late?', missing: 'Say why it is entered late.' } : undefined;
}

/** What is still missing or cannot be, in words; `undefined` when the draft may be sent. */
export function draftTrouble(row: TodayRow, draft: Draft, late: boolean): string | undefined {
  const want = wants[draft.status];
  if (want === 'time' && !/^([01]\d|2[0-3]):[0-5]\d$/.test(draft.time)) return 'Give a time such as 09:30.';
  if (want === 'time' && draft.time < row.start) return `${draft.time} is before the ${row.start} start.`;
  if (want === 'reason' && draft.reason === '') return 'Choose the reason, or “No word”.';
  if (want === 'why' && draft.note.trim() === '') return 'Say why, in a few words.';
  const why = whyAsked(row, draft.status, late);
  if (why && draft.amend.trim() === '') return why.missing;
  return undefined;
}

/** The draft as `record-attendance` takes it. */
export function markOf(row: TodayRow, draft: Draft, seen: string | null) {
  return {
    placement: row.placement,
    status: draft.status,
    ...(draft.time ? { time: draft.time } : {}),
    ...(draft.reason ? { reason: draft.reason } : {}),
    ...(draft.note.trim() ? { note: draft.note.trim() } : {}),
    ...(draft.amend.trim() ? { amend: draft.amend.trim() } : {}),
    seen,
  };
}
