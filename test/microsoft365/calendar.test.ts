import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { calendarOf, type NewMeeting, tagProperty } from '../../src/microsoft365/calendar.ts';
import { connectGraph } from '../../src/microsoft365/graph.ts';
import { type Answered, expectContractKept, openTrial, type Trial } from '../standin/trial.ts';

const organiser = 'ap.reviews@hillcrest.example';
const head = 'imelda.farrantly@hillcrest.example';
const london = { Prefer: 'outlook.timezone="GMT Standard Time", IdType="ImmutableId"' };
let trial: Trial;
let calendar: ReturnType<typeof calendarOf>;

beforeAll(async () => {
  trial = await openTrial();
  const token = async () => trial.tokens.app;
  const userAgent = 'NONISV|Test|AP/1.0';
  calendar = calendarOf(connectGraph({ graphUrl: trial.standin.url, token, userAgent, patienceSeconds: 20 }));
}, 60_000);
afterAll(async () => {
  await expectContractKept(trial);
  await trial.stop();
});
beforeEach(async () => {
  await trial.control('DELETE', '/faults');
  await trial.standin.reset('empty');
});

function wish(tag: string, more: Partial<NewMeeting> = {}): NewMeeting {
  return {
    tag,
    transactionId: randomUUID(),
    subject: 'AP review – J.S. Y10',
    body: '<p>Agenda</p>',
    start: '2026-12-03T14:00',
    end: '2026-12-03T15:00',
    invited: [{ mail: head, name: 'Imelda Farrantly', type: 'required' }],
    online: false,
    hideAttendees: false,
    ...more,
  };
}

async function made(tag: string, more: Partial<NewMeeting> = {}) {
  const answer = await calendar.make(organiser, wish(tag, more));
  if (!answer.ok) throw new Error(answer.says);
  return answer.meeting;
}

async function events(of = organiser): Promise<readonly Answered[]> {
  return (await trial.graph('GET', `/users/${of}/events?$top=50`, undefined, { headers: london, as: 'outsider' })).body
    .value;
}

describe('a meeting is made', () => {
  it('private, in London time, with its tag, and is found by it again', async () => {
    const { id } = await made('pl-1|x|staff|bk-1');
    const where = `/users/${organiser}/events/${id}?$expand=${encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${tagProperty}')`)}`;
    const { body } = await trial.graph('GET', where, undefined, { headers: london, as: 'outsider' });
    expect(body).toMatchObject({
      subject: 'AP review – J.S. Y10',
      sensitivity: 'private',
      start: { dateTime: '2026-12-03T14:00:00.0000000' },
      singleValueExtendedProperties: [{ id: tagProperty, value: 'pl-1|x|staff|bk-1' }],
    });
    expect((await calendar.find(organiser, 'pl-1|x|staff|bk-1'))?.id).toBe(id);
    expect(await calendar.find(organiser, 'pl-1|x|staff|bk-2')).toBeUndefined();
  });

  it('alone, and one that repeats is told from it', async () => {
    const { id, series } = await made('t-1');
    expect(series).toBe(false);
    const start = { dateTime: '2026-12-03T14:00:00', timeZone: 'Europe/London' };
    const repeats = await trial.graph(
      'POST',
      `/users/${organiser}/events`,
      {
        subject: 'Every week',
        start,
        end: { ...start, dateTime: '2026-12-03T14:30:00' },
        recurrence: {
          pattern: { type: 'weekly', interval: 1, daysOfWeek: ['thursday'] },
          range: { type: 'noEnd', startDate: '2026-12-03' },
        },
      },
      { headers: london, as: 'outsider' },
    );
    expect([
      (await calendar.get(organiser, id))?.series,
      (await calendar.get(organiser, repeats.body.id))?.series,
    ]).toEqual([false, true]);
  });

  it('once, however often it is asked for with one tag', async () => {
    const [first, second] = [await made('t-1'), await made('t-1')];
    expect(second.id).toBe(first.id);
    expect(await events()).toHaveLength(1);
  });

  it.each(['before', 'after'] as const)('once, when the connection drops %s it took effect', async (drop) => {
    await trial.control('POST', '/faults', { match: 'POST /v1.0/users/*/events', drop, times: 1 });
    await made('t-1');
    expect(await events()).toHaveLength(1);
    expect(await events(head)).toHaveLength(1);
  });

  it.each(['400', '409'])(
    'not again when Outlook remembers its transaction by %s and somebody deleted it',
    async (answer) => {
      await trial.control('POST', '/settings', { duplicateTransaction: answer });
      const asked = wish('t-1');
      const first = await calendar.make(organiser, asked);
      await trial.graph('DELETE', `/users/${organiser}/events/${first.ok ? first.meeting.id : ''}`, undefined, {
        headers: london,
        as: 'outsider',
      });
      expect(await calendar.make(organiser, asked)).toEqual({
        ok: false,
        again: false,
        says: 'The meeting was deleted in Outlook while it was made.',
      });
    },
  );

  it('after Outlook asked for patience', async () => {
    const fault = { match: '* /v1.0/users/*/events', status: 429, retryAfter: 1, times: 2 };
    await trial.control('POST', '/faults', fault);
    await made('t-1');
    expect(await events()).toHaveLength(1);
  });

  it('with a link to join when it is online, and without when it is not', async () => {
    expect((await made('t-1', { online: true })).joinUrl).toMatch(/^https:\/\/teams/);
    expect((await made('t-2')).joinUrl).toBeUndefined();
  });

  it('or says what IT or the AP leader has to put right, and whether that helps', async () => {
    expect(await calendar.make(head, wish('t-1'))).toMatchObject({ ok: false, again: true });
    expect(await calendar.make('nobody@hillcrest.example', wish('t-1'))).toMatchObject({ ok: false, again: true });
    const wrong = await calendar.make(
      organiser,
      wish('t-1', { invited: [{ mail: 'no', name: '', type: 'required' }] }),
    );
    expect(wrong).toMatchObject({ ok: false, again: false });
  });
});

describe('a meeting that somebody wrote by hand', () => {
  const byHand = () =>
    trial.graph(
      'POST',
      `/users/${organiser}/events`,
      {
        subject: 'By hand',
        body: { contentType: 'html', content: '<p>Mine</p>' },
        start: { dateTime: '2026-12-03T14:00:00', timeZone: 'Europe/London' },
        end: { dateTime: '2026-12-03T14:45:00', timeZone: 'Europe/London' },
        attendees: [{ type: 'required', emailAddress: { address: head, name: 'Head' } }],
      },
      { as: 'outsider' },
    );

  it('is found by the id that Outlook gives its pane, and is ours by the tag alone', async () => {
    const { body } = await byHand();
    const held = await calendar.get(organiser, body.id);
    expect(held).toMatchObject({ start: '2026-12-03T14:00', answers: [{ mail: head, answer: 'None' }] });
    expect(await calendar.adopt(organiser, held?.id ?? '', 'pl-1|x|staff|bk-1')).toMatchObject({
      ok: true,
      meeting: { id: held?.id, start: '2026-12-03T14:00', end: '2026-12-03T14:45' },
    });
    expect((await calendar.find(organiser, 'pl-1|x|staff|bk-1'))?.id).toBe(held?.id);
    const [stands] = await events();
    expect(stands).toMatchObject({ subject: 'By hand', body: { content: '<p>Mine</p>' } });
  });

  it('is nobody’s business here when it stands in another calendar, or nowhere', async () => {
    const { body } = await byHand();
    const copy = String((await events(head))[0]?.id);
    expect(copy).not.toBe(body.id);
    expect(await calendar.get(organiser, copy)).toBeUndefined();
    expect(await calendar.get(organiser, 'no-such-id')).toBeUndefined();
    expect(await calendar.adopt(organiser, 'no-such-id', 't-1')).toEqual({
      ok: false,
      again: false,
      says: 'The meeting is no longer in Outlook. Book it again.',
    });
  });
});

describe('both sides of a clock change', () => {
  it.each([
    ['2026-10-23T14:00', '2026-10-23T13:00:00Z'],
    ['2026-10-26T14:00', '2026-10-26T14:00:00Z'],
    ['2027-03-26T09:00', '2027-03-26T09:00:00Z'],
    ['2027-03-29T09:00', '2027-03-29T08:00:00Z'],
  ])('%s on the wall clock is %s', async (start, instant) => {
    const meeting = await made('t-1', { start, end: start.replace(/:00$/, ':45') });
    expect(meeting.start).toBe(start);
    const [event] = (await trial.graph('GET', `/users/${organiser}/events`)).body.value;
    expect(`${event?.start.dateTime.slice(0, 19)}Z`).toBe(instant);
  });
});

describe('a meeting that stands', () => {
  it('is moved with its link to join, and its room is changed', async () => {
    const room = { mail: head, name: 'Room 6', type: 'resource' } as const;
    const { id, joinUrl } = await made('t-1', { online: true });
    const moved = await calendar.move(organiser, id, {
      start: '2026-12-04T09:00',
      end: '2026-12-04T10:00',
      place: 'Room 6',
      room,
    });
    expect(moved).toMatchObject({ ok: true, meeting: { id, start: '2026-12-04T09:00', joinUrl } });
    const [event] = await events();
    expect(event?.attendees.map(({ emailAddress }) => emailAddress.address)).toEqual([head, head]);
  });

  it('is cancelled with a message, and again without harm', async () => {
    const { id } = await made('t-1');
    expect(await calendar.cancel(organiser, id, 'The placement has ended.')).toEqual({ ok: true, says: '' });
    expect(await calendar.cancel(organiser, id, 'The placement has ended.')).toEqual({ ok: true, says: '' });
    expect(await calendar.get(organiser, id)).toBeUndefined();
    expect(await calendar.move(organiser, id, { start: '2026-12-04T09:00', end: '2026-12-04T10:00' })).toMatchObject({
      ok: false,
      again: false,
    });
  });

  it('tells who has answered what', async () => {
    const { id } = await made('t-1');
    expect((await calendar.get(organiser, id))?.answers).toEqual([{ mail: head, answer: 'None' }]);
    const [copy] = await events(head);
    await trial.graph('POST', `/users/${head}/events/${copy?.id}/decline`, {}, { headers: london, as: 'outsider' });
    expect((await calendar.get(organiser, id))?.answers).toEqual([{ mail: head, answer: 'Declined' }]);
  });
});

describe('changes of a calendar', () => {
  const look = (token?: string) => calendar.changes(organiser, '2026-11-02', '2026-12-18', token);

  it('are told once: what stands, what moved, and what left the days looked at', async () => {
    const [stays, goes] = [await made('t-1'), await made('t-2')];
    const first = await look();
    expect(first.meetings.map(({ id }) => id).toSorted()).toEqual([stays.id, goes.id].toSorted());
    await calendar.move(organiser, stays.id, { start: '2026-12-10T09:00', end: '2026-12-10T10:00' });
    await calendar.move(organiser, goes.id, { start: '2027-01-10T09:00', end: '2027-01-10T10:00' });
    const second = await look(first.token);
    expect(second.meetings.map(({ id, start }) => [id, start])).toEqual([[stays.id, '2026-12-10T09:00']]);
    expect(second.removed).toEqual([goes.id]);
    expect(await calendar.get(organiser, goes.id)).toMatchObject({ start: '2027-01-10T09:00' });
    expect(await look(second.token)).toMatchObject({ meetings: [], removed: [] });
  });

  it('begin again when the token has run out', async () => {
    await made('t-1');
    const { token } = await look();
    await trial.control('POST', '/settings', { deltaLifetime: -1 });
    expect((await look(token)).meetings).toHaveLength(1);
  });
});

it('when people and rooms are taken is told by mail, across many mailboxes, and unknown ones stay unknown', async () => {
  await made('t-1', { start: '2026-10-26T14:00', end: '2026-10-26T15:00' });
  const many = Array.from({ length: 25 }, (_, nth) => `nobody${nth}@hillcrest.example`);
  const busy = await calendar.busy(organiser, [...many, head.toUpperCase()], '2026-10-01', '2026-12-18');
  expect(busy.get(head)).toEqual([{ start: '2026-10-26T14:00', end: '2026-10-26T15:00' }]);
  expect([busy.has('nobody3@hillcrest.example'), busy.get('nobody3@hillcrest.example')]).toEqual([true, undefined]);
});
