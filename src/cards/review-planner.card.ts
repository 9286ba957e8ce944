import template from '../../adaptive-cards/review-planner.json' with { type: 'json' };
import { planPlace } from '../school/office/tab-link.ts';
import type { ReviewPlannerCard } from '../school/reviews/prompts/prompts.types.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';
import { linkTo } from './links.ts';

/**
 * What is to be booked in a half term: one press books the proposal, and takes it back while it waits. One that was agreed
 * already, or is not needed, is said apart. Personal chats only.
 */
export const reviewPlanner: Card<ReviewPlannerCard> = {
  name: 'review-planner',
  view: 'review-planner',
  template,
  fill(data, drawing = {}) {
    const { halfTerm, toBook, mayBook, state, waiting } = data;
    const only = waiting.length === 1;
    const typed = drawing.typed ?? {};
    const said = drawing.said ?? [];
    const canBook = mayBook && toBook > 0 && (state === 'open' || state === 'booking');
    return fillTemplate(template, {
      ...data,
      said,
      undo: (mayBook ? waiting : []).map(({ entry, says }) => ({
        title: only ? 'Undo' : `Undo: ${says}`,
        data: { halfTerm, entry },
      })),
      canBook,
      mayDiffer: canBook,
      differTitle: data.maySetAside ? 'One of them is booked already, or not needed' : 'One of them is booked already',
      // Who pressed without a day or a reason sees where it goes.
      differsShown: said.length > 0 && typed.which !== undefined,
      due: data.due.map(({ review, says }) => ({ title: says, value: review })),
      which: typed.which ?? '',
      day: typed.day ?? '',
      from: typed.from ?? '',
      where: typed.where ?? 'provider',
      notNeeded: typed.why ?? '',
      bookTitle: `Book all (${toBook})`,
      about: { halfTerm },
      ...linkTo(drawing.todayUrl, 'reviews', mayBook ? planPlace : undefined),
    });
  },
  notification: (data) => (data.state === 'open' ? data.notice : 'Reviews of the half term'),
};
