import type { Prompt } from '../../office/prompt.ts';
import { whoHolds } from '../../office/whom.ts';
import { plannerFigures } from './planner-figures.ts';
import { reviewPlanner } from './review-planner.view.ts';

/**
 * The half-termly planner (P5; 8.3): to the AP leader on the half term's first school day, and again where reviews are still
 * not booked fifteen and five school days before they are due, and on the day itself (D7). A card that nobody can see any more
 * wakes nobody: that is why it comes again, each time as one card.
 */
export const plannerPrompt: Prompt = {
  view: reviewPlanner,
  needs: ['review', 'placement', 'pupil', 'contact', 'provider', 'setting', 'journalEntry'],
  due(known) {
    const { today } = known.now;
    const half = known.calendar.halfTermOf(today);
    const to = whoHolds(known, 'ap-leader');
    const figures = half && plannerFigures(known, half, today);
    if (!half || !to || !figures || figures.toBook.length === 0) return [];
    const { stage, dueBy } = figures;
    const had = known.records.message
      .by('about', half.key)
      .some((one) => one.purpose === 'review-planner' && one.to === to);
    if (stage === 'first') return had ? [] : [{ about: half.key, stage, to, data: { halfTerm: half.key, stage } }];
    const data = { halfTerm: half.key, stage, ...(dueBy ? { dueBy } : {}) };
    return [{ about: half.key, stage: `${stage}|${dueBy ?? ''}`, to, data }];
  },
};
