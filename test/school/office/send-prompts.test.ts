import { describe, expect, it } from 'vitest';
import type { Known } from '../../../src/school/action.ts';
import { foldCards } from '../../../src/school/attendance/fold-cards.action.ts';
import { momentOf } from '../../../src/school/moment.ts';
import { policyFrom } from '../../../src/school/office/policy-edition.ts';
import { pupil, type Rows, staff } from '../facts.ts';
import { changesOf, farm, knownTo, placement } from '../knowing.ts';
import { sentAs, tells, told } from './prompting.ts';

const parent = {
  key: 'pu-1|mum',
  pupil: 'pu-1',
  person: 'mum',
  type: 'Parent',
  name: 'Mo Lark',
  mayAttend: true,
  barred: false,
};
const leader = { ...staff[0], mail: 'leader@school.example' };
const people = [leader, ...staff.slice(1), { ...staff[0], key: 'head', person: 'p-head', role: 'head' }];
const cover = { ...staff[0], key: 'cover', person: 'p-cover', personName: 'Cover', coverFor: 'p-ap-leader' };
const dueBy = '2026-07-22';

/** The round at a wall-clock time in Summer 2 (school days from 3 June to 22 July 2026), one half-termly review being due. */
function at(day: string, rows: Rows = {}, time = '10:00'): Known {
  const school: Rows = {
    ...farm,
    pupil: [pupil],
    contact: [parent],
    placement: [placement('pl-1', { legalBasis: 'AGREED_AP', provider: 'pr-none' })],
    roleAssignment: people,
    ...rows,
  };
  const known = knownTo([], school, { ...momentOf(`${day}T09:00:00Z`), time });
  return { ...known, via: 'Round' };
}

describe('the half-termly planner', () => {
  it('comes to the AP leader on the first school day of the half term, and on no day before', () => {
    expect(told(at('2026-05-29'))).toEqual([]);
    expect(told(at('2026-06-02'))).toEqual([]);
    expect(told(at('2026-06-03'))).toEqual(['review-planner p-ap-leader first']);
  });

  it('comes between the times of the settings only, which a school may change', () => {
    expect(told(at('2026-06-03', {}, '07:59'))).toEqual([]);
    expect(told(at('2026-06-03', {}, '08:00'))).toHaveLength(1);
    expect(told(at('2026-06-03', {}, '16:59'))).toHaveLength(1);
    expect(told(at('2026-06-03', {}, '17:00'))).toEqual([]);
    const later = { ...at('2026-06-03', {}, '08:30'), policy: policyFrom({ promptsFrom: '09:00' }) };
    expect(told(later)).toEqual([]);
  });

  it('is not sent a second time by another round or another server, and no new one comes the next day', () => {
    const [first] = tells(at('2026-06-03'));
    if (!first) throw new Error('The planner is told.');
    expect(tells(at('2026-06-03'))[0]?.key).toBe(first.key);
    const message = [sentAs(first, '2026-06-03')];
    expect(tells(at('2026-06-03', { message }))).toEqual([]);
    expect(tells(at('2026-06-04', { message }))).toEqual([]);
  });

  it('is drawn again under the same key when a review is booked, also in quiet hours, and then left alone', () => {
    const [first] = tells(at('2026-06-03'));
    if (!first) throw new Error('The planner is told.');
    const review = [
      { key: 're-1', placement: 'pl-1', pupil: 'pu-1', kind: 'HalfTerm', stage: 'Booked', scheduledFor: '2026-06-12' },
    ];
    const [again, ...more] = tells(at('2026-06-03', { message: [sentAs(first, '2026-06-03')], review }, '22:00'));
    expect([again?.key, more]).toEqual([first.key, []]);
    expect(again?.data.shown).not.toBe(first.data.shown);
    if (!again) throw new Error('It is drawn again.');
    expect(tells(at('2026-06-03', { message: [sentAs(again, '2026-06-03')], review }, '22:00'))).toEqual([]);
  });

  it('is brought up again with fifteen and five school days left and on the day itself, once each', () => {
    const [first] = tells(at('2026-06-03'));
    if (!first) throw new Error('The planner is told.');
    const had = (day: string) => at(day, { message: [sentAs(first, '2026-06-03')] });
    const stages = (day: string) => tells(had(day)).flatMap(({ key, data }) => (key === first.key ? [] : [data.stage]));
    // 22 July is the last school day: the 23rd is INSET.
    expect(stages('2026-06-30')).toEqual([]);
    expect(stages('2026-07-01')).toEqual(['amber']);
    expect(stages('2026-07-14')).toEqual(['amber']);
    expect(stages('2026-07-15')).toEqual(['red']);
    expect(stages('2026-07-21')).toEqual(['red']);
    expect(stages(dueBy)).toEqual(['last']);
    const amber = tells(had('2026-07-01')).find(({ key }) => key !== first.key);
    if (!amber) throw new Error('It is brought up.');
    const both = { message: [sentAs(first, '2026-06-03'), sentAs(amber, '2026-07-01')] };
    expect(tells(at('2026-07-02', both)).filter(({ data }) => data.stage !== 'first')).toEqual([]);
  });

  it('does not come where every review is booked', () => {
    const review = [
      { key: 're-1', placement: 'pl-1', pupil: 'pu-1', kind: 'HalfTerm', stage: 'Booked', scheduledFor: '2026-06-12' },
    ];
    expect(told(at('2026-06-03', { review })).filter((one) => one.startsWith('review-planner'))).toEqual([]);
  });

  it('goes to whoever covers the AP leader, also one who begins later; the leader has none of it twice', () => {
    const away = { roleAssignment: [...people, { ...cover, from: '2026-06-03', to: '2026-06-05' }] };
    expect(told(at('2026-06-03', away))).toEqual(['review-planner p-cover first']);
    const [first] = tells(at('2026-06-03'));
    if (!first) throw new Error('The planner is told.');
    const message = [sentAs(first, '2026-06-03')];
    const later = { roleAssignment: [...people, { ...cover, from: '2026-06-04' }], message };
    const fresh = tells(at('2026-06-04', later)).filter(({ key }) => key !== first.key);
    expect(fresh.map(({ to, data }) => [to, data.stage])).toEqual([['p-cover', 'first']]);
    expect(told(at('2026-06-04', { message }))).toEqual([]);
  });

  it('sends nothing while a needed role is missing', () => {
    expect(told(at('2026-06-03', { roleAssignment: people.slice(0, 1) }))).toEqual([]);
  });

  it('works until its half term is over, as it names nobody; a card about a pupil is folded after five school days', () => {
    const planner = { key: 'a', purpose: 'review-planner', about: 'HalfTerm|2026-06-01', date: '2026-06-03' };
    const soon = { key: 'b', purpose: 'review-soon', about: 're-1', date: '2026-06-03' };
    const message = [planner, soon].map((one) => ({ ...one, by: 'Chat', state: 'Sent', activity: 'x', version: '1' }));
    const folded = (day: string) =>
      changesOf(foldCards.attempt(at(day, { message }), {})).flatMap((one) => (one.kind === 'save' ? [one.key] : []));
    expect(folded('2026-06-10')).toEqual([]);
    expect(folded('2026-06-11')).toEqual(['b']);
    expect(folded(dueBy)).toEqual(['b']);
  });
});
