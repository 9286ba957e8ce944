import { describe, expect, it } from 'vitest';
import { recordAttendance } from '../../../src/school/attendance/record-attendance.action.ts';
import { settleCode } from '../../../src/school/attendance/settle-code.action.ts';
import { roles } from '../../../src/school/office/role-assignment.record.ts';
import { mark, pupil, type Rows } from '../facts.ts';
import { changesOf, farm, knownTo, placement, problemsOf, savesOf, slot } from '../knowing.ts';

const rows: Rows = { ...farm, pupil: [pupil] };
const onTime = { placement: 'pl-1', status: 'AttendedOnTime' };

function record(wish: object, more: Rows = {}) {
  const whole = { date: '2026-05-12', session: 'AM', marks: [onTime], ...wish };
  return recordAttendance.attempt(knownTo(['attendance-officer'], { ...rows, ...more }), whole);
}

function settle(code: string, more: Rows = {}, wish: object = {}, row: object = {}) {
  const attendance = [mark('2026-05-12', 'AM', { code: 'N', nature: undefined, ...row })];
  const whole = { marks: [{ pupil: 'pu-1', date: '2026-05-12', session: 'AM', code, seen: '1', ...wish }] };
  return settleCode.attempt(knownTo(['attendance-officer'], { ...rows, attendance, ...more }), whole);
}

describe('record-attendance says clearly what is wrong and saves nothing', () => {
  it.each([
    ['a day that has not come', { date: '2026-05-14' }, 'date', 'That day has not come yet.'],
    ['a Saturday', { date: '2026-05-09' }, 'date', 'That day is at the weekend. Nobody is expected.'],
    ['a holiday', { date: '2026-04-07' }, 'date', 'That day is in the holidays. Nobody is expected.'],
    ['a bank holiday', { date: '2026-05-04' }, 'date', 'That day is a bank holiday. Nobody is expected.'],
    ['no such date', { date: '2026-02-30' }, 'date', 'Give a date like 2026-11-24.'],
    ['no such session', { session: 'EVE' }, 'session', 'The session is AM or PM.'],
    ['no marks', { marks: [] }, 'marks', 'There is no mark to save.'],
  ])('%s', (_, wish, field, says) => {
    expect(problemsOf(record(wish))).toContainEqual([field, says]);
  });

  it('a day before the term dates that are loaded', () => {
    const says = 'The term dates for this day are not loaded. Load the next term dates. Nobody is expected.';
    expect(problemsOf(record({ date: '2025-07-01' }))).toContainEqual(['date', says]);
  });

  it('INSET, where nobody asked and no note says that the provider was open', () => {
    const inset = { '2026-06-02': 'INSET' };
    const now = { today: '2026-06-02', time: '10:00', instant: '2026-06-02T09:00:00Z' };
    const known = knownTo(['attendance-officer'], rows, now);
    const wish = (note?: string) => ({ date: Object.keys(inset)[0], session: 'AM', marks: [{ ...onTime, note }] });
    expect(problemsOf(recordAttendance.attempt(known, wish()))).toEqual([
      ['marks.0.note', 'The school is closed in this session. Say in the note that the provider was open.'],
    ]);
    const [save] = savesOf(recordAttendance.attempt(known, wish('Farm was open')));
    expect(save?.values).toMatchObject({ providerStatus: 'AttendedOnTime', code: undefined });
  });

  const placed = (more: object) => ({ placement: [placement('pl-1', { ...more })] });
  it.each([
    ['an ended placement', placed({ stage: 'Ended', actualEnd: '2026-05-11' }), 'The placement ended on Mon 11 May.'],
    ['a paused placement', placed({ stage: 'Paused' }), 'The placement is paused.'],
    [
      'a placement paused for the time',
      placed({ pausedFrom: '2026-05-11', pausedTo: '2026-05-12' }),
      'The placement is paused from Mon 11 May to Tue 12 May.',
    ],
    ['a placement not begun', placed({ startDate: '2026-05-13' }), 'The placement starts on Wed 13 May.'],
    ['a draft', placed({ stage: 'Draft' }), 'The placement has not started.'],
    ['a pupil off roll', { pupil: [{ ...pupil, onRollTo: '2026-05-11' }] }, 'The pupil left the roll on Mon 11 May.'],
    [
      'a pupil not yet on roll',
      { pupil: [{ ...pupil, onRollFrom: '2026-05-13' }] },
      'The pupil is on roll only from Wed 13 May.',
    ],
    ['a placement that does not exist', { placement: [] }, 'There is no such placement.'],
    [
      'a session not in the timetable',
      { scheduleSlot: [slot('sl-1', 'pl-1', 'Wednesday', 'AM')] },
      'The timetable has no session for this placement then: the pupil is not expected.',
    ],
  ])('%s', (_, more, says) => {
    expect(problemsOf(record({}, more))).toEqual([['marks.0.placement', says]]);
  });

  it('an ended placement still takes its last day', () => {
    expect(savesOf(record({}, placed({ stage: 'Ended', actualEnd: '2026-05-12' })))).toHaveLength(1);
  });

  it.each([
    ['late without a time', { status: 'AttendedLate' }, 'time', 'Give the time of arrival.'],
    ['late before the start', { status: 'AttendedLate', time: '09:14' }, 'time', '09:14 is before the 09:15 start.'],
    ['late after the end', { status: 'AttendedLate', time: '12:16' }, 'time', '12:16 is after the 12:15 end.'],
    ['no such time', { status: 'AttendedLate', time: '25:00' }, 'time', 'Give a time like 09:15.'],
    [
      'a retired code as the reason',
      { status: 'AbsentReason', reason: 'H' },
      'reason',
      'Code H was retired. Choose the reason in words, such as Illness.',
    ],
    [
      'a Covid code as the reason',
      { status: 'AbsentReason', reason: '7' },
      'reason',
      'Code 7 is retired. Choose the reason in words, such as Illness.',
    ],
    [
      'absent with reason, without it',
      { status: 'AbsentReason' },
      'reason',
      'Give the reason, or choose Absent, no word.',
    ],
    ['not expected without why', { status: 'NotExpected' }, 'reason', 'Say why the pupil is not expected.'],
  ])('%s', (_, more, field, says) => {
    expect(problemsOf(record({ marks: [{ ...onTime, ...more }] }))).toEqual([[`marks.0.${field}`, says]]);
  });

  it('a time at the very start is late by no minute', () => {
    const [save] = savesOf(record({ marks: [{ ...onTime, status: 'AttendedLate', time: '09:15' }] }));
    expect(save?.values).toMatchObject({ arrival: '09:15', minutesLate: 0 });
  });

  it('the same placement twice', () => {
    expect(problemsOf(record({ marks: [onTime, onTime] }))).toEqual([
      ['marks.1.placement', 'This placement stands twice in the same save. Send it once.'],
    ]);
  });

  it('one wrong mark among right ones: none is saved', () => {
    const decision = record({ marks: [onTime, { placement: 'pl-none', status: 'AttendedOnTime' }] });
    expect(problemsOf(decision)).toEqual([['marks.1.placement', 'There is no such placement.']]);
    expect('changes' in decision).toBe(false);
  });
});

describe('a pupil at two placements in one session', () => {
  const two: Rows = {
    placement: [placement('pl-1'), placement('pl-2')],
    scheduleSlot: [slot('sl-1', 'pl-1', 'Tuesday', 'AM'), slot('sl-9', 'pl-2', 'Tuesday', 'AM')],
  };
  const marks = [onTime, { placement: 'pl-2', status: 'AttendedOnTime' }];

  it('reported in one save: one row carries the code, the other none, and no register key is claimed twice', () => {
    const saves = savesOf(record({ marks }, two));
    expect(saves.map((save) => save.values)).toMatchObject([
      { code: 'B', registerKey: 'pu-1|2026-05-12|am' },
      { code: undefined, suggestedCode: 'B', registerKey: 'pl-2|2026-05-12|am' },
    ]);
  });

  it('reported after the other was: the second gets no code', () => {
    const first = mark('2026-05-12', 'AM', { code: 'B', registerKey: 'pu-1|2026-05-12|am' });
    const [save] = savesOf(record({ marks: marks.slice(1) }, { ...two, attendance: [first] }));
    expect(save?.values).toMatchObject({ code: undefined, registerKey: 'pl-2|2026-05-12|am' });
    expect(save?.onRegisterConflict).toMatchObject({ code: undefined, registerKey: 'pl-2|2026-05-12|am' });
  });

  it('is not settled on the row that does not carry the code', () => {
    const carrier = mark('2026-05-12', 'AM', { code: 'B', version: '7' });
    const other = { ...mark('2026-05-12', 'AM'), key: 'pl-2|2026-05-12|am', placement: 'pl-2', version: '8' };
    const says =
      "Another placement's mark carries the code of this session, and the register holds one. Settle that one.";
    expect(problemsOf(settle('I', { attendance: [carrier, other] }, { seen: '8' }))).toEqual([['marks.0.pupil', says]]);
    expect(savesOf(settle('I', { attendance: [carrier, other] }, { seen: '7' }))).toHaveLength(1);
  });

  it('that stood against the school register is no conflict any more once its code is chosen, and says what stood before', () => {
    const [save] = savesOf(
      settle('B', {}, {}, { providerStatus: 'AttendedOnTime', inSchool: true, nature: 'Farm work' }),
    );
    expect(save?.values).toMatchObject({ code: 'B', inSchool: false });
    expect(JSON.stringify(save?.values)).toContain("in school, as the school's register said");
    expect(savesOf(settle('I'))[0]?.values).not.toHaveProperty('inSchool');
  });

  it('is settled once in a save', () => {
    const one = { pupil: 'pu-1', date: '2026-05-12', session: 'AM', code: 'I', seen: '1' };
    const known = knownTo(['attendance-officer'], { ...rows, attendance: [mark('2026-05-12', 'AM', { code: 'N' })] });
    expect(problemsOf(settleCode.attempt(known, { marks: [one, { ...one, code: 'O' }] }))).toEqual([
      ['marks.1.pupil', 'This session stands twice in the same save. Send it once.'],
    ]);
  });
});

describe('settle-code says clearly what is wrong and saves nothing', () => {
  const online: Rows = {
    placement: [placement('pl-1', { provider: 'pr-online', natureOfActivity: undefined })],
    scheduleSlot: [slot('sl-1', 'pl-1', 'Tuesday', 'AM', { site: 'si-online', place: 'Home' })],
  };

  it.each([
    ['H', 'Code H was retired on Sun 18 Aug 2024. Choose the code that replaced it.'],
    ['J', 'Code J was retired on Sun 18 Aug 2024. Choose the code that replaced it.'],
    ['Y', 'Code Y was retired on Sun 18 Aug 2024. Choose the code that replaced it.'],
    ['F', 'Code F was retired. Choose the code that replaced it.'],
    ['8', 'Code 8 was retired. Choose the code that replaced it.'],
    ['QQ', 'There is no register code "QQ".'],
  ])('code %s', (code, says) => {
    expect(problemsOf(settle(code))).toEqual([['marks.0.code', says]]);
  });

  it.each(['B', 'K', 'W', 'P', 'V'])('%s for an online session at home', (code) => {
    const says = `Online lessons at home are never code ${code}: the pupil is not physically at a supervised place. Choose an absence code.`;
    expect(problemsOf(settle(code, online, { note: 'Lessons' }))).toEqual([['marks.0.code', says]]);
  });

  it.each(['C2', 'I'])('%s for an online session at home is taken', (code) => {
    expect(savesOf(settle(code, online))).toHaveLength(1);
  });

  it.each([
    ['B', 'Code B needs a note: the nature of the activity.'],
    ['K', 'Code K needs a note: the nature of the activity.'],
    ['Y7', 'Code Y7 needs a note: the nature of the cause.'],
  ])('%s without a note, and with blanks for one', (code, says) => {
    expect(problemsOf(settle(code))).toEqual([['marks.0.note', says]]);
    expect(problemsOf(settle(code, {}, { note: '  ' }))).toEqual([['marks.0.note', says]]);
    expect(savesOf(settle(code, {}, { note: 'Animal care' }))).toHaveLength(1);
  });

  it('any code but C for a flexi-schooling session at home', () => {
    const flexi: Rows = {
      placement: [placement('pl-1', { legalBasis: 'FLEXI' })],
      scheduleSlot: [slot('sl-1', 'pl-1', 'Tuesday', 'AM', { place: 'Home' })],
    };
    for (const code of ['X', 'B', 'I']) expect(problemsOf(settle(code, flexi, { note: 'n' }))).toHaveLength(1);
    expect(savesOf(settle('C', flexi))).toHaveLength(1);
  });

  it('a session of which nothing was reported, and a day that has not come', () => {
    expect(problemsOf(settle('I', { attendance: [] }))).toEqual([
      ['marks.0.pupil', 'Nothing was reported for this session. Record the attendance first.'],
    ]);
    const says = 'Thu 14 May is in the future. Attendance is recorded on the day or after it.';
    const ahead = { attendance: [mark('2026-05-14', 'AM')] };
    expect(problemsOf(settle('I', ahead, { date: '2026-05-14' }))).toEqual([['marks.0.date', says]]);
  });

  it('a code of attendance where the school is closed', () => {
    const known = knownTo(['ap-leader'], { ...rows, attendance: [mark('2026-05-04', 'AM')] });
    const wish = { pupil: 'pu-1', date: '2026-05-04', session: 'AM', code: 'B', note: 'Animal care', seen: '1' };
    expect(problemsOf(settleCode.attempt(known, { marks: [wish] }))).toEqual([
      ['marks.0.code', 'The school is closed in this session (bank holiday): its code is #, never B.'],
    ]);
    expect(savesOf(settleCode.attempt(known, { marks: [{ ...wish, code: '#' }] }))).toHaveLength(1);
  });
});

describe('a role without the right', () => {
  it.each([recordAttendance, settleCode])('may not $name', (action) => {
    const may = roles.filter((role) => action.roles.includes(role));
    expect(may).toEqual(['ap-leader', 'attendance-officer']);
    expect(action.roles).not.toContain('clock');
  });
});

describe('what is right is saved', () => {
  it('with the code that the law gives', () => {
    expect(changesOf(record({}))[0]).toMatchObject({
      key: 'pl-1|2026-05-12|am',
      seen: null,
      values: { code: 'B', nature: 'Animal care', registerKey: 'pu-1|2026-05-12|am', codeByName: 'Robin Example' },
    });
  });
});
