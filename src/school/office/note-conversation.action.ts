import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput, lineInput } from '../attendance/marks.ts';

const input = z.strictObject({
  key: keyInput,
  kind: z.enum(['personal', 'channel']),
  name: lineInput.optional(),
  reference: z.unknown(),
});

/** Keeps where the bot can reach a person or channel; the same reference again changes nothing. */
export const noteConversation = action({
  name: 'note-conversation',
  says: 'Note where the bot can reach a person or a channel.',
  input,
  roles: ['clock'],
  needs: ['conversation'],
  decide(known, { key, kind, name, reference }) {
    const stands = known.records.conversation.get(key);
    if (stands && JSON.stringify(stands.reference) === JSON.stringify(reference) && stands.name === name) {
      return { changes: [], because: 'Known already.' };
    }
    const values = { kind, name, reference, seenAt: known.now.instant };
    return {
      changes: [{ kind: 'save', record: 'conversation', key, seen: 'any', values }],
      because: 'Conversation noted',
    };
  },
});
