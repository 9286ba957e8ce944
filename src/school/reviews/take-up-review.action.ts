import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';

/** A review that was set aside is needed after all: it waits to be booked again (P5). */
export const takeUpReview = action({
  name: 'take-up-review',
  says: 'Take up a review again that was set aside; it waits to be booked.',
  input: z.strictObject({ review: keyInput, seen: z.string() }),
  roles: ['ap-leader'],
  needs: ['review'],
  decide({ records }, { review: key, seen }) {
    const stands = records.review.get(key);
    if (!stands) return { problems: [{ field: 'review', says: 'There is no such review.' }] };
    const because = 'A review is needed after all';
    if (stands.notNeeded === undefined) {
      const unchanged = [{ about: stands.key, outcome: 'unchanged' as const, version: stands.version }];
      return { changes: [], unchanged, because, about: stands.pupil };
    }
    const values = { stage: 'Planned', notNeeded: undefined } as const;
    return {
      changes: [{ kind: 'save', record: 'review', key: stands.key, seen, values }],
      because,
      about: stands.pupil,
    };
  },
});
