import { describe, expect, it } from 'vitest';
import { attendanceReturnDue, sicknessReturnDue } from '../../../src/school/attendance/absence-returns.rule.ts';
import { attendanceConflict } from '../../../src/school/attendance/attendance-conflict.rule.ts';
import { dslNotTold, missingPupilNotLocated } from '../../../src/school/attendance/missing-pupil.rule.ts';
import { nNotSettled } from '../../../src/school/attendance/n-not-settled.rule.ts';
import { noteRequiredMissing } from '../../../src/school/attendance/note-required-missing.rule.ts';
import { registerNotCopied } from '../../../src/school/attendance/register-not-copied.rule.ts';
import { momentOf } from '../../../src/school/moment.ts';
import type { Rule } from '../../../src/school/rule.ts';
import { mark, pupil, type Rows, seenBy, tuesday } from '../facts.ts';

const found = (rule: Rule, rows: Rows, now = tuesday) => rule.check(seenBy([], { pupil: [pupil], ...rows }, now), now);
const at = (instant: string) => momentOf(instant);

describe('code N (4.5, D1)', () => {
  const rows = { attendance: [mark('2026-05-01', 'AM', { code: 'N' })] };

  it('is due on the fifth school day after, with the bank holiday between', () => {
    const [finding] = found(nNotSettled, rows, at('2026-05-11T22:30:00Z'));
    expect(finding).toMatchObject({ standing: 'due', due: '2026-05-11', clause: '4.5', law: true });
  });

  it('…the day after, it is a breach and O is proposed, which only a person enters', () => {
    const [finding] = found(nNotSettled, rows, at('2026-05-11T23:30:00Z'));
    expect(finding).toMatchObject({ standing: 'breach' });
    expect(finding?.putRight?.input).toMatchObject({ marks: [{ code: 'O' }] });
  });

  it.each([
    ['2025-10-22', '2025-11-07'],
    ['2026-02-13', '2026-02-27'],
    ['2026-05-01', '2026-05-11'],
    ['2026-05-21', '2026-06-08'],
  ])('of %s is settled by %s', (date, due) => {
    const [finding] = found(nNotSettled, { attendance: [mark(date, 'PM', { code: 'N' })] }, at(`${due}T12:00:00Z`));
    expect(finding).toMatchObject({ standing: 'due', due });
  });
});

describe('a pupil who did not arrive (4.5, 4.4, D2)', () => {
  const open = { key: 'pu-1|2026-05-12|am', pupil: 'pu-1', date: '2026-05-12', session: 'AM', state: 'Open' };
  const rows = { followUp: [{ ...open, openedAt: '2026-05-12T08:15:00Z' }] };

  it('is due for 59 minutes', () => {
    expect(found(missingPupilNotLocated, rows, at('2026-05-12T09:14:00Z'))[0]?.standing).toBe('due');
    expect(found(dslNotTold, rows, at('2026-05-12T09:14:00Z'))).toEqual([]);
  });

  it('…at 60 minutes it is a breach, and the DSL is to be told', () => {
    expect(found(missingPupilNotLocated, rows, at('2026-05-12T09:15:00Z'))[0]?.standing).toBe('breach');
    expect(found(dslNotTold, rows, at('2026-05-12T09:15:00Z'))[0]).toMatchObject({ clause: '4.4', standing: 'breach' });
  });

  it('of whom a social worker knows is a matter for the DSL at once', () => {
    const flagged = { ...rows, pupil: [{ ...pupil, socialWorker: 'CP' }] };
    expect(found(dslNotTold, flagged, at('2026-05-12T08:15:00Z'))).toHaveLength(1);
  });

  it('and is located is no finding', () => {
    const located = { followUp: rows.followUp.map((row) => ({ ...row, state: 'Located' })) };
    expect(found(missingPupilNotLocated, located, at('2026-05-12T10:00:00Z'))).toEqual([]);
  });
});

describe('a conflict (4.5)', () => {
  it('stands where the provider says present and the register says in school', () => {
    const rows = [mark('2026-05-12', 'AM', { providerStatus: 'AttendedOnTime', inSchool: true })];
    const [finding] = found(attendanceConflict, { attendance: rows });
    expect(finding).toMatchObject({ clause: '4.5', standing: 'breach', evidence: [{ record: 'pl-1|2026-05-12|am' }] });
    // The app never resolves it: the press only leads to where a person chooses the code.
    expect(finding?.putRight).toMatchObject({ action: 'settle-code', input: {} });
  });

  it('stands where two providers say present in one session, and not where the sessions differ', () => {
    const first = mark('2026-05-12', 'AM', { providerStatus: 'AttendedOnTime' });
    const other = { ...first, key: 'pl-2|2026-05-12|am', placement: 'pl-2' };
    const [finding] = found(attendanceConflict, { attendance: [first, other] });
    expect(finding?.evidence).toHaveLength(2);
    expect(finding?.putRight).toMatchObject({ action: 'record-attendance', input: { date: '2026-05-12', marks: [] } });
    expect(found(attendanceConflict, { attendance: [first, { ...other, session: 'PM' }] })).toEqual([]);
  });

  it('does not stand where the provider says absent and the pupil is in school', () => {
    expect(found(attendanceConflict, { attendance: [mark('2026-05-12', 'AM', { inSchool: true })] })).toEqual([]);
  });
});

describe('a note (4.5, reg 10)', () => {
  it.each(['B', 'K', 'Y7'])('is missing where %s stands without one, and blanks are none', (code) => {
    const rows = [mark('2026-05-12', 'AM', { code, note: '  ' })];
    expect(found(noteRequiredMissing, { attendance: rows })[0]).toMatchObject({ standing: 'breach', law: true });
    const noted = rows.map((row) => ({ ...row, nature: 'Animal care' }));
    expect(found(noteRequiredMissing, { attendance: noted })).toEqual([]);
  });

  it('is not asked for I', () => {
    expect(found(noteRequiredMissing, { attendance: [mark('2026-05-12', 'AM', { code: 'I' })] })).toEqual([]);
  });
});

describe('the copy to the register (4.5)', () => {
  it('is no finding on the day itself; the day after, one finding a session', () => {
    const rows = [mark('2026-05-12', 'AM', { code: 'B' }), mark('2026-05-12', 'PM', { code: 'B' })];
    expect(found(registerNotCopied, { attendance: rows })).toEqual([]);
    const next = found(registerNotCopied, { attendance: rows }, at('2026-05-13T08:00:00Z'));
    expect(next.map((finding) => finding.about.record)).toEqual(['2026-05-12|am', '2026-05-12|pm']);
  });

  it('is not asked for a day on which the school is closed', () => {
    const rows = [mark('2026-05-04', 'AM', { code: '#' })];
    expect(found(registerNotCopied, { attendance: rows })).toEqual([]);
  });
});

describe('returns to the local authority (D20)', () => {
  const days = ['05-05', '05-06', '05-07', '05-08', '05-11', '05-12', '05-13', '05-14', '05-15', '05-18'];
  const both = (day: string, code: string) => [
    mark(`2026-${day}`, 'AM', { code }),
    mark(`2026-${day}`, 'PM', { code }),
  ];

  it('asks for none after nine continuous days of O', () => {
    const rows = days.slice(0, 9).flatMap((day) => both(day, 'O'));
    expect(found(attendanceReturnDue, { attendance: rows }, at('2026-05-18T12:00:00Z'))).toEqual([]);
  });

  it('…after the tenth it is due', () => {
    const rows = days.flatMap((day) => both(day, 'O'));
    const [finding] = found(attendanceReturnDue, { attendance: rows }, at('2026-05-18T16:00:00Z'));
    expect(finding).toMatchObject({ clause: '4.5', law: true, standing: 'due', about: { pupil: 'pu-1' } });
    expect(finding?.says.outside).not.toContain('J.S.');
  });

  it('is broken by one session attended', () => {
    const rows = days.flatMap((day) => both(day, 'O')).map((row, nth) => (nth === 9 ? { ...row, code: 'B' } : row));
    expect(found(attendanceReturnDue, { attendance: rows }, at('2026-05-18T16:00:00Z'))).toEqual([]);
  });

  it('asks for the sickness return at fifteen days of I, not at fourteen', () => {
    const more = [...days, '05-19', '05-20', '05-21', '05-22', '06-03'];
    const rows = more.map((day) => mark(`2026-${day}`, 'AM', { code: 'I' }));
    expect(found(sicknessReturnDue, { attendance: rows.slice(0, 14) }, at('2026-06-03T12:00:00Z'))).toEqual([]);
    expect(found(sicknessReturnDue, { attendance: rows }, at('2026-06-03T12:00:00Z'))).toHaveLength(1);
  });
});
