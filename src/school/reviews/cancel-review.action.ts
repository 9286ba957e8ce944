import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput, lineInput } from '../attendance/marks.ts';
import { unbook } from './unbook.ts';

/** A review is cancelled with a message to everybody invited; one that the calendar makes due can be booked again. */
export const cancelReview = action({
  name: 'cancel-review',
  says: 'Cancel a review; everybody invited is told the reason.',
  input: z.strictObject({
    review: keyInput,
    /** Goes to everybody invited: no name, no detail. */
    reason: lineInput.min(1, 'Say why: everybody invited reads it.'),
    seen: z.string(),
  }),
  roles: ['ap-leader'],
  needs: ['review', 'meeting', 'setting'],
  decide(known, { review: key, reason, seen }) {
    const stands = known.records.review.get(key);
    if (!stands) return { problems: [{ field: 'review', says: 'There is no such review.' }] };
    if (stands.stage === 'Cancelled') {
      const unchanged = [{ about: stands.key, outcome: 'unchanged' as const, version: stands.version }];
      return { changes: [], unchanged, because: 'Cancelled already.', about: stands.pupil };
    }
    if (stands.stage !== 'Planned' && stands.stage !== 'Booked') {
      return { problems: [{ field: 'review', says: 'This review is over: it cannot be cancelled.' }] };
    }
    return {
      changes: unbook(known, stands, 'Cancelled', { why: reason, comment: reason, seen }),
      because: `Review cancelled: ${reason}`.slice(0, 255),
      about: stands.pupil,
    };
  },
});
