import { describe, expect, it } from 'vitest';
import { initialsOf } from '../../../src/school/pupils/initials-of.ts';
import type { Pupil } from '../../../src/school/pupils/pupil.record.ts';
import { seenBy } from '../facts.ts';

const pupil = (key: string, legalName: string, more: Partial<Pupil> = {}) => ({
  key,
  legalName,
  initials: 'J.S.',
  year: '10',
  riskFlags: [],
  onRollFrom: '2024-09-01',
  ...more,
});

function shown(...rows: readonly ReturnType<typeof pupil>[]): readonly string[] {
  const { pupil: table } = seenBy([], { pupil: rows }).records;
  return rows.flatMap((row) => {
    const known = table.get(row.key);
    return known ? [initialsOf(table, known)] : [];
  });
}

describe('initials on a card', () => {
  it('of one pupil stand as they are', () => expect(shown(pupil('a', 'Jonah Sparrow'))).toEqual(['J.S.']));
  it('shared in one year are told apart by the tutor group', () => {
    const both = [pupil('a', 'Jonah Sparrow', { tutorGroup: '10A' }), pupil('b', 'Jess Swift', { tutorGroup: '10B' })];
    expect(shown(...both)).toEqual(['J.S. (10A)', 'J.S. (10B)']);
  });
  it('…without tutor groups by the first name as far as it differs', () => {
    expect(shown(pupil('a', 'Jonah Sparrow'), pupil('b', 'Jess Swift'))).toEqual(['Jo.S.', 'Je.S.']);
    expect(shown(pupil('a', 'Jonah Sparrow'), pupil('b', 'Josie Swift'))).toEqual(['Jon.S.', 'Jos.S.']);
  });
  it('…of two with one first name by a number', () => {
    expect(shown(pupil('a', 'Jonah Sparrow'), pupil('b', 'Jonah Swift'))).toEqual(['J.S. (1)', 'J.S. (2)']);
  });
  it('shared with another year, or with one who has left, stand as they are', () => {
    expect(shown(pupil('a', 'Jonah Sparrow'), pupil('b', 'Jess Swift', { year: '9' }))).toEqual(['J.S.', 'J.S.']);
    expect(shown(pupil('a', 'Jonah Sparrow'), pupil('b', 'Jess Swift', { onRollTo: '2026-01-01' }))[0]).toBe('J.S.');
  });
});
