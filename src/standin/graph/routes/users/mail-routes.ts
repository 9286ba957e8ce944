import { isRow } from '../../../state/rows.ts';
import { jsonBody, option, param, type Route, top } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { GraphFailure, invalid } from '../../failure.ts';
import { select } from '../../lists/bodies.ts';
import { keepMail, mailSent, recipientsOf, type SentMail } from '../../mail/mail-table.ts';
import { openMailbox } from '../../permissions.ts';

/** Mail that the app sends, and what lies in a mailbox, newest first. */
export function mailRoutes(desk: Desk): Route[] {
  return [
    {
      method: 'POST',
      path: '/users/{user}/sendMail',
      units: 0,
      answer(call) {
        const mailbox = openMailbox(desk, call.caller, param(call, 'user'), ['Mail.Send']);
        const body = jsonBody(call);
        const message = body.message ?? body.Message;
        if (!isRow(message)) throw invalid('The mail needs a message.');
        const to = recipientsOf(message);
        if (to.length === 0 || to.some((address) => !/^[^@\s]+@[^@\s]+$/.test(address))) {
          throw new GraphFailure(400, 'ErrorInvalidRecipients', 'At least one recipient is not valid.');
        }
        keepMail(desk, mailbox.mail, message);
        return { status: 202 };
      },
    },
    {
      method: 'GET',
      path: '/users/{user}/messages',
      units: 0,
      answer(call) {
        const { mail } = openMailbox(desk, call.caller, param(call, 'user'), ['Mail.Read', 'Mail.ReadWrite']);
        const size = top(call, 10, 1000);
        const start = Number(option(call, 'skip') ?? 0);
        const found = mailSent(desk).filter((one) => one.from === mail || recipientsOf(one.message).includes(mail));
        const page = [...found].reverse().slice(start, start + size);
        const body: Record<string, unknown> = {
          value: page.map((one) => select(messageBody(one), option(call, 'select'))),
        };
        if (found.length > start + size) {
          const query = new URLSearchParams(call.query);
          query.set('$skip', String(start + size));
          body['@odata.nextLink'] = `${call.root}${call.path}?${query}`;
        }
        return { status: 200, body };
      },
    },
  ];
}

function messageBody(mail: SentMail): Record<string, unknown> {
  const from = { emailAddress: { name: mail.from, address: mail.from } };
  const content = isRow(mail.message.body) ? String(mail.message.body.content ?? '') : '';
  return {
    ...mail.message,
    id: mail.id,
    createdDateTime: mail.sentDateTime,
    sentDateTime: mail.sentDateTime,
    receivedDateTime: mail.sentDateTime,
    bodyPreview: content.slice(0, 255),
    isDraft: false,
    isRead: false,
    from,
    sender: from,
  };
}
