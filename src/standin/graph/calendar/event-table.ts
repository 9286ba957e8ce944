import { randomBytes } from 'node:crypto';
import { integer, object, type Row, row, rows, run, text } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import { type EventContent, NO_TIME, newEvent } from './event.ts';
import { toUtc } from './zones.ts';

/** An event in one person's calendar. `uid` is shared by the organiser's event and the copies of those invited. */
export interface CalendarEvent {
  /** Address of the mailbox, lower case. */
  readonly mailbox: string;
  readonly id: string;
  readonly uid: string;
  readonly organizer: string;
  readonly version: number;
  /** Counts the mailbox's changes, for delta. */
  readonly seq: number;
  readonly created: string;
  readonly modified: string;
  readonly cancelled: boolean;
  /** How the owner of a copy has answered; `organizer` in the organiser's own. */
  readonly response: string;
  readonly responseTime: string;
  readonly transactionId: string;
  readonly content: EventContent;
}

/** Makes the tables of calendars. */
export function createCalendarTables(state: State): void {
  state.db.exec(`
    create table if not exists calendars (mailbox text primary key, seq integer);
    create table if not exists events (mailbox text, id text primary key, uid text, starts text, ends text, seq integer,
      kept text);
    create index if not exists events_mailbox on events (mailbox, seq);
    create table if not exists gone_events (mailbox text, id text primary key, seq integer);
    create table if not exists transactions (mailbox text, transactionId text, event text,
      primary key (mailbox, transactionId));`);
}

/** An id as Exchange makes them: opaque. */
export function newEventId(): string {
  return randomBytes(24).toString('hex');
}

/** Keeps an event as the next change of its mailbox. */
export function saveEvent(state: State, event: Omit<CalendarEvent, 'seq'>): CalendarEvent {
  const saved = { ...event, seq: nextSeq(state, event.mailbox) };
  run(
    state.db,
    'insert or replace into events (mailbox, id, uid, starts, ends, seq, kept) values (?, ?, ?, ?, ?, ?, ?)',
    saved.mailbox,
    saved.id,
    saved.uid,
    toUtc(saved.content.start),
    toUtc(saved.content.end),
    saved.seq,
    JSON.stringify(saved),
  );
  return saved;
}

/** Takes an event out of its calendar; delta will say so. */
export function removeEvent(state: State, event: CalendarEvent): void {
  run(state.db, 'delete from events where id = ?', event.id);
  const seq = nextSeq(state, event.mailbox);
  run(state.db, 'insert or replace into gone_events (mailbox, id, seq) values (?, ?, ?)', event.mailbox, event.id, seq);
}

/** One event of a mailbox. */
export function findEvent(state: State, mailbox: string, id: string): CalendarEvent | undefined {
  const found = row(state.db, 'select kept from events where mailbox = ? and id = ?', mailbox, id);
  return found && readEvent(found);
}

/** All events of a mailbox, by start. */
export function eventsOf(state: State, mailbox: string): CalendarEvent[] {
  return rows(state.db, 'select kept from events where mailbox = ? order by starts, id', mailbox).map(readEvent);
}

/** Events of a mailbox that overlap the time between two instants, by start. */
export function eventsBetween(state: State, mailbox: string, from: string, to: string): CalendarEvent[] {
  return rows(
    state.db,
    'select kept from events where mailbox = ? and starts < ? and ends > ? order by starts, id',
    mailbox,
    to,
    from,
  ).map(readEvent);
}

/** All copies of a meeting, the organiser's own included. */
export function copiesOf(state: State, uid: string): CalendarEvent[] {
  return rows(state.db, 'select kept from events where uid = ?', uid).map(readEvent);
}

/** Changes of a mailbox after `seq`: events as they are now, and ids that are gone. */
export function eventChanges(
  state: State,
  mailbox: string,
  seq: number,
): { events: CalendarEvent[]; gone: { id: string; seq: number }[] } {
  return {
    events: rows(state.db, 'select kept from events where mailbox = ? and seq > ? order by seq', mailbox, seq).map(
      readEvent,
    ),
    gone: rows(
      state.db,
      'select id, seq from gone_events where mailbox = ? and seq > ? order by seq',
      mailbox,
      seq,
    ).map((each) => ({ id: text(each, 'id'), seq: integer(each, 'seq') })),
  };
}

/** The number of a mailbox's last change. */
export function lastEventSeq(state: State, mailbox: string): number {
  const found = row(state.db, 'select seq from calendars where mailbox = ?', mailbox);
  return found ? integer(found, 'seq') : 0;
}

/** The event that was made with this transactionId, even when it is gone by now. */
export function eventOfTransaction(state: State, mailbox: string, transactionId: string): string | undefined {
  const found = row(
    state.db,
    'select event from transactions where mailbox = ? and transactionId = ?',
    mailbox,
    transactionId,
  );
  return found && text(found, 'event');
}

/** Remembers what a transactionId made. */
export function keepTransaction(state: State, event: CalendarEvent): void {
  run(
    state.db,
    'insert into transactions (mailbox, transactionId, event) values (?, ?, ?)',
    event.mailbox,
    event.transactionId,
    event.id,
  );
}

function nextSeq(state: State, mailbox: string): number {
  const found = row(
    state.db,
    'insert into calendars (mailbox, seq) values (?, 1) on conflict (mailbox) do update set seq = seq + 1 returning seq',
    mailbox,
  );
  return found ? integer(found, 'seq') : 0;
}

function readEvent(from: Row): CalendarEvent {
  return { ...blank, ...object(from, 'kept') };
}

const midnight = { dateTime: '2000-01-01T00:00:00', timeZone: 'UTC' };

/** Every property of an event, for what an older file lacks. */
const blank: CalendarEvent = {
  mailbox: '',
  id: '',
  uid: '',
  organizer: '',
  version: 1,
  seq: 0,
  created: NO_TIME,
  modified: NO_TIME,
  cancelled: false,
  response: 'none',
  responseTime: NO_TIME,
  transactionId: '',
  content: newEvent({ start: midnight, end: midnight }),
};
