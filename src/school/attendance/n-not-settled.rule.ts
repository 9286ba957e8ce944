import { shortDate } from '../calendar/dates.ts';
import type { Rule } from '../rule.ts';
import { nDeadline, settleDaysOn } from './n-clock.ts';
import { pupilWords } from './pupil-words.ts';

/** Code N stands at most five school days (clause 4.5; D1; reg 10(7)–(9) of the 2024 Regulations): due from its day, a breach the day after the last. */
export const nNotSettled: Rule = {
  name: 'n-not-settled',
  clause: '4.5',
  says: 'A reason not yet established is settled within five school days.',
  check: (facts, now) =>
    facts.records.attendance
      .all()
      .filter((row) => row.code === 'N' && row.date <= now.today)
      .map((row) => {
        const due = nDeadline(facts.calendar, row.date, settleDaysOn(facts, row.date));
        const over = due !== undefined && now.today > due;
        const by = due ? `by ${shortDate(due)}` : 'soon: the term dates for its last day are not loaded';
        const late = row.inSchool ? (row.suggestedCode ?? 'O') : 'O';
        const code = over ? late : '';
        const settle = over ? `was to be settled ${by}: enter the reason, or ${late}` : `is to be settled ${by}`;
        const when = `${shortDate(row.date)} ${row.session}`;
        return {
          clause: '4.5',
          rule: 'n-not-settled',
          law: true,
          standing: over ? 'breach' : due ? 'due' : 'warning',
          area: 'attendance',
          about: { record: row.key, pupil: row.pupil },
          says: {
            staff: `N of ${pupilWords(facts, row.pupil)} on ${when} ${settle} (4.5).`,
            outside: `An absence on ${when} without a reason ${settle} (4.5).`,
          },
          evidence: [{ what: 'Register code', held: `N on ${when}`, record: row.key }],
          due,
          owner: 'attendance-officer',
          putRight: {
            action: 'settle-code',
            label: 'Settle the code',
            input: {
              marks: [{ pupil: row.pupil, date: row.date, session: row.session, code, seen: row.version }],
            },
          },
        };
      }),
};
