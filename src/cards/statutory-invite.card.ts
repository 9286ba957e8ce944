import template from '../../adaptive-cards/statutory-invite.json' with { type: 'json' };
import type { StatutoryInviteCard } from '../school/reviews/prompts/prompts.types.ts';
import type { Card } from './card.ts';
import { fillTemplate } from './fill.ts';
import { linkTo } from './links.ts';

const ways = [
  { title: 'By letter', value: 'Letter' },
  { title: 'By e-mail', value: 'Mail' },
  { title: 'Told in person', value: 'InPerson' },
  { title: 'By telephone', value: 'Call' },
] as const;

/**
 * Who is still to be invited in writing to the review of a direction. Where it is not booked one press books and invites; how
 * others were asked is noted here. Personal chats only.
 */
export const statutoryInvite: Card<StatutoryInviteCard> = {
  name: 'statutory-invite',
  view: 'statutory-invite',
  template,
  fill(data, drawing = {}) {
    const { review, who, says, toAsk, today, mayNote, mayBook, undo } = data;
    const typed = drawing.typed ?? {};
    const people = toAsk.map((one) => ({ title: one.says, value: one.contact }));
    return fillTemplate(template, {
      who,
      says,
      said: drawing.said ?? [],
      mayNote,
      mayBook,
      undo: undo === undefined ? [] : [{ review, entry: undo }],
      people,
      ways,
      contact: typed.contact ?? people[0]?.value ?? '',
      by: typed.by ?? 'Letter',
      on: typed.on ?? today ?? '',
      today,
      about: { review },
      ...linkTo(drawing.todayUrl, 'reviews', review),
    });
  },
  notification: ({ state }) => (state === 'done' ? 'An invitation has changed' : '1 invitation in writing to send'),
};
