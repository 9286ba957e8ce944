import { describe, expect, it } from 'vitest';
import { actions } from '../../../src/school/actions.ts';
import { type Role, roles } from '../../../src/school/office/role-assignment.record.ts';
import { rights } from '../../../src/school/rights.ts';

const writersOf = (area: keyof typeof rights): readonly Role[] =>
  roles.filter((role) => rights[area][role] === 'write');

describe('who may do what about attendance (domain.md 10.2)', () => {
  it.each([
    ['record-attendance', 'attendance'],
    ['settle-code', 'attendance'],
    ['note-in-school', 'attendance'],
    ['copy-to-register', 'attendance'],
    ['record-contact', 'follow-up'],
    ['locate-pupil', 'follow-up'],
  ] as const)('%s is for exactly those who write %s', (name, area) => {
    expect([...(actions[name]?.roles ?? [])].toSorted()).toEqual([...writersOf(area)].toSorted());
  });

  it('the DSL is told by those who report attendance, and answers with the deputy and the head, in the line of urgent cards', () => {
    expect([...(actions['inform-dsl']?.roles ?? [])].toSorted()).toEqual([...writersOf('attendance')].toSorted());
    expect(actions.acknowledge?.roles).toEqual(['dsl', 'deputy-dsl', 'head']);
  });

  it('what the clock does nobody else may', () => {
    for (const name of [
      'post-register',
      'chase-silence',
      'escalate-urgent',
      'post-open-list',
      'close-day',
      'fold-cards',
    ]) {
      expect([name, actions[name]?.roles]).toEqual([name, ['clock']]);
    }
  });
});
