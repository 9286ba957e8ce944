import { describe, expect, it } from 'vitest';
import { barredSentence, invitedTo } from '../../../src/school/reviews/invited.ts';
import type { ReviewKind } from '../../../src/school/reviews/review.record.ts';
import { pupil, type Rows } from '../facts.ts';
import { placement } from '../knowing.ts';
import { firstOf, on } from './school.ts';

type Row = Readonly<Record<string, unknown>>;
const day = '2026-05-12';

function holder(role: string, more: Row = {}) {
  const person = `p-${role}`;
  const rest = { person, personName: role, mail: `${role}@school.example`, from: '2025-09-01', state: 'Active' };
  return { key: `${person}|${role}`, role, ...rest, ...more };
}

function contact(person: string, more: Row = {}) {
  const flags = { parentalResponsibility: true, mayAttend: true, barred: false, emailAgreedForNotices: true };
  const rest = { pupil: 'pu-1', person, type: 'Parent', name: person, email: `${person}@home.example` };
  return { key: `pu-1|${person}`, ...rest, ...flags, ...more };
}

const everybody = ['ap-leader', 'dsl', 'senco', 'designated-teacher', 'head', 'tutor', 'attendance-officer'].map(
  (role) => holder(role),
);

function asked(rows: Rows, { about = {}, basis = 'AGREED_AP', kind = 'HalfTerm' as ReviewKind } = {}) {
  const seen = on(day, {
    pupil: [{ ...pupil, ...about }],
    placement: [placement('pl-1', { legalBasis: basis, trustNominee: 'p-trustee', trustNomineeName: 'The nominee' })],
    roleAssignment: everybody,
    provider: [{ key: 'pr-farm', name: 'Hill Farm', type: 'NonSchool', reviewEmail: 'Office@farm.example' }],
    ...rows,
  });
  return invitedTo(seen, firstOf(seen), kind, day);
}

const staffOf = (invited: ReturnType<typeof asked>) =>
  invited.byMail.flatMap(({ key, audience, required }) => (audience === 'Staff' ? [`${key} ${required}`] : []));

describe('of the staff', () => {
  it('the AP leader is asked to every review, and has to be there', () => {
    expect(staffOf(asked({}))).toEqual(['p-ap-leader true']);
  });

  it.each([
    [{ send: 'EHCP' }, 'p-senco true'],
    [{ riskFlags: ['Exploitation'] }, 'p-dsl true'],
    [{ cla: 'CLA' }, 'p-dsl true p-designated-teacher true'],
    [{ tutor: 'p-tutor' }, 'p-tutor false'],
    [{ send: 'SENSupport', cla: 'PreviouslyCLA' }, ''],
  ])('flags %j of the pupil bring %j besides', (about, who) => {
    expect(staffOf(asked({}, { about })).join(' ')).toBe(`p-ap-leader true ${who}`.trim());
  });

  it('the tutor whose own pupil it is comes, another does not', () => {
    const tutors = [holder('tutor', { pupils: 'pu-0; pu-1' }), holder('tutor', { person: 'p-other', pupils: 'pu-11' })];
    expect(staffOf(asked({ roleAssignment: tutors }))).toEqual(['p-tutor false']);
  });

  it('an emergency review has the DSL, flagged or not', () => {
    expect(staffOf(asked({}, { kind: 'Emergency' }))).toEqual(['p-ap-leader true', 'p-dsl true']);
  });

  it('a statutory review of a direction has the head and the nominee of the trust; its settling review does not', () => {
    const trustee = holder('trustee');
    const roleAssignment = [...everybody, trustee];
    const statutory = asked({ roleAssignment }, { basis: 'OSD_s29A', kind: 'OSDStatutory' });
    expect(staffOf(statutory)).toEqual(['p-ap-leader true', 'p-head true', 'p-trustee true']);
    expect(staffOf(asked({}, { basis: 'OSD_s29A', kind: 'Settling' }))).toEqual(['p-ap-leader true']);
    expect(staffOf(asked({}, { basis: 'AGREED_AP', kind: 'OSDStatutory' }))).toEqual(['p-ap-leader true']);
  });

  it('a nominee whose address nobody keeps is to be rung, written to or told', () => {
    expect(asked({}, { basis: 'OSD_s29A', kind: 'OSDStatutory' }).toAsk).toEqual([
      {
        key: 'p-trustee',
        name: 'The nominee',
        audience: 'Staff',
        required: true,
        why: 'No e-mail address is kept with the role: ring, write or tell.',
      },
    ]);
  });

  it('a person in two roles is asked once, and a second AP leader may stay away', () => {
    const roleAssignment = [
      holder('ap-leader'),
      holder('ap-leader', { key: 'second', person: 'p-deputy' }),
      holder('dsl', { person: 'p-deputy' }),
    ];
    const staff = staffOf(asked({ roleAssignment }, { about: { cla: 'CLA' } }));
    expect(staff).toEqual(['p-ap-leader true', 'p-deputy true']);
    expect(staffOf(asked({ roleAssignment }))).toEqual(['p-ap-leader true', 'p-deputy false']);
  });

  it('who covers a role on the day comes for its holder', () => {
    const cover = holder('ap-leader', { key: 'cover', person: 'p-cover', coverFor: 'p-ap-leader', to: day });
    expect(staffOf(asked({ roleAssignment: [...everybody, cover] }))).toEqual(['p-cover true']);
  });
});

describe('of the family', () => {
  it('a parent who may attend and agreed to notices by e-mail is mailed', () => {
    const { byMail, toAsk } = asked({ contact: [contact('mum')] });
    expect(byMail.filter(({ audience }) => audience === 'Parents')).toEqual([
      { key: 'pu-1|mum', name: 'mum', mail: 'mum@home.example', audience: 'Parents', required: false },
    ]);
    expect(toAsk).toEqual([]);
  });

  it.each([
    [{ emailAgreedForNotices: false }, 'Has not agreed to notices by e-mail: ring, write or tell.'],
    [{ email: undefined }, 'No e-mail address is kept: ring, write or tell.'],
    [{ email: undefined, emailAgreedForNotices: false }, 'No e-mail address is kept: ring, write or tell.'],
    [{ email: 'mum at home' }, 'The e-mail address that is kept cannot be one: ring, write or tell.'],
  ])('a parent with %j is not mailed, and the reason is said', (more, why) => {
    const { byMail, toAsk } = asked({ contact: [contact('mum', more)] });
    expect(byMail.some(({ audience }) => audience === 'Parents')).toBe(false);
    expect(toAsk.map((one) => [one.name, one.mail, one.why])).toEqual([['mum', undefined, why]]);
  });

  it('a barred person is never asked, in whatever part, and the sentence keeps the reason with the DSL', () => {
    const barred = { barred: true, barredReason: 'Court order' };
    const contacts = [contact('dad', barred), contact('worker', { ...barred, type: 'SocialWorker' })];
    const { byMail, toAsk, refused } = asked({ contact: contacts }, { about: { socialWorker: 'CP' } });
    expect([...byMail, ...toAsk].some(({ key }) => key.startsWith('pu-1|'))).toBe(false);
    expect(refused).toEqual([
      { key: 'pu-1|dad', name: 'dad', says: barredSentence },
      { key: 'pu-1|worker', name: 'worker', says: barredSentence },
    ]);
  });

  it('nothing goes to an address that a barred person reads too', () => {
    const dad = contact('dad', { barred: true, email: 'Mum@home.example' });
    const { byMail, toAsk } = asked({ contact: [contact('mum'), dad] });
    expect(byMail.some(({ audience }) => audience === 'Parents')).toBe(false);
    expect(toAsk.map(({ name, why }) => [name, why])).toEqual([
      ['mum', 'A barred person has the same e-mail address: ring, write or tell.'],
    ]);
  });

  it('a parent with responsibility who may not attend is not left out without a word', () => {
    const { byMail, refused } = asked({ contact: [contact('dad', { mayAttend: false })] });
    expect(byMail.some(({ audience }) => audience === 'Parents')).toBe(false);
    expect(refused.map(({ key, says }) => [key, says])).toEqual([
      ['pu-1|dad', 'May not attend meetings, as the contact says: not asked.'],
    ]);
  });

  it('the pupil is named by initials and year, to be asked in person', () => {
    expect(asked({}).pupil).toEqual({ key: 'pu-1', name: 'J.S. Y10' });
  });
});

describe('from outside', () => {
  it('the provider is asked at its address for reviews, or rung', () => {
    expect(asked({}).byMail.filter(({ audience }) => audience === 'Provider')).toEqual([
      { key: 'pr-farm', name: 'Hill Farm', mail: 'office@farm.example', audience: 'Provider', required: false },
    ]);
    const provider = [{ key: 'pr-farm', name: 'Hill Farm', mainContact: 'R. Hay', type: 'NonSchool' }];
    expect(asked({ provider }).toAsk.map(({ name, why }) => [name, why])).toEqual([
      ['R. Hay, Hill Farm', 'No e-mail address for reviews is kept with the provider: ring, write or tell.'],
    ]);
  });

  it('a unit on our own site is not written to', () => {
    const provider = [{ key: 'pr-farm', name: 'The Loft', type: 'OnSite' }];
    expect([...asked({ provider }).byMail, ...asked({ provider }).toAsk].map(({ key }) => key)).toEqual([
      'p-ap-leader',
    ]);
  });

  it.each([
    ['SocialWorker', { socialWorker: 'CIN' }],
    ['SocialWorker', { cla: 'CLA' }],
    ['VSH', { cla: 'CLA' }],
    ['LA-SEND', { send: 'EHCP' }],
    ['YOT', { youthJustice: true }],
  ])('a contact of type %s comes with %j, and not without', (type, about) => {
    const contacts = { contact: [contact('worker', { type, mayAttend: false, emailAgreedForNotices: false })] };
    const who = (invited: ReturnType<typeof asked>) =>
      invited.byMail.flatMap(({ name, audience }) => (audience === 'Professionals' ? [name] : []));
    expect(who(asked(contacts, { about }))).toEqual(['worker']);
    expect(who(asked(contacts))).toEqual([]);
  });
});
