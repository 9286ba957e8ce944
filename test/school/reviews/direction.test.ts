import { describe, expect, it } from 'vitest';
import { invitationDates, outcomeNoticeDates, standingOfMiss } from '../../../src/school/reviews/direction.ts';
import { requestDuty } from '../../../src/school/reviews/request-duty.ts';
import { pupil } from '../facts.ts';
import { firstOf, held, on, started } from './school.ts';

describe('D4: the invitation to a review of a direction', () => {
  it('of 12 February 2026 is sent by 6 February, better by 29 January', () => {
    expect(invitationDates(on('2026-01-12'), '2026-02-12')).toEqual({ latest: '2026-02-06', aim: '2026-01-29' });
  });

  it('is not moved for a weekend, a holiday or the end of the term dates', () => {
    expect(invitationDates(on('2026-01-12'), '2026-02-27').latest).toBe('2026-02-21');
    expect(invitationDates(on('2026-01-12', {}, []), '2026-02-12')).toEqual({ latest: '2026-02-06', aim: undefined });
  });
});

describe('D6: the notice of the outcome', () => {
  it('follows within six days, better within two school days', () => {
    expect(outcomeNoticeDates(on('2026-01-12'), '2026-01-20')).toEqual({ latest: '2026-01-26', aim: '2026-01-22' });
  });

  it('has no aim behind its limit where a holiday lies between', () => {
    expect(outcomeNoticeDates(on('2026-02-12'), '2026-02-12')).toEqual({ latest: '2026-02-18', aim: '2026-02-18' });
  });
});

it.each([
  ['2026-07-25', 'warning'],
  ['2026-07-26', 'breach'],
])('a miss of a direction that starts on %s is a %s', (start, standing) => {
  expect(standingOfMiss(firstOf(on('2026-07-20', { placement: [started(start)] })))).toBe(standing);
});

describe('D5: a request of 2 March 2026', () => {
  type Row = Readonly<Record<string, unknown>>;
  const duty = (reviews: readonly Row[], request: Row = {}, more: Row = {}, basis = 'OSD_s29A') => {
    const row = { key: 'rr-1', placement: 'pl-1', pupil: 'pu-1', from: 'Parent', receivedOn: '2026-03-02', ...request };
    const seen = on('2026-03-02', {
      pupil: [{ ...pupil, ...more }],
      placement: [started('2025-09-04', { legalBasis: basis })],
      review: reviews,
      reviewRequest: [row],
    });
    const [kept] = seen.records.reviewRequest.all();
    if (!kept) throw new Error('The trial school has no request.');
    return requestDuty(seen, kept);
  };
  const statutory = (day: string, kind = 'OSDStatutory') => [held(day, { kind })];

  it('obliges where no review of the direction was held, by 23 March', () => {
    expect(duty([])).toEqual({
      obliges: true,
      because: 'no review of the direction was held in the 70 days before the request',
      by: { day: '2026-03-23' },
    });
  });

  it.each([
    ['2025-12-21', true],
    ['2025-12-22', false],
    ['2026-03-01', false],
    ['2026-03-02', true],
  ])('after a review held on %s obliges: %s', (day, obliges) => {
    expect(duty(statutory(day)).obliges).toBe(obliges);
  });

  it('is not answered by a mere half-termly review', () => {
    expect(duty(statutory('2026-02-12', 'HalfTerm')).obliges).toBe(true);
    expect(duty(statutory('2026-02-12', 'ParentRequested'))).toMatchObject({
      obliges: false,
      because: 'a review of the direction was held on Thu 12 Feb, in the 70 days before the request',
    });
  });

  it.each([
    ['LA', { send: 'EHCP' }, true],
    ['LA', { send: 'SENSupport' }, false],
    ['LA', {}, false],
    ['Pupil', { dateOfBirth: '2008-03-02' }, true],
    ['Pupil', { dateOfBirth: '2008-03-03' }, false],
    ['Pupil', {}, false],
  ])('from the %s of a pupil with %j obliges: %s', (from, more, obliges) => {
    expect(duty([], { from }, more).obliges).toBe(obliges);
  });

  it('of a pupil born on 29 February counts from 1 March', () => {
    const born = { dateOfBirth: '2008-02-29' };
    expect(duty([], { from: 'Pupil', receivedOn: '2026-02-28' }, born).obliges).toBe(false);
    expect(duty([], { from: 'Pupil', receivedOn: '2026-03-01' }, born).obliges).toBe(true);
  });

  it('about a placement that is no direction obliges nobody', () => {
    expect(duty([], {}, {}, 'AGREED_AP')).toMatchObject({ obliges: false });
  });
});
