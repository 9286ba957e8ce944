import { pupilWords } from '../attendance/pupil-words.ts';
import type { Facts, Rule } from '../rule.ts';

/** First-day contact needs at least two telephone numbers for each pupil with an active placement (clause 4.5; attendance guidance, July 2026, p. 20). */
export const followUpNeedsTwoNumbers: Rule = {
  name: 'follow-up-needs-two-numbers',
  clause: '4.5',
  says: 'At least two telephone numbers are known for first-day contact.',
  check: (facts) => {
    const placed = facts.records.placement.all().flatMap((held) => (held.stage === 'Active' ? [held.pupil] : []));
    const wanted = facts.policy.contactNumbers;
    return [...new Set(placed)].flatMap((pupil) => {
      const numbers = numbersToRing(facts, pupil);
      if (numbers >= wanted) return [];
      const known = `${numbers} telephone ${numbers === 1 ? 'number' : 'numbers'}`;
      return {
        clause: '4.5',
        rule: 'follow-up-needs-two-numbers',
        standing: 'warning',
        area: 'pupil-core',
        about: { record: pupil, pupil },
        says: {
          staff: `${known} known for ${pupilWords(facts, pupil)}; first-day contact needs ${wanted} (4.5).`,
          outside: `For one pupil fewer than ${wanted} telephone numbers are known (4.5).`,
        },
        evidence: [{ what: 'Numbers of contacts that may be rung', held: String(numbers), record: pupil }],
        owner: 'attendance-officer',
      };
    });
  },
};

/** How many different telephone numbers of contacts may be rung about a pupil. */
export function numbersToRing(facts: Facts, pupil: string): number {
  const numbers = facts.records.contact
    .by('pupil', pupil)
    .filter((each) => each.mayContact && !each.barred)
    .flatMap((each) => [each.phone1, each.phone2])
    .flatMap((phone) => phone?.replace(/\s/g, '') || []);
  return new Set(numbers).size;
}
