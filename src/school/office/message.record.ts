import { choice, instant, json, link, number, schoolDay, text, yesNo } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** A card, chat message or mail that the app sent or will send (domain.md 10, NTF). */
export const message = record({
  name: 'message',
  list: 'AP Messages',
  label: 'Message',
  says: 'A card, chat message or mail: to whom, when, delivered, answered, by whom.',
  keyOf: 'ms- and an opaque id, or purpose|about|to so that it is sent once',
  retention: 'register',
  area: 'config',
  mirror: 'monthly',
  fields: {
    purpose: text('Purpose', { required: true, hint: 'Such as register, chase, follow-up, dsl-alert, open-list' }),
    about: text('About', { indexed: true, hint: 'RecordKey or round' }),
    date: schoolDay('Date', { required: true, indexed: true }),
    month: text('Month', { required: true, indexed: true, maxLength: 7 }),
    round: text('Round', { indexed: true, hint: 'Such as 2026-11-24|am' }),
    to: text('To', { required: true, hint: 'channel, or Entra object id' }),
    by: choice('By', ['Chat', 'Channel', 'Mail'], { required: true }),
    urgent: yesNo('Urgent', {}),
    state: choice('State', ['Waiting', 'Sending', 'Sent', 'Failed', 'Closed'], { required: true, indexed: true }),
    answer: choice('Answer', ['Answered', 'Acknowledged'], {}),
    owner: text('Owner', { hint: 'The server that is sending it' }),
    leaseUntil: instant('Lease until', { hint: "Machine's clock" }),
    tries: number('Tries', { min: 0, max: 1000 }),
    card: text('Card', { hint: 'Template name' }),
    data: json('Parameters'),
    conversation: text('Conversation', {}),
    activity: text('Activity', {}),
    sentAt: instant('Sent at', {}),
    answeredAt: instant('Answered at', {}),
    answeredBy: text('Answered by', {}),
    acknowledgeBy: instant('Acknowledge by', {}),
    escalatedTo: text('Escalated to', {}),
    failure: text('Failure', {}),
    foldedAt: instant('Folded at', { hint: 'From then on the card names nobody' }),
    follows: link('Follows', 'message', {}),
  },
});

/** A message as kept. */
export type Message = RecordOf<typeof message>;
