import { describe, expect, it } from 'vitest';
import { firstSteps } from '../../../src/school/office/first-steps.ts';
import { giveRole } from '../../../src/school/office/give-role.action.ts';
import { peopleView } from '../../../src/school/office/people.view.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { derbyshire } from '../derbyshire.ts';
import { pupil, type Rows, seenBy, staff, tuesday } from '../facts.ts';
import { farm, knownTo, problemsOf, savesOf } from '../knowing.ts';

const chat = (key: string, kind = 'personal') => ({ key, kind, name: key });
const rows: Rows = { roleAssignment: staff, conversation: [chat('p-dsl')], pupil: [pupil] };
const shown = (role: Role, more: Rows = {}) => peopleView.show(seenBy([role], { ...rows, ...more }), {});

describe('people and roles', () => {
  it('say who holds what, and whom a card reaches', () => {
    const { roles, missing } = shown('ap-leader');
    expect(roles.map(({ roleSays, reach }) => [roleSays, reach])).toEqual([
      ['AP leader', 'untried'],
      ['DSL', 'reached'],
      ['Attendance officer', 'untried'],
    ]);
    expect(missing).toEqual([]);
  });

  it('say that a card was refused, until a later one got through', () => {
    const sent = (date: string, state: string) => ({
      key: date,
      purpose: 'x',
      date,
      to: 'p-dsl',
      by: 'Chat',
      state,
      sentAt: `${date}T09:00:00Z`,
    });
    const reach = (...message: ReturnType<typeof sent>[]) =>
      shown('head', { message }).roles.find(({ role }) => role === 'dsl')?.reach;
    expect(reach(sent('2026-05-11', 'Failed'))).toBe('refused');
    expect(reach(sent('2026-05-11', 'Failed'), sent('2026-05-12', 'Sent'))).toBe('reached');
    expect(reach(sent('2026-05-12', 'Failed'), sent('2026-05-11', 'Sent'))).toBe('refused');
  });

  it('name the needed roles that nobody holds today', () => {
    expect(shown('head', { roleAssignment: [] }).missing).toEqual(['DSL', 'AP leader', 'Attendance officer']);
  });

  it('say for whom somebody covers, until the last day', () => {
    const cover = (to: string) => ({
      key: `p-sam|dsl|2026-05-01`,
      person: 'p-sam',
      personName: 'Sam New',
      role: 'dsl',
      from: '2026-05-01',
      to,
      coverFor: 'p-dsl',
      state: 'Active',
    });
    const says = (to: string) =>
      shown('head', { roleAssignment: [...staff, cover(to)] }).roles.map(({ roleSays }) => roleSays);
    expect(says('2026-05-12')).toContain('DSL, cover for dsl');
    expect(says('2026-05-11')).not.toContain('DSL, cover for dsl');
  });

  it('let the head agree to what waits, and nobody else', () => {
    const waiting = { ...staff[0], key: 'w', person: 'p-w', state: 'WaitsForHead' };
    const agree = (role: Role) =>
      shown(role, { roleAssignment: [waiting] }).roles.map((line) => [line.may.agree, line.may.end]);
    expect(agree('head')).toEqual([[true, true]]);
    expect(agree('ap-leader')).toEqual([[false, true]]);
    expect(agree('attendance-officer')).toEqual([[false, false]]);
    expect(shown('attendance-officer').newRole).toBeUndefined();
  });
});

describe('a role given by the address a person signs in with', () => {
  const found = new Map([
    ['sam@hillcrest.example', { id: 'p-sam', displayName: 'Sam New', mail: 'sam@hillcrest.example' }],
  ]);
  const give = (person: string) =>
    giveRole.attempt({ ...knownTo(['head'], rows), found }, { person, role: 'senco', from: '2026-05-12' });

  it('is kept by object id, with the name of the directory', () => {
    expect(savesOf(give('sam@hillcrest.example'))[0]).toMatchObject({
      key: 'p-sam|senco|2026-05-12',
      values: { person: 'p-sam', personName: 'Sam New', mail: 'sam@hillcrest.example' },
    });
  });

  it('is refused where nobody has the address', () => {
    expect(problemsOf(give('sma@hillcrest.example'))).toEqual([
      ['person', 'Nobody in Microsoft 365 signs in with this address.'],
    ]);
  });

  it('asks the directory for that person before deciding', () => {
    expect(giveRole.peopleIn({ person: 'sam@hillcrest.example', role: 'senco', from: '2026-05-12' })).toEqual([
      'sam@hillcrest.example',
    ]);
    expect(giveRole.peopleIn({ person: 7 })).toEqual([]);
  });
});

describe('the first steps of a new school', () => {
  const steps = (role: Role, more: Rows, calendar = derbyshire) =>
    firstSteps(seenBy([role], { ...more, calendarEntry: calendar.map((each) => ({ ...each })) }, tuesday, calendar));

  it('are all open in an empty tenant, and say who is missing', () => {
    const all = steps('ap-leader', {}, []);
    expect(all.map(({ screen, done }) => [screen, done])).toEqual([
      ['calendar', false],
      ['people', false],
      ['providers', false],
      ['pupils', false],
      ['placements', false],
      ['people', false],
    ]);
    expect(all[1]?.says).toBe('People and roles: nobody is DSL, AP leader or Attendance officer yet');
  });

  it('are gone once all is there', () => {
    const seen = seenBy(['head'], { ...rows, ...farm, calendarEntry: derbyshire.map((each) => ({ ...each })) });
    const open = (attendanceChannel: string) =>
      firstSteps({ ...seen, settings: { ...seen.settings, attendanceChannel } }).filter(({ done }) => !done);
    expect(open('19:x')).toEqual([]);
    expect(open('').map(({ screen }) => screen)).toEqual(['people']);
  });

  it('are nothing for who cannot put anything in', () => {
    expect(steps('attendance-officer', {}, [])).toEqual([]);
  });
});
