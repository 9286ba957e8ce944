import { z } from 'zod';
import { action } from '../action.ts';
import type { Change, ChangeResult } from '../change.ts';
import { dayInput, keyInput, markKey, roundOf, sessionInput } from './marks.ts';

const input = z.strictObject({
  date: dayInput,
  session: sessionInput,
  marks: z
    .array(z.strictObject({ placement: keyInput, seen: z.string() }))
    .min(1, 'There is nothing to tick.')
    .max(200, 'Tick at most 200 at once.'),
});

/** Ticks marks as copied to the school's own register; a later change of the mark takes the tick away. */
export const copyToRegister = action({
  name: 'copy-to-register',
  says: "Tick marks as copied to the school's register.",
  input,
  roles: ['attendance-officer', 'ap-leader'],
  needs: ['attendance'],
  decide(known, wish) {
    const changes: Change[] = [];
    const unchanged: ChangeResult[] = [];
    for (const [i, mark] of wish.marks.entries()) {
      const key = markKey(mark.placement, wish.date, wish.session);
      const row = known.records.attendance.get(key);
      if (!row?.code) {
        return { problems: [{ field: `marks.${i}.placement`, says: 'This mark has no code yet. Settle it first.' }] };
      }
      if (row.registerCopied) {
        unchanged.push({
          about: key,
          outcome: 'unchanged',
          by: row.registerCopiedBy,
          at: row.registerCopiedAt,
          version: row.version,
        });
        continue;
      }
      const values = { registerCopied: true, registerCopiedBy: known.by.name, registerCopiedAt: known.now.instant };
      changes.push({ kind: 'save', record: 'attendance', key, seen: mark.seen, values });
    }
    return { changes, unchanged, because: 'Copied to the register', about: roundOf(wish.date, wish.session) };
  },
});
