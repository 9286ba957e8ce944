import template from '../../adaptive-cards/answer.json' with { type: 'json' };
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';

/** What is left of a card about one pupil after five school days: the day it was about, and where its records stand. */
export interface Folded {
  /** "Tue 17 Nov". */
  readonly day: string;
}

/** The card of an old day, without anybody on it. */
export const folded: Card<Folded> = {
  name: 'folded',
  template,
  fill: ({ day }) =>
    fillTemplate(template, {
      title: `Closed: ${day}`,
      lines: [
        {
          text: 'This card is older than five school days. Its records stand in the AP app, on the page of the pupil.',
        },
      ],
    }),
  notification: () => 'A card was closed',
};
