import template from '../../adaptive-cards/review-write-up.json' with { type: 'json' };
import type { WriteUpCard } from '../school/reviews/prompts/prompts.types.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';
import { linkTo } from './links.ts';

/** A review that waits to be written up: the form, or why it was not held. Personal chats only. */
export const reviewWriteUp: Card<WriteUpCard> = {
  name: 'review-write-up',
  view: 'review-write-up',
  template,
  fill(data, drawing = {}) {
    const { review, seen, who, state } = data;
    const notHeld = drawing.typed?.notHeld ?? '';
    return fillTemplate(template, {
      title: state === 'waits' ? `Write up the review of ${who}` : `Review of ${who}`,
      says: data.says,
      said: drawing.said ?? [],
      mayMiss: data.mayMiss,
      // Who pressed without a reason sees where it goes.
      missedShown: notHeld !== '' || (drawing.said ?? []).length > 0,
      notHeld,
      press: { review, seen },
      about: { review },
      ...linkTo(drawing.todayUrl, 'reviews', review),
    });
  },
  notification: ({ state }) => (state === 'waits' ? '1 review to write up' : 'A review has changed'),
};
