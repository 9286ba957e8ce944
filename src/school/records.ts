import type { RecordOf } from '../schema/record.ts';
import { agreedAction } from './actions-agreed/agreed-action.record.ts';
import { attendance } from './attendance/attendance.record.ts';
import { call } from './attendance/call.record.ts';
import { followUp } from './attendance/follow-up.record.ts';
import { calendarEntry } from './calendar/calendar-entry.record.ts';
import { contact } from './contacts/contact.record.ts';
import { conversation } from './office/conversation.record.ts';
import { journalEntry } from './office/journal-entry.record.ts';
import { message } from './office/message.record.ts';
import { roleAssignment } from './office/role-assignment.record.ts';
import { setting } from './office/setting.record.ts';
import { placement } from './placements/placement.record.ts';
import { scheduleSlot } from './placements/schedule-slot.record.ts';
import { provider } from './providers/provider.record.ts';
import { site } from './providers/site.record.ts';
import { pupil } from './pupils/pupil.record.ts';
import { invitee } from './reviews/invitee.record.ts';
import { meeting } from './reviews/meeting.record.ts';
import { objective } from './reviews/objective.record.ts';
import { progress } from './reviews/progress.record.ts';
import { review } from './reviews/review.record.ts';
import { reviewRequest } from './reviews/review-request.record.ts';
import { visit } from './visits/visit.record.ts';

/** Every kind of record the school keeps, one SharePoint list each. */
export const records = {
  pupil,
  contact,
  provider,
  site,
  placement,
  scheduleSlot,
  attendance,
  followUp,
  call,
  review,
  meeting,
  invitee,
  reviewRequest,
  objective,
  progress,
  visit,
  agreedAction,
  calendarEntry,
  roleAssignment,
  setting,
  journalEntry,
  message,
  conversation,
} as const;

/** The name of a kind of record, such as `placement`. */
export type RecordName = keyof typeof records;

/** The kept record of a name. */
export type RecordNamed<N extends RecordName> = RecordOf<(typeof records)[N]>;

/** All records of one kind, as the school knows them now. */
export interface Table<R> {
  /** The record with this key, in any case of letters. */
  get(key: string): R | undefined;
  all(): readonly R[];
  /** The records whose indexed or unique text field holds exactly this value. */
  by(field: keyof R & string, value: string): readonly R[];
}

/** What the school knows: one table per kind of record. Daily records reach back 53 weeks. */
export type SchoolRecords = { readonly [N in RecordName]: Table<RecordNamed<N>> };

/** A table over plain values: for tests, imports and the mirror alike. */
export function tableOf<R extends { readonly key: string }>(rows: readonly R[]): Table<R> {
  const byKey = new Map(rows.map((row) => [row.key.toLowerCase(), row]));
  const indexes = new Map<string, Map<string, R[]>>();
  return {
    get: (key) => byKey.get(key.toLowerCase()),
    all: () => rows,
    by(field, value) {
      let index = indexes.get(field);
      if (!index) {
        index = new Map();
        for (const row of rows) {
          const held = row[field];
          if (typeof held === 'string') index.set(held, [...(index.get(held) ?? []), row]);
        }
        indexes.set(field, index);
      }
      return index.get(value) ?? [];
    },
  };
}

/** School records over plain arrays; kinds left out are empty. */
export function schoolRecords(rows: { readonly [N in RecordName]?: readonly RecordNamed<N>[] }): SchoolRecords {
  const tables = Object.keys(records).map((name) => [
    name,
    tableOf((rows[name as RecordName] ?? []) as readonly { key: string }[]),
  ]);
  return Object.fromEntries(tables) as SchoolRecords;
}
