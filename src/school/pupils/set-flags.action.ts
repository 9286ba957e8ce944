import { z } from 'zod';
import { correctionOf } from '../../schema/form.ts';
import { action } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { pupil } from './pupil.record.ts';

/** Social-care and risk flags: what the DSL writes of a pupil. */
export const flagFields = ['socialWorker', 'cla', 'careAuthority', 'youthJustice', 'riskFlags'] as const;

const input = z.strictObject({ pupil: keyInput, seen: z.string(), values: correctionOf(pupil, flagFields) });

/** Social-care and risk flags are the DSL's alone (domain.md 10.2); the journal does not say which. */
export const setFlags = action<z.infer<typeof input>>({
  name: 'set-flags',
  says: 'Say who outside the school is concerned with a pupil, and what risks there are.',
  input,
  roles: ['dsl', 'deputy-dsl'],
  needs: ['pupil'],
  decide(known, { pupil: key, seen, values }) {
    if (!known.records.pupil.get(key)) return { problems: [{ field: 'pupil', says: 'There is no such pupil.' }] };
    if (Object.keys(values).length === 0)
      return { problems: [{ field: 'values', says: 'There is nothing to change.' }] };
    return {
      changes: [{ kind: 'save', record: 'pupil', key, seen, values }],
      because: 'Flags reviewed by the DSL',
      about: key,
    };
  },
});
