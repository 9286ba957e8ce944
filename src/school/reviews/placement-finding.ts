import { pupilWords } from '../attendance/pupil-words.ts';
import type { Finding } from '../finding.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';

/** What a rule about reviews says of a placement; the clause and who it is about are put around the sentence. */
export type OfPlacement = Pick<Finding, 'clause' | 'rule' | 'standing' | 'evidence'> &
  Partial<Pick<Finding, 'law' | 'area' | 'due' | 'owner' | 'putRight'>> & {
    /** Without a capital, a name or a full stop: "the review of Autumn 2 is due by Thu 18 Dec". */
    readonly says: string;
    /** The record that it is about, where it is not the placement. */
    readonly record?: string;
  };

/** A finding about a placement: initials and year for staff, nobody named for outsiders; the AP leader's unless said. */
export function placementFinding(facts: Facts, placement: Placement, { says, record, ...of }: OfPlacement): Finding {
  return {
    area: 'review',
    owner: 'ap-leader',
    ...of,
    about: { record: record ?? placement.key, pupil: placement.pupil, provider: placement.provider },
    says: {
      staff: `${pupilWords(facts, placement.pupil)}: ${says} (${of.clause}).`,
      outside: `A pupil in provision: ${says} (${of.clause}).`,
    },
  };
}
