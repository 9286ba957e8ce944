import { describe, expect, it } from 'vitest';
import { emergencyReview } from '../../../src/school/reviews/emergency-review.rule.ts';
import { reviewOutcomeNotice } from '../../../src/school/reviews/review-outcome-notice.rule.ts';
import { reviewRequested } from '../../../src/school/reviews/review-requested.rule.ts';
import { statutoryInvitation } from '../../../src/school/reviews/statutory-invitation.rule.ts';
import { mayRead } from '../../../src/school/rights.ts';
import type { Rule } from '../../../src/school/rule.ts';
import { derbyshire, entry } from '../derbyshire.ts';
import { type Rows, seenBy } from '../facts.ts';
import { booked, held, on, review, started } from './school.ts';

type Row = Readonly<Record<string, unknown>>;
const direction = (startDate = '2025-09-04', more: Row = {}) => started(startDate, { legalBasis: 'OSD_s29A', ...more });
const found = (rule: Rule, day: string, rows: Rows) => {
  const seen = on(day, { placement: [direction()], ...rows }, [
    ...derbyshire,
    entry('HalfTerm', 'Autumn 1', '2026-09-02', '2026-10-22'),
  ]);
  return rule.check(seen, seen.now);
};
const said = (...asked: Parameters<typeof found>) =>
  found(...asked).map(({ standing, due, says }) => [standing, due, says.staff]);

describe('the invitation to a review of a direction (law, D4)', () => {
  const invited = (day: string, more: Row = {}, placement = [direction()]) =>
    said(statutoryInvitation, day, { placement, review: [booked('2026-02-12', { kind: 'OSDStatutory', ...more })] });

  it('is asked for from ten school days before, and due on the sixth day before', () => {
    expect(invited('2026-01-28')).toEqual([]);
    const asked =
      'J.S. Y10: invite the parents in writing to the review of the direction on Thu 12 Feb, by Fri 6 Feb (6.2).';
    expect(invited('2026-01-29')).toEqual([['due', '2026-02-06', asked]]);
    expect(invited('2026-02-06')).toEqual([['due', '2026-02-06', asked]]);
  });

  it('…and missed the day after: a warning for a direction that began before 26 July 2026', () => {
    expect(invited('2026-02-07')).toEqual([
      [
        'warning',
        '2026-02-06',
        'J.S. Y10: the invitation to the review of the direction on Thu 12 Feb was to be sent by Fri 6 Feb: hold it on Fri 13 Feb or later (6.2).',
      ],
    ]);
  });

  it.each([
    ['2026-07-25', 'warning'],
    ['2026-07-26', 'breach'],
  ])('of a direction that starts on %s is, when missed, a %s', (start, standing) => {
    const rows = { placement: [direction(start)], review: [booked('2026-09-22', { kind: 'OSDStatutory' })] };
    expect(found(statutoryInvitation, '2026-09-16', rows)[0]?.standing).toBe('due');
    expect(found(statutoryInvitation, '2026-09-17', rows)[0]).toMatchObject({ standing, law: true, clause: '6.2' });
  });

  it('is in time when it was sent on the sixth day before, late on the fifth', () => {
    expect(invited('2026-02-09', { inviteSentOn: '2026-02-06' })).toEqual([]);
    expect(invited('2026-02-09', { inviteSentOn: '2026-02-07' })[0]?.[2]).toContain(
      'was sent on Sat 7 Feb, after Fri 6 Feb: hold it on Fri 13 Feb or later',
    );
  });

  it('is asked of no half-termly review, no other placement, and not once the review is over', () => {
    expect(invited('2026-02-07', { kind: 'HalfTerm' })).toEqual([]);
    expect(invited('2026-02-07', {}, [started('2025-09-04')])).toEqual([]);
    expect(invited('2026-02-07', { stage: 'Cancelled' })).toEqual([]);
    expect(invited('2026-02-12')).toHaveLength(1);
    expect(invited('2026-02-13')).toEqual([]);
  });
});

describe('a request for a review of a direction (law, D5)', () => {
  const request = { key: 'rr-1', placement: 'pl-1', pupil: 'pu-1', from: 'Parent', receivedOn: '2026-03-02' };
  const asked = (day: string, reviews: readonly Row[] = [], more: Row = {}, placement = [direction()]) =>
    said(reviewRequested, day, { placement, review: reviews, reviewRequest: [{ ...request, ...more }] });

  it('is to have a day by the fifteenth school day, and is missed the day after', () => {
    const words = 'J.S. Y10: a parent asked on Mon 2 Mar for a review of the direction:';
    expect(asked('2026-03-23')).toEqual([['due', '2026-03-23', `${words} find a day by Mon 23 Mar (6.2).`]]);
    expect(asked('2026-03-24')).toEqual([
      ['warning', '2026-03-23', `${words} a day was to be found by Mon 23 Mar (6.2).`],
    ]);
    const late = { ...request, receivedOn: '2026-09-02' };
    expect(asked('2026-10-01', [], late, [direction('2026-07-26')])[0]?.[0]).toBe('breach');
  });

  it('is content with a review booked in time or held since', () => {
    const own = { kind: 'ParentRequested', request: 'rr-1' };
    expect(asked('2026-03-10', [booked('2026-03-23', own)])).toEqual([]);
    expect(asked('2026-03-10', [booked('2026-03-24', own)])[0]).toEqual([
      'warning',
      '2026-03-23',
      'J.S. Y10: a parent asked on Mon 2 Mar for a review of the direction: it is booked only for Tue 24 Mar; Mon 23 Mar was the aim (6.2).',
    ]);
    expect(asked('2026-04-20', [held('2026-03-20', own)])).toEqual([]);
    expect(asked('2026-03-10', [booked('2026-03-20')])).toHaveLength(1);
  });

  it('cannot be declined where it obliges', () => {
    expect(asked('2026-03-10', [], { outcome: 'Declined' })[0]?.[2]).toContain('it was declined, and has to be held');
    expect(asked('2026-03-10', [], { outcome: 'Withdrawn' })).toEqual([]);
  });

  it('is answered where a review was held in the ten weeks before', () => {
    const recent = [held('2025-12-22', { kind: 'OSDStatutory' })];
    expect(asked('2026-03-10', recent)).toEqual([
      [
        'warning',
        undefined,
        'J.S. Y10: a parent asked on Mon 2 Mar for a review. It need not be held, as a review of the direction was held on Mon 22 Dec, in the 70 days before the request: answer in writing (6.2).',
      ],
    ]);
    expect(asked('2026-03-10', recent, { outcome: 'Declined' })).toEqual([]);
  });

  it('past the term dates is due without a day', () => {
    const seen = on('2026-07-20', {
      placement: [direction()],
      reviewRequest: [{ ...request, receivedOn: '2026-07-20' }],
    });
    expect(reviewRequested.check(seen, seen.now)).toMatchObject([{ standing: 'due', due: undefined, law: true }]);
  });
});

describe('the notice of the outcome (law, D6)', () => {
  const notice = (day: string, more: Row = {}, placement = [direction()]) =>
    said(reviewOutcomeNotice, day, { placement, review: [held('2026-01-20', { kind: 'OSDStatutory', ...more })] });

  it('is due on the sixth day after the review and missed on the seventh', () => {
    expect(notice('2026-01-26')).toEqual([
      [
        'due',
        '2026-01-26',
        'J.S. Y10: the outcome of the review of the direction on Tue 20 Jan is to be sent in writing by Mon 26 Jan (6.2).',
      ],
    ]);
    expect(notice('2026-01-27')[0]?.[0]).toBe('warning');
  });

  it('is a breach for a direction from 26 July 2026 on', () => {
    const rows = { placement: [direction('2026-07-26')], review: [held('2026-09-22', { kind: 'OSDStatutory' })] };
    expect(found(reviewOutcomeNotice, '2026-09-29', rows)[0]).toMatchObject({ standing: 'breach', law: true });
  });

  it('is asked for until it was sent, and only of reviews of a direction', () => {
    expect(notice('2026-01-27', { outcomeNoticeSentOn: '2026-01-27' })).toEqual([]);
    expect(notice('2026-01-27', { kind: 'HalfTerm' })).toEqual([]);
    expect(notice('2026-01-27', {}, [started('2025-09-04')])).toEqual([]);
    expect(notice('2026-01-27', { stage: 'Missed' })).toEqual([]);
  });
});

describe('an emergency review (4.4, D9)', () => {
  const called = (day: string, more: Row = {}) =>
    said(emergencyReview, day, {
      review: [review('re-e', { kind: 'Emergency', stage: 'Planned', calledOn: '2026-02-12', ...more })],
    });

  it('is due on the day of the concern and a breach the day after', () => {
    expect(called('2026-02-12')).toEqual([
      ['due', '2026-02-12', 'J.S. Y10: the emergency review is to be held today, Thu 12 Feb (4.4).'],
    ]);
    expect(called('2026-02-13')).toEqual([
      ['breach', '2026-02-12', 'J.S. Y10: the emergency review was to be held on Thu 12 Feb and has not been (4.4).'],
    ]);
  });

  it('is due on a Saturday and in a holiday too', () => {
    expect(called('2026-02-14', { calledOn: '2026-02-14' })[0]?.[0]).toBe('due');
    expect(called('2026-02-18', { calledOn: '2026-02-17' })[0]?.[0]).toBe('breach');
  });

  it('is settled when it was held or cancelled, not when it is booked for later', () => {
    expect(called('2026-02-13', { stage: 'Held', heldOn: '2026-02-12' })).toEqual([]);
    expect(called('2026-02-13', { stage: 'Cancelled' })).toEqual([]);
    expect(called('2026-02-12', { stage: 'Booked', scheduledFor: '2026-02-13' })[0]?.[2]).toContain(
      'is booked for Fri 13 Feb',
    );
    expect(called('2026-02-13', { stage: 'Booked', scheduledFor: '2026-02-12' })).toEqual([]);
  });

  it('is shown to the DSL and not to the attendance officer', () => {
    const [finding] = found(emergencyReview, '2026-02-12', {
      review: [review('re-e', { kind: 'Emergency', stage: 'Planned', calledOn: '2026-02-12' })],
    });
    expect(finding).toMatchObject({ owner: 'dsl', area: 'flags' });
    const reads = (role: 'dsl' | 'attendance-officer') =>
      finding && mayRead(seenBy([role], {}).by, finding.area, 'pu-1');
    expect([reads('dsl'), reads('attendance-officer')]).toEqual([true, false]);
  });
});
