import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import type { Change } from '../change.ts';

/** "I have this": ends the escalation of an urgent card. Only who was told may say so. */
export const acknowledge = action({
  name: 'acknowledge',
  says: 'Say that you have an urgent message and act on it.',
  input: z.strictObject({ message: keyInput }),
  roles: ['dsl', 'deputy-dsl', 'head'],
  needs: ['message'],
  decide(known, wish) {
    const message = known.records.message.get(wish.message);
    if (!message?.urgent) return { problems: [{ field: 'message', says: 'There is no such urgent message.' }] };
    if (message.answer === 'Acknowledged')
      return { changes: [], because: 'Acknowledged before.', about: message.about };
    const same = known.records.message
      .by('about', message.about ?? '')
      .filter((each) => each.purpose === message.purpose && each.urgent);
    const changes: Change[] = [];
    for (const each of same.length > 0 ? same : [message]) {
      if (each.answer !== 'Acknowledged') {
        changes.push({
          kind: 'save',
          record: 'message',
          key: each.key,
          seen: 'any',
          values: { answer: 'Acknowledged', answeredAt: known.now.instant, answeredBy: known.by.id },
        });
      }
      if (each.by !== 'Mail') changes.push({ kind: 'redraw', message: each.key });
    }
    return { changes, because: 'Acknowledged', about: message.about };
  },
});
