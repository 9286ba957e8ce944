import { shortDate } from '../calendar/dates.ts';
import type { Rule } from '../rule.ts';
import { codeOn } from './codes.ts';
import { pupilWords } from './pupil-words.ts';

/** Codes B, K and Y7 stand in the register with a note of their nature (clause 4.5; reg 10 of the 2024 Regulations). */
export const noteRequiredMissing: Rule = {
  name: 'note-required-missing',
  clause: '4.5',
  says: 'A code that needs a note has one.',
  check: (facts) =>
    facts.records.attendance
      .all()
      .filter((row) => row.code && codeOn(row.code, row.date)?.noteRequired)
      .filter((row) => !row.nature?.trim() && !row.note?.trim())
      .map((row) => {
        const when = `${shortDate(row.date)} ${row.session}`;
        const { pupil, date, session, code, version: seen } = row;
        return {
          clause: '4.5',
          rule: 'note-required-missing',
          law: true,
          standing: 'breach',
          area: 'attendance',
          about: { record: row.key, pupil },
          says: {
            staff: `Code ${code} of ${pupilWords(facts, pupil)} on ${when} has no note of its nature (4.5).`,
            outside: `A code ${code} on ${when} has no note of its nature (4.5).`,
          },
          evidence: [{ what: 'Register code', held: `${code} without a note`, record: row.key }],
          due: date,
          owner: 'attendance-officer',
          putRight: {
            action: 'settle-code',
            label: 'Add the note',
            input: { marks: [{ pupil, date, session, code, note: '', seen }] },
          },
        };
      }),
};
