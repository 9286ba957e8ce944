import { z } from 'zod';
import { action, type Known } from '../action.ts';
import type { Tell } from '../change.ts';
import type { RecordName } from '../records.ts';
import { missingRoles, personOn } from '../roles.ts';
import { digestOf } from './digest.ts';
import type { Message } from './message.record.ts';
import { type Prompt, promptKey } from './prompt.ts';
import { prompts } from './prompts.ts';

const needs: readonly RecordName[] = [
  ...new Set<RecordName>(['message', 'roleAssignment', 'calendarEntry', ...prompts.flatMap((one) => one.needs)]),
];

/** New cards, and cards drawn again, in one round; the rest follow a minute later, so that SharePoint is not asked to slow down. */
const atOnce = 20;

/**
 * On school days, between two times, everybody who has to know of a review or a visit gets a card, once for each stage of the
 * matter; the card that stands is drawn again as soon as what it shows has changed, at any hour (domain.md 13). Which card shows
 * what is kept with the message: done again, it does nothing.
 */
export const sendPrompts = action({
  name: 'send-prompts',
  says: 'Prompt people about reviews and visits that are due, and keep the cards up to date.',
  input: z.strictObject({}),
  roles: ['clock'],
  needs,
  decide(known) {
    const { today } = known.now;
    if (missingRoles(known.records.roleAssignment, today).length > 0) {
      return { changes: [], because: 'A needed role is missing.' };
    }
    const stand = known.records.message.all().flatMap((message) => changed(known, message));
    const changes = [...newCards(known).slice(0, atOnce), ...stand.slice(0, atOnce)];
    return { changes, because: 'Prompts', about: today };
  },
});

function newCards(known: Known): readonly Tell[] {
  const { today, time } = known.now;
  const { promptsFrom, promptsUntil } = known.policy;
  if (!known.calendar.isSchoolDay(today) || time < promptsFrom || time >= promptsUntil) return [];
  return prompts.flatMap((prompt) =>
    prompt.due(known).flatMap((due): readonly Tell[] => {
      const key = promptKey(prompt, due);
      const shown = known.records.message.get(key) ? undefined : shownTo(known, prompt, due.to, due.data);
      if (shown === undefined) return [];
      const { name } = prompt.view;
      const data = { ...due.data, shown };
      return [{ kind: 'tell', key, purpose: name, to: due.to, by: 'Chat', card: name, data, about: due.about }];
    }),
  );
}

/** The card that stands, where it would be drawn otherwise today; a folded one keeps its one line. */
function changed(known: Known, message: Message): readonly Tell[] {
  const prompt = prompts.find(({ view }) => view.name === message.purpose);
  const stands = message.activity !== undefined && message.state !== 'Closed' && message.foldedAt === undefined;
  const before = z.record(z.string(), z.string()).safeParse(message.data);
  if (!prompt || !stands || !before.success) return [];
  const { shown: drawn, ...params } = before.data;
  const shown = shownTo(known, prompt, message.to, params);
  if (shown === undefined || shown === drawn) return [];
  const { key, purpose, to, about } = message;
  return [{ kind: 'tell', key, purpose, to, by: 'Chat', card: purpose, data: { ...params, shown }, about }];
}

/** A mark of what the card shows to a person now; `undefined` where they may not see it, or there is nothing to show. */
function shownTo(known: Known, { view }: Prompt, to: string, params: unknown): string | undefined {
  const by = personOn(known.records.roleAssignment, to, known.now.today);
  if (view.roles !== 'anyone' && !view.roles.some((role) => by.roles.includes(role))) return undefined;
  const answer = view.answer({ ...known, by }, params);
  return answer.ok && answer.value !== undefined ? digestOf(JSON.stringify(answer.value)) : undefined;
}
