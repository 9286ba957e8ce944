import { integer, object, type Row, row, rows, run, text } from '../state/rows.ts';
import type { State } from '../state/state.ts';

/** An activity as the conversation shows it today. */
export interface KeptActivity {
  readonly id: string;
  /** Conversation id without thread. */
  readonly conversation: string;
  /** Id of the first message of its thread, in a channel. */
  readonly thread?: string;
  readonly activity: Row;
  /** Earlier versions, oldest first. */
  readonly history: readonly Row[];
  /** Cards that single people see in place of the common one, by object id: the answer to their own press. */
  readonly seenBy: { readonly [oid: string]: unknown };
  readonly deleted: boolean;
}

/** The conversations' memory: every message in order, with what it said before. */
export interface Archive {
  /** Keeps a new activity and returns its id, a number like Teams' (milliseconds, never twice the same). */
  add(conversation: string, thread: string | undefined, activity: (id: string) => Row): string;
  find(conversation: string, id: string): KeptActivity | undefined;
  list(conversation: string, thread?: string): KeptActivity[];
  count(conversation: string): number;
  /** Puts another activity in place of this one for everybody; false when there is none. */
  replace(conversation: string, id: string, activity: Row): boolean;
  /** Shows this card to one person only, until the next `replace`. */
  showTo(conversation: string, id: string, oid: string, card: unknown): void;
  remove(conversation: string, id: string): boolean;
  block(conversation: string, blocked: boolean): void;
  isBlocked(conversation: string): boolean;
}

/** Opens the archive in the tenant's state, making its tables when they are missing. */
export function openArchive(state: State): Archive {
  const { db } = state;
  db.exec(TABLES);
  const archive: Archive = {
    add: (conversation, thread, activity) =>
      state.transaction(() => {
        const newest = row(db, 'select max(cast(id as integer)) as id from connector_activities') ?? {};
        const id = String(Math.max(Date.now(), integer(newest, 'id') + 1));
        const sql = 'insert into connector_activities (id, conversation, thread, activity) values (?, ?, ?, ?)';
        run(db, sql, id, conversation, thread ?? null, JSON.stringify(activity(id)));
        return id;
      }),
    find(conversation, id) {
      const found = row(db, 'select * from connector_activities where conversation = ? and id = ?', conversation, id);
      return found === undefined ? undefined : fromRow(found);
    },
    list(conversation, thread) {
      const sql = 'select * from connector_activities where conversation = ? order by position';
      const all = rows(db, sql, conversation).map(fromRow);
      return thread === undefined ? all : all.filter((kept) => kept.thread === thread || kept.id === thread);
    },
    count(conversation) {
      const sql = 'select count(*) as n from connector_activities where conversation = ? and deleted = 0';
      return integer(row(db, sql, conversation) ?? {}, 'n');
    },
    replace: (conversation, id, activity) =>
      state.transaction(() => {
        const kept = archive.find(conversation, id);
        if (kept === undefined || kept.deleted) return false;
        const history = JSON.stringify([...kept.history, kept.activity]);
        const sql = `update connector_activities set activity = ?, history = ?, seen_by = '{}'
          where conversation = ? and id = ?`;
        return run(db, sql, JSON.stringify(activity), history, conversation, id) > 0;
      }),
    showTo: (conversation, id, oid, card) =>
      state.transaction(() => {
        const seenBy = JSON.stringify({ ...archive.find(conversation, id)?.seenBy, [oid]: card });
        run(
          db,
          'update connector_activities set seen_by = ? where conversation = ? and id = ?',
          seenBy,
          conversation,
          id,
        );
      }),
    remove: (conversation, id) =>
      run(
        db,
        'update connector_activities set deleted = 1 where conversation = ? and id = ? and deleted = 0',
        conversation,
        id,
      ) > 0,
    block(conversation, blocked) {
      if (blocked) run(db, 'insert or ignore into connector_blocked (conversation) values (?)', conversation);
      else run(db, 'delete from connector_blocked where conversation = ?', conversation);
    },
    isBlocked: (conversation) =>
      row(db, 'select 1 from connector_blocked where conversation = ?', conversation) !== undefined,
  };
  return archive;
}

const TABLES = `
  create table if not exists connector_activities (
    position integer primary key autoincrement, id text not null, conversation text not null, thread text,
    activity text not null, history text not null default '[]', seen_by text not null default '{}',
    deleted integer not null default 0);
  create unique index if not exists connector_by_id on connector_activities (conversation, id);
  create table if not exists connector_blocked (conversation text primary key);`;

function fromRow(from: Row): KeptActivity {
  const thread = text(from, 'thread');
  return {
    id: text(from, 'id'),
    conversation: text(from, 'conversation'),
    ...(thread === '' ? {} : { thread }),
    activity: object(from, 'activity'),
    history: JSON.parse(text(from, 'history')),
    seenBy: object(from, 'seen_by'),
    deleted: integer(from, 'deleted') === 1,
  };
}
