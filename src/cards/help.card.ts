import template from '../../adaptive-cards/help.json' with { type: 'json' };
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';

/** What the bot understands. */
export const help: Card<{ readonly school: string }> = {
  name: 'help',
  template,
  fill: ({ school }) => fillTemplate(template, { school }),
  notification: () => 'What you can ask',
};
