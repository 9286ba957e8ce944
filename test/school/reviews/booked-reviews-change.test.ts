import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../../src/school/office/policy-edition.ts';
import { cancelReview } from '../../../src/school/reviews/cancel-review.action.ts';
import { followCalendar } from '../../../src/school/reviews/follow-calendar.action.ts';
import { keepBookings } from '../../../src/school/reviews/keep-bookings.action.ts';
import { moveReview } from '../../../src/school/reviews/move-review.action.ts';
import { noteInvitation } from '../../../src/school/reviews/note-invitation.action.ts';
import type { Rows } from '../facts.ts';
import { changesOf, placement, problemsOf, savesOf } from '../knowing.ts';
import { bookedRow, bookOf, inOutlook, school } from './booking.ts';

const meeting = (audience: string, eventId: string | undefined = `ev-${audience.toLowerCase()}`) => ({
  key: `re-2|${audience.toLowerCase()}`,
  review: 're-2',
  audience,
  eventId,
  organiser: 'reviews@school.example',
  scheduledFor: '2026-05-14',
  start: '14:00',
  end: '14:45',
});
const booked: Rows = {
  review: [bookedRow()],
  meeting: [meeting('Staff'), meeting('Parents')],
  invitee: [
    { key: 're-2|p-ap-leader', review: 're-2', part: 'Staff', person: 'p-ap-leader', mail: 'ap-leader@school.example' },
    {
      key: 're-2|pu-2|mum',
      review: 're-2',
      part: 'Parent',
      contact: 'pu-2|mum',
      askedOn: '2026-05-01',
      askedBy: 'Call',
    },
  ],
};
const rowOf = (saves: ReturnType<typeof savesOf>, key: string) => saves.find((save) => save.key === key)?.values;

describe('a booked review is moved', () => {
  const move = (more = {}, rows: Rows = booked) =>
    moveReview.attempt(school(rows), {
      review: 're-2',
      start: '2026-05-15T09:00',
      end: '2026-05-15T09:45',
      seen: '7',
      ...more,
    });

  it('with all its meetings, and who was rung is asked again', () => {
    const decision = move();
    const saves = savesOf(decision);
    const when = { scheduledFor: '2026-05-15', start: '09:00', end: '09:45' };
    expect(saves[0]).toMatchObject({ key: 're-2', seen: '7', values: when });
    expect(rowOf(saves, 're-2|parents')).toEqual(when);
    expect(rowOf(saves, 're-2|p-ap-leader')).toEqual({ askedOn: '2026-05-12', response: 'None' });
    expect(rowOf(saves, 're-2|pu-2|mum')).toMatchObject({ askedOn: undefined, askedBy: undefined });
    expect(inOutlook(changesOf(decision))).toEqual([
      expect.objectContaining({
        kind: 'move',
        booking: 'bk-old',
        start: '2026-05-15T09:00',
        meetings: [
          { audience: 'Staff', eventId: 'ev-staff' },
          { audience: 'Parents', eventId: 'ev-parents' },
        ],
      }),
    ]);
  });

  it('nowhere, when it is there already', () => {
    expect(move({ start: '2026-05-14T14:00', end: '2026-05-14T14:45' })).toMatchObject({ changes: [] });
  });

  it.each([
    [{ online: false }, booked, 'online', 'Outlook cannot change this'],
    [{ start: '2026-05-26T09:00', end: '2026-05-26T09:45' }, booked, 'start', 'lies in a holiday'],
    [{}, { review: [bookedRow({ eventId: undefined })] }, 'review', 'still being made'],
    [{}, { review: [bookedRow({ stage: 'Planned' })] }, 'review', 'not booked'],
  ])('but not with %j', (more, rows, field, says) => {
    const [problem] = problemsOf(move(more, rows));
    expect(problem?.[0]).toBe(field);
    expect(problem?.[1]).toContain(says);
  });

  it('after the due day, and that is said', () => {
    const late = { start: '2026-06-03T09:00', end: '2026-06-03T09:45' };
    expect(move(late, { ...booked, review: [bookedRow({ dueBy: '2026-05-22' })] })).toMatchObject({
      says: ['That is after the due day, Fri 22 May.'],
    });
  });
});

describe('a review is cancelled', () => {
  const cancel = (rows: Rows, reason = 'The provider is closed.') =>
    cancelReview.attempt(school(rows), { review: 're-2', reason, seen: '7' });

  it('with a message, also where some of its meetings are still being made', () => {
    const decision = cancel({ ...booked, meeting: [meeting('Staff')] });
    expect(savesOf(decision)[0]?.values).toMatchObject({ stage: 'Cancelled', booking: undefined, eventId: undefined });
    expect(inOutlook(changesOf(decision))).toEqual([
      {
        kind: 'cancel',
        review: 're-2',
        booking: 'bk-old',
        organiser: 'reviews@school.example',
        comment: 'The provider is closed.',
        meetings: [
          { audience: 'Staff', eventId: 'ev-staff' },
          { audience: 'Parents', eventId: undefined },
          { audience: 'Provider', eventId: undefined },
          { audience: 'Professionals', eventId: undefined },
        ],
      },
    ]);
  });

  it('not without a reason, not when it was held, and twice without harm', () => {
    expect(problemsOf(cancel(booked, ' ')).map(([field]) => field)).toEqual(['reason']);
    expect(problemsOf(cancel({ review: [bookedRow({ stage: 'Held' })] }))[0]?.[1]).toContain('over');
    expect(cancel({ review: [bookedRow({ stage: 'Cancelled' })] })).toMatchObject({ changes: [] });
  });
});

describe('an invitation is noted', () => {
  const note = (more = {}, rows: Rows = booked) =>
    noteInvitation.attempt(school(rows), {
      review: 're-2',
      contact: 'pu-2|mum',
      by: 'Letter',
      on: '2026-05-11',
      ...more,
    });

  it('with how and when the person was asked', () => {
    expect(savesOf(note({ note: 'By hand' })).map(({ key, values }) => [key, values])).toEqual([
      ['re-2|pu-2|mum', { askedBy: 'Letter', askedOn: '2026-05-11', note: 'By hand' }],
    ]);
  });

  it.each([
    [{ on: '2026-05-13' }, 'on', 'That day is still to come.'],
    [{ contact: 'pu-2|nobody' }, 'contact', 'This person is not asked to this review.'],
    [{ review: 're-none' }, 'review', 'There is no such review.'],
    [{ by: 'Outlook' }, 'by', 'How they were asked is one of: Mail, Letter, Call, InPerson.'],
  ])('but not with %j', (more, field, says) => {
    expect(problemsOf(note(more))).toEqual([[field, says]]);
  });

  it('but never of a barred person', () => {
    const contact = [{ key: 'pu-2|mum', pupil: 'pu-2', person: 'mum', type: 'Parent', name: 'Mum', barred: true }];
    expect(problemsOf(note({}, { ...booked, contact }))[0]?.[1]).toContain('Barred');
  });

  it('and the last one in writing to a parent is the day of the statutory invitation; a call is none', () => {
    const mum = { key: 'pu-2|mum', pupil: 'pu-2', person: 'mum', type: 'Parent', name: 'Mum', mayAttend: true };
    const direction: Rows = {
      ...booked,
      review: [bookedRow({ kind: 'OSDStatutory' })],
      placement: [placement('pl-2', { pupil: 'pu-2' })],
      contact: [mum],
    };
    expect(rowOf(savesOf(note({}, direction)), 're-2')).toEqual({ inviteSentOn: '2026-05-11' });
    expect(rowOf(savesOf(note({ by: 'Call' }, direction)), 're-2')).toBeUndefined();
  });
});

describe('meetings follow what they are for', () => {
  const keep = (rows: Rows, organiser = 'reviews@school.example') =>
    changesOf(keepBookings.attempt(school({ ...booked, ...rows }, { settings: settingsFrom({ organiser }) }), {}));
  const ended = (actualEnd: string) => ({
    placement: [placement('pl-2', { pupil: 'pu-2', stage: 'Ended', actualEnd })],
  });

  it('and stay while the placement runs, on its last day too', () => {
    expect(keep({})).toEqual([]);
    expect(keep(ended('2026-05-14'))).toEqual([]);
  });

  it('and are cancelled when it ends the day before, or the pupil leaves the roll', () => {
    for (const rows of [
      ended('2026-05-13'),
      { pupil: [{ key: 'pu-2', year: '9', initials: 'A.B.', onRollTo: '2026-05-13' }] },
    ]) {
      expect(inOutlook(keep(rows)).map(({ kind }) => kind)).toEqual(['cancel']);
    }
  });

  it('and move to another mailbox when that organises: cancelled in the old one, booked anew at the same time', () => {
    const changes = keep({}, 'new@school.example');
    expect(inOutlook(changes).map(({ kind, organiser }) => [kind, organiser])).toEqual([
      ['cancel', 'reviews@school.example'],
      ['book', 'new@school.example'],
    ]);
    expect(bookOf(changes)).toMatchObject({ start: '2026-05-14T14:00', end: '2026-05-14T14:45', online: true });
  });

  it('and are booked anew without a parent who was barred since, whose row then holds no invitation', () => {
    const mail = 'mum@home.example';
    const mum = { key: 'pu-2|mum', pupil: 'pu-2', person: 'mum', type: 'Parent', name: 'Mum', email: mail };
    const flags = { mayAttend: true, emailAgreedForNotices: true };
    const row = { key: 're-2|pu-2|mum', review: 're-2', part: 'Parent', contact: 'pu-2|mum', mail };
    expect(keep({ contact: [{ ...mum, ...flags, barred: false }], invitee: [row] })).toEqual([]);
    const changes = keep({ contact: [{ ...mum, ...flags, barred: true }], invitee: [row] });
    expect(inOutlook(changes).map(({ kind }) => kind)).toEqual(['cancel', 'book']);
    expect(JSON.stringify(bookOf(changes))).not.toContain(mail);
    const cleared = changes.find((change) => change.kind === 'save' && change.key === 're-2|pu-2|mum');
    expect(cleared).toMatchObject({ values: { mail: undefined, note: 'Not asked any more.' } });
  });

  it('and are left alone when they are past', () => {
    expect(keep({ ...ended('2026-05-08'), review: [bookedRow({ scheduledFor: '2026-05-11' })] })).toEqual([]);
  });
});

describe('what was changed in Outlook', () => {
  const event = (id: string, more = {}) => ({
    id,
    start: '2026-05-14T14:00',
    end: '2026-05-14T14:45',
    answers: [],
    ...more,
  });
  const follow = (meetings: readonly unknown[], gone: readonly string[] = [], rows: Rows = booked) =>
    followCalendar.attempt(school(rows), { meetings, gone });

  it('is nothing when all stands as it is written', () => {
    expect(changesOf(follow([event('ev-staff'), event('ev-unknown', { start: '2026-05-15T14:00' })]))).toEqual([]);
  });

  it('carries the review when the staff’s meeting was moved, and the other meetings with it', () => {
    const decision = follow([event('ev-staff', { start: '2026-05-15T09:00', end: '2026-05-15T09:30' })]);
    expect(rowOf(savesOf(decision), 're-2')).toEqual({ scheduledFor: '2026-05-15', start: '09:00', end: '09:30' });
    expect(inOutlook(changesOf(decision))).toEqual([
      expect.objectContaining({ kind: 'move', meetings: [{ audience: 'Parents', eventId: 'ev-parents' }] }),
    ]);
  });

  it('is kept with the parents’ meeting alone when that was moved', () => {
    const decision = follow([event('ev-parents', { start: '2026-05-14T15:00', end: '2026-05-14T15:30' })]);
    expect(savesOf(decision).map(({ key }) => key)).toEqual(['re-2|parents']);
  });

  it('is an answer, kept with the person', () => {
    const answers = [{ mail: 'ap-leader@school.example', answer: 'Declined' }];
    expect(savesOf(follow([event('ev-staff', { answers })])).map(({ key, values }) => [key, values])).toEqual([
      ['re-2|p-ap-leader', { response: 'Declined' }],
    ]);
  });

  it('leaves the review planned, with the reason, when the staff’s meeting was deleted', () => {
    const decision = follow([], ['ev-staff']);
    expect(rowOf(savesOf(decision), 're-2')).toMatchObject({
      stage: 'Planned',
      scheduledFor: undefined,
      notBooked: 'The meeting was deleted in Outlook.',
    });
    expect(inOutlook(changesOf(decision)).map(({ kind }) => kind)).toEqual(['cancel']);
  });

  it('leaves the parents to be asked otherwise when only theirs was deleted', () => {
    const dad = { key: 're-2|pu-2|dad', review: 're-2', part: 'Parent', contact: 'pu-2|dad', mail: 'dad@home.example' };
    const saves = savesOf(follow([], ['ev-parents'], { ...booked, invitee: [...(booked.invitee ?? []), dad] }));
    // The other parent was rung: that stands.
    expect(saves.map(({ key }) => key)).toEqual(['re-2|parents', 're-2|pu-2|dad']);
  });

  it('changes nothing of a review that was held', () => {
    expect(changesOf(follow([], ['ev-staff'], { ...booked, review: [bookedRow({ stage: 'Held' })] }))).toEqual([]);
  });
});
