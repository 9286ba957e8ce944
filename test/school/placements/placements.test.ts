import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { placementsView } from '../../../src/school/placements/placements.view.ts';
import { objectiveLines } from '../../../src/school/reviews/objective-lines.ts';
import { pupil, type Rows, seenBy } from '../facts.ts';
import { farm, placement } from '../knowing.ts';

const rows: Rows = { ...farm, pupil: [pupil] };
const shown = (role: Role, more: Rows = {}, own: readonly string[] = []) => {
  const seen = seenBy([role], { ...rows, ...more });
  return placementsView.show({ ...seen, by: { ...seen.by, ownPupils: own } }, {});
};

const none = {
  change: false,
  approve: false,
  start: false,
  pause: false,
  end: false,
  addObjective: false,
  correctObjectives: false,
};

describe('the placements', () => {
  it('stand with pupil, provider and week; what waits to start first', () => {
    const { placements } = shown('ap-leader', {
      placement: [placement('pl-1'), placement('pl-2', { stage: 'Draft', startDate: '2026-06-08' })],
    });
    expect(placements.map(({ placement: key, stageSays }) => [key, stageSays])).toEqual([
      ['pl-2', 'Waits to start'],
      ['pl-1', 'Active'],
    ]);
    expect(placements[1]?.week.map(({ day, session }) => `${day} ${session}`)).toEqual(['Tuesday AM', 'Thursday AM']);
    expect(placements[0]?.waitsFor.length).toBeGreaterThan(0);
    expect(placements[1]?.waitsFor).toEqual([]);
  });

  it.each([
    ['ap-leader', true, { ...none, change: true, pause: true, end: true, addObjective: true, correctObjectives: true }],
    ['head', true, none],
    ['dsl', true, none],
    ['attendance-officer', false, none],
  ] as const)('are for %s, with the basis: %s', (role, basis, may) => {
    const [line] = shown(role).placements;
    expect(line?.legalBasis).toBe(basis ? 'Off-site direction (s.29A)' : undefined);
    expect(line?.may).toEqual(may);
    expect(line?.form !== undefined).toBe(role === 'ap-leader');
    expect(shown(role).newPlacement !== undefined).toBe(role === 'ap-leader');
  });

  it('are for the SENCO, tutor and visitor those of own pupils only', () => {
    for (const role of ['senco', 'tutor', 'visitor'] as const) {
      expect(shown(role).placements).toEqual([]);
      expect(shown(role, {}, ['pu-1']).placements).toHaveLength(1);
    }
  });

  it('wait for the head’s press only before they start', () => {
    const may = (stage: string) =>
      shown('head', { placement: [placement('pl-1', { stage })] }).placements[0]?.may.approve;
    expect([may('Draft'), may('Approved'), may('Active')]).toEqual([true, false, false]);
  });

  it.each([
    [{ pausedFrom: '2026-05-11', pausedTo: '2026-05-12' }, 'Paused until Tue 12 May'],
    [{ pausedFrom: '2026-05-11', pausedTo: '2026-05-11' }, 'Active'],
    [{ pausedFrom: '2026-05-12' }, 'Paused'],
    [{ pausedFrom: '2026-05-13' }, 'Active, paused from Wed 13 May'],
    [{ stage: 'Ended', actualEnd: '2026-05-08' }, 'Ended after Fri 8 May'],
    [{ stage: 'Approved' }, 'Approved, waits to start'],
  ])('say their stage: %j is %s', (more, says) => {
    expect(shown('ap-leader', { placement: [placement('pl-1', more)] }).placements[0]?.stageSays).toBe(says);
  });

  it('offer for a new one pupils on roll and providers that may be used', () => {
    const { newPlacement } = shown('ap-leader', {
      pupil: [pupil, { ...pupil, key: 'pu-2', onRollTo: '2026-05-11' }],
      provider: [...(farm.provider ?? []), { key: 'pr-x', name: 'Shut', type: 'NonSchool', status: 'Stopped' }],
    });
    const options = (name: string) =>
      newPlacement?.inputs.find((each) => each.name === name)?.options?.map(({ value }) => value);
    expect(options('pupil')).toEqual(['pu-1']);
    expect(options('provider')).toEqual(['pr-online', 'pr-farm']);
  });
});

describe('the objectives of a placement', () => {
  const one = (key: string, more: object = {}) => ({
    key,
    placement: 'pl-1',
    pupil: 'pu-1',
    text: 'Comes to every session',
    baseline: '5 of 10 sessions',
    target: '9 of 10 sessions',
    date: '2026-07-17',
    state: 'Open',
    ...more,
  });
  const review = (key: string, heldOn: string) => {
    const kept = { placement: 'pl-1', pupil: 'pu-1', kind: 'HalfTerm', online: false };
    return { ...kept, key, stage: 'Held', heldOn };
  };
  const said = (of: string, progress: string, note?: string) => ({
    key: `${of}|ob-1`,
    review: of,
    objective: 'ob-1',
    progress,
    note,
  });
  const objectives: Rows = {
    objective: [
      one('ob-3', { state: 'Closed', date: '2026-02-12' }),
      one('ob-1'),
      one('ob-2', { date: '2026-05-11', text: 'Arrives on time' }),
      one('ob-9', { placement: 'pl-9', pupil: 'pu-9' }),
    ],
    review: [review('re-1', '2025-10-13'), review('re-2', '2026-03-24')],
    progress: [said('re-2', 'Partly', 'arrives, does not stay'), said('re-1', 'NotMet')],
  };

  it('stand with where the pupil stood, the target, by when, and what the last review said; closed ones last', () => {
    const lines = shown('ap-leader', objectives).placements[0]?.objectives;
    expect(lines?.map(({ objective, by, last, closed }) => [objective, by, last, closed])).toEqual([
      ['ob-2', 'was to be reached by Mon 11 May', undefined, false],
      ['ob-1', 'by Fri 17 Jul', 'Partly, on Tue 24 Mar: arrives, does not stay', false],
      ['ob-3', 'by Thu 12 Feb', undefined, true],
    ]);
    expect(lines?.[1]).toMatchObject({ text: 'Comes to every session', baseline: '5 of 10 sessions', seen: '1' });
  });

  it('are not late on their own day', () => {
    const objective = [one('ob-1', { date: '2026-05-12' })];
    expect(shown('ap-leader', { objective }).placements[0]?.objectives?.[0]?.by).toBe('by Tue 12 May');
  });

  it.each(['attendance-officer', 'dsl', 'head'] as const)('are read by %s, who may not write them', (role) => {
    const { placements, newObjective } = shown(role, objectives);
    expect(placements[0]?.objectives).toHaveLength(3);
    expect(newObjective).toBeUndefined();
  });

  it('are for a tutor those of own pupils, and for nobody who may not read reviews', () => {
    expect(shown('tutor', objectives, ['pu-1']).placements[0]?.objectives).toHaveLength(3);
    expect(JSON.stringify(shown('tutor', objectives))).not.toContain('Comes to every session');
    const seen = seenBy(['governor'], { ...rows, ...objectives });
    expect(objectiveLines(seen, { key: 'pl-1', pupil: 'pu-1' })).toBeUndefined();
  });

  it('are added until the placement is over, and corrected still when it is', () => {
    const may = (stage: string) => {
      const { placements } = shown('ap-leader', { placement: [placement('pl-1', { stage })] });
      return [placements[0]?.may.addObjective, placements[0]?.may.correctObjectives];
    };
    expect(['Draft', 'Active', 'Paused', 'Ended', 'Cancelled'].map(may)).toEqual([
      [true, true],
      [true, true],
      [true, true],
      [false, true],
      [false, true],
    ]);
    expect(shown('ap-leader').newObjective?.inputs.map(({ name, required }) => [name, required])).toEqual([
      ['text', true],
      ['baseline', true],
      ['target', true],
      ['date', true],
    ]);
  });
});
