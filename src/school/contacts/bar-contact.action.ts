import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput, lineInput } from '../attendance/marks.ts';

const input = z.strictObject({
  contact: keyInput,
  barred: z.boolean({ error: () => 'Barred must be yes or no.' }),
  /** Kept for the DSL; no view shows it to anybody else. */
  reason: lineInput.optional(),
  seen: z.string(),
});

/** Only the DSL bars a person from contact with a pupil, or lets them again; a reason is kept. */
export const barContact = action<z.infer<typeof input>>({
  name: 'bar-contact',
  says: 'Bar a person from contact about a pupil, or let them again.',
  input,
  roles: ['dsl', 'deputy-dsl'],
  needs: ['contact'],
  decide(known, { contact: key, barred, reason, seen }) {
    const stands = known.records.contact.get(key);
    if (!stands) return { problems: [{ field: 'contact', says: 'There is no such contact.' }] };
    if (barred && !reason) return { problems: [{ field: 'reason', says: 'Say why. Only the DSL reads it.' }] };
    return {
      changes: [
        {
          kind: 'save',
          record: 'contact',
          key: stands.key,
          seen,
          values: { barred, barredReason: barred ? reason : undefined },
        },
      ],
      because: barred ? 'Contact barred by the DSL' : 'Contact no longer barred',
      about: stands.pupil,
    };
  },
});
