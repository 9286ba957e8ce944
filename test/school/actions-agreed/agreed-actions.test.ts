import { describe, expect, it } from 'vitest';
import { completeAction } from '../../../src/school/actions-agreed/complete-action.action.ts';
import { myActions } from '../../../src/school/actions-agreed/my-actions.view.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { pupil, type Rows, seenBy } from '../facts.ts';
import { changesOf, knownTo, problemsOf, savesOf } from '../knowing.ts';
import { held } from '../reviews/school.ts';

const agreed = (key: string, more: object = {}) => ({
  key,
  agreedAt: 'Review',
  source: 're-1',
  pupil: 'pu-1',
  text: 'Ring the farm',
  owner: 'dsl',
  ownerName: 'DSL',
  due: '2026-05-15',
  status: 'Open',
  ...more,
});
const rows = (...actions: readonly object[]): Rows => ({
  pupil: [pupil],
  review: [held('2026-05-05', { key: 're-1' }), held('2026-05-11', { key: 're-2', completedOn: undefined })],
  agreedAction: actions.map((one) => ({ ...one })),
});

describe('an agreed action is done', () => {
  const done = (roles: readonly Role[], values: object = {}, more: object = {}) =>
    completeAction.attempt(knownTo(roles, rows(agreed('ac-1', more))), {
      action: 'ac-1',
      on: '2026-05-12',
      seen: '1',
      ...values,
    });

  it('by the role or the person it belongs to, or noted by the AP leader', () => {
    expect(savesOf(done(['dsl'], { evidence: 'Call log' }))).toMatchObject([
      { key: 'ac-1', seen: '1', values: { status: 'Done', completedOn: '2026-05-12', evidence: 'Call log' } },
    ]);
    expect(problemsOf(done(['head'], {}, { owner: 'person-1' }))).toEqual([]);
    expect(problemsOf(done(['ap-leader']))).toEqual([]);
    expect(problemsOf(done(['head']))).toEqual([['action', "This action is DSL's. Ask them, or the AP leader."]]);
  });

  it('on a day that has come, once', () => {
    expect(problemsOf(done(['dsl'], { on: '2026-05-13' }))).toHaveLength(1);
    expect(changesOf(done(['dsl'], {}, { status: 'Done', completedOn: '2026-05-12' }))).toEqual([]);
    expect(problemsOf(done(['dsl'], {}, { status: 'Dropped' }))).toHaveLength(1);
  });
});

describe('my actions', () => {
  const mine = (roles: readonly Role[], ownPupils: readonly string[], ...actions: readonly object[]) => {
    const seen = seenBy(roles, rows(...actions));
    return myActions.show({ ...seen, by: { ...seen.by, ownPupils } }, {});
  };

  it('are those of my role and of myself, overdue first', () => {
    const list = mine(
      ['dsl'],
      [],
      agreed('ac-1'),
      agreed('ac-2', { owner: 'person-1', due: '2026-05-11' }),
      agreed('ac-3', { owner: 'head' }),
      agreed('ac-4', { status: 'Dropped' }),
    );
    expect(list.open.map(({ action, says, overdue }) => [action, says, overdue])).toEqual([
      ['ac-2', 'Was due Mon 11 May', true],
      ['ac-1', 'Due Fri 15 May', false],
    ]);
    expect(list.open[0]).toMatchObject({ about: 'J.S. Y10', from: 'Agreed at the review on Tue 5 May' });
  });

  it('are not yet agreed while the review is being written up', () => {
    expect(mine(['dsl'], [], agreed('ac-1', { source: 're-2' })).open).toEqual([]);
  });

  it('of the role of tutor are for own pupils; done ones stay for two weeks', () => {
    expect(mine(['tutor'], ['pu-2'], agreed('ac-1', { owner: 'tutor' })).open).toEqual([]);
    expect(mine(['tutor'], ['pu-1'], agreed('ac-1', { owner: 'tutor' })).open).toHaveLength(1);
    const done = (completedOn: string) => agreed(completedOn, { status: 'Done', completedOn });
    expect(mine(['dsl'], [], done('2026-04-28'), done('2026-04-27')).done.map(({ action }) => action)).toEqual([
      '2026-04-28',
    ]);
  });
});
