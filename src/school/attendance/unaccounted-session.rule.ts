import { shortDate } from '../calendar/dates.ts';
import type { Moment } from '../moment.ts';
import type { Facts, Rule } from '../rule.ts';
import { sessionEnd, statusWords } from './asked.ts';
import type { Attendance } from './attendance.record.ts';
import { pupilSessionKey } from './marks.ts';
import { pupilWords } from './pupil-words.ts';

/** Every expected session ends the day with a code or an open N (clause 4.5; reg 10): a row without one is a breach once the session is over. */
export const unaccountedSession: Rule = {
  name: 'unaccounted-session',
  clause: '4.5',
  says: 'Every expected session ends with a register code.',
  check: (facts, now) => {
    const coded = new Set(
      facts.records.attendance
        .all()
        .flatMap((row) => (row.code ? [pupilSessionKey(row.pupil, row.date, row.session)] : [])),
    );
    return facts.records.attendance
      .all()
      .filter((row) => isOver(facts, now, row) && needsCode(facts, row))
      .filter((row) => !coded.has(pupilSessionKey(row.pupil, row.date, row.session)))
      .map((row) => {
        const when = `${shortDate(row.date)} ${row.session}`;
        const silent = row.providerStatus === 'NotReported' && !row.inSchool;
        const { pupil, date, session, placement, version: seen } = row;
        return {
          clause: '4.5',
          rule: 'unaccounted-session',
          law: true,
          standing: 'breach',
          area: 'attendance',
          about: { record: row.key, pupil },
          says: {
            staff: `${pupilWords(facts, pupil)} has no register code for ${when}${silent ? ': nobody reported' : ''} (4.5).`,
            outside: `One session on ${when} has no register code (4.5).`,
          },
          evidence: [{ what: 'Reported', held: statusWords[row.providerStatus], record: row.key }],
          due: date,
          owner: 'attendance-officer',
          putRight: silent
            ? {
                action: 'record-attendance',
                label: 'Say where the pupil was',
                input: { date, session, marks: [{ placement, seen }] },
              }
            : {
                action: 'settle-code',
                label: 'Choose the code',
                input: { marks: [{ pupil, date, session, code: row.suggestedCode ?? '', seen }] },
              },
        };
      });
  },
};

function isOver(facts: Facts, now: Moment, row: Attendance): boolean {
  return row.date < now.today || (row.date === now.today && now.time >= sessionEnd(facts, row.session));
}

/** No code is wanted where the school is closed or the pupil was not expected. */
function needsCode(facts: Facts, row: Attendance): boolean {
  return !row.code && row.providerStatus !== 'NotExpected' && !facts.calendar.closed(row.date, row.session);
}
