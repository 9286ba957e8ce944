import { z } from 'zod';
import { correctionOf } from '../../schema/form.ts';
import type { Problem } from '../../schema/parse.ts';
import { action } from '../action.ts';
import { coreFields, coreProblems, inShape } from './correct-pupil.action.ts';
import { pupil } from './pupil.record.ts';

const input = z.strictObject({ values: correctionOf(pupil, coreFields) });

/** A pupil on roll comes into the list; a second one with the same UPN is refused, one with the same name is not. */
export const addPupil = action<z.infer<typeof input>>({
  name: 'add-pupil',
  says: 'Add a pupil on roll to the list.',
  input,
  roles: ['ap-leader'],
  needs: ['pupil'],
  decide(known, { values }) {
    const missing = (['legalName', 'initials', 'year', 'onRollFrom'] as const)
      .filter((field) => !values[field])
      .map((field): Problem => ({ field: `values.${field}`, says: `${pupil.fields[field].label} is missing.` }));
    const problems = [...missing, ...coreProblems(known, values)];
    if (problems.length > 0) return { problems };
    const key = known.freshId('pu');
    return {
      changes: [{ kind: 'save', record: 'pupil', key, seen: null, values: inShape(values) }],
      because: 'Pupil added',
      about: key,
    };
  },
});
