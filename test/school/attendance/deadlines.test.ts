import { describe, expect, it } from 'vitest';
import { recordAttendance } from '../../../src/school/attendance/record-attendance.action.ts';
import { attendanceReturn, sicknessReturn } from '../../../src/school/attendance/returns.ts';
import { sessionDeadlines } from '../../../src/school/attendance/session-deadlines.ts';
import { sessionNotConfirmed } from '../../../src/school/attendance/session-not-confirmed.rule.ts';
import { settleCode } from '../../../src/school/attendance/settle-code.action.ts';
import { suspensionDaySix } from '../../../src/school/attendance/suspension-day-six.ts';
import { unaccountedSession } from '../../../src/school/attendance/unaccounted-session.rule.ts';
import { buildCalendar } from '../../../src/school/calendar/build-calendar.ts';
import { momentOf } from '../../../src/school/moment.ts';
import { policyFrom } from '../../../src/school/office/policy-edition.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import type { Rule } from '../../../src/school/rule.ts';
import { derbyshire } from '../derbyshire.ts';
import { mark, pupil, type Rows, seenBy } from '../facts.ts';
import { farm, knownTo, problemsOf, savesOf } from '../knowing.ts';

const rows: Rows = { ...farm, pupil: [pupil] };
const calendar = buildCalendar(derbyshire);
const found = (rule: Rule, instant: string, more: Rows = {}) =>
  rule.check(seenBy([], { ...rows, ...more }), momentOf(instant));

describe('a session is confirmed (4.5, D2)', () => {
  it('30, 45 and 60 minutes after 09:15', () => {
    expect(sessionDeadlines('09:15', policyFrom({}))).toEqual({
      confirmBy: '09:45',
      secondChase: '10:00',
      escalate: '10:15',
    });
  });

  it('is no matter before its start, due from 09:15, a breach from 09:45', () => {
    expect(found(sessionNotConfirmed, '2026-05-12T08:14:00Z')).toEqual([]);
    expect(found(sessionNotConfirmed, '2026-05-12T08:15:00Z')[0]).toMatchObject({ standing: 'due', clause: '4.5' });
    expect(found(sessionNotConfirmed, '2026-05-12T08:44:00Z')[0]?.standing).toBe('due');
    const [late] = found(sessionNotConfirmed, '2026-05-12T08:45:00Z');
    expect(late).toMatchObject({ standing: 'breach', evidence: [{ held: 'Tue 12 May, 09:15', record: 'sl-1' }] });
    expect(late?.says.outside).not.toContain('J.S.');
  });

  it('ends when anything was reported, and not by a row that says Not reported', () => {
    const said = (providerStatus: string) => ({ attendance: [mark('2026-05-12', 'AM', { providerStatus })] });
    expect(found(sessionNotConfirmed, '2026-05-12T09:00:00Z', said('AbsentNoReason'))).toEqual([]);
    expect(found(sessionNotConfirmed, '2026-05-12T09:00:00Z', said('NotReported'))).toHaveLength(1);
  });
});

describe('an expected session without a code (4.5)', () => {
  const silent = { attendance: [mark('2026-05-12', 'AM', { providerStatus: 'NotReported' })] };

  it('is no matter until the morning is over at 12:30, then a breach', () => {
    expect(found(unaccountedSession, '2026-05-12T11:29:00Z', silent)).toEqual([]);
    expect(found(unaccountedSession, '2026-05-12T11:30:00Z', silent)[0]).toMatchObject({
      standing: 'breach',
      putRight: { action: 'record-attendance' },
    });
  });

  it('is none with a code, where nobody was expected, or where the school is closed', () => {
    const row = (more: Readonly<Record<string, unknown>>) => ({ attendance: [mark('2026-05-12', 'AM', more)] });
    expect(found(unaccountedSession, '2026-05-13T08:00:00Z', row({ code: 'N' }))).toEqual([]);
    expect(found(unaccountedSession, '2026-05-13T08:00:00Z', row({ providerStatus: 'NotExpected' }))).toEqual([]);
    const inset = { attendance: [mark('2026-06-01', 'AM', { providerStatus: 'AttendedOnTime' })] };
    expect(found(unaccountedSession, '2026-06-03T08:00:00Z', inset)).toEqual([]);
    const open = { attendance: [mark('2026-06-03', 'AM', { providerStatus: 'AttendedOnTime' })] };
    expect(found(unaccountedSession, '2026-06-04T08:00:00Z', open)[0]?.putRight?.action).toBe('settle-code');
  });
});

describe('the sixth day of a suspension (D19)', () => {
  it('is not reached by five school days, and is the sixth', () => {
    expect(suspensionDaySix(calendar, [{ firstDay: '2026-05-11', lastDay: '2026-05-15' }])).toBeUndefined();
    expect(suspensionDaySix(calendar, [{ firstDay: '2026-05-11', lastDay: '2026-05-18' }])).toEqual({
      day: '2026-05-18',
    });
  });

  it('counts several suspensions together only without a school day between', () => {
    const first = { firstDay: '2026-05-19', lastDay: '2026-05-22' };
    expect(suspensionDaySix(calendar, [first, { firstDay: '2026-06-03', lastDay: '2026-06-04' }])).toEqual({
      day: '2026-06-04',
    });
    expect(suspensionDaySix(calendar, [first, { firstDay: '2026-06-04', lastDay: '2026-06-08' }])).toBeUndefined();
  });

  it('is refused past the loaded terms', () => {
    expect(suspensionDaySix(calendar, [{ firstDay: '2026-07-20', lastDay: '2026-09-10' }])).toMatchObject({
      notLoaded: true,
    });
  });
});

describe('the returns (D20)', () => {
  const days = ['05-05', '05-06', '05-07', '05-08', '05-11', '05-12', '05-13', '05-14', '05-15', '05-18'];
  const coded = (list: readonly string[], code: string) =>
    list.flatMap((day) => (['AM', 'PM'] as const).map((session) => ({ date: `2026-${day}`, session, code })));

  it('of attendance takes G, N, O and U together, all sessions of the day', () => {
    const mixed = coded(days, 'O').map((each, nth) => ({ ...each, code: ['G', 'N', 'O', 'U'][nth % 4] }));
    expect(attendanceReturn(calendar, mixed, 10)).toEqual({ from: '2026-05-05', to: '2026-05-18', days: 10 });
    expect(attendanceReturn(calendar, mixed.slice(0, 18), 10)).toBeUndefined();
    expect(
      attendanceReturn(
        calendar,
        mixed.filter((_, nth) => nth !== 7),
        10,
      ),
    ).toBeUndefined();
  });

  it('of attendance goes on over a holiday, for it has no school day', () => {
    const over = coded(['05-15', '05-18', '05-19', '05-20', '05-21', '05-22', '06-03', '06-04', '06-05', '06-08'], 'O');
    expect(attendanceReturn(calendar, over, 10)?.days).toBe(10);
  });

  it('of sickness takes days with any session I, and what is still expected', () => {
    const ill = coded(days, 'I').filter((each) => each.session === 'PM');
    expect(sicknessReturn(calendar, ill, '2026-05-18', 15)).toBeUndefined();
    expect(sicknessReturn(calendar, ill, '2026-05-18', 15, 4)).toBeUndefined();
    expect(sicknessReturn(calendar, ill, '2026-05-18', 15, 5)).toMatchObject({ kind: 'consecutive', days: 15 });
  });

  it('of sickness adds up single days within one school year only', () => {
    const single = ['03-02', '03-04', '03-06', '03-10', '03-12', '04-14', '04-16', '04-20', '04-22', '04-24'];
    const more = ['05-05', '05-07', '05-11', '05-13', '05-15'];
    expect(sicknessReturn(calendar, coded([...single, ...more], 'I'), '2026-05-18', 15)).toMatchObject({
      kind: 'cumulative',
      days: 15,
    });
    expect(sicknessReturn(calendar, coded([...single, ...more.slice(1)], 'I'), '2026-05-18', 15)).toBeUndefined();
    expect(sicknessReturn(calendar, coded([...single, ...more], 'I'), '2026-09-03', 15)).toBeUndefined();
  });
});

describe('entered after the day (domain.md 14.9)', () => {
  const enter = (role: Role, instant: string, more: object = {}) =>
    recordAttendance.attempt(knownTo([role], rows, momentOf(instant)), {
      date: '2026-05-05',
      session: 'AM',
      marks: [{ placement: 'pl-1', status: 'AttendedOnTime', amend: 'The farm rang back', ...more }],
    });

  it('on the next day needs a reason', () => {
    expect(problemsOf(enter('attendance-officer', '2026-05-06T08:00:00Z', { amend: undefined }))).toEqual([
      ['marks.0.amend', 'The day is over. Say why this is entered late.'],
    ]);
    expect(savesOf(enter('attendance-officer', '2026-05-06T08:00:00Z'))[0]?.values).toMatchObject({
      amendReason: 'The farm rang back',
    });
  });

  it('is the officer’s on the fifth school day, on the sixth only the AP leader’s', () => {
    expect(savesOf(enter('attendance-officer', '2026-05-12T22:30:00Z'))).toHaveLength(1);
    expect(problemsOf(enter('attendance-officer', '2026-05-12T23:30:00Z'))).toEqual([
      ['date', 'That is more than 5 school days ago. Only the AP leader may enter or change it.'],
    ]);
    expect(savesOf(enter('ap-leader', '2026-05-12T23:30:00Z'))).toHaveLength(1);
  });

  it('code O for an expired N is confirmed by the officer, another code by the AP leader', () => {
    const attendance = [mark('2026-05-01', 'AM', { code: 'N' })];
    const settle = (role: Role, code: string, instant = '2026-05-12T08:00:00Z') =>
      settleCode.attempt(knownTo([role], { ...rows, attendance }, momentOf(instant)), {
        marks: [{ pupil: 'pu-1', date: '2026-05-01', session: 'AM', code, seen: '1' }],
      });
    expect(savesOf(settle('attendance-officer', 'O'))[0]?.values).toMatchObject({ code: 'O', nDeadline: undefined });
    expect(problemsOf(settle('attendance-officer', 'I'))).toEqual([
      ['marks.0.date', 'More than 5 school days have passed since Fri 1 May: ask the AP leader to enter it.'],
    ]);
    expect(savesOf(settle('ap-leader', 'I'))).toHaveLength(1);
    expect(savesOf(settle('attendance-officer', 'I', '2026-05-11T22:30:00Z'))).toHaveLength(1);
  });
});

describe('an amendment', () => {
  const stands = mark('2026-05-12', 'AM', {
    providerStatus: 'AbsentReason',
    reason: 'Illness',
    code: 'I',
    reportedAt: '2026-05-12T08:20:00Z',
    reportedByName: 'Robin Example',
  });
  const change = (more: object) =>
    recordAttendance.attempt(knownTo(['attendance-officer'], { ...rows, attendance: [stands] }), {
      date: '2026-05-12',
      session: 'AM',
      marks: [{ placement: 'pl-1', status: 'AttendedOnTime', seen: '1', ...more }],
    });

  it('needs a reason and says who stood there before', () => {
    expect(problemsOf(change({}))).toEqual([
      ['marks.0.amend', 'Robin Example saved this mark at 09:20. Say why you change it.'],
    ]);
  });

  it('keeps what stood before beside what stands now', () => {
    expect(savesOf(change({ amend: 'Wrong pupil' }))[0]).toMatchObject({
      seen: '1',
      values: {
        providerStatus: 'AttendedOnTime',
        code: 'B',
        amendReason: 'Wrong pupil',
        amendedFrom: '2026-05-12T08:20:00Z | Robin Example | AbsentReason |  | I | Illness | ',
      },
    });
  });

  it('with the same content changes nothing', () => {
    const same = change({ status: 'AbsentReason', reason: 'illness' });
    expect(same).toMatchObject({ changes: [], unchanged: [{ outcome: 'unchanged', by: 'Robin Example' }] });
  });

  it('of a code keeps the code before', () => {
    const known = knownTo(['attendance-officer'], {
      ...rows,
      attendance: [{ ...stands, codeByName: 'Robin Example' }],
    });
    const wish = { pupil: 'pu-1', date: '2026-05-12', session: 'AM', code: 'M', seen: '1' };
    expect(savesOf(settleCode.attempt(known, { marks: [wish] }))[0]?.values).toMatchObject({
      code: 'M',
      amendedFrom: '2026-05-12T08:20:00Z | Robin Example | AbsentReason |  | I | Illness | ',
    });
  });
});
