import { describe, expect, it } from 'vitest';
import { pupilsView } from '../../../src/school/pupils/pupils.view.ts';
import { seenBy } from '../facts.ts';
import { rows } from './juno.ts';

describe('the list of pupils', () => {
  it('shows everyone to the officer, those who left last', () => {
    const { pupils, may } = pupilsView.show(seenBy(['attendance-officer'], rows), {});
    expect(pupils.map(({ name, placementNow, flagged }) => [name, placementNow, flagged])).toEqual([
      ['Juno Sparrow', 'Hill Farm', true],
      ['Ned Archer', 'In school', false],
      ['Ada Left', 'left the roll', false],
    ]);
    expect(may.add).toBe(false);
    expect(pupils[2]?.left).toBe('2026-03-27');
  });

  it('shows a tutor own pupils only, and no flag', () => {
    const seen = seenBy(['tutor'], rows);
    const { pupils } = pupilsView.show({ ...seen, by: { ...seen.by, ownPupils: ['pu-1'] } }, {});
    expect(pupils).toMatchObject([{ pupil: 'pu-1', flagged: false }]);
  });

  it('lets only the AP leader add one', () => {
    expect(pupilsView.show(seenBy(['ap-leader'], rows), {}).may.add).toBe(true);
  });
});
