import { ask } from '../app/ask.ts';
import type { World } from '../app/ports.ts';
import type { Drawing } from '../cards/card.ts';
import { cards } from '../cards/cards.ts';
import type { CardJson } from '../cards/fill.ts';
import { folded } from '../cards/folded.card.ts';
import { shortDate } from '../school/calendar/dates.ts';
import type { Message } from '../school/office/message.record.ts';

/** A card as it stands now, or why it cannot be drawn. */
export type Drawn =
  | { readonly card: CardJson; readonly notification: string; readonly data: unknown }
  | { readonly trouble: string };

/** A world without the messenger is enough to draw. */
export type Drawable = World;

/**
 * Draws the card of a message from its view, asked as the one who reads it: a channel's as `clock`, a chat's as its person.
 * Never stale. Throws when Microsoft 365 does not answer.
 */
export async function drawMessage(
  world: Drawable,
  school: string,
  message: Message,
  drawing: Drawing = {},
): Promise<Drawn> {
  const card = cards[message.card ?? ''];
  if (!card?.view) return { trouble: 'There is no such card any more.' };
  if (message.foldedAt !== undefined && message.card !== 'register') {
    const data = { day: shortDate(message.date) };
    return { card: folded.fill(data), notification: folded.notification(data), data };
  }
  const by = message.by === 'Channel' ? 'clock' : message.to;
  const answer = await ask(world, { school, view: card.view, params: Object(message.data), by });
  if (answer.kind === 'problems') return { trouble: 'What the card shows cannot be asked for.' };
  if (answer.kind !== 'shown') return { trouble: answer.says };
  if (answer.data === undefined) return { trouble: 'What the card was about is not kept any more.' };
  return {
    card: card.fill(answer.data, drawing),
    notification: card.notification(answer.data),
    data: answer.data,
  };
}
