import { describe, expect, it } from 'vitest';
import { isUnanswered } from '../../../src/school/attendance/asked.ts';
import { attendanceConflict } from '../../../src/school/attendance/attendance-conflict.rule.ts';
import { expectedSessions } from '../../../src/school/attendance/expected-sessions.ts';
import { nNotSettled } from '../../../src/school/attendance/n-not-settled.rule.ts';
import { noteInSchool } from '../../../src/school/attendance/note-in-school.action.ts';
import { openList } from '../../../src/school/attendance/open-list.view.ts';
import { openRows } from '../../../src/school/attendance/open-rows.ts';
import { recordAttendance } from '../../../src/school/attendance/record-attendance.action.ts';
import { settleCode } from '../../../src/school/attendance/settle-code.action.ts';
import { todayFor } from '../../../src/school/attendance/today.ts';
import { unaccountedSession } from '../../../src/school/attendance/unaccounted-session.rule.ts';
import { momentOf } from '../../../src/school/moment.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { derbyshire } from '../derbyshire.ts';
import { mark, pupil, type Rows, seenBy, staff, tuesday } from '../facts.ts';
import { changesOf, farm, knownTo, placement, problemsOf, savesOf, slot } from '../knowing.ts';

const school: Rows = { ...farm, pupil: [pupil], roleAssignment: staff };
const rowKey = 'pl-1|2026-05-12|am';
const marked = (more: Readonly<Record<string, unknown>>): Rows => ({ attendance: [mark('2026-05-12', 'AM', more)] });

function note(more: Rows = {}, wish: object = {}, role: Role = 'attendance-officer', now = tuesday) {
  const whole = { placement: 'pl-1', date: '2026-05-12', session: 'AM', seen: '1', ...wish };
  return noteInSchool.attempt(knownTo([role], { ...school, ...more }, now), whole);
}

/** The row as it is after a decision. */
function asLeft(more: Rows, decision: ReturnType<typeof note>): Rows {
  const values = savesOf(decision).find((save) => save.record === 'attendance')?.values;
  const [stood = {}] = more.attendance ?? [];
  return { ...school, attendance: [{ ...stood, key: rowKey, ...values }] };
}

const findings = (rows: Rows) => attendanceConflict.check(seenBy([], rows), tuesday);
const rowOf = (rows: Rows) => todayFor(seenBy(['attendance-officer'], rows), '2026-05-12').sessions[0];

describe('in school after all (4.5; domain.md 14.10)', () => {
  it('is a conflict where the provider says present; the code that stands is left to the officer', () => {
    const there = marked({ providerStatus: 'AttendedOnTime', code: 'B', suggestedCode: 'B' });
    expect(findings({ ...school, ...there })).toEqual([]);
    const noted = note(there);
    const [save] = savesOf(noted);
    expect(save?.values).toMatchObject({ inSchool: true, suggestedCode: 'B' });
    expect(save?.values).not.toHaveProperty('code');
    const [finding] = findings(asLeft(there, noted));
    expect(finding).toMatchObject({ clause: '4.5', standing: 'breach', putRight: { action: 'settle-code' } });
    expect(rowOf(asLeft(there, noted))?.providers[0]?.rows[0]?.conflict).toContain('the register says in school');
    expect(openRows(seenBy(['attendance-officer'], asLeft(there, noted)))[0]).toMatchObject({ kind: 'conflict' });
  });

  it.each([
    ['AM', '/', {}],
    ['PM', '\\', { scheduleSlot: [slot('sl-1', 'pl-1', 'Tuesday', 'PM')] }],
  ] as const)(
    'suggests the %s code of a pupil in school where the provider says absent, and writes none',
    (session, code, more) => {
      const absent = mark('2026-05-12', session, { code: 'N', suggestedCode: 'N' });
      const decision = note({ attendance: [absent], ...more }, { session });
      const [save] = savesOf(decision);
      expect(save?.values).toMatchObject({ inSchool: true, suggestedCode: code });
      expect(save?.values).not.toHaveProperty('code');
      expect(save?.values).not.toHaveProperty('providerStatus');
    },
  );

  it('is enough where nobody has reported: nobody is chased, "all arrived" leaves the pupil out, and the officer settles', () => {
    const noted = note({}, { seen: null });
    const rows = asLeft({}, noted);
    expect(rows.attendance?.[0]).toMatchObject({
      providerStatus: 'NotReported',
      inSchool: true,
      suggestedCode: '/',
      registerKey: rowKey,
    });
    expect(rows.attendance?.[0]).not.toHaveProperty('code');
    const seen = seenBy(['attendance-officer'], rows);
    const [held] = expectedSessions(seen, '2026-05-12', 'AM');
    expect(held && isUnanswered(seen, held)).toBe(false);
    expect(held && isUnanswered(seenBy([], school), held)).toBe(true);
    expect(rowOf(rows)?.providers[0]).toMatchObject({ notReported: 0, rows: [{ inSchool: 'noted' }] });
    expect(openRows(seen)).toMatchObject([{ kind: 'in-school', suggestedCode: '/', seen: '1' }]);
  });

  it('stays known once it is settled, and a provider who then says present is a conflict again', () => {
    const rows = asLeft({}, note({}, { seen: null }));
    const [settled] = savesOf(
      settleCode.attempt(knownTo(['attendance-officer'], rows), {
        marks: [{ pupil: 'pu-1', date: '2026-05-12', session: 'AM', code: '/', seen: '1' }],
      }),
    );
    expect(settled?.values).toMatchObject({ code: '/', inSchool: false });
    const known: Rows = { ...rows, attendance: [{ ...rows.attendance?.[0], ...settled?.values }] };
    expect(rowOf(known)?.providers[0]?.rows[0]?.inSchool).toBe('settled');
    expect(openRows(seenBy(['attendance-officer'], known))).toEqual([]);
    const wish = { date: '2026-05-12', session: 'AM' };
    const [there] = savesOf(
      recordAttendance.attempt(knownTo(['attendance-officer'], known), {
        ...wish,
        marks: [{ placement: 'pl-1', status: 'AttendedOnTime', seen: '1' }],
      }),
    );
    expect(there?.values).toMatchObject({ inSchool: true, code: undefined, suggestedCode: 'B' });
  });

  it('asks for the code, not for the report, when the session is over', () => {
    const evening = momentOf('2026-05-12T18:00:00Z');
    const rows = asLeft({}, note({}, { seen: null }));
    const [finding] = unaccountedSession.check(seenBy([], rows, evening), evening);
    expect(finding?.putRight).toMatchObject({ action: 'settle-code', input: { marks: [{ code: '/' }] } });
  });

  it('a report of absence afterwards keeps the suggestion and looks for nobody', () => {
    const rows = asLeft({}, note({}, { seen: null }));
    const decision = recordAttendance.attempt(knownTo(['attendance-officer'], rows), {
      date: '2026-05-12',
      session: 'AM',
      marks: [{ placement: 'pl-1', status: 'AbsentNoReason', seen: '1' }],
    });
    expect(savesOf(decision)).toMatchObject([
      { record: 'attendance', values: { code: undefined, suggestedCode: '/' } },
    ]);
  });
});

describe('an N of a pupil who is in school after all', () => {
  const rows: Rows = {
    ...school,
    attendance: [mark('2026-05-01', 'AM', { code: 'N', suggestedCode: '/', inSchool: true })],
  };
  const open = (instant: string) =>
    openList.show(seenBy(['attendance-officer'], rows, momentOf(instant)), { date: instant.slice(0, 10) }).rows;

  it('keeps its clock and its place on the open list', () => {
    expect(open('2026-05-11T12:00:00Z')).toMatchObject([
      { kind: 'in-school', code: 'N', due: '2026-05-11', daysLeft: 0, suggestedCode: '/' },
    ]);
  });

  it('…and the day after its last is proposed as / still, not as O', () => {
    const due = open('2026-05-12T12:00:00Z').find(({ code }) => code === 'N');
    expect(due).toMatchObject({ daysLeft: -1, suggestedCode: '/' });
    const [finding] = nNotSettled.check(seenBy([], rows), tuesday);
    expect(finding).toMatchObject({ standing: 'breach', putRight: { input: { marks: [{ code: '/' }] } } });
  });
});

describe('who is looked for', () => {
  const open = { key: 'pu-1|2026-05-12|am', pupil: 'pu-1', date: '2026-05-12', session: 'AM', state: 'Open' };
  const missing: Rows = { ...marked({ code: 'N' }), followUp: [{ ...open, openedAt: '2026-05-12T08:15:00Z' }] };

  it('is found in school, as the person says who noted it', () => {
    expect(savesOf(note(missing))[1]).toMatchObject({
      record: 'followUp',
      values: { state: 'Located', located: 'In school', locatedSaidBy: 'Robin Example' },
    });
  });

  it('…and looked for again when it is taken back the same day; who was found elsewhere is left so', () => {
    const found = (located: string): Rows => ({
      ...marked({ code: 'N', inSchool: true }),
      followUp: [{ ...open, state: 'Located', located }],
    });
    expect(savesOf(note(found('In school'), { takenBack: true }))[1]).toMatchObject({ values: { state: 'Open' } });
    expect(savesOf(note(found('With his grandmother'), { takenBack: true }))).toHaveLength(1);
  });
});

describe('taken back', () => {
  it('the conflict is gone and what stood stays readable', () => {
    const rows = marked({ providerStatus: 'AttendedOnTime', code: 'B', suggestedCode: 'B', inSchool: true });
    const back = note(rows, { takenBack: true, note: 'Mixed up with his brother' });
    expect(findings(asLeft(rows, back))).toEqual([]);
    expect(savesOf(back)[0]?.values).toMatchObject({
      inSchool: false,
      suggestedCode: 'B',
      note: 'Not in school after all: Mixed up with his brother',
      amendedFrom: expect.stringContaining("in school, as the school's register said"),
    });
  });

  it('suggests what the report suggests', () => {
    const rows = marked({ code: 'N', suggestedCode: '/', inSchool: true });
    expect(savesOf(note(rows, { takenBack: true }))[0]?.values).toMatchObject({ suggestedCode: 'N' });
  });

  it('is refused once the code is settled', () => {
    const rows = marked({ providerStatus: 'NotReported', code: '/' });
    expect(problemsOf(note(rows, { takenBack: true }))[0]?.[1]).toContain(
      'The code / of a pupil in school is settled.',
    );
  });
});

describe('twice', () => {
  it.each([
    ['noted', { inSchool: true }, {}],
    ['settled as in school', { code: '/' }, {}],
    ['taken back', { inSchool: false }, { takenBack: true }],
  ])('%s changes nothing', (_, row, wish) => {
    const decision = note(marked(row), wish);
    expect(changesOf(decision)).toEqual([]);
    expect(decision).toMatchObject({ unchanged: [{ about: rowKey, outcome: 'unchanged', version: '1' }] });
  });

  it('somebody else’s version is left to the store to refuse', () => {
    expect(savesOf(note(marked({}), { seen: null }))[0]).toMatchObject({ seen: null });
  });
});

describe('it is refused, with a sentence', () => {
  const wednesday = momentOf('2026-05-13T09:00:00Z');
  const seventh = momentOf('2026-05-20T09:00:00Z');
  it.each([
    ['a day to come', {}, { date: '2026-05-14' }, tuesday, 'is in the future'],
    ['a weekend', {}, { date: '2026-05-09' }, tuesday, 'at the weekend'],
    ['a session not in the timetable', {}, { session: 'PM' }, tuesday, 'The timetable has no session'],
    ['no such placement', {}, { placement: 'pl-9' }, tuesday, 'There is no such placement.'],
    ['a pupil off roll', { pupil: [{ ...pupil, onRollTo: '2026-05-11' }] }, {}, tuesday, 'left the roll'],
    [
      'a placement that has ended',
      { placement: [placement('pl-1', { stage: 'Ended', actualEnd: '2026-05-11' })] },
      {},
      tuesday,
      'ended on',
    ],
    ['a paused placement', { placement: [placement('pl-1', { stage: 'Paused' })] }, {}, tuesday, 'is paused'],
    [
      'provision in school',
      { scheduleSlot: [slot('sl-1', 'pl-1', 'Tuesday', 'AM', { place: 'School' })] },
      {},
      tuesday,
      'is in school',
    ],
    ['the day after, without a reason', marked({}), {}, wednesday, 'say why this is entered late'],
    ['more than five school days after', marked({}), { note: 'x' }, seventh, 'ask the AP leader'],
  ])('%s', (_, more, wish, now, says) => {
    const problems = problemsOf(note(more, wish, 'attendance-officer', now));
    expect(problems[0]?.[1]).toContain(says);
  });

  it('…though the AP leader may, later than five school days', () => {
    expect(savesOf(note(marked({}), { note: 'Register of the day' }, 'ap-leader', seventh))).toHaveLength(1);
  });

  it.each([
    ['refused where the school is closed', 'Closure', {}],
    ['taken where the provider is, as then the pupil may come to school', 'ProviderClosure', { provider: 'pr-farm' }],
  ] as const)('%s', (_, kind, more) => {
    const closure = {
      key: 'ce-new',
      version: '1',
      kind,
      name: 'Boiler',
      firstDay: '2026-05-12',
      lastDay: '2026-05-12',
      sessions: 'Both',
      ...more,
    } as const;
    const known = knownTo(['attendance-officer'], school, tuesday, [...derbyshire, closure]);
    const decision = noteInSchool.attempt(known, { placement: 'pl-1', date: '2026-05-12', session: 'AM', seen: null });
    if (kind === 'Closure') expect(problemsOf(decision)[0]?.[1]).toContain('The school is closed in this session');
    else expect(savesOf(decision)[0]?.values).toMatchObject({ providerStatus: 'ProviderClosed', suggestedCode: '/' });
  });
});
