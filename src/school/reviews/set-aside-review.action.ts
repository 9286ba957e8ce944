import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput, lineInput } from '../attendance/marks.ts';
import type { Save } from '../change.ts';
import { requestDuty } from './request-duty.ts';
import { isFloor } from './review-key.ts';
import { type ReviewMeant, reviewMeant, whichReview } from './review-meant.ts';

const input = z.strictObject({
  /** The review's key, or the key of one that is due by the calendar. */
  review: keyInput,
  reason: lineInput.min(1, 'Say why it is not needed.'),
});

type Wish = z.infer<typeof input>;

/**
 * A review that is not needed, and why (P5). Only what comes on top of the policy's floor can be set aside: a settling review,
 * or one that was agreed for a day of its own. The half-termly review of a running placement never is (8.3).
 */
export const setAsideReview = action<Wish>({
  name: 'set-aside-review',
  says: 'Set a review aside that is not needed, with the reason; the half-termly one never is.',
  input,
  roles: ['ap-leader'],
  needs: ['review', 'reviewRequest', 'placement', 'pupil', 'calendarEntry'],
  decide,
});

function decide(known: Known, { review, reason }: Wish): Decision {
  const meant = reviewMeant(known, review, known.now.today);
  if ('says' in meant) return { problems: [meant] };
  const { key, placement, stands } = meant;
  const because = `Review not needed: ${reason}`.slice(0, 255);
  if (stands?.notNeeded === reason) {
    const unchanged = [{ about: key, outcome: 'unchanged' as const, version: stands.version }];
    return { changes: [], unchanged, because, about: placement.pupil };
  }
  const says = needed(known, meant);
  if (says) return { problems: [{ field: 'review', says }] };
  const save: Save = {
    kind: 'save',
    record: 'review',
    key,
    seen: stands?.version ?? null,
    values: { ...whichReview(meant), stage: 'Cancelled', notNeeded: reason },
  };
  return { changes: [save], because, about: placement.pupil };
}

/** Why a review has to be held all the same; `undefined` where it can be set aside. */
function needed(known: Known, { key, kind, stands }: ReviewMeant): string | undefined {
  if (stands?.stage === 'Booked') return 'It is booked. Cancel it under In the calendar, so that everybody is told.';
  if (kind === 'Emergency') return 'It was called after a concern, and is held.';
  if (isFloor(key)) {
    return 'Every placement is reviewed in every half term (8.3): this review cannot be left out. Where the placement is over, end it.';
  }
  const request = known.records.reviewRequest.get(stands?.request ?? '');
  if (!request || request.outcome === 'Withdrawn') return undefined;
  const { obliges, because } = requestDuty(known, request);
  return obliges ? `It was asked for in writing and has to be held (6.2), as ${because}.` : undefined;
}
