import { z } from 'zod';
import { action, type Known } from '../action.ts';
import type { Change } from '../change.ts';
import type { Message } from '../office/message.record.ts';
import { isFolded } from './register.view.ts';

/** Cards folded in one round; the rest follow a minute later, so that a school back from the holidays is not one great write. */
const atOnce = 15;

/** Cards older than five school days lose what they said of pupils: the register keeps counts, the others one line (design: children's data). */
export const foldCards = action({
  name: 'fold-cards',
  says: 'Fold cards older than five school days, so that no pupil stands in an old chat.',
  input: z.strictObject({}),
  roles: ['clock'],
  needs: ['message', 'calendarEntry'],
  decide(known) {
    const old = known.records.message
      .by('state', 'Sent')
      .filter((message) => message.by !== 'Mail' && message.activity !== undefined && message.foldedAt === undefined)
      .filter((message) => isFolded(known, lastDayOn(known, message)))
      .slice(0, atOnce);
    const changes = old.flatMap((message): Change[] => [
      {
        kind: 'save',
        record: 'message',
        key: message.key,
        seen: message.version,
        values: { foldedAt: known.now.instant, state: 'Waiting' },
      },
    ]);
    return { changes, because: 'Cards folded', about: known.now.today };
  },
});

/** The last day that a card is about: the day it came; a half term's planner, which names nobody, works until the half term is over. */
function lastDayOn({ calendar }: Known, { date, purpose, about }: Message): string {
  const half = purpose === 'review-planner' ? calendar.halfTerms.find(({ key }) => key === about) : undefined;
  return half?.lastDay ?? date;
}
