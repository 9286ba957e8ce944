import { describe, expect, it } from 'vitest';
import type { Known } from '../../../src/school/action.ts';
import { momentOf } from '../../../src/school/moment.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { reviewSoon } from '../../../src/school/reviews/prompts/review-soon.view.ts';
import { reviewWriteUpView } from '../../../src/school/reviews/prompts/review-write-up.view.ts';
import { statutoryInvite } from '../../../src/school/reviews/prompts/statutory-invite.view.ts';
import { pupil, type Rows, staff } from '../facts.ts';
import { farm, knownTo, placement } from '../knowing.ts';
import { sentAs, tells } from '../office/prompting.ts';

type Row = Readonly<Record<string, unknown>>;

const role = (name: string, more: Row = {}) => ({ ...staff[0], key: name, person: `p-${name}`, role: name, ...more });
const people = [...staff, role('head'), role('tutor', { pupils: 'pu-1' })];
const mum = { key: 'pu-1|mum', pupil: 'pu-1', person: 'mum', type: 'Parent', name: 'Mo Lark', mayAttend: true };
const coming = (person: string, more: Row = {}) => ({
  key: `re-1|${person}`,
  review: 're-1',
  part: 'Staff',
  person,
  response: 'None',
  ...more,
});

/** The trial pupil's review on Thursday 14 May 2026 at two, with a parent who is asked by letter. */
const booked = (more: Row = {}) => ({
  key: 're-1',
  placement: 'pl-1',
  pupil: 'pu-1',
  kind: 'HalfTerm',
  stage: 'Booked',
  scheduledFor: '2026-05-14',
  start: '14:00',
  end: '14:45',
  place: 'Hill Farm',
  ...more,
});

/** The school at ten on a day; the Early May bank holiday is Monday 4 May 2026. */
function at(day: string, rows: Rows = {}, roles: readonly Role[] = []): Known {
  const school: Rows = {
    ...farm,
    pupil: [pupil],
    contact: [mum],
    placement: [placement('pl-1', { legalBasis: 'AGREED_AP' })],
    roleAssignment: people,
    review: [booked()],
    invitee: [coming('p-ap-leader'), coming('p-tutor')],
    ...rows,
  };
  return { ...knownTo(roles, school, momentOf(`${day}T09:00:00Z`)), via: 'Round' };
}

const of = (purpose: string, known: Known) =>
  tells(known).flatMap((one) => (one.purpose === purpose ? [`${one.to} ${one.data.stage}`] : []));

describe('a review that is near', () => {
  const soon = (day: string, rows: Rows = {}) => of('review-soon', at(day, rows));

  it('is brought to mind from five school days before, and once more on the last one', () => {
    expect(soon('2026-05-06')).toEqual([]);
    expect(soon('2026-05-07')).toEqual(['p-ap-leader 5', 'p-tutor 5']);
    expect(soon('2026-05-12')).toEqual(['p-ap-leader 5', 'p-tutor 5']);
    expect(soon('2026-05-13')).toEqual(['p-ap-leader 1', 'p-tutor 1']);
    expect(soon('2026-05-14')).toEqual([]);
  });

  it('is not brought to who has declined, nor to who may not read the review of this pupil', () => {
    const invitee = [coming('p-ap-leader', { response: 'Declined' }), coming('p-tutor'), coming('p-other')];
    const roleAssignment = [...people, role('tutor', { key: 'o', person: 'p-other', pupils: 'pu-9' })];
    expect(soon('2026-05-07', { invitee, roleAssignment })).toEqual(['p-tutor 5']);
  });

  it('goes to who stands in for somebody who is away, and to the AP leader for somebody who has left', () => {
    const away = role('tutor', { key: 'c', person: 'p-cover', pupils: 'pu-1', coverFor: 'p-tutor' });
    expect(soon('2026-05-07', { roleAssignment: [...people, away] })).toEqual(['p-ap-leader 5', 'p-cover 5']);
    const left = people.map((one) => (one.person === 'p-tutor' ? { ...one, to: '2026-05-06' } : one));
    expect(soon('2026-05-07', { roleAssignment: left })).toEqual(['p-ap-leader 5']);
  });

  it('says initials, day, hours and place, and where it was moved since; the new day is brought up by itself', () => {
    const params = { review: 're-1', day: '2026-05-14', stage: '5' };
    const card = (known: Known) => reviewSoon.answer(known, params);
    expect(card(at('2026-05-07', {}, ['ap-leader']))).toEqual({
      ok: true,
      value: {
        review: 're-1',
        title: 'Review on Thu 14 May',
        who: 'J.S. Y10',
        when: 'Thu 14 May, 14:00 to 14:45',
        where: 'Hill Farm',
        since: undefined,
      },
    });
    const place = (more: Readonly<Record<string, unknown>>) =>
      card(at('2026-05-07', { review: [booked(more)] }, ['ap-leader']));
    expect(place({ place: undefined, online: true })).toMatchObject({ value: { where: 'Online' } });
    expect(place({ place: undefined, online: false })).toMatchObject({ value: { where: 'At school' } });
    const moved = { review: [booked({ scheduledFor: '2026-05-20' })] };
    expect(card(at('2026-05-07', moved, ['ap-leader']))).toMatchObject({
      value: { since: 'It was moved to Wed 20 May, 14:00.', where: undefined },
    });
    const first = tells(at('2026-05-07')).find(({ purpose }) => purpose === 'review-soon');
    if (!first) throw new Error('It is told.');
    const message = [sentAs(first, '2026-05-07')];
    const again = tells(at('2026-05-13', { ...moved, message, invitee: [coming('p-ap-leader')] })).filter(
      ({ purpose }) => purpose === 'review-soon',
    );
    expect(again.map(({ key }) => key === first.key)).toEqual([false, true]);
    expect(card(at('2026-05-07', {}, ['governor']))).toEqual({ ok: true, value: undefined });
  });
});

describe('a review that is not written up', () => {
  const asked = (day: string, rows: Rows = {}) => of('review-write-up', at(day, rows));

  it('is asked for one and three school days after, and on the fifth the head knows', () => {
    expect(asked('2026-05-14')).toEqual([]);
    expect(asked('2026-05-15')).toEqual(['p-ap-leader 1']);
    expect(asked('2026-05-18')).toEqual(['p-ap-leader 1']);
    expect(asked('2026-05-19')).toEqual(['p-ap-leader 3']);
    expect(asked('2026-05-20')).toEqual(['p-ap-leader 3']);
    expect(asked('2026-05-21')).toEqual(['p-ap-leader 3', 'p-head 5']);
  });

  it('is not asked for at the weekend, once it is written up, nor after it is noted as not held', () => {
    expect(asked('2026-05-16')).toEqual([]);
    const held = { stage: 'Held', heldOn: '2026-05-14', completedOn: '2026-05-15' };
    expect(asked('2026-05-19', { review: [booked(held)] })).toEqual([]);
    expect(asked('2026-05-19', { review: [booked({ stage: 'Missed' })] })).toEqual([]);
  });

  it('says by when, and lets only who writes reviews say that it was not held', () => {
    const params = { review: 're-1', day: '2026-05-14', stage: '1' };
    const card = (roles: readonly Role[], day = '2026-05-15', rows: Rows = {}) =>
      reviewWriteUpView.answer(at(day, rows, roles), params);
    expect(card(['ap-leader'])).toMatchObject({
      value: { says: 'It was booked for Thu 14 May and is to be written up by Fri 15 May.', mayMiss: true },
    });
    expect(card(['head'], '2026-05-18')).toMatchObject({
      value: { says: 'It was booked for Thu 14 May and was to be written up by Fri 15 May.', mayMiss: false },
    });
    const done = { review: [booked({ stage: 'Missed' })] };
    expect(card(['ap-leader'], '2026-05-18', done)).toMatchObject({ value: { state: 'done', mayMiss: false } });
  });
});

describe('an invitation in writing to the review of a direction', () => {
  const direction = {
    placement: [placement('pl-1')],
    review: [booked({ kind: 'OSDStatutory', scheduledFor: '2026-05-21' })],
  };
  const letter = { key: 're-1|pu-1|mum', review: 're-1', part: 'Parent', contact: 'pu-1|mum' };
  const invitee = [letter];
  const asked = (day: string, rows: Rows = {}) => of('statutory-invite', at(day, { ...direction, invitee, ...rows }));

  it('is asked for three school days before its last day, the sixth before the review; from the day after the head knows', () => {
    // The sixth day before Thursday 21 May is Friday 15 May; three school days before it is Tuesday 12 May.
    expect(asked('2026-05-11')).toEqual([]);
    expect(asked('2026-05-12')).toEqual(['p-ap-leader due']);
    expect(asked('2026-05-15')).toEqual(['p-ap-leader due']);
    expect(asked('2026-05-18')).toEqual(['p-ap-leader late', 'p-head late']);
    expect(asked('2026-05-21')).toEqual(['p-ap-leader late', 'p-head late']);
    expect(asked('2026-05-22')).toEqual([]);
  });

  it('is not asked for once it is sent, nor for a review of a placement that was agreed', () => {
    const sent = { review: [booked({ kind: 'OSDStatutory', scheduledFor: '2026-05-21', inviteSentOn: '2026-05-11' })] };
    expect(asked('2026-05-12', sent)).toEqual([]);
    expect(asked('2026-05-12', { placement: [placement('pl-1', { legalBasis: 'AGREED_AP' })] })).toEqual([]);
  });

  it('offers to note it for each person who is to have it in writing, and for nobody once all have it', () => {
    const params = { review: 're-1', day: '2026-05-21', stage: 'due' };
    const card = (rows: Rows, roles: readonly Role[] = ['ap-leader']) =>
      statutoryInvite.answer(at('2026-05-12', { ...direction, invitee, ...rows }, roles), params);
    expect(card({})).toMatchObject({
      value: { toAsk: [{ contact: 'pu-1|mum', says: 'Parent: Mo Lark' }], mayNote: true, state: 'waits' },
    });
    expect(card({}, ['head'])).toMatchObject({ value: { mayNote: false } });
    const told = { invitee: [{ ...letter, askedBy: 'Call', askedOn: '2026-05-11' }] };
    expect(card(told)).toMatchObject({ value: { toAsk: [{ contact: 'pu-1|mum' }] } });
    const review = [booked({ kind: 'OSDStatutory', scheduledFor: '2026-05-21', inviteSentOn: '2026-05-12' })];
    expect(card({ review })).toMatchObject({ value: { toAsk: [], mayNote: false, state: 'done' } });
  });

  it('offers to book what is only planned, and to take the booking back while it waits; the head sees how it stands', () => {
    const params = { review: 're-1', day: '2026-05-21', stage: 'due' };
    const planned = [booked({ kind: 'OSDStatutory', stage: 'Planned', scheduledFor: '2026-05-21' })];
    const card = (rows: Rows = {}, roles: readonly Role[] = ['ap-leader']) =>
      statutoryInvite.answer(at('2026-05-12', { ...direction, review: planned, ...rows }, roles), params);
    expect(card()).toMatchObject({ value: { mayBook: true, undo: undefined, mayNote: false } });
    expect(card({}, ['head'])).toMatchObject({ value: { mayBook: false, undo: undefined } });
    const book = { kind: 'book', review: 're-1', start: '2026-05-21T10:00', end: '2026-05-21T10:45', people: [] };
    const entry = {
      key: 'je-1',
      action: 'book-reviews',
      state: 'Open',
      changes: [book],
      holdUntil: '2026-05-12T09:00:20Z',
    };
    const says = 'It is being booked for Thu 21 May at 10:00; the invitations go out with it.';
    expect(card({ journalEntry: [entry] })).toMatchObject({ value: { mayBook: false, undo: 'je-1', says } });
    expect(card({ journalEntry: [entry] }, ['head'])).toMatchObject({ value: { undo: undefined, says } });
    // Under way: it can no longer be taken back.
    const made = { ...entry, tries: 1 };
    expect(card({ journalEntry: [made] })).toMatchObject({ value: { mayBook: false, undo: undefined, says } });
  });
});
