import { describe, expect, it } from 'vitest';
import type { CalendarMeeting, Known } from '../../../src/school/action.ts';
import { settingsFrom } from '../../../src/school/office/policy-edition.ts';
import { adoptMeeting } from '../../../src/school/reviews/adopt-meeting.action.ts';
import { bookReviews } from '../../../src/school/reviews/book-reviews.action.ts';
import type { Rows } from '../facts.ts';
import { changesOf, placement, problemsOf, savesOf } from '../knowing.ts';
import { bookedRow, bookOf, dueNow, school } from './booking.ts';

/** The meeting as it stands in the calendar that organises reviews: two o'clock on Thursday 14 May, with a link to join. */
const written: CalendarMeeting = {
  id: 'ev-immutable',
  start: '2026-05-14T14:00',
  end: '2026-05-14T14:45',
  online: true,
  series: false,
  mails: ['ap-leader@school.example', 'reviews@school.example'],
};

function adopt(
  rows: Rows = {},
  found: CalendarMeeting | undefined = written,
  more: Readonly<Record<string, unknown>> = {},
) {
  const meetings: Known['meetings'] = new Map(found ? [['ev-pane', found]] : []);
  const wish = { review: dueNow, event: 'ev-pane', start: '2026-05-14T14:00', end: '2026-05-14T14:45', ...more };
  return adoptMeeting.attempt(school(rows, { meetings }), wish);
}
const elsewhere = (rows: Rows = {}, more: Readonly<Record<string, unknown>> = {}) => {
  const wish = { review: dueNow, event: 'ev-other', start: '2026-05-14T14:00', end: '2026-05-14T14:45', ...more };
  return adoptMeeting.attempt(school(rows, { meetings: new Map() }), wish);
};

describe('a meeting in the calendar that organises reviews', () => {
  it('becomes the staff’s meeting of the review; the others get theirs as by a booking, after twenty seconds', () => {
    const decision = adopt();
    expect(decision).toMatchObject({ holdSeconds: 20, about: 'pu-1' });
    const { stands, meetings, online, organiser } = bookOf(changesOf(decision));
    expect([stands, online, organiser]).toEqual(['ev-immutable', true, 'reviews@school.example']);
    expect(meetings.map(({ audience, invited }) => [audience, invited.map(({ mail }) => mail)])).toEqual([
      ['Staff', ['ap-leader@school.example']],
      ['Parents', ['mum@home.example']],
    ]);
    const [review, ...invitees] = savesOf(decision);
    expect(review).toMatchObject({ key: dueNow, seen: null, values: { stage: 'Booked', scheduledFor: '2026-05-14' } });
    expect(invitees).toHaveLength(4);
  });

  it('counts with the time that stands in the calendar, not with what the pane read', () => {
    const [review] = savesOf(adopt({}, { ...written, start: '2026-05-15T09:00', end: '2026-05-15T09:45' }));
    expect(review?.values).toMatchObject({ scheduledFor: '2026-05-15', start: '09:00', end: '09:45' });
  });

  it('changes nothing a second time, nor while it waits in the journal', () => {
    const own = bookedRow({ key: dueNow, placement: 'pl-1', pupil: 'pu-1', eventId: 'ev-immutable' });
    expect(adopt({ review: [own] })).toMatchObject({ changes: [], unchanged: [{ outcome: 'unchanged' }] });
    const waits = bookOf(changesOf(adopt()));
    const journalEntry = [{ key: 'je-1', state: 'Open', changes: [waits] }];
    expect(adopt({ journalEntry })).toMatchObject({ changes: [], unchanged: [{ about: dueNow }] });
  });

  it.each([
    ['the parent', 'mum@home.example', 'Gets an invitation of their own'],
    ['a barred person', 'dad@home.example', 'Barred from contact'],
    ['somebody unknown', 'who@else.example', 'Is not known as staff'],
  ])('is refused with %s in it, as everybody in it sees everybody', (_, mail, says) => {
    const dad = {
      key: 'pu-1|dad',
      pupil: 'pu-1',
      person: 'dad',
      type: 'Parent',
      name: 'Dad',
      email: 'Dad@home.example',
    };
    const contact = [...school().records.contact.all(), { ...dad, barred: true }];
    const [problem] = problemsOf(adopt({ contact }, { ...written, mails: [mail] }));
    expect(problem?.[0]).toBe('event');
    expect(problem?.[1]).toContain(`Take ${mail} out of this meeting first.`);
    expect(problem?.[1]).toContain(says);
  });

  it('is refused where it repeats, as a review has a meeting of its own', () => {
    expect(problemsOf(adopt({}, { ...written, series: true }))).toEqual([
      ['event', expect.stringContaining('This meeting is one of a series.')],
    ]);
  });

  it('may have other staff of the school in it', () => {
    expect(problemsOf(adopt({}, { ...written, mails: ['clerk@school.example'] }))).toEqual([]);
  });
});

describe('a meeting in somebody’s own calendar', () => {
  it('is left alone: the review is noted as planned for then, and that is said', () => {
    const decision = elsewhere();
    expect(decision).not.toHaveProperty('holdSeconds');
    expect(changesOf(decision)).toMatchObject([
      {
        kind: 'save',
        record: 'review',
        key: dueNow,
        seen: null,
        values: { stage: 'Planned', scheduledFor: '2026-05-14', start: '14:00', end: '14:45', dueBy: '2026-05-22' },
      },
    ]);
    expect(decision).toMatchObject({
      says: [
        expect.stringContaining('only what is moved or cancelled in the calendar of reviews@school.example'),
        expect.stringContaining('noted as planned for Thu 14 May at 14:00'),
      ],
    });
  });

  it('is noted once, and again when its time has changed', () => {
    const [save] = savesOf(elsewhere());
    const review = [{ key: dueNow, version: '4', ...save?.values }];
    expect(elsewhere({ review })).toMatchObject({ changes: [], unchanged: [{ about: dueNow, version: '4' }] });
    const later = { start: '2026-05-15T14:00', end: '2026-05-15T14:45' };
    expect(savesOf(elsewhere({ review }, later))).toMatchObject([
      { seen: '4', values: { scheduledFor: '2026-05-15' } },
    ]);
  });
});

describe('the time is looked at as by any booking', () => {
  it.each([
    ['a holiday', { start: '2026-05-26T14:00', end: '2026-05-26T14:45' }, 'start', 'lies in a holiday'],
    ['the past', { start: '2026-05-12T09:30', end: '2026-05-12T10:00' }, 'start', 'is past'],
    ['two days', { start: '2026-05-14T14:00', end: '2026-05-15T14:45' }, 'end', 'begins and ends on one day'],
    ['no review', { review: 're-none' }, 'review', 'There is no such review.'],
    ['a meeting that was never saved', { event: ' ' }, 'event', 'Save the meeting first.'],
    ['no time', { start: 'soon' }, 'start', 'Give a day and time'],
  ])('%s is refused', (_, more, field, says) => {
    const [problem] = problemsOf(elsewhere({}, more));
    expect(problem?.[0]).toBe(field);
    expect(problem?.[1]).toContain(says);
  });

  it('a clash with another review of the pupil is refused, and a review that has its own meeting keeps it', () => {
    const other = bookedRow({ placement: 'pl-1', pupil: 'pu-1' });
    expect(problemsOf(adopt({ review: [other] }))[0]?.[1]).toContain('has a review on Thu 14 May at 14:00 already');
    const own = bookedRow({ key: dueNow, placement: 'pl-1', pupil: 'pu-1' });
    expect(problemsOf(adopt({ review: [own] }))).toEqual([
      ['review', 'It is booked for Thu 14 May at 14:00 with a meeting of its own. Use that one, or cancel it first.'],
    ]);
  });

  it('the parents’ late invitation to the review of a direction needs a reason', () => {
    const direction = { placement: [placement('pl-1', { legalBasis: 'OSD_s29A' })] };
    expect(problemsOf(adopt(direction))[0]?.[1]).toContain('(6.2)');
    expect(problemsOf(adopt(direction, written, { late: 'The parents asked for it.' }))).toEqual([]);
  });

  it('without a mailbox that organises nothing can be followed', () => {
    const known = school({}, { settings: settingsFrom({}) });
    const wish = { review: dueNow, event: 'ev', start: '2026-05-14T14:00', end: '2026-05-14T14:45' };
    expect(problemsOf(adoptMeeting.attempt(known, wish))[0]?.[1]).toContain('under Settings first');
  });
});

it('it is for those who book reviews, and looks up the one meeting that it is about', () => {
  expect(adoptMeeting.roles).toEqual(bookReviews.roles);
  const wish = { review: dueNow, event: 'ev-1', start: '2026-05-14T14:00', end: '2026-05-14T14:45' };
  expect(adoptMeeting.meetingsIn(wish)).toEqual(['ev-1']);
  expect(adoptMeeting.meetingsIn({ nonsense: true })).toEqual([]);
});
