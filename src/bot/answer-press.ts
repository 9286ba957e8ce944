import { ask } from '../app/ask.ts';
import { NotSaved, perform } from '../app/perform.ts';
import type { School, World } from '../app/ports.ts';
import type { Said } from '../cards/card.ts';
import type { CardJson } from '../cards/fill.ts';
import type { Register } from '../school/attendance/register.types.ts';
import { momentOf } from '../school/moment.ts';
import type { Message } from '../school/office/message.record.ts';
import { drawMessage } from './draw.ts';
import { findCard, type Pressed } from './find-card.ts';
import { rowsOf, typedOn } from './marks.ts';
import { promptVerbs } from './prompt-wishes.ts';
import { type Sentences, sayOutcome } from './say-outcome.ts';
import { mismatch, verbs, type Wished } from './wishes.ts';
import { within } from './within.ts';

/** A press on a card's button; who pressed comes from the activity's sender, never from the card. */
export interface Press extends Pressed {
  readonly verb: string;
  readonly name?: string;
}

/** The card drawn again, or a sentence that leaves the card as it is. */
export type PressAnswer = { readonly card: CardJson } | { readonly says: string };

/** Milliseconds (machine's clock) in which Teams wants its answer, less the way. */
const patience = 4_700;
const notSaved = 'Not saved: Microsoft 365 does not answer. Press again in a minute.';

/** Answers a press within five seconds: what came of it, above the card as it stands now. Never throws. */
export async function answerPress(world: World, press: Press, todayUrl?: string): Promise<PressAnswer> {
  const until = Date.now() + patience;
  const verb = Object.hasOwn(verbs, press.verb) ? verbs[press.verb] : undefined;
  if (!verb && press.verb !== 'refresh') return { says: 'This button is no longer in use.' };
  const found = await within(findCard(world, press), until - 1_000).catch(() => undefined);
  if (!found) return { says: notSaved };
  if ('stale' in found) return { says: found.stale };
  const { school, message } = found;
  if (!verb) return await redraw(world, { school, message, until, todayUrl, sentences: silence, press });
  const wrong = verb.cards.includes(message.card ?? '')
    ? mismatch(message, press.data)
    : 'This button does not belong to this card. Nothing was changed.';
  if (wrong) return { says: wrong };
  const needsRows = 'round' in press.data;
  const register = needsRows
    ? await within(registerOf(world, school, message), until - 1_000).catch(() => undefined)
    : undefined;
  if (needsRows && !register) return { says: notSaved };
  const question = verb.reads?.(message);
  const read = question ? await readFor(world, school, press, question, until) : undefined;
  if (read && 'says' in read) return read;
  const now = momentOf(world.clock.now());
  const wished = verb.wish({ message, data: press.data, register, read: read?.data, now });
  const sentences = await carryOut(world, school, press, wished, register, until);
  if ('says' in sentences) return sentences;
  return await redraw(world, { school, message, until, todayUrl, sentences, press });
}

const silence: Sentences = { said: [], keep: () => true };

async function carryOut(
  world: World,
  school: School,
  press: Press,
  wished: Wished,
  register: Register | undefined,
  until: number,
): Promise<Sentences | { readonly says: string }> {
  const attention = (text: string): Said => ({ text, tone: 'Attention' });
  if ('nothing' in wished) return { said: [attention(wished.nothing)], keep: () => true };
  const { action, input } = wished;
  const { by, name } = press;
  try {
    const work = perform(world, { school: school.key, action, input, by, name, via: 'Card' });
    const outcome = await within(work, until - 200);
    if (outcome.kind === 'forbidden') return { says: outcome.says };
    if (Object.hasOwn(promptVerbs, press.verb)) void comparePrompts(world, school);
    if (outcome.kind === 'accepted' && outcome.undoUntil)
      followBooking(world, school, outcome.entry, outcome.undoUntil);
    const marks: readonly { placement: string }[] = Array.isArray(input.marks) ? input.marks : [];
    const sentences = sayOutcome(outcome, action, marks, register ? rowsOf(register) : []);
    const also = outcome.kind === 'done' || outcome.kind === 'accepted' ? (wished.also ?? []) : [];
    return { ...sentences, said: [...sentences.said, ...also.map(attention)] };
  } catch (error) {
    // What stands in the way is said where it is known: a list changed by hand is not mended by pressing again.
    if (error instanceof NotSaved) return { said: [attention(`Not saved: ${error.message}`)], keep: () => true };
    return { says: 'It is not certain that this was saved. Refresh the card in a minute and look.' };
  }
}

/** What a verb has to know first, asked as who presses; a sentence where they may not ask, or no answer comes in time. */
async function readFor(
  world: World,
  school: School,
  { by, name }: Press,
  question: { readonly view: string; readonly params: unknown },
  until: number,
): Promise<{ readonly data: unknown } | { readonly says: string }> {
  const asking = ask(world, { school: school.key, ...question, by, name });
  const answer = await within(asking, until - 1_500).catch(() => undefined);
  if (answer?.kind === 'shown' && answer.data !== undefined) return { data: answer.data };
  return { says: answer?.kind === 'forbidden' ? answer.says : notSaved };
}

/** Milliseconds (machine's clock) between two looks at a booking that is being carried out, and how many looks there are. */
const making = 5_000;
const looks = 24;

/** Prompts are compared with what stands now, so that a card says the same on every device of everybody who has one. */
async function comparePrompts(world: World, school: School): Promise<void> {
  const wish = { school: school.key, action: 'send-prompts', input: {}, by: 'clock', via: 'Round' } as const;
  await perform(world, wish).catch(() => undefined);
}

/** Once the wait for an undo is over, until the booking is carried out: nobody waits for the next round to see it. */
function followBooking(world: World, school: School, entry: string, undoUntil: string): void {
  const look = async (left: number) => {
    await comparePrompts(world, school);
    const open = school.store.known().journalEntry.get(entry)?.state === 'Open';
    if (open && left > 1) setTimeout(() => void look(left - 1), making).unref();
  };
  setTimeout(() => void look(looks), Date.parse(undoUntil) - Date.now() + making).unref();
}

async function registerOf(world: World, school: School, message: Message): Promise<Register | undefined> {
  const { date, session, provider } = Object(message.data);
  const answer = await ask(world, {
    school: school.key,
    view: 'register',
    params: { date, session, ...(provider === undefined ? {} : { provider }) },
    by: 'clock',
  });
  return answer.kind === 'shown' ? Object(answer.data) : undefined;
}

interface Redrawing {
  readonly school: School;
  readonly message: Message;
  readonly sentences: Sentences;
  readonly press: Press;
  readonly until: number;
  readonly todayUrl?: string;
}

async function redraw(world: World, redrawing: Redrawing): Promise<PressAnswer> {
  const { school, message, sentences, press, until, todayUrl } = redrawing;
  const typed = Object.fromEntries(Object.entries(typedOn(press.data)).filter(([id]) => sentences.keep(id)));
  const drawing = { said: sentences.said, typed, todayUrl };
  const says = sentences.said.map(({ text }) => text).join(' ') || 'The card cannot be drawn just now.';
  try {
    const drawn = await within(drawMessage(world, school.key, message, drawing), until);
    return 'card' in drawn ? { card: drawn.card } : { says };
  } catch {
    return { says };
  }
}
