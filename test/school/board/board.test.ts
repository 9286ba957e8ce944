import { describe, expect, it } from 'vitest';
import { board } from '../../../src/school/board/board.view.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { mark, pupil, seenBy, staff } from '../facts.ts';

const followUp = [
  {
    key: 'pu-1|2026-05-12|am',
    pupil: 'pu-1',
    date: '2026-05-12',
    session: 'AM',
    state: 'Open',
    openedAt: '2026-05-12T07:00:00Z',
  },
];
const rows = {
  pupil: [pupil],
  roleAssignment: staff,
  followUp,
  attendance: [mark('2026-05-11', 'AM', { code: 'N', registerCopied: true })],
};
const shownTo = (role: Role) => board.show(seenBy([role], rows), {});

describe('the board', () => {
  it('is empty in words when nothing is due', () => {
    expect(board.show(seenBy(['ap-leader'], { roleAssignment: staff }), {})).toMatchObject({
      says: 'Nothing is due.',
      findings: [],
    });
  });

  it('puts what is broken now before what is due next week, and counts both', () => {
    const { findings, counts, says } = shownTo('dsl');
    expect(findings.map((finding) => [finding.rule, finding.when])).toEqual([
      ['dsl-not-told', 'now'],
      ['missing-pupil-not-located', 'now'],
      ['n-not-settled', 'this-half-term'],
    ]);
    expect(counts).toMatchObject({ now: 2, all: 3 });
    expect(says).toBe('3 findings, 2 now');
  });

  it('shows the SENCO the mark and not the follow-up (10.2)', () => {
    expect(shownTo('senco').findings.map((finding) => finding.rule)).toEqual(['n-not-settled']);
  });

  it('shows a tutor nothing of pupils who are not theirs', () => {
    expect(shownTo('tutor').findings).toEqual([]);
  });

  it('shows a press only to who may do it', () => {
    const presses = (role: Role) =>
      Object.fromEntries(shownTo(role).findings.map(({ rule, putRight }) => [rule, putRight?.action]));
    expect(presses('attendance-officer')['n-not-settled']).toBe('settle-code');
    expect(presses('dsl')['n-not-settled']).toBeUndefined();
    expect(presses('dsl')['missing-pupil-not-located']).toBe('locate-pupil');
    expect(presses('head')['missing-pupil-not-located']).toBeUndefined();
  });

  it('names no pupil in the words for outsiders', () => {
    for (const finding of shownTo('dsl').findings) expect(finding.says.outside).not.toContain('J.S.');
  });
});
