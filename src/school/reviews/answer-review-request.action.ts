import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, keyInput, lineInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import type { Save } from '../change.ts';
import { requestDuty } from './request-duty.ts';
import type { ReviewRequest } from './review-request.record.ts';

const input = z.strictObject({
  request: keyInput,
  outcome: z.enum(['Agreed', 'Declined', 'Withdrawn'], { error: () => 'The answer is agreed, declined or withdrawn.' }),
  /** The day of the answer in writing. */
  on: dayInput,
  note: lineInput.optional(),
  seen: z.string(),
});

type Wish = z.infer<typeof input>;

/**
 * A request for a review is answered (D5; 2010 Regulations as amended in 2012): one that obliges cannot be declined; with *Agreed*
 * the review is planned, to be booked by the last day found for it.
 */
export const answerReviewRequest = action<Wish>({
  name: 'answer-review-request',
  says: 'Answer a request for a review: agreed, declined or withdrawn; an agreed one is planned.',
  input,
  roles: ['ap-leader'],
  needs: ['reviewRequest', 'review', 'placement', 'pupil', 'calendarEntry'],
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  const at = (field: string, says: string): Decision => ({ problems: [{ field, says }] });
  const stands = known.records.reviewRequest.get(wish.request);
  if (!stands) return at('request', 'There is no such request.');
  const { outcome, on } = wish;
  const note = wish.note || stands.note;
  if (stands.outcome === outcome && stands.answeredOn === on && stands.note === note) {
    const unchanged = [{ about: stands.key, outcome: 'unchanged' as const, version: stands.version }];
    return { changes: [], unchanged, because: 'Answered already.', about: stands.pupil };
  }
  if (on > known.now.today) return at('on', `${shortDate(on)} is still to come.`);
  if (on < stands.receivedOn) return at('on', `The request came on ${shortDate(stands.receivedOn)}. Look at the day.`);
  const { obliges, because } = requestDuty(known, stands);
  if (outcome === 'Declined' && obliges) {
    return at('outcome', `The review has to be held, as ${because}. Agree, and book it.`);
  }
  const values = { outcome, answeredOn: on, note };
  return {
    changes: [
      { kind: 'save', record: 'reviewRequest', key: stands.key, seen: wish.seen, values },
      ...(outcome === 'Agreed' ? plannedFor(known, stands) : []),
    ],
    because: `Request for a review ${outcome.toLowerCase()}`,
    about: stands.pupil,
  };
}

/** The review that answers the request, once. */
function plannedFor(known: Known, request: ReviewRequest): readonly Save[] {
  const { placement, pupil, from, key } = request;
  const reviews = known.records.review.by('placement', placement);
  if (reviews.some((one) => one.request === key && one.stage !== 'Cancelled')) return [];
  const { by } = requestDuty(known, request);
  const values = {
    placement,
    pupil,
    kind: from === 'LA' ? 'LARequested' : 'ParentRequested',
    stage: 'Planned',
    dueBy: 'day' in by ? by.day : undefined,
    request: key,
    online: false,
  } as const;
  return [{ kind: 'save', record: 'review', key: known.freshId('re'), seen: null, values }];
}
