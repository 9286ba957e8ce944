import { shortDate } from '../calendar/dates.ts';
import { type Instant, momentOf } from '../moment.ts';
import type { Rule } from '../rule.ts';
import { instantAfter, isFlagged } from './asked.ts';
import { pupilWords } from './pupil-words.ts';

/** A pupil who did not arrive is located (clause 4.5; domain.md 3.4): due from the report, a breach after 60 minutes. */
export const missingPupilNotLocated: Rule = {
  name: 'missing-pupil-not-located',
  clause: '4.5',
  says: 'A pupil who did not arrive is located the same hour.',
  check: (facts, now) =>
    facts.records.followUp
      .all()
      .filter((row) => row.state === 'Open')
      .map((row) => {
        const over = now.instant >= instantAfter(row.openedAt, facts.policy.escalateMinutes);
        const since = `${row.date} ${momentOf(row.openedAt).time}`;
        const { pupil, date, session } = row;
        return {
          clause: '4.5',
          rule: 'missing-pupil-not-located',
          standing: over ? 'breach' : 'due',
          area: 'follow-up',
          about: { record: row.key, pupil },
          says: {
            staff: `${pupilWords(facts, pupil)} is not located since ${since} (4.5).`,
            outside: `One pupil is not located since ${since} (4.5).`,
          },
          evidence: [{ what: 'Follow-up opened', held: opened(row.openedAt), record: row.key }],
          due: date,
          owner: 'attendance-officer',
          putRight: { action: 'locate-pupil', label: 'Located', input: { pupil, date, session } },
        };
      }),
};

/** The DSL is told of an unexplained absence (clause 4.4): of a flagged pupil at once, of any other after 60 minutes. */
export const dslNotTold: Rule = {
  name: 'dsl-not-told',
  clause: '4.4',
  says: 'The DSL is told at once where a vulnerable pupil is missing, and of any pupil after 60 minutes.',
  check: (facts, now) =>
    facts.records.followUp
      .all()
      .filter((row) => row.state === 'Open' && !row.dslInformedAt)
      .filter((row) => {
        const pupil = facts.records.pupil.get(row.pupil);
        const late = now.instant >= instantAfter(row.openedAt, facts.policy.escalateMinutes);
        return late || (pupil !== undefined && isFlagged(pupil));
      })
      .map(({ key, pupil, date, session, openedAt }) => ({
        clause: '4.4',
        rule: 'dsl-not-told',
        standing: 'breach',
        area: 'follow-up',
        about: { record: key, pupil },
        says: {
          staff: `The DSL has not been told that ${pupilWords(facts, pupil)} is not located (4.4).`,
          outside: 'The DSL has not been told of a pupil who is not located (4.4).',
        },
        evidence: [{ what: 'Follow-up opened', held: opened(openedAt), record: key }],
        due: date,
        owner: 'attendance-officer',
        putRight: { action: 'inform-dsl', label: 'Tell the DSL', input: { pupil, date, session } },
      })),
};

/** "Tue 24 Nov, 09:12". */
function opened(at: Instant): string {
  const { today, time } = momentOf(at);
  return `${shortDate(today)}, ${time}`;
}
