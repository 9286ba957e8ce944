import type { Desk } from '../desk.ts';
import { keepMail } from '../mail/mail-table.ts';
import { NO_TIME } from './event.ts';
import { type CalendarEvent, copiesOf, newEventId, removeEvent, saveEvent } from './event-table.ts';

/**
 * Brings the copies of those invited in line with the organiser's event, and mails who has to know: the new ones an
 * invitation, the dropped ones a cancellation, the others an update when time or place changed.
 */
export function sendInvitations(desk: Desk, event: CalendarEvent, before?: CalendarEvent): void {
  const { state } = desk.context;
  const copies = copiesOf(state, event.uid).filter((copy) => copy.id !== event.id);
  const moved = before !== undefined && whenAndWhere(before) !== whenAndWhere(event);
  const wasInvited = new Set(before?.content.attendees.map((one) => one.address));
  for (const { address, response, time } of event.content.attendees) {
    if (address === event.organizer) continue;
    const isNew = !wasInvited.has(address);
    if (isNew || moved) mail(desk, event, address, isNew ? 'meetingRequest' : 'meetingUpdate');
    if (!hasMailbox(desk, address)) continue;
    const copy = copies.find((one) => one.mailbox === address);
    saveEvent(state, {
      ...event,
      mailbox: address,
      id: copy?.id ?? newEventId(),
      version: (copy?.version ?? 0) + 1,
      transactionId: '',
      response: response === 'none' ? 'notResponded' : response,
      responseTime: response === 'none' ? NO_TIME : time,
      content: { ...event.content, extended: {} },
    });
  }
  const invited = new Set(event.content.attendees.map((one) => one.address));
  for (const address of [...wasInvited].filter((one) => !invited.has(one)))
    mail(desk, event, address, 'meetingCancelled');
  for (const copy of copies.filter((one) => !invited.has(one.mailbox))) removeEvent(state, copy);
}

/** Tells everybody invited that the meeting is off; their copies stay, cancelled, until they remove them. */
export function sendCancellations(desk: Desk, event: CalendarEvent, comment: string): void {
  const { state } = desk.context;
  for (const { address } of event.content.attendees) {
    if (address !== event.organizer) mail(desk, event, address, 'meetingCancelled', comment);
  }
  for (const copy of copiesOf(state, event.uid)) {
    if (copy.id === event.id) continue;
    saveEvent(state, { ...copy, cancelled: true, version: copy.version + 1, modified: desk.now() });
  }
}

/** Puts an answer on the owner's copy and, when the organiser is `told`, on the organiser's event. */
export function answerInvitation(desk: Desk, copy: CalendarEvent, response: string, told: boolean): void {
  const { state } = desk.context;
  const now = desk.now();
  saveEvent(state, { ...copy, response, responseTime: now, version: copy.version + 1, modified: now });
  if (!told) return;
  const organised = copiesOf(state, copy.uid).find((one) => one.mailbox === one.organizer);
  if (!organised) return;
  const attendees = organised.content.attendees.map((one) =>
    one.address === copy.mailbox ? { ...one, response, time: now } : one,
  );
  const content = { ...organised.content, attendees };
  saveEvent(state, { ...organised, content, version: organised.version + 1, modified: now });
}

function mail(desk: Desk, event: CalendarEvent, address: string, kind: string, comment = ''): void {
  keepMail(desk, event.organizer, {
    '@odata.type': '#microsoft.graph.eventMessage',
    meetingMessageType: kind,
    subject: kind === 'meetingCancelled' ? `Canceled: ${event.content.subject}` : event.content.subject,
    body: comment === '' ? event.content.body : { contentType: 'text', content: comment },
    toRecipients: [{ emailAddress: { address } }],
  });
}

function hasMailbox(desk: Desk, address: string): boolean {
  const { people, mailboxes } = desk.context.tenant();
  return [...people, ...mailboxes].some((one) => one.mail === address);
}

function whenAndWhere({ content }: CalendarEvent): string {
  return JSON.stringify([content.start, content.end, content.location]);
}
