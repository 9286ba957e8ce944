import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { placementsView } from '../../../src/school/placements/placements.view.ts';
import { pupil, type Rows, seenBy } from '../facts.ts';
import { farm, placement } from '../knowing.ts';

const rows: Rows = { ...farm, pupil: [pupil] };
const shown = (role: Role, more: Rows = {}, own: readonly string[] = []) => {
  const seen = seenBy([role], { ...rows, ...more });
  return placementsView.show({ ...seen, by: { ...seen.by, ownPupils: own } }, {});
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
    ['ap-leader', true, { change: true, approve: false, start: false, pause: true, end: true }],
    ['head', true, { change: false, approve: false, start: false, pause: false, end: false }],
    ['dsl', true, { change: false, approve: false, start: false, pause: false, end: false }],
    ['attendance-officer', false, { change: false, approve: false, start: false, pause: false, end: false }],
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
