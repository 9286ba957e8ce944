import { describe, expect, it } from 'vitest';
import { approvePlacement } from '../../../src/school/placements/approve-placement.action.ts';
import { placementNotReady } from '../../../src/school/placements/placement-not-ready.rule.ts';
import { savePlacement } from '../../../src/school/placements/save-placement.action.ts';
import { startPlacement } from '../../../src/school/placements/start-placement.action.ts';
import { pupil, type Rows, seenBy, tuesday } from '../facts.ts';
import { farm, knownTo, placement, problemsOf, savesOf, slot } from '../knowing.ts';

const hillFarm = {
  key: 'pr-farm',
  name: 'Hill Farm',
  type: 'NonSchool',
  status: 'Approved',
  approvedUntil: '2026-07-31',
  attendanceContact: 'Office',
  attendancePhone: '01632 960200',
  supervisedOnLine: false,
};
const mother = {
  key: 'pu-1|mother',
  pupil: 'pu-1',
  person: 'mother',
  type: 'Parent',
  name: 'Mrs Sparrow',
  phone1: '01632 960001',
  phone2: '01632 960002',
  mayContact: true,
  barred: false,
};
const ready = { stage: 'Approved', startDate: '2026-05-18' };
const rows: Rows = {
  ...farm,
  pupil: [pupil],
  provider: [hillFarm],
  contact: [mother],
  placement: [placement('pl-1', ready)],
  scheduleSlot: [slot('sl-1', 'pl-1', 'Tuesday', 'AM', { validFrom: '2026-05-18' })],
};
const found = (more: Rows) => placementNotReady.check(seenBy(['ap-leader'], { ...rows, ...more }), tuesday);
const start = (more: Rows = {}) =>
  startPlacement.attempt(knownTo(['ap-leader'], { ...rows, ...more }), { placement: 'pl-1' });
const refusals = (more: Rows) => {
  const decision = start(more);
  return 'refused' in decision ? decision.refused.map(({ clause, evidence }) => [clause, evidence[0]?.held]) : [];
};

describe('a placement starts', () => {
  it('when the head has approved it and nothing stands in the way', () => {
    expect(found({})).toEqual([]);
    expect(savesOf(start())).toEqual([
      { kind: 'save', record: 'placement', key: 'pl-1', seen: '1', values: { stage: 'Active' } },
    ]);
  });

  it.each([
    ['the head has not approved it', { placement: [placement('pl-1', { ...ready, stage: 'Draft' })] }, '4.2', 'Draft'],
    ['the provider is being checked', { provider: [{ ...hillFarm, status: 'Checking' }] }, '7.7', 'Checking'],
    [
      'the approval runs out the day before its start',
      { provider: [{ ...hillFarm, approvedUntil: '2026-05-17' }] },
      '7.7',
      'Sun 17 May 2026',
    ],
    ['it has no weekly sessions', { scheduleSlot: [] }, '7.3', '0'],
    [
      'its sessions end the day before it starts',
      { scheduleSlot: [slot('sl-1', 'pl-1', 'Tuesday', 'AM', { validTo: '2026-05-17' })] },
      '7.3',
      '0',
    ],
    [
      'the nature of the activity is not said',
      { placement: [placement('pl-1', { ...ready, natureOfActivity: undefined })] },
      '7.11',
      'empty',
    ],
    ['nobody at the provider can be rung', { provider: [{ ...hillFarm, attendancePhone: undefined }] }, '4.5', 'none'],
    ['one number only is known', { contact: [{ ...mother, phone2: undefined }] }, '4.5', '1'],
    ['the only contact is barred', { contact: [{ ...mother, barred: true }] }, '4.5', '0'],
  ] as const)('not while %s; the board says the same', (_, more, clause, held) => {
    expect(refusals(more)).toEqual([[clause, held]]);
    expect(found(more).map((one) => [one.clause, one.standing, one.evidence[0]?.held])).toEqual([
      [clause, 'blocked', held],
    ]);
  });

  it('with approval that runs out on its first day', () => {
    expect(refusals({ provider: [{ ...hillFarm, approvedUntil: '2026-05-18' }] })).toEqual([]);
  });

  it('and stands on the board from fourteen days before, not earlier', () => {
    const draft = (startDate: string) => found({ placement: [placement('pl-1', { stage: 'Draft', startDate })] });
    expect(draft('2026-05-26').map(({ clause }) => clause)).toContain('4.2');
    expect(draft('2026-05-27')).toEqual([]);
  });

  it('once: started again it is unchanged, and what has ended does not start', () => {
    expect(start({ placement: [placement('pl-1')] })).toMatchObject({ changes: [], unchanged: [{ about: 'pl-1' }] });
    expect(problemsOf(start({ placement: [placement('pl-1', { stage: 'Ended' })] }))[0]?.[0]).toBe('placement');
  });

  it('says nothing of the pupil’s name, and nobody to outsiders', () => {
    const [finding] = found({ scheduleSlot: [] });
    expect(finding?.says.staff).toBe('The placement of J.S. Y10 cannot start: it has no weekly sessions (7.3).');
    expect(finding?.says.outside).toBe('A placement cannot start: it has no weekly sessions (7.3).');
  });
});

describe('the head approves a placement', () => {
  const approve = (more: Readonly<Record<string, unknown>>) =>
    approvePlacement.attempt(knownTo(['head'], { ...rows, placement: [placement('pl-1', more)] }), {
      placement: 'pl-1',
      seen: '1',
    });

  it('that waits to start, once', () => {
    expect(savesOf(approve({ stage: 'Draft' }))[0]?.values).toEqual({ stage: 'Approved' });
    expect(approve({ stage: 'Approved' })).toMatchObject({ changes: [] });
    expect(problemsOf(approve({ stage: 'Active' }))).toEqual([
      ['placement', 'Only a placement that has not started is approved.'],
    ]);
  });

  it('and nobody else does', () => expect(approvePlacement.roles).toEqual(['head']));
});

describe('a placement is written down', () => {
  const save = (wish: object, more: Rows = {}) =>
    savePlacement.attempt(knownTo(['ap-leader'], { ...rows, ...more }), wish);
  const values = { legalBasis: 'AGREED_AP', startDate: '2026-06-01' };

  it('as a draft, for a pupil at a provider', () => {
    expect(savesOf(save({ pupil: 'pu-1', provider: 'pr-farm', values }))[0]).toMatchObject({
      seen: null,
      values: { stage: 'Draft', pupil: 'pu-1', provider: 'pr-farm', ...values },
    });
  });

  it.each([
    [{ provider: 'pr-farm', values }, {}, 'pupil', 'Choose the pupil.'],
    [{ pupil: 'pu-1', values }, {}, 'provider', 'Choose the provider.'],
    [
      { pupil: 'pu-1', provider: 'pr-farm', values: { legalBasis: 'PEX' } },
      {},
      'values.startDate',
      'Start is missing.',
    ],
    [
      { pupil: 'pu-1', provider: 'pr-farm', values: { ...values, plannedEnd: '2026-05-31' } },
      {},
      'values.plannedEnd',
      'It ends before it starts on Mon 1 Jun.',
    ],
    [
      { pupil: 'pu-1', provider: 'pr-farm', values },
      { provider: [{ ...hillFarm, status: 'Stopped' }] },
      'provider',
      'The provider is stopped. No placement may begin there.',
    ],
    [
      { pupil: 'pu-1', provider: 'pr-farm', values },
      { pupil: [{ ...pupil, onRollTo: '2026-05-29' }] },
      'values.startDate',
      'The pupil leaves the roll on Fri 29 May.',
    ],
  ] as const)('not from %j', (wish, more, field, says) => {
    expect(problemsOf(save(wish, more))).toEqual([[field, says]]);
  });

  it('is corrected at the version seen; its first day stays once it has started', () => {
    const correct = (stage: string, more: object) =>
      save(
        { placement: 'pl-1', seen: '1', values: more },
        { placement: [placement('pl-1', { stage, startDate: '2026-05-11' })] },
      );
    expect(savesOf(correct('Active', { transport: 'Taxi' }))[0]).toMatchObject({
      key: 'pl-1',
      seen: '1',
      values: { transport: 'Taxi' },
    });
    expect(savesOf(correct('Draft', { startDate: '2026-05-18' }))).toHaveLength(1);
    expect(problemsOf(correct('Active', { startDate: '2026-05-18' }))).toEqual([
      ['values.startDate', 'The placement has started: its first day stays.'],
    ]);
    expect(problemsOf(correct('Active', {}))).toEqual([['values', 'There is nothing to change.']]);
  });
});
