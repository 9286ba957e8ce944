import { z } from 'zod';
import { keyInput } from '../attendance/marks.ts';
import { view } from '../view.ts';
import { prepareReviewPlan, reviewPlanCalendars, sayReviewPlan } from './make-review-plan.ts';
import { planReviews } from './planner/plan-reviews.ts';
import type { ReviewPlan } from './review-plan.types.ts';

/** A time for every review that is due in a half term, in front of the calendars of those who must come (clause 8.3; design 9). */
export const reviewPlan = view({
  name: 'review-plan',
  says: 'A proposed time for each review due in a half term, with who is asked and what stands in the way.',
  /** `halfTerm`: its key, or a day in it. */
  params: z.strictObject({ halfTerm: keyInput.optional() }),
  roles: ['ap-leader', 'head', 'dsl', 'deputy-dsl'],
  needs: [
    'review',
    'placement',
    'scheduleSlot',
    'pupil',
    'contact',
    'provider',
    'site',
    'roleAssignment',
    'calendarEntry',
  ],
  calendars: (seen, { halfTerm }) => reviewPlanCalendars(seen, halfTerm),
  show(seen, { halfTerm }): ReviewPlan {
    const prepared = prepareReviewPlan(seen, halfTerm);
    return 'input' in prepared ? sayReviewPlan(seen, prepared, planReviews(prepared.input)) : prepared;
  },
});
