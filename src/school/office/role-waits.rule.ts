import { dateNear } from '../calendar/dates.ts';
import type { Rule } from '../rule.ts';
import { roleWords } from './role-words.ts';

/** The head appoints (clause 4.2; domain.md 10.2): a role that the AP leader asked for counts only when the head has agreed. */
export const roleWaits: Rule = {
  name: 'role-waits',
  clause: '4.2',
  says: 'A role that was asked for is agreed by the head, or declined.',
  check: (facts, now) =>
    facts.records.roleAssignment
      .all()
      .filter(({ state, to }) => state === 'WaitsForHead' && (to === undefined || to >= now.today))
      .map((asked) => {
        const from = dateNear(asked.from, now.today);
        return {
          clause: '4.2',
          rule: 'role-waits',
          standing: 'due',
          area: 'config',
          about: { record: asked.key },
          says: {
            staff: `${asked.personName} is asked for as ${roleWords[asked.role]} from ${from}: the head agrees or declines (4.2).`,
            outside: `A role that was asked for from ${from} waits for the head (4.2).`,
          },
          evidence: [{ what: 'Asked for from', held: from, record: asked.key }],
          due: asked.from,
          owner: 'head',
          putRight: { action: 'give-role', label: 'See the role', input: {} },
        };
      }),
};
