import { describe, expect, it } from 'vitest';
import { whatFollows } from '../../../src/school/reviews/what-follows.ts';

const at = (day: 'Tuesday' | 'Wednesday', session: 'AM' | 'PM') =>
  ({ day, session, weekPattern: 'Every', place: 'Site', start: '09:15', end: '12:15' }) as const;
const written = {
  actions: 0,
  weekNow: [at('Tuesday', 'AM'), at('Wednesday', 'PM')],
  providerName: 'Hill Farm',
  direction: false,
};

describe('what follows from finishing a review', () => {
  it('is nothing while nothing is written', () => {
    expect(whatFollows(written)).toEqual([]);
  });

  it('is the next review, the actions, and what is back in school', () => {
    const week = { from: '2027-01-07', sessions: [at('Tuesday', 'AM')] };
    expect(whatFollows({ ...written, decision: 'Vary', nextReview: '2027-02-04', actions: 2, week })).toEqual([
      'next review Thu 4 Feb, to be booked',
      '2 actions',
      'Wed PM back in school from Thu 7 Jan',
    ]);
  });

  it('names a session that is new at the provider', () => {
    const week = { from: '2027-01-07', sessions: [...written.weekNow, at('Wednesday', 'AM')] };
    expect(whatFollows({ ...written, decision: 'Vary', week })).toEqual(['Wed AM at Hill Farm from Thu 7 Jan']);
  });

  it('is the end alone where the placement ends, and the notice for a direction', () => {
    const ends = { ...written, decision: 'End', endsOn: '2026-12-18', nextReview: '2027-02-04', direction: true };
    expect(whatFollows(ends)).toEqual([
      'the placement ends after Fri 18 Dec',
      'notice of the outcome to the parents, in writing',
    ]);
  });
});
