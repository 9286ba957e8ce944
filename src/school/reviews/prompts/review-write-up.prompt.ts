import type { Known } from '../../action.ts';
import type { Prompt, PromptDue } from '../../office/prompt.ts';
import { whoHolds } from '../../office/whom.ts';
import type { Review } from '../review.record.ts';
import { dayToWriteUp } from '../write-up.ts';
import { reviewWriteUpView, writeUpStages } from './review-write-up.view.ts';

/** School days after which nobody is told anew: from then on it stands on the Board alone. */
const longAgo = 10;

/**
 * One and three school days after a review that is not written up, to the AP leader, who leads reviews; from the fifth on to
 * the head as well (P7; 8.2).
 */
export const writeUpPrompt: Prompt = {
  view: reviewWriteUpView,
  needs: ['review', 'pupil'],
  due: (known) => known.records.review.all().flatMap((review) => forReview(known, review)),
};

function forReview(known: Known, review: Review): readonly PromptDue[] {
  const day = dayToWriteUp(review, known.now.today);
  const since = day === undefined ? undefined : known.calendar.schoolDaysBetween(day, known.now.today);
  if (day === undefined || typeof since !== 'number' || since > longAgo) return [];
  const [first, second, head] = writeUpStages;
  const told = since >= Number(second) ? second : since >= Number(first) ? first : undefined;
  const to = (stage: (typeof writeUpStages)[number], person: string | undefined): readonly PromptDue[] =>
    person === undefined
      ? []
      : [{ about: review.key, stage: `${day}|${stage}`, to: person, data: { review: review.key, day, stage } }];
  return [
    ...(told ? to(told, whoHolds(known, 'ap-leader')) : []),
    ...(since >= Number(head) ? to(head, whoHolds(known, 'head')) : []),
  ];
}
