import { randomUUID } from 'node:crypto';
import { isRow, object, type Row, rows, run, text } from '../../state/rows.ts';
import type { Desk } from '../desk.ts';

/** A mail that was sent: by `from` at a time of the school's clock, with Graph's message as it was given. */
export interface SentMail {
  readonly id: string;
  readonly from: string;
  readonly sentDateTime: string;
  readonly message: Readonly<Record<string, unknown>>;
}

/** Makes the table of mail sent. */
export function createMailTable(desk: Desk): void {
  desk.context.state.db.exec(
    'create table if not exists mail (id text primary key, sender text, sent text, message text)',
  );
}

/** Keeps a mail as sent. */
export function keepMail(desk: Desk, from: string, message: Readonly<Record<string, unknown>>): void {
  run(
    desk.context.state.db,
    'insert into mail (id, sender, sent, message) values (?, ?, ?, ?)',
    randomUUID(),
    from,
    desk.now(),
    JSON.stringify(message),
  );
}

/** All mail sent, oldest first. */
export function mailSent(desk: Desk): readonly SentMail[] {
  return rows(desk.context.state.db, 'select * from mail order by rowid').map(readMail);
}

/** Who a message goes to: addresses in lower case. */
export function recipientsOf(message: Readonly<Record<string, unknown>>): string[] {
  return ['toRecipients', 'ccRecipients', 'bccRecipients'].flatMap((name) => {
    const given = message[name];
    return Array.isArray(given) ? given.map(addressOf) : [];
  });
}

function addressOf(recipient: unknown): string {
  const email = isRow(recipient) && isRow(recipient.emailAddress) ? recipient.emailAddress : {};
  return String(email.address ?? '').toLowerCase();
}

function readMail(kept: Row): SentMail {
  return {
    id: text(kept, 'id'),
    from: text(kept, 'sender'),
    sentDateTime: text(kept, 'sent'),
    message: object(kept, 'message'),
  };
}
