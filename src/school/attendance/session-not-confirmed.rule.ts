import { shortDate } from '../calendar/dates.ts';
import type { Rule } from '../rule.ts';
import { askedSessions, isUnanswered } from './asked.ts';
import { pupilWords } from './pupil-words.ts';
import { sessionDeadlines } from './session-deadlines.ts';

/** Where each expected pupil is, is known 30 minutes after the start (clause 4.5; D2): due from the start, a breach from then on. */
export const sessionNotConfirmed: Rule = {
  name: 'session-not-confirmed',
  clause: '4.5',
  says: 'Each expected session is confirmed with the provider soon after it starts.',
  check: (facts, now) =>
    askedSessions(facts, now.today)
      .filter((held) => isUnanswered(facts, held) && now.time >= held.start)
      .map((held) => {
        const { confirmBy } = sessionDeadlines(held.start, facts.policy);
        const over = now.time >= confirmBy;
        const input = { date: held.date, session: held.session, marks: [{ placement: held.placement.key }] };
        return {
          clause: '4.5',
          rule: 'session-not-confirmed',
          standing: over ? 'breach' : 'due',
          area: 'attendance',
          about: { record: held.placement.key, pupil: held.pupil.key, provider: held.provider.key },
          says: {
            staff: `Nobody has said where ${pupilWords(facts, held.pupil.key)} is (${held.provider.name}, ${held.start}); to be known by ${confirmBy} (4.5).`,
            outside: `One expected ${held.session} session is not confirmed; to be known by ${confirmBy} (4.5).`,
          },
          evidence: [{ what: 'Expected', held: `${shortDate(held.date)}, ${held.start}`, record: held.slot.key }],
          due: held.date,
          owner: 'attendance-officer',
          putRight: { action: 'record-attendance', label: 'Say where the pupil is', input },
        };
      }),
};
