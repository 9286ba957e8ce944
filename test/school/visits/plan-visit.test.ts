import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { cancelVisit } from '../../../src/school/visits/cancel-visit.action.ts';
import { planVisit } from '../../../src/school/visits/plan-visit.action.ts';
import { shareVisitReport } from '../../../src/school/visits/share-visit-report.action.ts';
import type { Rows } from '../facts.ts';
import { changesOf, problemsOf, savesOf } from '../knowing.ts';
import { knownOn, made, visit } from './visiting.ts';

type Row = Readonly<Record<string, unknown>>;
const leads: readonly Role[] = ['ap-leader'];
const plan = (wish: Row, rows: Rows = {}, roles = leads) => planVisit.attempt(knownOn('2026-05-12', rows, roles), wish);
const fresh = (values: Row, more: Row = {}) => ({
  provider: 'pr-farm',
  values: { plannedFor: '2026-05-14', visitor: 'person-1', ...values },
  ...more,
});

describe('a visit', () => {
  it('is planned with who goes by name, to the only site, and a key that locks its draft', () => {
    expect(savesOf(plan(fresh({})))).toMatchObject([
      {
        record: 'visit',
        key: 'vi-new1',
        seen: null,
        values: {
          provider: 'pr-farm',
          site: 'si-farm',
          kind: 'Visit',
          stage: 'Planned',
          visitorName: 'Robin Example',
          draftKey: 'dk-new2',
        },
      },
    ]);
  });

  it('may be made by somebody who is not on the staff list, by name', () => {
    expect(savesOf(plan(fresh({ visitor: '', visitorName: 'Ms Trust' })))[0]?.values).toMatchObject({
      visitor: undefined,
      visitorName: 'Ms Trust',
    });
    expect(problemsOf(plan(fresh({ visitor: '' })))).toEqual([
      ['values.visitor', 'Say who goes: choose somebody, or write the name.'],
    ]);
    expect(problemsOf(plan(fresh({ visitor: 'p-nobody' })))[0]?.[0]).toBe('values.visitor');
  });

  it('on a closed day, or one that is over, asks first', () => {
    const asked = (plannedFor: string) => problemsOf(plan(fresh({ plannedFor })))[0]?.[0];
    expect(asked('2026-05-22')).toBeUndefined();
    expect(asked('2026-05-23')).toBe('allTheSame');
    expect(asked('2026-05-25')).toBe('allTheSame');
    expect(asked('2026-05-12')).toBeUndefined();
    expect(asked('2026-05-11')).toBe('allTheSame');
    expect(savesOf(plan(fresh({ plannedFor: '2026-05-23' }, { allTheSame: true })))).toHaveLength(1);
  });

  it.each([
    [{ plannedFor: '' }, 'values.plannedFor', 'Say for which day.'],
    [{ start: '11:00', end: '11:00' }, 'values.end', 'It ends at 11:00, before it begins at 11:00.'],
    [{ site: 'si-online' }, 'values.site', 'That site is not one of this provider.'],
    [
      { kind: 'HomeVisit' },
      'values.loneWorking',
      'Before a visit to a home, say who knows where you are and when you ring.',
    ],
  ])('%j is refused', (values, field, says) => {
    expect(problemsOf(plan(fresh(values)))).toEqual([[field, says]]);
  });

  it('planned again is the same one', () => {
    const rows = { visit: [visit({ plannedFor: '2026-05-14' })] };
    expect(plan(fresh({}), rows)).toMatchObject({ changes: [], unchanged: [{ about: 'vi-1' }] });
  });

  it('is moved at the version seen, and not once it is written up', () => {
    const wish = { visit: 'vi-1', seen: '1', values: { plannedFor: '2026-05-15' } };
    expect(savesOf(plan(wish, { visit: [visit()] }))[0]).toMatchObject({
      key: 'vi-1',
      seen: '1',
      values: { plannedFor: '2026-05-15', visitor: 'person-1' },
    });
    expect(problemsOf(plan(wish, { visit: [visit({ stage: 'Done' })] }))[0]?.[0]).toBe('visit');
  });

  it('of their own a visitor plans and moves, of others not', () => {
    const own: readonly Role[] = ['visitor'];
    expect(savesOf(plan(fresh({ visitor: undefined }), {}, own))[0]?.values).toMatchObject({ visitor: 'person-1' });
    expect(problemsOf(plan(fresh({ visitor: 'p-head' }), {}, own))).toEqual([
      ['values.visitor', 'Only the AP leader sends somebody else.'],
    ]);
    const wish = { visit: 'vi-1', seen: '1', values: { plannedFor: '2026-05-15' } };
    expect(problemsOf(plan(wish, { visit: [visit({ visitor: 'p-head' })] }, own))[0]?.[0]).toBe('visit');
  });
});

describe('cancelling', () => {
  const cancel = (rows: Rows, wish: Row = {}) =>
    cancelVisit.attempt(knownOn('2026-05-12', rows), { visit: 'vi-1', seen: '1', why: 'Snow', ...wish });

  it('keeps the visit with the reason; twice does no harm; what was made is not cancelled', () => {
    expect(savesOf(cancel({ visit: [visit()] }))[0]?.values).toEqual({ stage: 'Cancelled', cancelledBecause: 'Snow' });
    expect(changesOf(cancel({ visit: [visit({ stage: 'Cancelled' })] }))).toEqual([]);
    expect(problemsOf(cancel({ visit: [visit({ stage: 'Done' })] }))[0]?.[0]).toBe('visit');
    expect(problemsOf(cancel({ visit: [visit()] }, { why: ' ' }))).toEqual([['why', 'Say why it is cancelled.']]);
  });
});

describe('sharing the report', () => {
  const share = (on: string, more: Row = {}) =>
    shareVisitReport.attempt(
      knownOn('2026-05-12', { visit: [made('2026-05-11', { reportSharedOn: undefined, ...more })] }),
      {
        visit: 'vi-2026-05-11',
        seen: '1',
        on,
        how: 'Mail',
      },
    );

  it('is on the day of the visit at the earliest and today at the latest', () => {
    expect(problemsOf(share('2026-05-10'))[0]?.[0]).toBe('on');
    expect(savesOf(share('2026-05-11'))[0]?.values).toEqual({ reportSharedOn: '2026-05-11', reportSharedBy: 'Mail' });
    expect(savesOf(share('2026-05-12'))).toHaveLength(1);
    expect(problemsOf(share('2026-05-13'))[0]?.[0]).toBe('on');
  });

  it('waits for the write-up; twice does no harm', () => {
    expect(problemsOf(share('2026-05-12', { stage: 'Planned' }))[0]?.[0]).toBe('visit');
    const same = { reportSharedOn: '2026-05-12', reportSharedBy: 'Mail' };
    expect(changesOf(share('2026-05-12', same))).toEqual([]);
  });
});
