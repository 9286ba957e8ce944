import type { School, World } from '../app/ports.ts';
import { pupilSessionKey } from '../school/attendance/marks.ts';
import { momentOf } from '../school/moment.ts';
import type { Message } from '../school/office/message.record.ts';
import { baseOf } from './incoming.ts';

/** Which card was pressed, where. */
export interface Pressed {
  /** Activity that carries the card. */
  readonly activity: string;
  readonly conversation: string;
  /** Entra object id of who pressed. */
  readonly by: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The message whose one valid card this is, and its school; or why the press counts for nothing. */
export type Found = { readonly school: School; readonly message: Message } | { readonly stale: string };

/** Finds the message of a pressed card. A card that another one has replaced is told which to use. */
export async function findCard(world: World, pressed: Pressed): Promise<Found> {
  const found = look(world, pressed);
  if (found) return found;
  // Another server may have sent it a moment ago.
  await Promise.all(world.schools().map(({ store }) => store.sync(['message'])));
  return look(world, pressed) ?? { stale: staleText(world, pressed) };
}

function look(world: World, pressed: Pressed): Found | undefined {
  for (const school of world.schools()) {
    const message = school.store
      .known()
      .message.by('activity', pressed.activity)
      .find((each) => isHere(each, pressed));
    if (message?.state === 'Closed' || message?.foldedAt)
      return { stale: 'This card is closed. Open Today to look at that day.' };
    if (message?.by === 'Chat' && message.to !== pressed.by)
      return { stale: 'This card is for somebody else. Nothing was changed.' };
    if (message) return { school, message };
  }
  return undefined;
}

function isHere(message: Message, pressed: Pressed): boolean {
  return message.by !== 'Mail' && baseOf(message.conversation ?? '') === baseOf(pressed.conversation);
}

function staleText(world: World, pressed: Pressed): string {
  const { round, pupil, date, session } = pressed.data;
  const valid = world
    .schools()
    .flatMap(({ store }) => {
      const { message } = store.known();
      const ofRound = typeof round === 'string' ? message.by('round', round) : [];
      const ofPupil =
        typeof pupil === 'string' && typeof date === 'string' && (session === 'AM' || session === 'PM')
          ? message.by('about', pupilSessionKey(pupil, date, session))
          : [];
      return [...ofRound, ...ofPupil];
    })
    .filter((each) => each.activity && each.sentAt && each.state !== 'Closed' && isHere(each, pressed))
    .sort((a, b) => (a.sentAt ?? '').localeCompare(b.sentAt ?? ''))
    .at(-1);
  if (!valid?.sentAt) return 'This card is no longer in use. Write "today" to see how the day stands.';
  return `Use the card of ${momentOf(valid.sentAt).time}.`;
}
