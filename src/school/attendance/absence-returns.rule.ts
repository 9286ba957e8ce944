import { shortDate } from '../calendar/dates.ts';
import type { Finding } from '../finding.ts';
import { grouped } from '../grouped.ts';
import type { Facts, Rule } from '../rule.ts';
import { pupilWords } from './pupil-words.ts';
import { attendanceReturn, type CodedSession, sicknessReturn } from './returns.ts';

/** Continuous unauthorised absence is returned to the local authority (clause 4.5; D20; reg 13 of the 2024 Regulations). */
export const attendanceReturnDue: Rule = {
  name: 'attendance-return',
  clause: '4.5',
  says: 'Ten continuous school days of G, N, O or U are returned to the local authority.',
  check: (facts) =>
    pupilsWithMarks(facts).flatMap(([pupil, marks]) => {
      const run = attendanceReturn(facts.calendar, marks, facts.policy.attendanceReturnDays);
      if (!run) return [];
      const span = `${run.days} school days, ${shortDate(run.from)} to ${shortDate(run.to)}`;
      return finding(facts, 'attendance-return', pupil, `Attendance return due: unauthorised absence on ${span}`, span);
    }),
};

/** Illness of fifteen school days, together or in the school year, is returned to the local authority (clause 4.5; D20). */
export const sicknessReturnDue: Rule = {
  name: 'sickness-return',
  clause: '4.5',
  says: 'Fifteen school days of illness are returned to the local authority.',
  check: (facts, now) =>
    pupilsWithMarks(facts).flatMap(([pupil, marks]) => {
      const due = sicknessReturn(facts.calendar, marks, now.today, facts.policy.sicknessReturnDays);
      if (!due) return [];
      const span = `${due.days} ${due.kind} school days, ${shortDate(due.from)} to ${shortDate(due.to)}`;
      return finding(facts, 'sickness-return', pupil, `Sickness return due: illness on ${span}`, span);
    }),
};

function pupilsWithMarks(facts: Facts): readonly (readonly [string, readonly CodedSession[]])[] {
  const coded = facts.records.attendance.all().filter((row) => row.code);
  return [...grouped(coded, (row) => row.pupil)];
}

function finding(facts: Facts, rule: string, pupil: string, what: string, held: string): Finding {
  return {
    clause: '4.5',
    rule,
    law: true,
    standing: 'due',
    area: 'attendance',
    about: { record: pupil, pupil },
    says: { staff: `${what}: ${pupilWords(facts, pupil)} (4.5).`, outside: `${what}: one pupil (4.5).` },
    evidence: [{ what: 'School days', held, record: pupil }],
    owner: 'attendance-officer',
  };
}
