import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../../src/school/calendar/build-calendar.ts';
import type { Book, Cancel, Change, MeetingChange, Move } from '../../../src/school/change.ts';
import { settingsFrom } from '../../../src/school/office/policy-edition.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { followCalendar } from '../../../src/school/reviews/follow-calendar.action.ts';
import { keepBookings } from '../../../src/school/reviews/keep-bookings.action.ts';
import { cancelVisit } from '../../../src/school/visits/cancel-visit.action.ts';
import { planVisit } from '../../../src/school/visits/plan-visit.action.ts';
import { recordVisit } from '../../../src/school/visits/record-visit.action.ts';
import { derbyshire, entry } from '../derbyshire.ts';
import type { Rows } from '../facts.ts';
import { changesOf, placement, problemsOf, savesOf } from '../knowing.ts';
import { answersFor, knownOn, people, visit } from './visiting.ts';

type Row = Readonly<Record<string, unknown>>;

const organiser = 'reviews@school.example';
const staff = people.map((one) => ({ ...one, mail: `${one.person}@school.example` }));
const site = { key: 'si-farm', provider: 'pr-farm', name: 'The farm', kind: 'Main', inUse: true };
const place = { ...site, address: 'Long Lane 1', postcode: 'DE1 1AA' };
const provider = {
  key: 'pr-farm',
  name: 'Hill Farm',
  type: 'NonSchool',
  status: 'Approved',
  mainPhone: '01632 960001',
};

/** Half past ten on Tuesday 12 May 2026, with mail addresses and a mailbox that organises. */
function known(rows: Rows = {}, roles: readonly Role[] = ['ap-leader'], settings: Row = { organiser }) {
  const all = { roleAssignment: staff, provider: [provider], site: [place], ...rows };
  return { ...knownOn('2026-05-12', all, roles), settings: settingsFrom(settings) };
}

/** A visit that stands in the calendar, on Thursday 14 May from ten to half past eleven. */
const booked = (more: Row = {}) =>
  visit({ plannedFor: '2026-05-14', start: '10:00', end: '11:30', booking: 'bk-1', eventId: 'ev-1', ...more });
const row = (audience: 'Staff' | 'Provider', more: Row = {}) => ({
  key: `vi-1|${audience.toLowerCase()}`,
  visit: 'vi-1',
  audience,
  organiser,
  eventId: audience === 'Staff' ? 'ev-1' : 'ev-2',
  scheduledFor: '2026-05-14',
  start: '10:00',
  end: '11:30',
  invited: audience === 'Staff' ? 'person-1@school.example' : 'office@farm.example',
  response: 'None',
  ...more,
});
const stands: Rows = { visit: [booked()], meeting: [row('Staff')] };

const inOutlook = (changes: readonly Change[]): readonly MeetingChange[] =>
  changes.flatMap((one) => (one.kind === 'book' || one.kind === 'move' || one.kind === 'cancel' ? [one] : []));
const ofVisit = (changes: readonly Change[]) =>
  changes.flatMap((one) => (one.kind === 'save' && one.record === 'visit' ? [one.values] : []))[0];

const plan = (values: Row, rows: Rows = {}, from = known(rows)) =>
  planVisit.attempt(from, {
    provider: 'pr-farm',
    values: { plannedFor: '2026-05-14', start: '10:00', end: '11:30', visitor: 'person-1', ...values },
  });
const change = (values: Row, rows: Rows = stands) =>
  planVisit.attempt(known(rows), { visit: 'vi-1', seen: '1', values });
const bookIn = (decision: Parameters<typeof changesOf>[0]): Book => {
  const [found] = inOutlook(changesOf(decision)).filter((one): one is Book => one.kind === 'book');
  if (!found) throw new Error('Nothing is booked.');
  return found;
};

describe('a visit with a time', () => {
  it('waits twenty seconds, then is one appointment of who goes there, and its row names the booking', () => {
    const decision = plan({});
    expect(decision).toMatchObject({ holdSeconds: 20, says: [] });
    expect(bookIn(decision)).toEqual({
      kind: 'book',
      visit: 'vi-new1',
      booking: 'bk-new2',
      organiser,
      subject: 'AP visit – Hill Farm',
      start: '2026-05-14T10:00',
      end: '2026-05-14T11:30',
      place: 'The farm, Long Lane 1, DE1 1AA',
      online: false,
      statutory: false,
      people: ['person-1'],
      meetings: [
        { audience: 'Staff', invited: [{ name: 'Robin Example', mail: 'person-1@school.example', required: true }] },
      ],
    });
    expect(savesOf(decision)[0]?.values).toMatchObject({ booking: 'bk-new2', stage: 'Planned' });
  });

  it('without an end takes as long as a visit takes, and without a time stands in no calendar', () => {
    expect(bookIn(plan({ end: '' }))).toMatchObject({ end: '2026-05-14T11:00' });
    const none = plan({ start: '', end: '' });
    expect([inOutlook(changesOf(none)), 'holdSeconds' in none ? none.holdSeconds : 0]).toEqual([[], undefined]);
    expect(problemsOf(plan({ start: '' }))).toEqual([['values.start', 'Say from when.']]);
  });

  it('announced invites the provider apart where its address is kept, else says whom to ring; unannounced never', () => {
    const mail = { provider: [{ ...provider, mainContact: 'Jo Farmer', reviewEmail: 'Office@farm.example' }] };
    expect(bookIn(plan({ announced: true }, mail)).meetings[1]).toEqual({
      audience: 'Provider',
      invited: [{ name: 'Jo Farmer, Hill Farm', mail: 'office@farm.example', required: true }],
    });
    expect(bookIn(plan({}, mail)).meetings).toHaveLength(1);
    expect(plan({ announced: true })).toMatchObject({
      says: ['Hill Farm: The provider has no e-mail address for reviews. Ring 01632 960001, write or tell.'],
    });
  });

  it('to a home names no address, and online is a meeting online', () => {
    expect(bookIn(plan({ kind: 'HomeVisit', site: 'si-farm', loneWorking: 'The office knows' })).place).toBeUndefined();
    const online = bookIn(plan({ kind: 'Online' }));
    expect([online.online, online.place]).toEqual([true, undefined]);
  });

  it('by somebody who is not on the staff list stands there, and they are to be told', () => {
    const decision = plan({ visitor: '', visitorName: 'Ms Trust' });
    expect(bookIn(decision).meetings).toEqual([{ audience: 'Staff', invited: [] }]);
    expect(decision).toMatchObject({ says: ['Ms Trust: Not on the staff list: ring, write or tell.'] });
  });

  it('is only planned, and says so, where no mailbox organises or the time is past', () => {
    const without = plan({}, {}, known({}, ['ap-leader'], {}));
    expect(inOutlook(changesOf(without))).toEqual([]);
    expect(without).toMatchObject({ says: [expect.stringContaining('name the mailbox')] });
    const early = { plannedFor: '2026-05-12', start: '10:30', end: '11:30' };
    expect(inOutlook(changesOf(plan(early)))).toEqual([]);
    expect(inOutlook(changesOf(plan({ ...early, start: '10:31' })))).toHaveLength(1);
  });

  it('that stands without the calendar is put there by the same press; one that stands there is left alone', () => {
    const rows = { visit: [booked({ booking: undefined, eventId: undefined })] };
    expect(inOutlook(changesOf(change({}, rows)))).toMatchObject([{ kind: 'book', visit: 'vi-1' }]);
    expect(change({})).toMatchObject({ changes: [], unchanged: [{ about: 'vi-1' }] });
  });

  it('pressed again while it waits in the journal is not planned twice', () => {
    const changes = JSON.parse(JSON.stringify(changesOf(plan({}))));
    const rows = { journalEntry: [{ key: 'je-1', state: 'Open', changes }] };
    expect(plan({}, rows)).toMatchObject({ changes: [], unchanged: [{ about: 'vi-new1' }] });
    expect(changesOf(plan({ plannedFor: '2026-05-15' }, rows))).not.toEqual([]);
    const over = { journalEntry: [{ key: 'je-1', state: 'Done', changes }] };
    expect(changesOf(plan({}, over))).not.toEqual([]);
  });
});

describe('asks first', () => {
  const asked = (values: Row, rows: Rows = {}) => problemsOf(plan(values, rows))[0];

  it('when the provider is closed in that half of the day', () => {
    const shut = entry('ProviderClosure', 'Staff day', '2026-05-14', '2026-05-14', {
      provider: 'pr-farm',
      sessions: 'PM',
    });
    const from = { ...known(), calendar: buildCalendar([...derbyshire, shut]) };
    const at = (start: string, end: string) => problemsOf(plan({ start, end }, {}, from))[0]?.[1];
    expect(at('12:29', '13:00')).toBeUndefined();
    expect(at('12:30', '13:00')).toContain('The provider is closed on the afternoon of Thu 14 May.');
  });

  it('when who goes makes another visit or is at a review then; not when the one ends as the other begins', () => {
    const other = (start: string, end: string) => ({ visit: [booked({ key: 'vi-2', start, end })] });
    expect(asked({}, other('11:00', '12:00'))?.[1]).toBe(
      'Robin Example makes a visit to Hill Farm (11:00 to 12:00) then.',
    );
    expect(asked({}, other('11:30', '12:00'))).toBeUndefined();
    const review = {
      review: [
        {
          key: 're-1',
          placement: 'pl-1',
          pupil: 'pu-1',
          stage: 'Booked',
          scheduledFor: '2026-05-14',
          start: '09:30',
          end: '10:15',
        },
      ],
      invitee: [{ key: 're-1|person-1', review: 're-1', part: 'Staff', person: 'person-1' }],
    };
    expect(asked({}, review)?.[1]).toBe('Robin Example is at a review then (09:30 to 10:15).');
  });
});

describe('a booked visit that is changed', () => {
  it('in time or place is moved; later from the same hour on it is as long as it was', () => {
    const moved = changesOf(change({ start: '14:00' }));
    expect(inOutlook(moved)).toEqual<readonly Move[]>([
      {
        kind: 'move',
        visit: 'vi-1',
        booking: 'bk-1',
        organiser,
        start: '2026-05-14T14:00',
        end: '2026-05-14T15:30',
        place: 'The farm, Long Lane 1, DE1 1AA',
        meetings: [{ audience: 'Staff', eventId: 'ev-1' }],
      },
    ]);
    expect(change({ start: '14:00' })).toMatchObject({ holdSeconds: undefined });
  });

  it('in words alone leaves the calendar as it is', () => {
    expect(inOutlook(changesOf(change({ focus: 'The gate' })))).toEqual([]);
  });

  it('and given to somebody else: the one is told that it is off, the other is invited, and it can be undone', () => {
    const decision = change({ visitor: 'p-head' });
    const [gone, book] = inOutlook(changesOf(decision));
    expect(gone).toMatchObject({ kind: 'cancel', booking: 'bk-1', comment: 'Somebody else makes this visit.' });
    expect(book).toMatchObject({ kind: 'book', booking: 'bk-new1' });
    expect(decision).toMatchObject({ holdSeconds: 20 });
    // Its row is written anew when the new appointment stands: what is cleared here would be lost when it is done again.
    expect(savesOf(decision).filter(({ record }) => record === 'meeting')).toEqual([]);
  });

  it('to unannounced has the provider’s meeting cancelled and none made', () => {
    const rows = { visit: [booked({ announced: true })], meeting: [row('Staff'), row('Provider')] };
    const changes = changesOf(change({ announced: false }, rows));
    const [gone, book] = inOutlook(changes);
    expect(Object(gone).meetings).toEqual([
      { audience: 'Staff', eventId: 'ev-1' },
      { audience: 'Provider', eventId: 'ev-2' },
    ]);
    expect(Object(book).meetings).toHaveLength(1);
    expect(savesOf(change({ announced: false }, rows)).find(({ record }) => record === 'meeting')).toMatchObject({
      key: 'vi-1|provider',
      values: { eventId: undefined },
    });
  });

  it('to no time is taken out', () => {
    const changes = changesOf(change({ start: '', end: '' }));
    expect(inOutlook(changes).map(({ kind }) => kind)).toEqual(['cancel']);
    expect(ofVisit(changes)).toMatchObject({ booking: undefined, eventId: undefined, start: undefined });
  });

  it('while its appointment is still being made is arranged anew: what is made of the first is cancelled', () => {
    const rows = { visit: [booked({ eventId: undefined })] };
    expect(inOutlook(changesOf(change({ start: '14:00' }, rows))).map(({ kind }) => kind)).toEqual(['cancel', 'book']);
  });
});

describe('the calendar follows', () => {
  it('a cancelled visit, with the reason for everybody invited', () => {
    const decision = cancelVisit.attempt(known(stands), { visit: 'vi-1', seen: '1', why: 'Snow' });
    expect(inOutlook(changesOf(decision))).toEqual<readonly Cancel[]>([
      {
        kind: 'cancel',
        visit: 'vi-1',
        booking: 'bk-1',
        organiser,
        comment: 'Snow',
        meetings: [
          { audience: 'Staff', eventId: 'ev-1' },
          { audience: 'Provider', eventId: undefined },
        ],
      },
    ]);
    expect(ofVisit(changesOf(decision))).toMatchObject({ stage: 'Cancelled', booking: undefined, eventId: undefined });
  });

  it('a visit that is written up before its time; one whose time has come is left in the calendar', () => {
    const write = (more: Row) =>
      recordVisit.attempt(known({ ...stands, visit: [booked(more)] }), {
        visit: 'vi-1',
        seen: '1',
        answers: answersFor(),
        judgement: 'Good',
      });
    expect(inOutlook(changesOf(write({}))).map(({ kind }) => kind)).toEqual(['cancel']);
    expect(inOutlook(changesOf(write({ plannedFor: '2026-05-12', start: '10:30' })))).toEqual([]);
    expect(inOutlook(changesOf(write({ plannedFor: '2026-05-12', start: '10:31' })))).toHaveLength(1);
  });

  const keep = (rows: Rows, settings: Row = { organiser }) =>
    changesOf(keepBookings.attempt(known({ ...stands, ...rows }, ['ap-leader'], settings), {}));

  it('a provider that is stopped, and not one that is suspended: a visit is how it may come back', () => {
    const status = (one: string) => keep({ provider: [{ ...provider, status: one }] });
    expect(ofVisit(status('Stopped'))).toMatchObject({ stage: 'Cancelled' });
    expect(inOutlook(status('Stopped'))).toHaveLength(1);
    expect(status('Suspended')).toEqual([]);
  });

  it('the last placement: over the day before the visit it is cancelled, over on its day it stands', () => {
    const ended = (actualEnd: string) => keep({ placement: [placement('pl-1', { stage: 'Ended', actualEnd })] });
    expect(ofVisit(ended('2026-05-13'))).toMatchObject({
      stage: 'Cancelled',
      cancelledBecause: 'The last placement at Hill Farm ended on Wed 13 May.',
    });
    expect(ended('2026-05-14')).toEqual([]);
    const other = [
      placement('pl-1', { stage: 'Ended', actualEnd: '2026-05-13' }),
      placement('pl-2', { pupil: 'pu-2' }),
    ];
    expect(keep({ placement: other })).toEqual([]);
    expect(keep({ placement: [], scheduleSlot: [] })).toEqual([]);
  });

  it('another mailbox that organises: cancelled in the old one, made anew in the new one', () => {
    const other = 'new@school.example';
    expect(inOutlook(keep({}, { organiser: other }))).toMatchObject([
      { kind: 'cancel', organiser },
      { kind: 'book', organiser: other },
    ]);
  });
});

describe('what is changed in Outlook', () => {
  const now = (more: Row = {}) => ({
    id: 'ev-1',
    start: '2026-05-14T10:00',
    end: '2026-05-14T11:30',
    answers: [{ mail: 'person-1@school.example', answer: 'None' }],
    ...more,
  });
  const follow = (rows: Rows, meetings: readonly Row[], gone: readonly string[] = []) =>
    changesOf(followCalendar.attempt(known(rows), { meetings, gone }));
  const both = { visit: [booked({ announced: true })], meeting: [row('Staff'), row('Provider')] };

  it('moved: the visit follows, and the provider’s meeting with it', () => {
    const changes = follow(both, [now({ start: '2026-05-15T13:00', end: '2026-05-15T14:00' })]);
    expect(ofVisit(changes)).toEqual({ plannedFor: '2026-05-15', start: '13:00', end: '14:00' });
    expect(inOutlook(changes)).toMatchObject([
      { kind: 'move', start: '2026-05-15T13:00', meetings: [{ audience: 'Provider', eventId: 'ev-2' }] },
    ]);
  });

  it('answered: the answer of the one invited is kept, once, and nobody else’s', () => {
    const answers = [
      { mail: 'other@school.example', answer: 'Accepted' },
      { mail: 'person-1@school.example', answer: 'Declined' },
    ];
    expect(follow(stands, [now({ answers })])).toMatchObject([
      { record: 'meeting', key: 'vi-1|staff', values: { response: 'Declined' } },
    ]);
    expect(follow({ ...stands, meeting: [row('Staff', { response: 'Declined' })] }, [now({ answers })])).toEqual([]);
  });

  it('deleted: it stands planned without a time, with the reason; the provider’s alone leaves it where it is', () => {
    const changes = follow(both, [], ['ev-1']);
    expect(ofVisit(changes)).toEqual({
      booking: undefined,
      eventId: undefined,
      start: undefined,
      end: undefined,
      notBooked: 'The appointment was deleted in Outlook.',
    });
    expect(inOutlook(changes).map(({ kind }) => kind)).toEqual(['cancel']);
    const alone = follow(both, [], ['ev-2']);
    expect(ofVisit(alone)).toEqual({ notBooked: 'The provider’s meeting was deleted in Outlook: tell them.' });
    expect(inOutlook(alone)).toEqual([]);
  });

  it('of a visit that is booked anew just now, was made or is cancelled is left alone', () => {
    for (const more of [{ eventId: undefined }, { stage: 'Done' }, { stage: 'Cancelled' }]) {
      const rows = { visit: [booked(more)], meeting: [row('Staff')] };
      expect(follow(rows, [now({ start: '2026-05-15T13:00', end: '2026-05-15T14:00' })], ['ev-1'])).toEqual([]);
    }
  });
});
