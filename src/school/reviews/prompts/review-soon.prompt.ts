import type { Known } from '../../action.ts';
import type { Prompt, PromptDue } from '../../office/prompt.ts';
import { inPlaceOf } from '../../office/whom.ts';
import { mayRead } from '../../rights.ts';
import { personOn } from '../../roles.ts';
import type { Review } from '../review.record.ts';
import { dayBooked } from '../reviews-of.ts';
import { reviewSoon, soonStages } from './review-soon.view.ts';

/** Five school days and one before a booked review, to the staff who are invited and have not declined (P6). */
export const soonPrompt: Prompt = {
  view: reviewSoon,
  needs: ['review', 'invitee', 'pupil', 'provider'],
  due: (known) => known.records.review.all().flatMap((review) => forReview(known, review)),
};

function forReview(known: Known, review: Review): readonly PromptDue[] {
  const day = dayBooked(review);
  const left = day === undefined ? undefined : known.calendar.schoolDaysBetween(known.now.today, day);
  const stage = soonStages().findLast((days) => typeof left === 'number' && left > 0 && left <= Number(days));
  if (day === undefined || stage === undefined) return [];
  const staff = known.records.invitee
    .by('review', review.key)
    .filter(({ part, response }) => part === 'Staff' && response !== 'Declined')
    .flatMap(({ person }) => (person ? (inPlaceOf(known, person) ?? []) : []));
  return [...new Set(staff)]
    .filter((to) => mayRead(personOn(known.records.roleAssignment, to, known.now.today), 'review', review.pupil))
    .map((to) => ({ about: review.key, stage: `${day}|${stage}`, to, data: { review: review.key, day, stage } }));
}
