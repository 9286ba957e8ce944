import { rights } from '../../rights.ts';
import type { Person } from '../../roles.ts';
import type { Review } from '../review.record.ts';

const safeguarding: readonly string[] = ['dsl', 'deputy-dsl'];

/**
 * True where the person may write up this review (domain.md 10.2): the AP leader any, those with own pupils theirs, the DSL an
 * emergency review, as it follows from a concern.
 */
export function mayWriteReview(by: Person, { pupil, kind }: Pick<Review, 'pupil' | 'kind'>): boolean {
  return by.roles.some((role) => {
    const right = rights.review[role];
    if (right === 'write' || (right === 'own' && by.ownPupils.includes(pupil))) return true;
    return kind === 'Emergency' && safeguarding.includes(role);
  });
}

/** True where the person may end a placement or change its sessions: that is the AP leader's. */
export function mayChangePlacement(by: Person): boolean {
  return by.roles.includes('ap-leader');
}
