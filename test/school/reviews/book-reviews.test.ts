import { describe, expect, it } from 'vitest';
import { settingsFrom } from '../../../src/school/office/policy-edition.ts';
import { bookReviews } from '../../../src/school/reviews/book-reviews.action.ts';
import { changesOf, placement, problemsOf, savesOf } from '../knowing.ts';
import { book, bookedRow, bookOf, dueNow, school } from './booking.ts';

const direction = { placement: [placement('pl-1', { legalBasis: 'OSD_s29A' })] };

describe('a review that is due by the calendar', () => {
  it('gets its row when it is booked, with the day by which it is due', () => {
    const [review] = savesOf(book(school()));
    expect(review).toMatchObject({ record: 'review', key: dueNow, seen: null });
    expect(review?.values).toMatchObject({
      kind: 'HalfTerm',
      stage: 'Booked',
      halfTerm: 'HalfTerm|2026-04-13',
      dueBy: '2026-05-22',
      scheduledFor: '2026-05-14',
      start: '14:00',
      end: '14:45',
      booking: 'bk-new1',
      online: true,
    });
  });

  it('is booked in Outlook by initials and year, each audience apart, twenty seconds later', () => {
    const decision = book(school());
    expect(decision).toMatchObject({ holdSeconds: 20, about: 'pu-1', because: '1 review is booked' });
    const { subject, meetings, organiser, online } = bookOf(changesOf(decision));
    expect([subject, organiser, online]).toEqual(['AP review – J.S. Y10', 'reviews@school.example', true]);
    expect(meetings.map(({ audience, invited }) => [audience, invited.map(({ mail }) => mail)])).toEqual([
      ['Staff', ['ap-leader@school.example']],
      ['Parents', ['mum@home.example']],
    ]);
  });

  it('notes who was asked by Outlook, and who is to be rung, written to or told', () => {
    const asked = savesOf(book(school())).flatMap(({ record, key, values }) =>
      record === 'invitee' ? [[key, values.askedBy, values.askedOn]] : [],
    );
    expect(asked).toEqual([
      [`${dueNow}|p-ap-leader`, 'Outlook', '2026-05-12'],
      [`${dueNow}|pu-1|mum`, 'Outlook', '2026-05-12'],
      [`${dueNow}|pr-farm`, undefined, undefined],
      [`${dueNow}|pu-1`, undefined, undefined],
    ]);
    expect(book(school())).toMatchObject({ says: ['J.S. Y10: 1 person is to be rung, written to or told.'] });
  });

  it('is held in a room where one is named, and then not online unless that is said', () => {
    const room = 'room.6@school.example';
    expect(bookOf(changesOf(book(school(), { place: room })))).toMatchObject({ room, place: room, online: false });
    expect(bookOf(changesOf(book(school(), { place: 'Hill Farm', online: true })))).toMatchObject({ online: true });
    expect(bookOf(changesOf(book(school(), { place: 'Hill Farm' }))).room).toBeUndefined();
  });

  it('may be booked after the due day, and that is said', () => {
    const late = { start: '2026-06-03T14:00', end: '2026-06-03T14:45' };
    expect(book(school(), late)).toMatchObject({
      says: [
        'J.S. Y10: Wed 3 Jun at 14:00 is after the due day, Fri 22 May.',
        'J.S. Y10: 1 person is to be rung, written to or told.',
      ],
    });
  });

  it('is booked again under its key after it was cancelled', () => {
    const cancelled = bookedRow({ key: dueNow, placement: 'pl-1', pupil: 'pu-1', stage: 'Cancelled' });
    const [review] = savesOf(book(school({ review: [cancelled] })));
    expect([review?.key, review?.seen]).toEqual([dueNow, '7']);
  });

  it('leaves one alone that is booked for this very time already', () => {
    const same = bookedRow({ key: dueNow, placement: 'pl-1', pupil: 'pu-1' });
    expect(book(school({ review: [same] }))).toMatchObject({
      changes: [],
      unchanged: [{ about: dueNow, outcome: 'unchanged' }],
    });
  });

  it('says how many are barred, without a name', () => {
    const barred = { key: 'pu-1|dad', pupil: 'pu-1', person: 'dad', type: 'Parent', name: 'Dad', barred: true };
    expect(book(school({ contact: [barred] }))).toMatchObject({
      says: expect.arrayContaining(['J.S. Y10: 1 person is not asked, being barred or not allowed to attend.']),
    });
  });
});

describe('a settling review', () => {
  const start = { placement: [placement('pl-1', { legalBasis: 'AGREED_AP', startDate: '2026-05-18' })] };
  const key = 'pl-1|halfterm|2026-04-13|settling';

  it('is due after a start late in the half term', () => {
    const when = { start: '2026-06-04T14:00', end: '2026-06-04T14:45' };
    const [review] = savesOf(book(school(start), { review: key, ...when }));
    expect(review?.values).toMatchObject({ kind: 'Settling' });
  });

  it('is none of a placement that started early', () => {
    expect(problemsOf(book(school(), { review: key }))).toEqual([
      ['reviews.0.review', 'No settling review is due for this placement.'],
    ]);
  });
});

describe('what keeps a review from being booked is said by field', () => {
  const at = (start: string, end: string) => ({ start: `2026-${start}`, end: `2026-${end}` });
  it.each([
    ['a holiday', at('05-26T14:00', '05-26T14:45'), 'start', 'Tue 26 May lies in a holiday'],
    ['a weekend', at('05-16T14:00', '05-16T14:45'), 'start', 'Sat 16 May is a weekend'],
    ['an INSET day', at('06-01T14:00', '06-01T14:45'), 'start', 'Mon 1 Jun is an INSET day'],
    ['a day not loaded', at('10-01T14:00', '10-01T14:45'), 'start', 'term dates'],
    ['the past', at('05-12T09:30', '05-12T10:00'), 'start', 'Tue 12 May at 09:30 is past.'],
    ['an end before the start', at('05-14T14:00', '05-14T13:45'), 'end', 'It would end before it begins'],
    ['an end at the start', at('05-14T14:00', '05-14T14:00'), 'end', 'It would end before it begins'],
    ['two days', at('05-14T14:00', '05-15T14:45'), 'end', 'A review begins and ends on one day.'],
    ['a time that is none', at('05-14T25:00', '05-14T26:00'), 'start', 'Give a day and time like 2026-12-03T14:00.'],
    ['an unknown review', { review: 're-none' }, 'review', 'There is no such review.'],
    ['another half term', { review: 'pl-1|halfterm|2099-01-01|halfterm' }, 'review', 'not in the term dates'],
  ])('%s', (_, more, field, says) => {
    const [problem] = problemsOf(book(school(), more));
    expect(problem?.[0]).toBe(`reviews.0.${field}`);
    expect(problem?.[1]).toContain(says);
  });

  it('a minute later it is not past', () => {
    expect(problemsOf(book(school(), at('05-12T09:31', '05-12T10:00')))).toEqual([]);
  });

  it('a review that has been held, or of a placement that is over', () => {
    const held = bookedRow({ key: dueNow, placement: 'pl-1', pupil: 'pu-1', stage: 'Held' });
    expect(problemsOf(book(school({ review: [held] })))).toEqual([['reviews.0.review', 'This review has been held.']]);
    const ended = placement('pl-1', { legalBasis: 'AGREED_AP', stage: 'Ended', actualEnd: '2026-05-08' });
    expect(problemsOf(book(school({ placement: [ended] })))).toEqual([
      ['reviews.0.review', 'The placement ended on Fri 8 May.'],
    ]);
  });

  it('a school without a mailbox that organises', () => {
    expect(problemsOf(book(school({}, { settings: settingsFrom({}) })))).toEqual([
      ['reviews', 'Name the mailbox that organises reviews under Settings first.'],
    ]);
  });
});

describe('two reviews at one time', () => {
  const leaderIsThere = {
    review: [bookedRow()],
    invitee: [{ key: 're-2|p-ap-leader', review: 're-2', person: 'p-ap-leader' }],
  };

  it.each([
    ['2026-05-14T13:15', '2026-05-14T14:00', 0],
    ['2026-05-14T13:15', '2026-05-14T14:01', 1],
    ['2026-05-14T14:44', '2026-05-14T15:30', 1],
    ['2026-05-14T14:45', '2026-05-14T15:30', 0],
  ])('from %s to %s beside one from 14:00 to 14:45: %i problems for the person who is at both', (start, end, count) => {
    const problems = problemsOf(book(school(leaderIsThere), { start, end }));
    expect(problems).toHaveLength(count);
    if (count > 0) expect(problems[0]?.[1]).toContain('is at the review of A.B. Y10 on Thu 14 May at 14:00');
  });

  it('of one pupil are refused', () => {
    const own = bookedRow({ placement: 'pl-1', pupil: 'pu-1' });
    expect(problemsOf(book(school({ review: [own] })))).toEqual([
      ['reviews.0.start', 'J.S. Y10 has a review on Thu 14 May at 14:00 already.'],
    ]);
  });

  it('in one room are refused', () => {
    const place = 'room.6@school.example';
    expect(problemsOf(book(school({ review: [bookedRow({ place })] }), { place }))).toEqual([
      ['reviews.0.place', 'The room is taken by another review on Thu 14 May at 14:00.'],
    ]);
  });

  it('asked for together are refused, the second of them', () => {
    const slot = { start: '2026-05-14T14:00', end: '2026-05-14T14:45' };
    const other = dueNow.replace('pl-1', 'pl-2');
    const decision = bookReviews.attempt(school(), {
      reviews: [
        { review: dueNow, ...slot },
        { review: other, ...slot },
      ],
    });
    expect(problemsOf(decision).map(([field]) => field)).toEqual(['reviews.1.start']);
  });

  it('of which one waits in the journal are refused, and no more when it was undone', () => {
    const { meetings: _, ...waiting } = bookOf(changesOf(book(school())));
    const entry = (state: string) => ({ journalEntry: [{ key: 'je-1', state, changes: [waiting] }] });
    const other = { start: '2026-05-15T09:00', end: '2026-05-15T09:45' };
    expect(problemsOf(book(school(entry('Open')), other))).toEqual([
      ['reviews.0.start', 'It is being booked for Thu 14 May at 14:00 already. Move it instead.'],
    ]);
    expect(problemsOf(book(school(entry('Refused')), other))).toEqual([]);
  });
});

describe('a plan of several reviews or schools', () => {
  const staff = ['first', 'second'].map((key) => ({
    key,
    person: `p-${key}`,
    personName: key,
    mail: `${key}@school.example`,
    role: 'ap-leader',
    from: '2025-09-01',
    state: 'Active',
  }));
  const askedTo = (without: readonly string[]) =>
    bookOf(changesOf(book(school({ roleAssignment: staff }), { without }))).meetings[0]?.invited.map(
      ({ mail }) => mail,
    );

  it('leaves out who need not come and is elsewhere then, and nobody who must come', () => {
    expect(askedTo([])).toEqual(['first@school.example', 'second@school.example']);
    expect(askedTo(['p-second'])).toEqual(['first@school.example']);
    expect(askedTo(['p-first', 'p-second', 'pu-1|mum'])).toEqual(['first@school.example']);
  });

  it('waits five seconds more for each booking that follows in the same press', () => {
    const reviews = [{ review: dueNow, start: '2026-05-14T14:00', end: '2026-05-14T14:45' }];
    expect(bookReviews.attempt(school(), { reviews, followedBy: 0 })).toMatchObject({ holdSeconds: 20 });
    expect(bookReviews.attempt(school(), { reviews, followedBy: 9 })).toMatchObject({ holdSeconds: 65 });
  });
});

describe('the statutory review of a direction', () => {
  const on = (day: string, more = {}) =>
    book(school(direction), { start: `${day}T14:00`, end: `${day}T14:45`, ...more });

  it('is booked on the sixth day from today or later, as the invitation goes out at once', () => {
    const decision = on('2026-05-18');
    expect(bookOf(changesOf(decision)).statutory).toBe(true);
    const [review] = savesOf(decision);
    expect(review?.values).toMatchObject({ kind: 'OSDStatutory', inviteSentOn: '2026-05-12' });
  });

  it('is refused on the fifth, unless the reason is given, which is kept', () => {
    expect(problemsOf(on('2026-05-15'))[0]?.[1]).toContain('by Sat 9 May at the latest (6.2)');
    const [review] = savesOf(on('2026-05-15', { late: 'The parents asked for this day.' }));
    expect(review?.values).toMatchObject({ lateInvitation: 'The parents asked for this day.' });
  });

  it('counts as invited in writing only when every parent is reached by mail', () => {
    const dad = { key: 'pu-1|dad', pupil: 'pu-1', person: 'dad', type: 'Parent', name: 'Dad', mayAttend: true };
    const known = school({ ...direction, contact: [dad] });
    const [review] = savesOf(book(known, { start: '2026-05-18T14:00', end: '2026-05-18T14:45' }));
    expect(review).toMatchObject({ record: 'review', values: { inviteSentOn: undefined } });
  });
});

describe('a review at the time of a visit', () => {
  const leadsVisit = (start: string, end: string) => ({
    visit: [
      {
        key: 'vi-1',
        provider: 'pr-farm',
        kind: 'Visit',
        stage: 'Planned',
        plannedFor: '2026-05-14',
        start,
        end,
        visitor: 'p-ap-leader',
        visitorName: 'ap-leader',
      },
    ],
  });

  it('is refused while somebody who must come is away, and not when the one ends as the other begins', () => {
    expect(problemsOf(book(school(leadsVisit('13:00', '14:01'))))).toEqual([
      ['reviews.0.start', 'ap-leader makes a visit to Hill Farm (13:00 to 14:01) then. Choose another time.'],
    ]);
    expect(problemsOf(book(school(leadsVisit('13:00', '14:00'))))).toEqual([]);
  });
});
