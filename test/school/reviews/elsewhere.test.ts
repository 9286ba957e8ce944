import { describe, expect, it } from 'vitest';
import { type TakenElsewhere, takenAt } from '../../../src/school/reviews/elsewhere.ts';
import { moveReview } from '../../../src/school/reviews/move-review.action.ts';
import { changesOf, problemsOf } from '../knowing.ts';
import { book, bookedRow, bookOf, dueNow, school } from './booking.ts';

const room = 'room.6@school.example';

function review(person: string, more: Partial<TakenElsewhere> = {}): TakenElsewhere {
  const slot = { start: '2026-05-14T14:00', end: '2026-05-14T14:45' };
  return { what: 'review', ...slot, people: new Set([person]), ...more };
}

const beside = (elsewhere: readonly TakenElsewhere[], more: object = {}, rows = {}) =>
  problemsOf(book(school(rows, { elsewhere }), { ...more }));

describe('a review beside one of another school, from 14:00 to 14:45, with the same AP leader', () => {
  it.each([
    ['2026-05-14T13:15', '2026-05-14T14:00', 0],
    ['2026-05-14T13:15', '2026-05-14T14:01', 1],
    ['2026-05-14T14:44', '2026-05-14T15:30', 1],
    ['2026-05-14T14:45', '2026-05-14T15:30', 0],
    ['2026-05-15T14:00', '2026-05-15T14:45', 0],
  ])('from %s to %s: %i problems', (start, end, count) => {
    const problems = beside([review('p-ap-leader')], { start, end });
    expect(problems).toHaveLength(count);
    const says =
      'ap-leader is at a review of another school on Thu 14 May at 14:00 (until 14:45). Choose another time.';
    if (count > 0) expect(problems).toEqual([['reviews.0.start', says]]);
  });

  it('is not moved to that time either', () => {
    const own = bookedRow({ key: dueNow, placement: 'pl-1', pupil: 'pu-1', start: '09:00', end: '09:45' });
    const known = (elsewhere: readonly TakenElsewhere[]) => school({ review: [own] }, { elsewhere });
    const to = { review: dueNow, start: '2026-05-14T14:44', end: '2026-05-14T15:29', seen: '7' };
    expect(problemsOf(moveReview.attempt(known([review('p-ap-leader')]), to))).toHaveLength(1);
    expect(problemsOf(moveReview.attempt(known([]), to))).toEqual([]);
  });
});

describe('what another school does', () => {
  it('hinders as a visit does, which is told as one', () => {
    const [problem] = beside([review('p-ap-leader', { what: 'visit' })]);
    expect(problem?.[1]).toContain('makes a visit for another school on Thu 14 May at 14:00');
  });

  it('takes a room by its mailbox', () => {
    const says = 'The room is taken by a review of another school on Thu 14 May at 14:00.';
    expect(beside([review('p-stranger', { room })], { place: room })).toEqual([['reviews.0.place', says]]);
    expect(beside([review('p-stranger', { room })], { place: 'room.7@school.example' })).toEqual([]);
  });

  it('is no hindrance to who need not come, nor to parents, whose keys are known at one school alone', () => {
    const second = { key: 'second', person: 'p-second', personName: 'Second', role: 'ap-leader', state: 'Active' };
    const roleAssignment = [
      { ...second, key: 'first', person: 'p-ap-leader', mail: 'ap-leader@school.example', from: '2025-09-01' },
      { ...second, mail: 'second@school.example', from: '2025-09-02' },
    ];
    expect(beside([review('p-second'), review('mum')], {}, { roleAssignment })).toEqual([]);
  });
});

describe('what a school tells the others', () => {
  it('is who is taken when: booked, or waiting in the journal; no pupil and no place in words', () => {
    const { meetings: _, ...waiting } = bookOf(
      changesOf(book(school(), { start: '2026-05-15T10:00', end: '2026-05-15T10:45' })),
    );
    const known = school({
      review: [bookedRow({ place: 'Hill Farm' }), bookedRow({ key: 're-3', stage: 'Cancelled' })],
      invitee: [{ key: 're-2|p-ap-leader', review: 're-2', person: 'p-ap-leader' }],
      journalEntry: [{ key: 'je-1', state: 'Open', changes: [waiting] }],
    });
    expect(takenAt(known.records)).toEqual([
      { what: 'review', start: '2026-05-14T14:00', end: '2026-05-14T14:45', people: new Set(['p-ap-leader']) },
      {
        what: 'review',
        start: '2026-05-15T10:00',
        end: '2026-05-15T10:45',
        people: new Set(['p-ap-leader', 'mum', 'pr-farm']),
      },
    ]);
  });

  it('is the planned visits of a person, and not those that are done', () => {
    const at = { visitor: 'p-dsl', plannedFor: '2026-05-14', start: '11:00', end: '12:00' };
    const visit = [
      { key: 'vi-1', stage: 'Planned', ...at },
      { key: 'vi-2', stage: 'Done', ...at },
    ];
    expect(takenAt(school({ visit }).records)).toEqual([
      { what: 'visit', start: '2026-05-14T11:00', end: '2026-05-14T12:00', people: new Set(['p-dsl']) },
    ]);
  });
});
