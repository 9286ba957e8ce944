import { describe, expect, it } from 'vitest';
import { planReviews } from '../../../../src/school/reviews/planner/plan-reviews.ts';
import type { PlannerInput, ReviewToPlace, Unplaced } from '../../../../src/school/reviews/planner/planner.types.ts';
import { awayBut, input, leader, planned, review, schoolDays, settings } from './half-term.ts';

const thursday = '2026-12-10';
const friday = '2026-12-11';

function why(reviews: readonly ReviewToPlace[], other: Partial<PlannerInput> = {}): Unplaced {
  const [first] = planReviews(input(reviews, other)).unplaced;
  if (!first) throw new Error('Every review has a time.');
  return first;
}

const kinds = ({ remedies }: Unplaced) => remedies.map(({ kind }) => kind);
const oneDay = (start: string, end: string) => [
  { id: 'school', site: 'school', days: [{ day: thursday, start, end }] },
];

describe('a review without a time is told what blocks it, and what alone would free one', () => {
  it('free only after its due day: says the day and the time', () => {
    const found = why([review('a', { due: thursday })], { people: [leader(awayBut(friday))] });
    expect(found.because).toContain('from Mon 30 Nov to Thu 10 Dec');
    expect(found.because).toContain('Ms Shah has something in the calendar or no time to travel at all');
    expect(found.because).toContain('It is free only after the due day, on Fri 11 Dec at 09:00.');
    expect(found.remedies.find(({ kind }) => kind === 'after-due')?.opens.day).toBe(friday);
  });

  it('the tutor is away: leave out the tutor, or free the tutor; whoever holds the review is never left out', () => {
    const tutor = { id: 'tutor', name: 'Mr Cole', busy: awayBut() };
    const found = why([review('a', { required: ['leader', 'tutor'] })], { people: [leader(), tutor] });
    expect(kinds(found)).toEqual(['leave-out-person', 'free-person']);
    expect(found.because).toContain('leave out Mr Cole: Mon 30 Nov 09:00');
    expect(kinds(why([review('a')], { people: [leader(awayBut())] }))).toEqual(['free-person']);
    expect(planned([review('a', { required: ['leader'] })], { people: [leader(), tutor] }).a).not.toBe('none');
  });

  it('the pupil is never left out', () => {
    const pupil = { id: 'pupil of a', name: 'J.S.', busy: awayBut() };
    expect(kinds(why([review('a')], { people: [leader(), pupil] }))).toEqual(['free-person']);
  });

  it('the day is full: one more that day would do, and does', () => {
    const reviews = ['a', 'b', 'c', 'd'].map((id) => review(id, { due: '2026-11-30' }));
    const found = why(reviews, { settings: settings({ atMostPerPersonPerDay: 9 }) });
    expect(found.remedies[0]).toMatchObject({ kind: 'one-more-a-day', opens: { day: '2026-11-30' } });
    expect(found.because).toContain('allow 4 reviews that day instead of 3');
    const more = settings({ atMostPerDay: 4, atMostPerPersonPerDay: 9 });
    expect(Object.values(planned(reviews, { settings: more }))).not.toContain('none');
  });

  it('the provider is closed: ask it to open, or hold it at school or online', () => {
    const closed = schoolDays.flatMap((day) => [
      { day, session: 'AM' as const },
      { day, session: 'PM' as const },
    ]);
    const found = why([review('a')], { providers: [{ id: 'farm', name: 'Hill Farm', closed }] });
    expect(kinds(found)).toEqual(['other-place', 'provider-opens']);
    expect(found.because).toContain('the provider is closed at all');
    expect(found.because).toContain('hold it at school: Mon 30 Nov 09:00');
  });

  it('the room is taken: another room would do', () => {
    const rooms = [{ id: 'office', name: 'Office', school: 'school', seats: 5, busy: awayBut() }];
    const found = why([review('a', { places: ['school'] })], { rooms });
    expect(kinds(found)).toEqual(['other-place', 'another-room']);
    expect(found.because).toContain('no room is free at all');
  });

  it('half an hour is free and an hour is not: make it shorter', () => {
    const found = why([review('a', { due: thursday })], { schools: oneDay('09:00', '09:45') });
    expect(found.remedies).toMatchObject([{ kind: 'shorter', opens: { start: '09:00', end: '09:30' } }]);
    expect(found.because).toContain('No school day from Mon 30 Nov to Thu 10 Dec has 60 minutes for a review.');
  });

  it('a booked review has the one time and could be held at another: move it, and to when', () => {
    const stands = { day: thursday, start: '09:00', end: '10:00', place: 'provider' as const };
    const tutor = { id: 'tutor', name: 'Mr Cole', busy: [{ day: thursday, start: '10:00', end: '12:00' }] };
    const reviews = [review('a', { stands }), review('b', { required: ['leader', 'tutor'] })];
    const found = why(reviews, { people: [leader(), tutor], schools: oneDay('09:00', '12:00') });
    expect(found.remedies[0]).toMatchObject({ kind: 'move-review', about: 'a', opens: { start: '09:00' } });
    expect(found.because).toContain('move the review of J.S. Y10 (a) to Thu 10 Dec 10:00');
    const moved = [review('a', { stands: { ...stands, start: '10:00', end: '11:00' } }), reviews[1]].filter(isReview);
    expect(planned(moved, { people: [leader(), tutor], schools: oneDay('09:00', '12:00') }).b).not.toBe('none');
  });

  it('…and a booked review that could go nowhere else is not offered', () => {
    const stands = { day: thursday, start: '09:00', end: '10:00', place: 'provider' as const };
    const found = why([review('a', { stands }), review('b')], { schools: oneDay('09:00', '10:00') });
    expect(kinds(found)).not.toContain('move-review');
  });

  it('invitations cannot be in time before the due day: says from when they are', () => {
    const found = why([review('a', { due: thursday, invitedFrom: '2026-12-14' })]);
    expect(found.because).toContain(
      'Invitations sent now are in time only from Mon 14 Dec, after the due day Thu 10 Dec.',
    );
    expect(kinds(found)).toEqual(['after-due']);
  });

  it('two things stand in the way everywhere: says which, at the nearest time', () => {
    const tutor = { id: 'tutor', name: 'Mr Cole', busy: awayBut() };
    const found = why([review('a', { required: ['leader', 'tutor'] })], { people: [leader(awayBut()), tutor] });
    expect(found.remedies).toEqual([]);
    expect(found.because).toContain('No single change opens a time.');
    expect(found.because).toContain('Ms Shah has something in the calendar');
    expect(found.because).toContain('and Mr Cole has something in the calendar');
  });

  it('there is no school day in the window', () => {
    const found = why([review('a', { earliest: '2026-12-12', due: '2026-12-13' })]);
    expect(found.because).toContain('There is no school day with time for reviews from Sat 12 Dec to Sun 13 Dec.');
  });

  it('a school that is not known has no days', () => {
    expect(why([review('a', { school: 'elsewhere' })]).because).toContain('There is no school day');
  });
});

function isReview(one: ReviewToPlace | undefined): one is ReviewToPlace {
  return one !== undefined;
}
