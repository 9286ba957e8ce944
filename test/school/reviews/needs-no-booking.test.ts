import { describe, expect, it } from 'vitest';
import { dueReviews } from '../../../src/school/reviews/due-reviews.ts';
import { moveReview } from '../../../src/school/reviews/move-review.action.ts';
import { noteReviewBooked } from '../../../src/school/reviews/note-review-booked.action.ts';
import { reviewPlan } from '../../../src/school/reviews/review-plan.view.ts';
import { setAsideReview } from '../../../src/school/reviews/set-aside-review.action.ts';
import { settlingReview } from '../../../src/school/reviews/settling-review.rule.ts';
import { takeUpReview } from '../../../src/school/reviews/take-up-review.action.ts';
import type { Rows } from '../facts.ts';
import { changesOf, placement, problemsOf, savesOf } from '../knowing.ts';
import { bookedRow, dueNow, school } from './booking.ts';

const unchangedOf = (decision: object) => Object(decision).unchanged?.map(({ about }: { about: string }) => about);

describe('a review that is booked already', () => {
  const note = (more = {}, rows: Rows = {}) =>
    noteReviewBooked.attempt(school(rows), { review: dueNow, start: '2026-05-14T14:00', where: 'provider', ...more });

  it('stands as booked, as long as reviews take, and Outlook is asked for nothing', () => {
    const changes = changesOf(note());
    expect(changes.every(({ kind }) => kind === 'save')).toBe(true);
    const [row] = savesOf(note());
    expect(row).toMatchObject({ record: 'review', key: dueNow, seen: null });
    expect(row?.values).toMatchObject({
      stage: 'Booked',
      kind: 'HalfTerm',
      scheduledFor: '2026-05-14',
      start: '14:00',
      end: '14:45',
      place: 'Hill Farm',
      online: false,
      booking: undefined,
      eventId: undefined,
    });
  });

  it('has everybody to be asked, also who could be mailed: the app has asked nobody', () => {
    const asked = savesOf(note()).filter(({ record }) => record === 'invitee');
    expect(asked.map(({ key }) => key)).toContain(`${dueNow}|pu-1|mum`);
    for (const { values } of asked) expect(values).toMatchObject({ mail: undefined, askedOn: undefined });
  });

  it('is refused for a time that cannot be, with the sentence of any booking', () => {
    expect(problemsOf(note({ start: '2026-05-16T10:00' }))[0]?.[1]).toContain('is a weekend');
    expect(problemsOf(note({ start: '2026-05-11T10:00' }))[0]?.[1]).toContain('is past');
    const clash = { review: [bookedRow({ pupil: 'pu-1' })] };
    expect(problemsOf(note({}, clash))[0]?.[1]).toContain('has a review on Thu 14 May at 14:00 already');
  });

  it('may be a direction’s within six days: its invitation was not for the app to send', () => {
    const rows = { placement: [placement('pl-1', { legalBasis: 'OSD_s29A' })] };
    expect(savesOf(note({}, rows))[0]?.values).toMatchObject({ kind: 'OSDStatutory', inviteSentOn: undefined });
  });

  it('pressed twice it stands; for another time it says that it is to be moved', () => {
    const stands = { review: [bookedRow({ key: dueNow, placement: 'pl-1', pupil: 'pu-1', booking: undefined })] };
    expect(unchangedOf(note({}, stands))).toEqual([dueNow]);
    expect(problemsOf(note({ start: '2026-05-15T14:00' }, stands))[0]?.[1]).toContain('Move it instead.');
  });

  it('is moved as a row alone, as there is no meeting to wait for', () => {
    const row = bookedRow({ kind: 'OSDStatutory', booking: undefined, eventId: undefined, inviteSentOn: '2026-05-01' });
    const rows = { placement: [placement('pl-2', { legalBasis: 'OSD_s29A', pupil: 'pu-2' })], review: [row] };
    const to = { review: 're-2', start: '2026-05-20T09:00', end: '2026-05-20T09:45', seen: '7' };
    const changes = changesOf(moveReview.attempt(school(rows), to));
    expect(changes).toEqual([
      expect.objectContaining({
        key: 're-2',
        values: expect.objectContaining({ scheduledFor: '2026-05-20', inviteSentOn: undefined }),
      }),
    ]);
  });
});

describe('a review that is not needed', () => {
  const own = { ...bookedRow({ key: 're-own', stage: 'Planned', booking: undefined, dueBy: '2026-05-20' }) };
  const aside = (review: string, rows: Rows = {}, reason = 'The pupil was seen on Monday.') =>
    setAsideReview.attempt(school(rows), { review, reason });
  const half = (known: ReturnType<typeof school>) => {
    const found = known.calendar.halfTermOf('2026-05-12');
    if (!found) throw new Error('There is no such half term.');
    return found;
  };

  it('is never the half-termly one of a running placement (8.3)', () => {
    expect(problemsOf(aside(dueNow))[0]?.[1]).toContain('Every placement is reviewed in every half term (8.3)');
    const planned = { review: [{ ...own, key: dueNow, placement: 'pl-1', pupil: 'pu-1' }] };
    expect(problemsOf(aside(dueNow, planned))[0]?.[1]).toContain('(8.3)');
  });

  it('is set aside with the reason where it was agreed for a day of its own, and leaves the plan', () => {
    const saves = savesOf(aside('re-own', { review: [own] }));
    expect(saves).toEqual([
      expect.objectContaining({
        key: 're-own',
        seen: '7',
        values: expect.objectContaining({ stage: 'Cancelled', notNeeded: 'The pupil was seen on Monday.' }),
      }),
    ]);
    const planOf = (row: object) => {
      const known = school({ review: [{ ...own, ...row }] });
      const due = dueReviews(known, half(known), '2026-05-12');
      return 'notLoaded' in due ? due : due.map(({ review }) => review).filter((key) => key === 're-own');
    };
    expect(planOf({})).toEqual(['re-own']);
    expect(planOf(saves[0]?.values ?? {})).toEqual([]);
  });

  it('needs a reason, and is not one that was called after a concern, is booked, or was asked for in writing', () => {
    expect(problemsOf(aside('re-own', { review: [own] }, ' '))[0]?.[1]).toBe('Say why it is not needed.');
    const says = (row: object, rows: Rows = {}) =>
      problemsOf(aside('re-own', { review: [{ ...own, ...row }], ...rows }))[0]?.[1];
    expect(says({ kind: 'Emergency' })).toContain('called after a concern');
    expect(says({ stage: 'Booked' })).toContain('It is booked.');
    const asked = {
      placement: [placement('pl-2', { legalBasis: 'OSD_s29A', pupil: 'pu-2' })],
      reviewRequest: [
        { key: 'rq-1', placement: 'pl-2', pupil: 'pu-2', from: 'Parent', receivedOn: '2026-05-05', outcome: 'Agreed' },
      ],
    };
    const answers = { kind: 'ParentRequested', request: 'rq-1' };
    expect(says(answers, asked)).toContain('It was asked for in writing and has to be held (6.2)');
    const withdrawn = { ...asked, reviewRequest: asked.reviewRequest.map((one) => ({ ...one, outcome: 'Withdrawn' })) };
    expect(says(answers, withdrawn)).toBeUndefined();
  });

  it('may be the settling one, which its rule and the plan then leave alone (D8)', () => {
    // Starts on Thursday 14 May: seven school days are left in the half term.
    const late = {
      placement: [placement('pl-1', { legalBasis: 'AGREED_AP', startDate: '2026-05-14' })],
    };
    const settling = 'pl-1|halfterm|2026-04-13|settling';
    const [save] = savesOf(aside(settling, late));
    expect(save).toMatchObject({ key: settling, seen: null, values: { kind: 'Settling', stage: 'Cancelled' } });
    const found = (review: readonly object[]) =>
      settlingReview.check(school({ ...late, review: review as Rows['review'] }), {
        today: '2026-05-18',
        time: '09:00',
        instant: '2026-05-18T08:00:00Z',
      });
    expect(found([])).toHaveLength(1);
    expect(found([{ key: settling, version: '1', ...save?.values }])).toEqual([]);
  });

  it('is shown in the plan with its reason, and taken up again by one press', () => {
    const row = { ...own, stage: 'Cancelled', notNeeded: 'Seen on Monday.' };
    const known = school({ review: [row] });
    const plan = reviewPlan.answer({ ...known, past: undefined } as never, {});
    expect(Object(plan).value.aside).toEqual([
      expect.objectContaining({ review: 're-own', because: 'Seen on Monday.', seen: '7' }),
    ]);
    const again = takeUpReview.attempt(known, { review: 're-own', seen: '7' });
    expect(savesOf(again)).toEqual([
      expect.objectContaining({ key: 're-own', values: { stage: 'Planned', notNeeded: undefined } }),
    ]);
    expect(unchangedOf(takeUpReview.attempt(school({ review: [own] }), { review: 're-own', seen: '7' }))).toEqual([
      're-own',
    ]);
  });
});
