import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Answered, expectContractKept, openTrial, type Trial } from './trial.ts';

const ORGANISER = 'ap.reviews@hillcrest.example';
const HEAD = 'imelda.farrantly@hillcrest.example';
const SENCO = 'owen.braddockson@hillcrest.example';
const TAG = 'String {7d1c2f3e-4a5b-4c6d-8e7f-901234567890} Name ApRecord';
const LONDON = { Prefer: 'outlook.timezone="GMT Standard Time", IdType="ImmutableId"' };
const events = `/users/${ORGANISER}/events`;
let trial: Trial;

beforeAll(async () => {
  trial = await openTrial();
}, 60_000);
afterAll(async () => {
  await expectContractKept(trial);
  await trial.stop();
});
beforeEach(async () => {
  await trial.standin.reset('empty');
});

function meeting(more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    subject: 'AP review – J.S. Y10',
    start: { dateTime: '2026-12-03T14:00:00', timeZone: 'GMT Standard Time' },
    end: { dateTime: '2026-12-03T15:00:00', timeZone: 'GMT Standard Time' },
    attendees: [
      { type: 'required', emailAddress: { address: HEAD, name: 'Imelda Farrantly' } },
      { type: 'optional', emailAddress: { address: 'parent@home.example' } },
    ],
    ...more,
  };
}

const create = async (more: Record<string, unknown> = {}) =>
  await trial.graph('POST', events, meeting(more), { headers: LONDON });

async function headsCopy(): Promise<Answered> {
  const [copy] = (await trial.graph('GET', `/users/${HEAD}/events`)).body.value;
  if (!copy) throw new Error('The head has no copy.');
  return copy;
}

describe('making a meeting', () => {
  it('puts it into the calendars of the organiser and of the colleague, and mails both invited', async () => {
    const made = await create({ sensitivity: 'private' });
    expect([made.status, made.body.sensitivity, made.body.isOrganizer]).toEqual([201, 'private', true]);
    const copy = await headsCopy();
    expect(copy).toMatchObject({ iCalUId: made.body.iCalUId, isOrganizer: false, subject: 'AP review – J.S. Y10' });
    expect(copy.id).not.toBe(made.body.id);
    const mail = await trial.sentMail();
    expect(mail.map((one) => one.message.toRecipients)).toEqual([
      [{ emailAddress: { address: HEAD } }],
      [{ emailAddress: { address: 'parent@home.example' } }],
    ]);
  });

  it('refuses the same transactionId a second time, even after the meeting was deleted', async () => {
    const transactionId = '5f0f6c1e-0000-4000-8000-000000000001';
    const made = await create({ transactionId });
    const again = await create({ transactionId });
    expect([again.status, again.body.error.code]).toEqual([400, 'ErrorDuplicateTransactionId']);
    expect(again.body.error['@event.existingEventId']).toBe(made.body.id);
    await trial.graph('DELETE', `${events}/${made.body.id}`);
    expect((await create({ transactionId })).status).toBe(400);
  });

  it('refuses an unknown property, an end before the start and an unknown zone', async () => {
    expect((await create({ colour: 'red' })).body.error.code).toBe('RequestBodyRead');
    const early = { dateTime: '2026-12-03T13:00:00', timeZone: 'GMT Standard Time' };
    expect((await create({ end: early })).body.error.code).toBe('ErrorCalendarEndDateIsEarlierThanStartDate');
    const odd = { dateTime: '2026-12-03T16:00:00', timeZone: 'Hillcrest Time' };
    expect((await create({ end: odd })).body.error.code).toBe('TimeZoneNotSupportedException');
  });

  it('hides the other attendees from an attendee when asked to', async () => {
    await create({ hideAttendees: true });
    const copy = await headsCopy();
    expect(copy.attendees.map((one) => one.emailAddress.address)).toEqual([HEAD]);
  });

  it('may be done in the organiser mailbox only; reading free times is allowed everywhere', async () => {
    const refused = await trial.graph('POST', `/users/${HEAD}/events`, meeting());
    expect([refused.status, refused.body.error.code]).toEqual([403, 'ErrorAccessDenied']);
    expect((await trial.graph('GET', `/users/${HEAD}/events`)).status).toBe(200);
    const noCalendar = await trial.graph('GET', events, undefined, { as: 'provision' });
    expect(noCalendar.status).toBe(403);
  });
});

describe('times and zones', () => {
  it('gives UTC unless another zone is preferred, in summer and in winter', async () => {
    const start = { dateTime: '2027-03-29T09:00:00', timeZone: 'Europe/London' };
    const made = await create({ start, end: { ...start, dateTime: '2027-03-29T10:00:00' } });
    expect(made.body.start).toEqual({ dateTime: '2027-03-29T09:00:00.0000000', timeZone: 'GMT Standard Time' });
    const utc = await trial.graph('GET', `${events}/${made.body.id}`);
    expect(utc.body.start).toEqual({ dateTime: '2027-03-29T08:00:00.0000000', timeZone: 'UTC' });
    const greenwich = await trial.graph('GET', `${events}/${made.body.id}`, undefined, {
      headers: { Prefer: 'outlook.timezone="Greenwich Standard Time"' },
    });
    expect(greenwich.body.start.dateTime).toBe('2027-03-29T08:00:00.0000000');
  });

  it('a client that does not ask for immutable ids gets another id, and either id finds the event', async () => {
    const made = await create();
    const plain = await trial.graph('GET', `${events}/${made.body.id}`);
    expect(plain.body.id).not.toBe(made.body.id);
    expect((await trial.graph('GET', `${events}/${plain.body.id}`)).status).toBe(200);
  });
});

describe('finding a meeting by our tag', () => {
  it('finds the one with the value, and shows the tag only when expanded', async () => {
    const tagged = (value: string) => ({ singleValueExtendedProperties: [{ id: TAG, value }] });
    const made = await create(tagged('review/rv-1'));
    await create(tagged('review/rv-2'));
    const filter = `singleValueExtendedProperties/Any(ep: ep/id eq '${TAG}' and ep/value eq 'review/rv-1')`;
    const expand = `singleValueExtendedProperties($filter=id eq '${TAG}')`;
    const found = await trial.graph(
      'GET',
      `${events}?$filter=${encodeURIComponent(filter)}&$expand=${encodeURIComponent(expand)}`,
      undefined,
      { headers: LONDON },
    );
    expect(found.body.value.map((one) => one.id)).toEqual([made.body.id]);
    expect(found.body.value[0]?.singleValueExtendedProperties).toEqual([{ id: TAG, value: 'review/rv-1' }]);
    const copy = (await trial.graph('GET', `/users/${HEAD}/events?$expand=${encodeURIComponent(expand)}`)).body
      .value[0];
    expect(copy?.singleValueExtendedProperties).toBeUndefined();
  });
});

describe('changing and cancelling', () => {
  it('a new time reaches the copy and asks for answers again', async () => {
    const made = await create();
    const copy = await headsCopy();
    await trial.graph('POST', `/users/${HEAD}/events/${copy.id}/accept`, {}, { as: 'outsider' });
    const accepted = await trial.graph('GET', `${events}/${made.body.id}`);
    expect(accepted.body.attendees[0]?.status.response).toBe('accepted');
    const start = { dateTime: '2026-12-04T09:00:00', timeZone: 'GMT Standard Time' };
    const moved = await trial.graph('PATCH', `${events}/${made.body.id}`, {
      start,
      end: { ...start, dateTime: '2026-12-04T10:00:00' },
    });
    expect(moved.body.attendees[0]?.status.response).toBe('none');
    const after = await headsCopy();
    expect([after.id, after.start.dateTime]).toEqual([copy.id, '2026-12-04T09:00:00.0000000']);
  });

  it('a body without the join link ends the online meeting', async () => {
    const made = await create({ isOnlineMeeting: true, onlineMeetingProvider: 'teamsForBusiness' });
    expect(made.body.onlineMeeting?.joinUrl).toContain('https://teams.microsoft.com/l/meetup-join/');
    const kept = await trial.graph('PATCH', `${events}/${made.body.id}`, { body: made.body.body });
    expect(kept.body.isOnlineMeeting).toBe(true);
    const body = { contentType: 'html', content: '<p>New agenda</p>' };
    const lost = await trial.graph('PATCH', `${events}/${made.body.id}`, { body });
    expect([lost.body.isOnlineMeeting, lost.body.onlineMeeting]).toEqual([false, null]);
  });

  it('a cancelled meeting is gone for the organiser and marked for the colleague', async () => {
    const made = await create();
    const cancelled = await trial.graph('POST', `${events}/${made.body.id}/cancel`, { comment: 'Moved.' });
    expect(cancelled.status).toBe(202);
    expect((await trial.graph('GET', `${events}/${made.body.id}`)).body.error.code).toBe('ErrorItemNotFound');
    const copy = await headsCopy();
    expect([copy.isCancelled, copy.subject]).toEqual([true, 'Canceled: AP review – J.S. Y10']);
    const refused = await trial.graph('POST', `/users/${HEAD}/events/${copy.id}/cancel`, {}, { as: 'outsider' });
    expect([refused.status, refused.body.error.message]).toEqual([
      400,
      'You need to be an organizer to cancel a meeting.',
    ]);
  });

  it('a change with the state of an earlier read is refused', async () => {
    const made = await create();
    await trial.graph('PATCH', `${events}/${made.body.id}`, { subject: 'Other' });
    const stale = await trial.graph(
      'PATCH',
      `${events}/${made.body.id}`,
      { subject: 'Third' },
      {
        headers: { 'If-Match': made.body['@odata.etag'] },
      },
    );
    expect(stale.status).toBe(412);
  });
});

describe('a draft', () => {
  it('keeps who is asked and tells nobody, however it is changed, until it is sent', async () => {
    const draft = await create({ isDraft: true });
    expect([draft.body.isDraft, draft.body.attendees.length]).toEqual([true, 2]);
    const tag = [{ id: TAG, value: 'review/rv-1' }];
    await trial.graph('PATCH', `${events}/${draft.body.id}`, { singleValueExtendedProperties: tag });
    const renamed = await trial.graph('PATCH', `${events}/${draft.body.id}`, { subject: 'Other' });
    expect([renamed.body.isDraft, await trial.sentMail()]).toEqual([true, []]);
    expect((await trial.graph('GET', `/users/${HEAD}/events`)).body.value).toEqual([]);
    const sent = await trial.graph('PATCH', `${events}/${draft.body.id}`, { isDraft: false });
    expect([sent.body.isDraft, await headsCopy()]).toEqual([false, expect.objectContaining({ subject: 'Other' })]);
    expect(await trial.sentMail()).toHaveLength(2);
    const back = await trial.graph('PATCH', `${events}/${draft.body.id}`, { isDraft: true });
    expect(back.status).toBe(501);
  });

  it('is cancelled without a word to anybody', async () => {
    const draft = await create({ isDraft: true });
    expect((await trial.graph('POST', `${events}/${draft.body.id}/cancel`, {})).status).toBe(202);
    expect([(await trial.graph('GET', events)).body.value, await trial.sentMail()]).toEqual([[], []]);
  });
});

describe('a series', () => {
  const recurrence = {
    pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'] },
    range: { type: 'endDate', startDate: '2026-12-03', endDate: '2026-12-17' },
  };

  it('is told from a single meeting, keeps how it repeats, and ends when that is taken away', async () => {
    expect((await create()).body).toMatchObject({ type: 'singleInstance', recurrence: null });
    const { id } = (await create({ recurrence })).body;
    await trial.graph('PATCH', `${events}/${id}`, { subject: 'Every week' });
    const stands = await trial.graph('GET', `${events}/${id}`);
    expect(stands.body).toMatchObject({ type: 'seriesMaster', recurrence });
    const ended = await trial.graph('PATCH', `${events}/${id}`, { recurrence: null });
    expect(ended.body).toMatchObject({ type: 'singleInstance', recurrence: null });
  });

  it('is refused without a pattern', async () => {
    expect((await create({ recurrence: { range: recurrence.range } })).body.error.code).toBe(
      'ErrorPropertyValidationFailure',
    );
  });
});

describe('answering an invitation', () => {
  const answer = async (verb: string, body: unknown = {}) =>
    await trial.graph('POST', `/users/${HEAD}/events/${(await headsCopy()).id}/${verb}`, body, { as: 'outsider' });
  const heardBack = async (id: string) =>
    (await trial.graph('GET', `${events}/${id}`)).body.attendees[0]?.status.response;

  it('reaches the organiser’s event, and delta there tells it', async () => {
    const made = await create();
    const window = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z';
    const before = await trial.graph('GET', `/users/${ORGANISER}/calendarView/delta?${window}`);
    expect((await answer('decline')).status).toBe(202);
    const changes = await trial.graph('GET', before.body['@odata.deltaLink']);
    expect(changes.body.value.map((one) => one.attendees[0]?.status.response)).toEqual(['declined']);
    expect((await headsCopy()).responseStatus.response).toBe('declined');
    expect((await answer('tentativelyAccept')).status).toBe(202);
    expect(await heardBack(made.body.id)).toBe('tentativelyAccepted');
  });

  it('stays with whoever answers when no response is to be sent', async () => {
    const made = await create();
    expect((await answer('accept', { sendResponse: false })).status).toBe(202);
    expect([(await headsCopy()).responseStatus.response, await heardBack(made.body.id)]).toEqual(['accepted', 'none']);
  });

  it('is refused as a response where the organiser asked for none, and taken without', async () => {
    await create({ responseRequested: false });
    const refused = await answer('accept');
    expect([refused.status, refused.body.error.code]).toEqual([400, 'ErrorInvalidRequest']);
    expect((await answer('accept', { sendResponse: false })).status).toBe(202);
    expect((await headsCopy()).responseStatus.response).toBe('accepted');
  });
});

describe('calendarView', () => {
  const view = `/users/${ORGANISER}/calendarView`;
  const december = 'startDateTime=2026-12-01T00:00:00Z&endDateTime=2027-01-01T00:00:00Z';

  it('shows what overlaps the window, and needs the window', async () => {
    await create();
    expect((await trial.graph('GET', `${view}?${december}`)).body.value).toHaveLength(1);
    const november = 'startDateTime=2026-11-01T00:00:00Z&endDateTime=2026-12-01T00:00:00Z';
    expect((await trial.graph('GET', `${view}?${november}`)).body.value).toHaveLength(0);
    expect((await trial.graph('GET', view)).status).toBe(400);
  });

  it('delta tells changes, moves out of the window and deletions alike, in pages', async () => {
    const made = [await create(), await create(), await create()].map((one) => one.body.id);
    const headers = { Prefer: 'odata.maxpagesize=2, IdType="ImmutableId"' };
    const first = await trial.graph('GET', `${view}/delta?${december}`, undefined, { headers });
    expect(first.body.value).toHaveLength(2);
    const second = await trial.graph('GET', first.body['@odata.nextLink'], undefined, { headers });
    expect(second.body.value).toHaveLength(1);
    await trial.graph('DELETE', `${events}/${made[0]}`);
    const start = { dateTime: '2027-02-01T09:00:00', timeZone: 'UTC' };
    await trial.graph('PATCH', `${events}/${made[1]}`, { start, end: { ...start, dateTime: '2027-02-01T10:00:00' } });
    await trial.graph('PATCH', `${events}/${made[2]}`, { subject: 'Changed' });
    const changes = await trial.graph('GET', second.body['@odata.deltaLink'], undefined, { headers });
    const told = changes.body.value.map((one) => [one.id, '@removed' in one]);
    expect(told).toEqual([
      [made[1], true],
      [made[2], false],
      [made[0], true],
    ]);
    expect((await trial.graph('GET', `${view}/delta?${december}&$select=id`)).status).toBe(400);
  });

  it('a token from before a reset is answered 410', async () => {
    const first = await trial.graph('GET', `${view}/delta?${december}`);
    await trial.standin.reset('empty');
    expect((await trial.graph('GET', first.body['@odata.deltaLink'])).status).toBe(410);
  });
});

describe('getSchedule', () => {
  it('gives a digit for each interval, hides a private subject, and says who is unknown', async () => {
    await create({ sensitivity: 'private' });
    const answer = await trial.graph('POST', `/users/${ORGANISER}/calendar/getSchedule`, {
      schedules: [HEAD, SENCO, 'nobody@hillcrest.example'],
      startTime: { dateTime: '2026-12-03T13:00:00', timeZone: 'GMT Standard Time' },
      endTime: { dateTime: '2026-12-03T16:00:00', timeZone: 'GMT Standard Time' },
      availabilityViewInterval: 30,
    });
    const [head, senco, nobody] = answer.body.value;
    expect([head?.availabilityView, senco?.availabilityView]).toEqual(['002200', '000000']);
    expect(head?.scheduleItems[0]).toMatchObject({ isPrivate: true, status: 'busy' });
    expect(head?.scheduleItems[0]?.subject).toBeUndefined();
    expect(nobody?.error.responseCode).toBe('ErrorMailRecipientNotFound');
  });
});
