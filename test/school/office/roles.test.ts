import { describe, expect, it } from 'vitest';
import { endRole } from '../../../src/school/office/end-role.action.ts';
import { giveRole } from '../../../src/school/office/give-role.action.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { pupil, staff } from '../facts.ts';
import { knownTo, problemsOf, savesOf } from '../knowing.ts';

const rows = { pupil: [pupil], roleAssignment: staff };
const give = (by: Role, wish: object = {}) =>
  giveRole.attempt(knownTo([by], rows), {
    person: 'p-new',
    personName: 'Sam New',
    role: 'senco',
    from: '2026-05-12',
    ...wish,
  });
const end = (assignment: string, more: readonly object[] = []) =>
  endRole.attempt(knownTo(['head'], { roleAssignment: [...staff, ...more.map((each) => ({ ...each }))] }), {
    assignment,
    lastDay: '2026-05-15',
    seen: '1',
  });

describe('a role', () => {
  it('given by the head counts at once; by the AP leader it waits for the head', () => {
    expect(savesOf(give('head'))[0]).toMatchObject({ key: 'p-new|senco|2026-05-12', values: { state: 'Active' } });
    expect(savesOf(give('ap-leader'))[0]).toMatchObject({ values: { state: 'WaitsForHead' } });
  });

  it('as cover has a last day and a holder to cover', () => {
    const cover = { role: 'dsl', coverFor: 'p-dsl' };
    expect(problemsOf(give('head', cover))).toEqual([['to', 'Cover ends: give its last day.']]);
    expect(savesOf(give('head', { ...cover, to: '2026-05-15' }))).toHaveLength(1);
    expect(problemsOf(give('head', { ...cover, coverFor: 'p-ap-leader', to: '2026-05-15' }))).toEqual([
      ['coverFor', 'The person covered does not hold this role.'],
    ]);
    expect(problemsOf(give('head', { ...cover, coverFor: 'p-new', to: '2026-05-15' }))[0]?.[1]).toBe(
      'Nobody covers for themselves.',
    );
    expect(problemsOf(give('head', { to: '2026-05-11' }))).toEqual([['to', 'The last day is before the first.']]);
  });

  it('of a tutor names own pupils who are in the list', () => {
    expect(savesOf(give('head', { role: 'tutor', pupils: ['pu-1'] }))[0]?.values).toMatchObject({ pupils: 'pu-1' });
    expect(problemsOf(give('head', { role: 'tutor', pupils: ['pu-9'] }))).toEqual([
      ['pupils', 'One of these pupils is not in the list.'],
    ]);
  });

  it('keeps the own pupils and the cover that it was asked for with when the head agrees', () => {
    const asked = {
      key: 'p-new|tutor|2026-05-12',
      person: 'p-new',
      personName: 'Sam New',
      role: 'tutor',
      from: '2026-05-12',
      state: 'WaitsForHead',
      pupils: 'pu-1',
    };
    const known = knownTo(['head'], { ...rows, roleAssignment: [...staff, asked] });
    const agreed = giveRole.attempt(known, {
      person: 'p-new',
      personName: 'Sam New',
      role: 'tutor',
      from: '2026-05-12',
    });
    const [save] = savesOf(agreed);
    expect(save?.values).toMatchObject({ state: 'Active' });
    expect(save?.values).not.toHaveProperty('pupils');
    expect(save?.values).not.toHaveProperty('coverFor');
  });

  it('that only waits for the head is declined, even where nobody else holds it', () => {
    const asked = {
      ...staff[1],
      key: 'p-new|dsl|2026-05-18',
      person: 'p-new',
      from: '2026-05-18',
      state: 'WaitsForHead',
    };
    const known = knownTo(['head'], { roleAssignment: [asked] });
    const declined = endRole.attempt(known, { assignment: asked.key, lastDay: '2026-05-17', seen: '1' });
    expect(savesOf(declined)[0]?.values).toMatchObject({ state: 'Ended' });
  });

  it('that a round needs does not end before another is named', () => {
    const key = 'p-dsl|dsl|2025-09-01';
    expect(problemsOf(end(key))).toEqual([
      ['lastDay', 'Nobody else holds this role on Sat 16 May, and no round starts without it. Name somebody first.'],
    ]);
    const next = {
      key: 'p-2|dsl|2026-05-16',
      person: 'p-2',
      personName: 'Two',
      role: 'dsl',
      from: '2026-05-16',
      state: 'Active',
    };
    expect(savesOf(end(key, [next]))[0]?.values).toEqual({ to: '2026-05-15', state: 'Active' });
    expect(problemsOf(end(key, [{ ...next, from: '2026-05-17' }]))).toHaveLength(1);
  });

  it('is given and ended by the AP leader and the head only', () => {
    expect([giveRole.roles, endRole.roles]).toEqual([
      ['ap-leader', 'head'],
      ['ap-leader', 'head'],
    ]);
  });
});
