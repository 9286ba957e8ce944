import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/school/moment.ts';
import { type Role, roles } from '../../../src/school/office/role-assignment.record.ts';
import type { PupilPage } from '../../../src/school/pupils/pupil.types.ts';
import { pupilView } from '../../../src/school/pupils/pupil.view.ts';
import { pupilsView } from '../../../src/school/pupils/pupils.view.ts';
import { mark, pupil, type Rows, seenBy, tuesday } from '../facts.ts';

const slot = (day: string, session: 'AM' | 'PM', start: string, end: string) => ({
  key: `sl-${day}-${session}`.toLowerCase(),
  placement: 'pl-1',
  weekPattern: 'Every',
  day,
  session,
  place: 'Site',
  start,
  end,
  validFrom: '2025-09-04',
});

const rows: Rows = {
  pupil: [
    { ...pupil, socialWorker: 'CP', cla: 'CLA', riskFlags: ['Exploitation'], send: 'EHCP', tutorGroup: '10B' },
    { ...pupil, key: 'pu-2', legalName: 'Ned Archer', initials: 'N.A.' },
    { ...pupil, key: 'pu-3', legalName: 'Ada Left', initials: 'A.L.', onRollTo: '2026-03-27' },
  ],
  provider: [{ key: 'pr-farm', name: 'Hill Farm', type: 'NonSchool', status: 'Approved' }],
  placement: [
    {
      key: 'pl-1',
      pupil: 'pu-1',
      provider: 'pr-farm',
      legalBasis: 'OSD_s29A',
      primaryReason: 'Behaviour',
      stage: 'Active',
      startDate: '2026-01-05',
    },
  ],
  scheduleSlot: [slot('Tuesday', 'AM', '09:15', '12:15'), slot('Monday', 'PM', '13:00', '15:00')],
  contact: [
    {
      key: 'pu-1|mother',
      pupil: 'pu-1',
      person: 'mother',
      type: 'Parent',
      name: 'Mrs Sparrow',
      phone1: '01632 960001',
      phone2: '',
      mayContact: true,
      barred: false,
      order: 1,
    },
    {
      key: 'pu-1|worker',
      pupil: 'pu-1',
      person: 'worker',
      type: 'SocialWorker',
      name: 'Pat Worker',
      phone1: '01632 960002',
      mayContact: true,
      barred: false,
      order: 2,
    },
    {
      key: 'pu-1|uncle',
      pupil: 'pu-1',
      person: 'uncle',
      type: 'Other',
      name: 'Mr Barred',
      phone1: '01632 960003',
      mayContact: false,
      barred: true,
      barredReason: 'Court order',
      order: 3,
    },
  ],
  attendance: [
    mark('2026-05-12', 'AM', {
      providerStatus: 'AbsentNoReason',
      code: 'N',
      reportedByName: 'Robin Example',
      reportedAt: '2026-05-12T08:20:00Z',
    }),
    mark('2026-05-05', 'AM', {
      providerStatus: 'AttendedLate',
      arrival: '09:40',
      code: 'B',
      reportedByName: 'Robin Example',
      reportedAt: '2026-05-05T08:50:00Z',
      amendedFrom: '2026-05-05T08:20:00Z | Robin Example | AbsentNoReason |  | N |  | ',
      amendReason: 'Bus late',
    }),
    mark('2026-04-27', 'PM', { providerStatus: 'AttendedOnTime', code: 'B' }),
    mark('2026-03-24', 'AM', { providerStatus: 'AbsentReason', code: 'I' }),
  ],
  followUp: [
    {
      key: 'pu-1|2026-05-12|am',
      pupil: 'pu-1',
      placement: 'pl-1',
      date: '2026-05-12',
      session: 'AM',
      state: 'Open',
      openedAt: '2026-05-12T08:20:00Z',
      dslInformedAt: '2026-05-12T08:21:00Z',
      dslInformedBy: 'Robin Example',
    },
  ],
  call: [
    {
      key: 'c1',
      followUp: 'pu-1|2026-05-12|am',
      pupil: 'pu-1',
      date: '2026-05-12',
      session: 'AM',
      contact: 'pu-1|mother',
      at: '2026-05-12T08:25:00Z',
      result: 'NoAnswer',
      by: 'p1',
      byName: 'Robin Example',
    },
    {
      key: 'c2',
      followUp: 'pu-1|2026-05-12|am',
      pupil: 'pu-1',
      date: '2026-05-12',
      session: 'AM',
      contact: 'social-worker',
      at: '2026-05-12T08:26:00Z',
      result: 'Spoke',
      by: 'p2',
      byName: 'Dee Safe',
    },
  ],
};

function page(role: Role, own: readonly string[] = [], now: Moment = tuesday): PupilPage | undefined {
  const seen = seenBy([role], rows, now);
  return pupilView.show({ ...seen, by: { ...seen.by, ownPupils: own } }, { pupil: 'pu-1' });
}
const shown = (role: Role, own: readonly string[] = []): PupilPage => {
  const found = page(role, own);
  if (!found) throw new Error(`${role} sees nothing`);
  return found;
};

describe('a pupil to each role (domain.md 10.2)', () => {
  const readers = [
    'ap-leader',
    'attendance-officer',
    'dsl',
    'deputy-dsl',
    'head',
    'senco',
    'designated-teacher',
  ] as const;
  const nobody = ['governor', 'trustee', 'trust-safeguarding', 'trust-send', 'data-protection'] as const;

  it.each(nobody)('shows %s nothing: the view is not theirs', (role) => {
    expect(pupilView.roles).not.toContain(role);
    expect(pupilsView.roles).not.toContain(role);
    expect(page(role)).toBeUndefined();
    expect(page(role, ['pu-1'])).toBeUndefined();
    expect(pupilsView.show(seenBy([role], rows), {}).pupils).toEqual([]);
  });

  it('knows every role as a reader, an own-pupil reader, or nobody', () => {
    expect([...readers, 'tutor', 'visitor', ...nobody].toSorted()).toEqual([...roles].toSorted());
  });

  it.each(['tutor', 'visitor'] as const)('shows a %s own pupils only, without flags and follow-up', (role) => {
    expect(page(role)).toBeUndefined();
    expect(page(role, ['pu-2'])).toBeUndefined();
    const own = shown(role, ['pu-1']);
    expect(own).toMatchObject({
      name: 'Juno Sparrow',
      flagged: false,
      mustTell: [],
      nextReview: { due: '2026-05-22' },
    });
    expect(own.flagSays).toBeUndefined();
    expect(own.flags).toBeUndefined();
    expect(own.squares.length).toBeGreaterThan(0);
    expect(own.placements).toHaveLength(1);
    expect(own.contacts?.flatMap((each) => each.phones)).toEqual([]);
    expect(JSON.stringify(own)).not.toMatch(/not located|DSL (told|must)|Social|Worker|Rang/);
  });

  it.each(readers)('shows the %s the core facts and attendance', (role) => {
    const seen = shown(role);
    expect(seen).toMatchObject({ name: 'Juno Sparrow', initials: 'J.S.', year: 'Y10', tutorGroup: '10B' });
    expect(seen.facts).toContainEqual({ label: 'SEND', value: 'Education, health and care plan' });
    expect(seen.squares).not.toEqual([]);
    expect(seen.whereNow).toEqual(['Hill Farm, 09:15 to 12:15, absent, no word']);
  });

  it.each([
    ['ap-leader', true],
    ['attendance-officer', false],
    ['dsl', true],
    ['deputy-dsl', true],
    ['head', true],
    ['senco', true],
    ['designated-teacher', true],
  ] as const)('says to %s why the DSL must be told: %s', (role, why) => {
    const seen = shown(role);
    expect(seen.flagged).toBe(true);
    expect(seen.flagSays).toBe('The DSL must be told of any unexplained absence.');
    expect(seen.flags).toEqual(why ? ['Child protection plan', 'Looked after', 'Risk of exploitation'] : undefined);
    expect(seen.mustTell.length).toBe(why ? 2 : 0);
    expect(seen.contacts?.some((each) => each.who.startsWith('Social worker'))).toBe(why);
    if (!why) expect(withoutForms(seen)).not.toMatch(/protection|Looked after|xploitation|ocial ?worker|Pat Worker/i);
  });

  it.each([
    ['ap-leader', true],
    ['attendance-officer', true],
    ['dsl', true],
    ['deputy-dsl', true],
    ['head', true],
    ['senco', false],
    ['designated-teacher', false],
  ] as const)('gives %s the follow-up and the numbers: %s', (role, rings) => {
    const seen = shown(role);
    expect(seen.timeline.some((each) => each.says === 'Rang Parent: Mrs Sparrow: no answer')).toBe(rings);
    expect(seen.contacts?.[0]).toMatchObject({
      contact: 'pu-1|mother',
      who: 'Parent: Mrs Sparrow',
      phones: rings ? ['01632 960001'] : [],
      barred: false,
    });
    expect(seen.contacts?.[0]?.caution).toBeUndefined();
  });

  it.each([
    ['ap-leader', 'Off-site direction (s.29A)'],
    ['attendance-officer', undefined],
    ['dsl', 'Off-site direction (s.29A)'],
    ['head', 'Off-site direction (s.29A)'],
  ] as const)('gives %s the timetable, with the basis %s', (role, legalBasis) => {
    const [held] = shown(role).placements;
    expect(held?.week).toHaveLength(2);
    expect(held?.legalBasis).toBe(legalBasis);
    expect(held?.primaryReason).toBe(legalBasis && 'Behaviour');
  });

  it.each(['senco', 'designated-teacher'] as const)(
    'gives the %s placements and reviews of own pupils only',
    (role) => {
      expect(shown(role)).toMatchObject({ placements: [], nextReview: undefined });
      expect(shown(role, ['pu-1'])).toMatchObject({ nextReview: { says: 'Review due by Fri 22 May (8.3).' } });
      expect(shown(role, ['pu-1']).placements[0]?.legalBasis).toBe('Off-site direction (s.29A)');
    },
  );

  it.each([
    ['ap-leader', { correct: true, flags: false, contacts: true, placements: true, bar: false }],
    ['attendance-officer', { correct: false, flags: false, contacts: true, placements: false, bar: false }],
    ['dsl', { correct: false, flags: true, contacts: false, placements: false, bar: true }],
    ['head', { correct: false, flags: false, contacts: false, placements: false, bar: false }],
  ] as const)('lets %s do what 10.2 lets them', (role, may) => {
    expect(shown(role).may).toEqual(may);
  });

  it.each([
    ['ap-leader', ['core', 'newContact']],
    ['attendance-officer', ['newContact']],
    ['dsl', ['flags']],
    ['head', []],
    ['senco', []],
  ] as const)('gives %s the forms %s and no other', (role, names) => {
    const { forms, contacts } = shown(role);
    expect(Object.entries(forms).flatMap(([name, form]) => (form ? [name] : []))).toEqual(names);
    const writes = role === 'ap-leader' || role === 'attendance-officer';
    expect(contacts?.map(({ form, barred }) => [form !== undefined, barred])).toEqual(
      contacts?.map(({ barred }) => [writes && !barred, barred]),
    );
  });

  it('never shows why a contact is barred, nor their number', () => {
    for (const role of readers) {
      const barred = shown(role).contacts?.find((each) => each.contact === 'pu-1|uncle');
      expect(barred).toMatchObject({ phones: [], caution: 'Barred: ask the DSL.' });
      expect(JSON.stringify(shown(role))).not.toContain('Court order');
    }
  });

  it('is nothing for a pupil who is not in the list', () => {
    expect(pupilView.show(seenBy(['head'], rows), { pupil: 'pu-9' })).toBeUndefined();
  });
});

describe('the picture of a term', () => {
  it('has a square for each session expected so far, with what nobody said', () => {
    const { squares } = shown('ap-leader');
    expect(
      squares.filter((each) => each.date >= '2026-05-01').map(({ date, session, shape }) => [date, session, shape]),
    ).toEqual([
      ['2026-05-05', 'AM', 'late'],
      ['2026-05-11', 'PM', 'unknown'],
      ['2026-05-12', 'AM', 'missing'],
    ]);
    expect(squares.every((each) => each.date >= '2026-04-13')).toBe(true);
  });

  it('says who changed what, and what stood before', () => {
    const late = shown('ap-leader').squares.find((each) => each.date === '2026-05-05');
    expect(late).toMatchObject({
      code: 'B',
      class: 'approved-activity',
      status: 'Late',
      says: 'Tue 5 May AM: Late 09:40, code B',
      changed: { by: 'Robin Example', at: '2026-05-05T08:50:00Z' },
      before: ['Tue 5 May 09:20, Robin Example: Absent, no word, code N'],
      amendReason: 'Bus late',
    });
  });

  it('is of an earlier term when that is asked for, and offers the terms at hand, the latest first', () => {
    const seen = seenBy(['ap-leader'], rows);
    const { terms, term, squares } = shown('ap-leader');
    expect(terms.map(({ label }) => label)).toEqual(['Summer 2026', 'Spring 2026', 'Autumn 2025']);
    expect(term).toBe(terms[0]?.term);
    const spring = pupilView.show(seen, { pupil: 'pu-1', term: terms[1]?.term });
    expect(spring?.squares.some(({ date, code }) => date === '2026-03-24' && code === 'I')).toBe(true);
    expect(spring?.squares.every(({ date }) => date < '2026-04-01')).toBe(true);
    expect(spring?.squares).not.toEqual(squares);
  });

  it('counts the AP sessions of each week that had one', () => {
    expect(shown('ap-leader').weeks.map(({ monday, ap }) => [monday, ap.attended, ap.possible])).toEqual([
      ['2026-04-27', 1, 1],
      ['2026-05-04', 1, 1],
      ['2026-05-11', 0, 1],
    ]);
  });

  it('gives both percentages beside those of the half term before', () => {
    const { shares, apPercent } = shown('ap-leader');
    expect(shares.now).toMatchObject({ name: 'Summer 1', ap: { attended: 2, possible: 3, percent: 66.7 } });
    expect(shares.now?.register).toEqual({ attended: 2, possible: 3, percent: 66.7 });
    expect(shares.before).toMatchObject({ name: 'Spring 2', ap: { attended: 0, possible: 1, percent: 0 } });
    expect(apPercent).toBe(67);
  });

  it('stays with the half term that ran last while there is holiday', () => {
    const easter: Moment = { today: '2026-04-02', time: '09:30', instant: '2026-04-02T08:30:00Z' };
    const holiday = page('ap-leader', [], easter);
    expect(holiday?.shares.now?.name).toBe('Spring 2');
    expect(holiday?.whereNow).toEqual(['Thu 2 Apr, no school: holiday']);
  });
});

describe('the timeline', () => {
  it('is newest first, each with who and the clause', () => {
    expect(shown('dsl').timeline.slice(0, 5)).toEqual([
      { at: '2026-05-12T08:26:00Z', says: 'Rang Social worker: spoke', by: 'Dee Safe', clause: '4.5' },
      { at: '2026-05-12T08:25:00Z', says: 'Rang Parent: Mrs Sparrow: no answer', by: 'Robin Example', clause: '4.5' },
      { at: '2026-05-12T08:21:00Z', says: 'Tue 12 May AM: DSL told', by: 'Robin Example', clause: '4.4' },
      { at: '2026-05-12T08:20:00Z', says: 'Tue 12 May AM: Absent, no word', by: 'Robin Example', clause: '4.5' },
      { at: '2026-05-12T08:20:00Z', says: 'Tue 12 May AM: not located, search begun', clause: '4.5' },
    ]);
  });

  it('ends with the start of the placement', () => {
    expect(shown('dsl').timeline.at(-1)).toEqual({ at: '2026-01-05', says: 'Placement at Hill Farm starts' });
  });
});

describe('the next review (8.3, D7, D8)', () => {
  const due = (startDate: string) => {
    const placement = [{ ...rows.placement?.[0], startDate }];
    return pupilView.show(seenBy(['ap-leader'], { ...rows, placement }), { pupil: 'pu-1' })?.nextReview?.due;
  };

  it('is due by the end of a half term with ten school days left at the start', () => {
    expect(due('2026-05-11')).toBe('2026-05-22');
  });

  it('…with nine left, by the end of the next', () => {
    expect(due('2026-05-12')).toBe('2026-07-22');
  });
});

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

/** What is shown, without the words that a form offers to choose from. */
function withoutForms(seen: object): string {
  return JSON.stringify(seen, (key, value) => (key === 'form' || key === 'forms' ? undefined : value));
}
