import { describe, expect, it } from 'vitest';
import { settleDaysOn } from '../../../src/school/attendance/n-clock.ts';
import { changeSetting } from '../../../src/school/office/change-setting.action.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { settings } from '../../../src/school/office/settings.view.ts';
import { policyOn, settingsOn, yearsKeptOn } from '../../../src/school/office/settings-on.ts';
import { useChannel } from '../../../src/school/office/use-channel.action.ts';
import { withdrawSetting } from '../../../src/school/office/withdraw-setting.action.ts';
import { seenBy, staff } from '../facts.ts';
import { knownTo, problemsOf, savesOf } from '../knowing.ts';

type Row = Readonly<Record<string, unknown>>;
const changed = (name: string, n: number, value: unknown, validFrom: string, more: Row = {}): Row => ({
  key: `setting|${name.toLowerCase()}|${n}`,
  version: `v${n}`,
  name,
  value,
  validFrom,
  state: 'Active',
  changedByName: 'Sam Head',
  changedAt: '2026-04-20T08:30:00Z',
  ...more,
});
const rowsOf = (setting: readonly Row[]) => ({ roleAssignment: staff, setting });
const change = (wish: object, { by = 'head', rows = [] }: { by?: Role; rows?: readonly Row[] } = {}) =>
  changeSetting.attempt(knownTo([by], rowsOf(rows)), { from: '2026-05-18', seen: '', ...wish });
const table = (rows: readonly Row[]) => seenBy(['head'], rowsOf(rows)).records.setting;
const page = (rows: readonly Row[], by: Role = 'ap-leader') => settings.show(seenBy([by], rowsOf(rows)), {});
const line = (rows: readonly Row[], name: string, by?: Role) =>
  page(rows, by)
    .groups.flatMap((group) => group.settings)
    .find((each) => each.name === name);

describe('a setting on a day', () => {
  const rows = [
    { key: 'policy', value: { name: 'Autumn 2025', confirmMinutes: 20 } },
    changed('confirmMinutes', 1, 25, '2026-05-11'),
    changed('confirmMinutes', 2, 15, '2026-05-18'),
    changed('confirmMinutes', 3, 10, '2026-05-25', { state: 'WaitsForHead' }),
    changed('confirmMinutes', 4, 5, '2026-05-13', { state: 'Withdrawn' }),
  ];

  it.each([
    ['2026-05-10', 20],
    ['2026-05-11', 25],
    ['2026-05-17', 25],
    ['2026-05-18', 15],
    ['2026-06-30', 15],
  ])('is on %s what was changed by then: %i minutes', (day, minutes) => {
    expect(policyOn(table(rows), day).confirmMinutes).toBe(minutes);
  });

  it('of two changes from one day is the later made; one that was spoilt by hand is left aside', () => {
    const twice = [
      changed('morningRound', 2, '08:40', '2026-05-11'),
      changed('morningRound', 1, '08:45', '2026-05-11'),
    ];
    expect(policyOn(table(twice), '2026-05-11').morningRound).toBe('08:40');
    const spoilt = [...twice, changed('morningRound', 3, 'early', '2026-05-12')];
    expect(policyOn(table(spoilt), '2026-05-12').morningRound).toBe('08:40');
  });

  it('of the school too, down to the years that records are kept', () => {
    const own = [
      { key: 'school', value: { name: 'Hillcrest', yearsKept: { register: 7, provider: 6, governance: 6 } } },
      changed('school.yearsKept.register', 1, 8, '2026-05-18'),
      changed('school.localAuthority', 1, 'Derbyshire', '2026-05-11'),
    ];
    expect(settingsOn(table(own), '2026-05-12')).toMatchObject({ name: 'Hillcrest', localAuthority: 'Derbyshire' });
    expect([
      yearsKeptOn(table(own), '2026-05-17', 'register'),
      yearsKeptOn(table(own), '2026-05-18', 'register'),
    ]).toEqual([7, 8]);
    expect(yearsKeptOn(table(own), '2026-05-18', 'pupil-file')).toBeUndefined();
  });

  it('leaves the limit of an N as it was on the day of its session', () => {
    const { records } = seenBy(['head'], rowsOf([changed('settleSchoolDays', 1, 3, '2026-05-11')]));
    expect([settleDaysOn({ records }, '2026-05-10'), settleDaysOn({ records }, '2026-05-11')]).toEqual([5, 3]);
  });

  it('is not lost when the channel is set', () => {
    const own = [
      { key: 'school', value: { name: 'Hillcrest' } },
      changed('school.name', 1, 'Hillcrest Academy', '2026-05-11'),
    ];
    const [save] = savesOf(useChannel.attempt(knownTo(['ap-leader'], rowsOf(own)), { channel: '19:x' }));
    expect(save?.values).toMatchObject({ value: { name: 'Hillcrest', attendanceChannel: '19:x' } });
  });
});

describe('a change of a setting', () => {
  it('is a new row with the day, who and why; nothing that stands is written', () => {
    const rows = [changed('confirmMinutes', 1, 25, '2026-05-11')];
    expect(savesOf(change({ name: 'confirmMinutes', value: 20, seen: 'v1', why: 'Too slow' }, { rows }))).toEqual([
      {
        kind: 'save',
        record: 'setting',
        key: 'setting|confirmminutes|2',
        seen: null,
        values: {
          name: 'confirmMinutes',
          value: 20,
          validFrom: '2026-05-18',
          state: 'Active',
          why: 'Too slow',
          changedBy: 'person-1',
          changedByName: 'Robin Example',
          changedAt: '2026-05-12T08:30:00Z',
        },
      },
    ]);
  });

  it('counts from today at the earliest, and not from years away', () => {
    const wish = { name: 'confirmMinutes', value: 20 };
    expect(problemsOf(change({ ...wish, from: '2026-05-11' }))[0]?.[0]).toBe('from');
    expect(savesOf(change({ ...wish, from: '2026-05-12' }))).toHaveLength(1);
    expect(savesOf(change({ ...wish, from: '2027-08-31' }))).toHaveLength(1);
    expect(problemsOf(change({ ...wish, from: '2027-09-01' }))[0]?.[0]).toBe('from');
  });

  it.each([
    ['settleSchoolDays', 5, 6, 'at most 5. The law gives five school days'],
    ['settleSchoolDays', 1, 0, 'at least 1.'],
    ['contactNumbers', 2, 1, 'at least 2. Guidance asks'],
    ['escalateMinutes', 60, 61, 'at most 60.'],
    ['acknowledgeMinutes', 14, 16, 'at most 15.'],
    ['attendanceReturnDays', 9, 11, 'at most 10. The law'],
    ['sicknessReturnDays', 14, 16, 'at most 15. The law'],
    ['reviewActiveDays', 10, 11, 'at most 10. Every pupil is reviewed in every half term (8.3)'],
    ['settlingSchoolDays', 10, 11, 'at most 10.'],
    ['reviewGapSchoolDays', 45, 46, 'at most 45. Every pupil'],
    ['invitationDays', 6, 5, 'at least 6. The law gives parents six days'],
    ['requestQuietDays', 70, 71, 'at most 70. The law lets only ten weeks'],
    ['outcomeNoticeDays', 6, 7, 'at most 6.'],
    ['reviewRedSchoolDays', 14, 15, 'Red comes after amber'],
    ['school.yearsKept.register', 7, 5, 'at least 6. Register entries'],
    ['morningRound', '08:45', '25:00', 'a time like 08:50'],
    ['confirmMinutes', 20, 20.5, 'a whole number'],
    ['school.organiser', 'ap@school.example', 'ap at school', 'Give the mailbox as an address'],
    ['school.localAuthorityAbsenceForm', 'https://forms.example/ap', 'javascript:alert(1)', 'beginning with https://'],
    ['school.name', 'Hillcrest', '', 'Name of the school is missing.'],
  ])('of %s is taken at %s and refused at %s', (name, good, bad, says) => {
    expect(problemsOf(change({ name, value: good }))).toEqual([]);
    expect(problemsOf(change({ name, value: bad }))[0]?.[1]).toContain(says);
  });

  it('keeps the order of the day and of the chase, on every day on which it counts', () => {
    expect(problemsOf(change({ name: 'morningRound', value: '12:30' }))[0]?.[1]).toBe(
      'Morning round (12:30) has to come before Morning ends (12:30).',
    );
    expect(savesOf(change({ name: 'morningRound', value: '12:29' }))).toHaveLength(1);
    expect(problemsOf(change({ name: 'confirmMinutes', value: 46 }))[0]?.[1]).toContain('Second chase');
    expect(savesOf(change({ name: 'confirmMinutes', value: 45 }))).toHaveLength(1);
    const rows = [changed('secondChaseMinutes', 1, 35, '2026-06-01')];
    expect(problemsOf(change({ name: 'confirmMinutes', value: 40 }, { rows }))[0]?.[1]).toContain('From Mon 1 Jun: ');
    const until = [...rows, changed('confirmMinutes', 1, 30, '2026-06-01')];
    expect(savesOf(change({ name: 'confirmMinutes', value: 40, seen: 'v1' }, { rows: until }))).toHaveLength(1);
  });

  it('to what counts already is none; on an older version it is refused with who was first', () => {
    expect(change({ name: 'confirmMinutes', value: 30 })).toMatchObject({
      changes: [],
      unchanged: [{ outcome: 'unchanged' }],
    });
    const rows = [changed('confirmMinutes', 1, 25, '2026-05-11')];
    expect(problemsOf(change({ name: 'confirmMinutes', value: 20 }, { rows }))).toEqual([
      ['seen', 'Sam Head changed this at 09:30. Yours was not saved. Look at theirs first.'],
    ]);
    expect(problemsOf(change({ name: 'nothing', value: 20 }))).toEqual([['name', 'There is no such setting.']]);
  });
});

describe('a number of the policy (domain.md 10.2: the head approves)', () => {
  const wish = { name: 'confirmMinutes', value: 20 };
  const waits = changed('confirmMinutes', 1, 20, '2026-05-18', {
    state: 'WaitsForHead',
    changedByName: 'Robin Example',
  });

  it('waits for the head when the AP leader changes it; the school’s own settings do not', () => {
    expect(savesOf(change(wish, { by: 'ap-leader' }))[0]?.values).toMatchObject({ state: 'WaitsForHead' });
    expect(savesOf(change({ name: 'morningRound', value: '08:40' }, { by: 'ap-leader' }))[0]?.values).toMatchObject({
      state: 'Active',
    });
  });

  it('counts when the head says the same, from the day the head names', () => {
    expect(savesOf(change({ ...wish, seen: 'v1' }, { rows: [waits] }))).toEqual([
      {
        kind: 'save',
        record: 'setting',
        key: 'setting|confirmminutes|1',
        seen: 'v1',
        values: {
          state: 'Active',
          validFrom: '2026-05-18',
          agreedByName: 'Robin Example',
          agreedAt: '2026-05-12T08:30:00Z',
        },
      },
    ]);
  });

  it('asked for twice is asked for once; another wish takes its place', () => {
    const again = { by: 'ap-leader', rows: [waits] } as const;
    expect(change({ ...wish, seen: 'v1' }, again)).toMatchObject({
      changes: [],
      unchanged: [{ outcome: 'unchanged' }],
    });
    expect(savesOf(change({ ...wish, value: 25, seen: 'v1' }, again))).toMatchObject([
      { key: 'setting|confirmminutes|2', values: { state: 'WaitsForHead', value: 25 } },
      { key: 'setting|confirmminutes|1', seen: 'v1', values: { state: 'Withdrawn' } },
    ]);
    expect(savesOf(change({ ...wish, value: 25, seen: 'v1' }, { rows: [waits] }))).toMatchObject([
      { values: { state: 'Active', value: 25 } },
      { values: { state: 'Withdrawn' } },
    ]);
  });

  it('is taken back before it begins: by who asked, and what the head agreed to by the head alone', () => {
    const back = (row: Row, by: Role) =>
      withdrawSetting.attempt(knownTo([by], rowsOf([row])), { change: 'setting|confirmminutes|1', seen: 'v1' });
    expect(savesOf(back(waits, 'ap-leader'))[0]).toMatchObject({ seen: 'v1', values: { state: 'Withdrawn' } });
    const agreed = { ...waits, state: 'Active' };
    expect(problemsOf(back(agreed, 'ap-leader'))[0]?.[1]).toContain('only the head');
    expect(savesOf(back(agreed, 'head'))).toHaveLength(1);
    expect(savesOf(back({ ...agreed, validFrom: '2026-05-13' }, 'head'))).toHaveLength(1);
    expect(problemsOf(back({ ...agreed, validFrom: '2026-05-12' }, 'head'))[0]?.[1]).toContain('counts already');
    expect(problemsOf(back({ ...waits, version: 'v2' }, 'head'))[0]?.[0]).toBe('seen');
    expect(back({ ...waits, state: 'Withdrawn' }, 'head')).toMatchObject({ changes: [] });
  });
});

describe('the screen of settings', () => {
  it('says that every number is the policy’s own, or how many are not', () => {
    expect(page([]).says).toBe('Every number is the policy’s own');
    expect(page([changed('confirmMinutes', 1, 25, '2026-05-12')]).says).toBe('1 setting differs from the policy');
    expect(page([changed('confirmMinutes', 1, 25, '2026-05-13')]).says).toBe('Every number is the policy’s own');
    const waits = [changed('confirmMinutes', 1, 25, '2026-05-12', { state: 'WaitsForHead' })];
    expect([page(waits).says, page(waits, 'head').says]).toEqual([
      '1 change waits for the head',
      '1 change waits for you',
    ]);
  });

  it('shows value, policy, clause, since when, by whom, and what was before', () => {
    const rows = [
      { key: 'policy', value: { confirmMinutes: 20 } },
      changed('confirmMinutes', 1, 25, '2026-04-20', { why: 'Too soon' }),
      changed('confirmMinutes', 2, 35, '2026-05-11', { agreedByName: 'Kim Chief' }),
    ];
    expect(line(rows, 'confirmMinutes')).toMatchObject({
      shown: '35 minutes',
      usual: '30 minutes',
      clause: '4.5',
      since: '2026-05-11',
      by: 'Sam Head',
      agreedBy: 'Kim Chief',
      seen: 'v2',
      waitsForHead: true,
      earlier: [{ shown: '25 minutes', from: '2026-04-20', by: 'Sam Head', why: 'Too soon' }, { shown: '20 minutes' }],
    });
    expect(line([], 'settleSchoolDays')).toMatchObject({
      shown: '5 school days',
      limit: expect.stringContaining('The law gives five school days'),
      most: 5,
      earlier: [],
      seen: '',
    });
  });

  it('shows what comes and what waits, with who may agree and take back', () => {
    const rows = [
      changed('confirmMinutes', 1, 25, '2026-05-13'),
      changed('confirmMinutes', 2, 20, '2026-05-25', { state: 'WaitsForHead' }),
    ];
    const may = (by: Role) => line(rows, 'confirmMinutes', by)?.coming.map((one) => [one.waits, one.may]);
    expect(may('ap-leader')).toEqual([
      [false, { agree: false, withdraw: false }],
      [true, { agree: false, withdraw: true }],
    ]);
    expect(may('head')).toEqual([
      [false, { agree: false, withdraw: true }],
      [true, { agree: true, withdraw: true }],
    ]);
    expect(may('attendance-officer')).toEqual([
      [false, { agree: false, withdraw: false }],
      [true, { agree: false, withdraw: false }],
    ]);
  });

  it('finds the name of who changed it among the roles where none was kept', () => {
    const row = changed('morningRound', 1, '08:40', '2026-05-11', { changedByName: undefined, changedBy: 'p-dsl' });
    expect(line([row], 'morningRound')?.by).toBe('dsl');
  });

  it('is read by the AP leader, the officer and the head, and changed by two of them', () => {
    expect(settings.roles).toEqual(['ap-leader', 'attendance-officer', 'head']);
    expect(page([], 'attendance-officer').may.change).toBe(false);
    expect(page([], 'head').may.change).toBe(true);
  });
});
