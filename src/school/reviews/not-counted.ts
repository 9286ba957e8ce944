import type { Finding } from '../finding.ts';

/** What a rule says where the term dates do not reach: each sentence once, however many placements it stops. */
export function notCounted(
  rule: string,
  clause: string,
  what: string,
  sentences: readonly string[],
): readonly Finding[] {
  return [...new Set(sentences)].map((sentence) => {
    const says = `${what} cannot be computed: ${sentence} (${clause})`;
    return {
      clause,
      rule,
      standing: 'warning',
      area: 'review',
      about: { record: 'calendar' },
      says: { staff: says, outside: says },
      evidence: [{ what: 'Term dates', held: sentence }],
      owner: 'ap-leader',
    };
  });
}
