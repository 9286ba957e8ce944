import { shortDate } from '../calendar/dates.ts';
import { grouped } from '../grouped.ts';
import type { Rule } from '../rule.ts';
import { statusWords } from './asked.ts';
import { saidThere } from './in-school.ts';
import { pupilSessionKey } from './marks.ts';
import { pupilWords } from './pupil-words.ts';

/** Two places cannot both have had the pupil (clause 4.5; domain.md 3.3, 14.10): provider against school register, or two providers. Shown, never resolved by the app. */
export const attendanceConflict: Rule = {
  name: 'attendance-conflict',
  clause: '4.5',
  says: 'A pupil is not reported at two places in one session.',
  check: (facts) => {
    const present = facts.records.attendance.all().filter(saidThere);
    const byPupil = grouped(present, (row) => pupilSessionKey(row.pupil, row.date, row.session));
    return [...byPupil.values()].flatMap((rows) => {
      const [row] = rows;
      if (row === undefined) return [];
      const inSchool = rows.find((each) => each.inSchool);
      if (rows.length < 2 && !inSchool) return [];
      const when = `${shortDate(row.date)} ${row.session}`;
      const places = inSchool ? 'by the provider and in the school register' : 'by two providers';
      return {
        clause: '4.5',
        rule: 'attendance-conflict',
        standing: 'breach',
        area: 'attendance',
        about: { record: (inSchool ?? row).key, pupil: row.pupil },
        says: {
          staff: `${pupilWords(facts, row.pupil)} is marked present ${places} on ${when}: ask both which is right (4.5).`,
          outside: `One pupil is marked present at two places on ${when} (4.5).`,
        },
        evidence: rows.map((each) => ({ what: 'Reported', held: statusWords[each.providerStatus], record: each.key })),
        due: row.date,
        owner: 'attendance-officer',
        putRight: inSchool
          ? { action: 'settle-code', label: 'Choose the code', input: {} }
          : {
              action: 'record-attendance',
              label: 'Correct the mark',
              input: { date: row.date, session: row.session, marks: [] },
            },
      };
    });
  },
};
