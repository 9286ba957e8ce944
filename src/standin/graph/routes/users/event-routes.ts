import { randomUUID } from 'node:crypto';
import { changedEvent, type EventContent, newEvent } from '../../calendar/event.ts';
import { eventBody, eventEtag, eventFilter, keptId, shownId } from '../../calendar/event-body.ts';
import {
  type CalendarEvent,
  eventOfTransaction,
  eventsOf,
  findEvent,
  keepTransaction,
  newEventId,
  removeEvent,
  saveEvent,
} from '../../calendar/event-table.ts';
import { answerInvitation, sendCancellations, sendInvitations } from '../../calendar/invitations.ts';
import { type Answer, type Call, jsonBody, option, param, type Route, refuseOptions, top } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { GraphFailure, mailboxItemNotFound } from '../../failure.ts';
import { openMailbox } from '../../permissions.ts';

/** Permissions that let an app read a calendar. */
export const READ_CALENDAR = ['Calendars.Read', 'Calendars.ReadWrite'] as const;
const WRITE_CALENDAR = ['Calendars.ReadWrite'] as const;

/** Events of a mailbox: making, changing, cancelling, answering. Under `/events` and `/calendar/events` alike. */
export function eventRoutes(desk: Desk): Route[] {
  return ['/users/{user}/events', '/users/{user}/calendar/events'].flatMap((path) => routesUnder(desk, path));
}

function routesUnder(desk: Desk, path: string): Route[] {
  const one = `${path}/{event}`;
  const answering = (verb: string, response: string): Route => ({
    method: 'POST',
    path: `${one}/${verb}`,
    units: 0,
    answer: (call) => respond(desk, call, response),
  });
  return [
    { method: 'GET', path, units: 0, answer: (call) => listEvents(desk, call) },
    { method: 'POST', path, units: 0, answer: (call) => createEvent(desk, call) },
    {
      method: 'GET',
      path: one,
      units: 0,
      answer: (call) => ({
        status: 200,
        body: eventBody(desk.context.tenant(), call, openEvent(desk, call, READ_CALENDAR)),
      }),
    },
    { method: 'PATCH', path: one, units: 0, answer: (call) => changeEvent(desk, call) },
    { method: 'DELETE', path: one, units: 0, answer: (call) => cancelOrRemove(desk, call, '') },
    { method: 'POST', path: `${one}/cancel`, units: 0, answer: (call) => cancelEvent(desk, call) },
    answering('accept', 'accepted'),
    answering('decline', 'declined'),
    answering('tentativelyAccept', 'tentativelyAccepted'),
  ];
}

function listEvents(desk: Desk, call: Call): Answer {
  refuseOptions(call, 'search');
  const { mail } = openMailbox(desk, call.caller, param(call, 'user'), READ_CALENDAR);
  const found = eventsOf(desk.context.state, mail).filter(eventFilter(option(call, 'filter')));
  return pageOfEvents(desk, call, found);
}

/** A page of events with Outlook's paging: ten unless `$top` says more, `$skip` in the next link. */
export function pageOfEvents(desk: Desk, call: Call, found: readonly CalendarEvent[]): Answer {
  const size = top(call, 10, 1000);
  const start = Number(option(call, 'skip') ?? 0);
  const page = found.slice(start, start + size);
  const body: Record<string, unknown> = { value: page.map((event) => eventBody(desk.context.tenant(), call, event)) };
  if (found.length > start + size) {
    const query = new URLSearchParams(call.query);
    query.set('$skip', String(start + size));
    body['@odata.nextLink'] = `${call.root}${call.path}?${query}`;
  }
  return { status: 200, body };
}

function createEvent(desk: Desk, call: Call): Answer {
  const { state } = desk.context;
  const { mail } = openMailbox(desk, call.caller, param(call, 'user'), WRITE_CALENDAR);
  const body = jsonBody(call);
  const content = newEvent(body);
  const transactionId = typeof body.transactionId === 'string' ? body.transactionId : '';
  const before = transactionId === '' ? undefined : eventOfTransaction(state, mail, transactionId);
  if (before !== undefined) throw usedBefore(desk, call, before);
  const now = desk.now();
  const event = state.transaction(() => {
    const saved = saveEvent(state, {
      mailbox: mail,
      id: newEventId(),
      uid: `040000008200E00074C5B7101A82E008${randomUUID().replaceAll('-', '').toUpperCase()}`,
      organizer: mail,
      version: 1,
      created: now,
      modified: now,
      cancelled: false,
      response: 'organizer',
      responseTime: '0001-01-01T00:00:00Z',
      transactionId,
      content: withJoinLink(content),
    });
    if (transactionId !== '') keepTransaction(state, saved);
    if (!content.isDraft) sendInvitations(desk, saved);
    return saved;
  });
  return { status: 201, body: eventBody(desk.context.tenant(), call, event) };
}

function changeEvent(desk: Desk, call: Call): Answer {
  const { state } = desk.context;
  const old = openEvent(desk, call, WRITE_CALENDAR);
  refuseStale(call, old);
  const content = withJoinLink(changedEvent(old.content, jsonBody(call)), old.content);
  const event = state.transaction(() => {
    const saved = saveEvent(state, { ...old, content, version: old.version + 1, modified: desk.now() });
    // Of a meeting that is sent just now nobody knew before.
    if (saved.mailbox === saved.organizer && !content.isDraft) {
      sendInvitations(desk, saved, old.content.isDraft ? undefined : old);
    }
    return saved;
  });
  return { status: 200, body: eventBody(desk.context.tenant(), call, event) };
}

function cancelEvent(desk: Desk, call: Call): Answer {
  const event = openEvent(desk, call, WRITE_CALENDAR);
  if (event.mailbox !== event.organizer) {
    throw new GraphFailure(400, 'ErrorInvalidRequest', 'You need to be an organizer to cancel a meeting.');
  }
  const body = call.body.length === 0 ? {} : jsonBody(call);
  return { ...cancelOrRemove(desk, call, String(body.comment ?? body.Comment ?? '')), status: 202 };
}

function cancelOrRemove(desk: Desk, call: Call, comment: string): Answer {
  const event = openEvent(desk, call, WRITE_CALENDAR);
  refuseStale(call, event);
  desk.context.state.transaction(() => {
    if (event.mailbox === event.organizer && !event.content.isDraft) sendCancellations(desk, event, comment);
    removeEvent(desk.context.state, event);
  });
  return { status: 204 };
}

function respond(desk: Desk, call: Call, response: string): Answer {
  const event = openEvent(desk, call, WRITE_CALENDAR);
  if (event.mailbox === event.organizer) {
    throw new GraphFailure(
      400,
      'ErrorInvalidRequest',
      "You can't respond to this meeting because you're the meeting organizer.",
    );
  }
  const told = call.body.length === 0 || jsonBody(call).sendResponse !== false;
  if (told && !event.content.responseRequested) {
    throw new GraphFailure(
      400,
      'ErrorInvalidRequest',
      "Your request can't be completed. You can't respond to this meeting because the organizer did not request a response.",
    );
  }
  desk.context.state.transaction(() => answerInvitation(desk, event, response, told));
  return { status: 202 };
}

function openEvent(desk: Desk, call: Call, anyOf: readonly string[]): CalendarEvent {
  const { mail } = openMailbox(desk, call.caller, param(call, 'user'), anyOf);
  const event = findEvent(desk.context.state, mail, keptId(param(call, 'event')));
  if (!event) throw mailboxItemNotFound();
  return event;
}

function refuseStale(call: Call, event: CalendarEvent): void {
  const wanted = call.headers['if-match'];
  if (wanted === undefined || wanted === '*' || wanted === eventEtag(event)) return;
  throw new GraphFailure(
    412,
    'ErrorIrresolvableConflict',
    'The send or update operation could not be performed because the change key passed in the request does not match the current change key for the item.',
  );
}

function usedBefore(desk: Desk, call: Call, event: string): GraphFailure {
  return new GraphFailure(
    desk.settings().duplicateTransaction === '409' ? 409 : 400,
    'ErrorDuplicateTransactionId',
    "Your request can't be completed. The TransactionId specified in the request has already been used to create a different event.",
    { extra: { '@event.existingEventId': shownId(call.headers, event) } },
  );
}

/** A meeting that has become an online meeting gets its link, which Outlook writes into the body too. */
function withJoinLink(content: EventContent, old?: EventContent): EventContent {
  if (!content.isOnlineMeeting || content.joinUrl !== '' || old?.joinUrl) return content;
  const joinUrl = `https://teams.microsoft.com/l/meetup-join/19%3ameeting_${randomUUID().replaceAll('-', '')}%40thread.v2/0`;
  const link = `<div class="me-email-text">Join: <a href="${joinUrl}">${joinUrl}</a></div>`;
  const words =
    content.body.contentType === 'html' ? content.body.content : content.body.content.replaceAll('\n', '<br>');
  return { ...content, joinUrl, body: { contentType: 'html', content: `${words}${link}` } };
}
