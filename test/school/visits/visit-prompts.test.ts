import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { passOnVisit } from '../../../src/school/visits/pass-on-visit.action.ts';
import { visitDueView } from '../../../src/school/visits/visit-due.view.ts';
import type { Rows } from '../facts.ts';
import { changesOf, problemsOf } from '../knowing.ts';
import { sentAs, tells } from '../office/prompting.ts';
import { knownOn, made, people, visit } from './visiting.ts';

const calendarOfVisits: Rows = { visit: [made('2026-02-10')] };
const dueBy = '2026-07-22';
/** Who is asked to plan a visit on a day, and at which stage. */
const asked = (day: string, rows: Rows = calendarOfVisits) =>
  tells(knownOn(day, rows)).flatMap(({ purpose, to, data }) =>
    purpose === 'visit-due' ? [`${to} ${data.stage} ${data.dueBy}`] : [],
  );

describe('a visit that is due by the last school day of the summer term', () => {
  it('is asked of who made the last one, from ten school days before, and again from three', () => {
    expect(asked('2026-07-07')).toEqual([]);
    expect(asked('2026-07-08')).toEqual([`person-1 notice ${dueBy}`]);
    expect(asked('2026-07-16')).toEqual([`person-1 notice ${dueBy}`]);
    expect(asked('2026-07-17')).toEqual([`person-1 pressing ${dueBy}`]);
    expect(asked(dueBy)).toEqual([`person-1 pressing ${dueBy}`]);
  });

  it('is asked of the AP leader where nobody was there before, or who was has left', () => {
    expect(asked('2026-07-08', { visit: [made('2026-02-10', { visitor: undefined })] })).toEqual([
      `p-ap-leader notice ${dueBy}`,
    ]);
    const roleAssignment = people.map((one) => (one.person === 'person-1' ? { ...one, to: '2026-07-07' } : one));
    expect(asked('2026-07-08', { ...calendarOfVisits, roleAssignment })).toEqual([`p-ap-leader notice ${dueBy}`]);
  });

  it('is asked of nobody once one is planned in time, also on the day after it; one planned too late does not do', () => {
    const planned = (plannedFor: string) => ({ visit: [made('2026-02-10'), visit({ plannedFor })] });
    expect(asked('2026-07-17', planned(dueBy))).toEqual([]);
    expect(asked('2026-07-17', planned('2026-07-16'))).toEqual([]);
    expect(asked('2026-07-17', planned('2026-07-23'))).toEqual([`person-1 pressing ${dueBy}`]);
  });

  it('goes to the AP leader when it is overdue', () => {
    const provider = [
      { key: 'pr-farm', name: 'Hill Farm', type: 'NonSchool', status: 'Approved', visitIntervalDays: 60 },
    ];
    const rows = { visit: [made('2026-03-10')], provider };
    expect(asked('2026-05-08', rows)).toEqual(['person-1 pressing 2026-05-09']);
    expect(asked('2026-05-11', rows)).toEqual(['p-ap-leader overdue 2026-05-09']);
  });
});

describe('the card of a visit that is due', () => {
  const params = { provider: 'pr-farm', dueBy, stage: 'notice' };
  const card = (roles: readonly Role[], rows: Rows = calendarOfVisits) =>
    visitDueView.answer(knownOn('2026-07-08', rows, roles), params);

  it('lets the AP leader choose who goes, and a visitor only the day or that they cannot', () => {
    expect(card(['ap-leader'])).toMatchObject({
      value: { state: 'open', kind: 'Visit', day: '2026-07-09', visitor: 'person-1', mayPassOn: false },
    });
    expect(card(['visitor'])).toMatchObject({
      value: { state: 'open', kind: 'Visit', staff: [], visitor: undefined, mayPassOn: true },
    });
    expect(card(['head'])).toMatchObject({ value: { state: 'open', staff: [] } });
    expect(card(['head'])).not.toMatchObject({ value: { kind: 'Visit' } });
  });

  it('says that it is planned, and asks nothing more', () => {
    const rows = { visit: [made('2026-02-10'), visit({ plannedFor: '2026-07-10', start: '10:00' })] };
    expect(card(['ap-leader'], rows)).toMatchObject({
      value: { state: 'done', says: 'Planned: Fri 10 Jul 10:00, Robin Example, visit to the site.' },
    });
  });

  it('moves one that is planned too late', () => {
    const rows = { visit: [made('2026-02-10'), visit({ key: 'vi-9', plannedFor: '2026-07-23' })] };
    expect(card(['ap-leader'], rows)).toMatchObject({ value: { late: { visit: 'vi-9', seen: '1' } } });
  });
});

describe('who cannot make the visit', () => {
  const tell = tells(knownOn('2026-07-08', calendarOfVisits)).find(({ purpose }) => purpose === 'visit-due');
  if (!tell) throw new Error('The visitor is told.');
  const message = sentAs(tell, '2026-07-08');

  it('hands it to the AP leader, who has a card that says so', () => {
    const known = knownOn('2026-07-08', { ...calendarOfVisits, message: [message] }, ['visitor']);
    const changes = changesOf(passOnVisit.attempt(known, { message: message.key }));
    expect(changes.map(({ kind }) => kind)).toEqual(['save', 'tell', 'redraw']);
    expect(changes[1]).toMatchObject({ to: 'p-ap-leader', data: { provider: 'pr-farm', dueBy, stage: 'passed-on' } });
    const rows = { ...calendarOfVisits, message: [{ ...message, answer: 'Answered' }] };
    expect(asked('2026-07-17', rows)).toContain(`p-ap-leader pressing ${dueBy}`);
    expect(visitDueView.answer(knownOn('2026-07-08', rows, ['visitor']), tell.data)).toMatchObject({
      value: { state: 'done', mayPassOn: false },
    });
  });

  it('can hand on only what was asked of them', () => {
    const other = { ...message, to: 'p-somebody' };
    const known = knownOn('2026-07-08', { ...calendarOfVisits, message: [other] }, ['visitor']);
    expect(problemsOf(passOnVisit.attempt(known, { message: other.key }))).toEqual([
      ['message', 'Nobody asked you for this visit.'],
    ]);
  });
});
