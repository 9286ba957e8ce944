import template from '../../adaptive-cards/answer.json' with { type: 'json' };
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';

/** An answer to something that was typed: a title and lines. */
export interface Answered {
  readonly title: string;
  readonly lines: readonly string[];
}

/** A plain answer. In a channel its lines hold counts only. */
export const answer: Card<Answered> = {
  name: 'answer',
  template,
  fill: ({ title, lines }) => fillTemplate(template, { title, lines: lines.map((text) => ({ text })) }),
  notification: () => 'Your answer',
};
