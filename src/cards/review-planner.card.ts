import template from '../../adaptive-cards/review-planner.json' with { type: 'json' };
import { planPlace } from '../school/office/tab-link.ts';
import type { ReviewPlannerCard } from '../school/reviews/prompts/prompts.types.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';
import { linkTo } from './links.ts';

/** What is to be booked in a half term: one press books the proposal, and takes it back while it waits. Nobody is named. */
export const reviewPlanner: Card<ReviewPlannerCard> = {
  name: 'review-planner',
  view: 'review-planner',
  template,
  fill(data, drawing = {}) {
    const { halfTerm, toBook, mayBook, state, waiting } = data;
    const only = waiting.length === 1;
    return fillTemplate(template, {
      ...data,
      said: drawing.said ?? [],
      undo: (mayBook ? waiting : []).map(({ entry, says }) => ({
        title: only ? 'Undo' : `Undo: ${says}`,
        data: { halfTerm, entry },
      })),
      canBook: mayBook && toBook > 0 && (state === 'open' || state === 'booking'),
      bookTitle: `Book all (${toBook})`,
      about: { halfTerm },
      ...linkTo(drawing.todayUrl, 'reviews', mayBook ? planPlace : undefined),
    });
  },
  notification: (data) => (data.state === 'open' ? data.notice : 'Reviews of the half term'),
};
