import template from '../../adaptive-cards/review-soon.json' with { type: 'json' };
import type { ReviewSoonCard } from '../school/reviews/prompts/prompts.types.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';
import { linkTo } from './links.ts';

/** A review that is near, to the staff invited: nothing is asked. Personal chats only. */
export const reviewSoon: Card<ReviewSoonCard> = {
  name: 'review-soon',
  view: 'review-soon',
  template,
  fill: (data, drawing = {}) =>
    fillTemplate(template, {
      ...data,
      said: drawing.said ?? [],
      about: { review: data.review },
      ...linkTo(drawing.todayUrl, 'reviews', data.review),
    }),
  notification: ({ since }) => (since ? 'A review has changed' : '1 review is near'),
};
