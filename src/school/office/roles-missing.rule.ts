import { missingRoles } from '../roles.ts';
import type { Rule } from '../rule.ts';

const clauses = { 'ap-leader': '4.2', dsl: '4.4', 'attendance-officer': '4.5' } as const;
const words = { 'ap-leader': 'AP leader', dsl: 'DSL', 'attendance-officer': 'attendance officer' } as const;

/** AP leader, DSL and attendance officer are held by someone every day (clauses 4.2, 4.4, 4.5): without them no round starts. */
export const rolesMissing: Rule = {
  name: 'roles-missing',
  clause: '4.2',
  says: 'There is an AP leader, a DSL and an attendance officer, without a day between.',
  check: (facts, now) =>
    missingRoles(facts.records.roleAssignment, now.today).flatMap((role) => {
      if (!(role in clauses)) return [];
      const known = role as keyof typeof clauses;
      const says = `Nobody is ${words[known]} today: no round starts until somebody is (${clauses[known]}).`;
      return {
        clause: clauses[known],
        rule: 'roles-missing',
        standing: 'blocked',
        area: 'attendance',
        about: { record: role },
        says: { staff: says, outside: says },
        evidence: [{ what: 'Holders today', held: '0' }],
        owner: 'head',
      };
    }),
};
