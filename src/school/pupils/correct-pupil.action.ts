import { z } from 'zod';
import { correctionOf } from '../../schema/form.ts';
import type { Problem } from '../../schema/parse.ts';
import { action, type Known } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { dateWithYear } from '../calendar/dates.ts';
import { whatChanged } from '../what-changed.ts';
import { pupil } from './pupil.record.ts';
import { upnTrouble } from './upn.ts';

/** What the AP leader may write of a pupil: all but the flags, which are the DSL's, and the last day on roll. */
export const coreFields = [
  'legalName',
  'preferredName',
  'initials',
  'year',
  'upn',
  'misId',
  'dateOfBirth',
  'tutorGroup',
  'tutor',
  'send',
  'ehcpAuthority',
  'medicalPlan',
  'freeSchoolMeals',
  'onRollFrom',
] as const;

const input = z.strictObject({ pupil: keyInput, seen: z.string(), values: correctionOf(pupil, coreFields) });

type Core = z.infer<typeof input>['values'];

/** Core facts of a pupil are corrected; an empty field clears what need not be there (domain.md 10.2, 14.1 to 14.3). */
export const correctPupil = action<z.infer<typeof input>>({
  name: 'correct-pupil',
  says: "Correct a pupil's name, year, number and other core facts.",
  input,
  roles: ['ap-leader'],
  needs: ['pupil'],
  decide(known, { pupil: key, seen, values }) {
    const stands = known.records.pupil.get(key);
    if (!stands) return { problems: [{ field: 'pupil', says: 'There is no such pupil.' }] };
    if (Object.keys(values).length === 0)
      return { problems: [{ field: 'values', says: 'There is nothing to change.' }] };
    const problems = coreProblems(known, values, key);
    if (problems.length > 0) return { problems };
    return {
      changes: [{ kind: 'save', record: 'pupil', key, seen, values: inShape(values) }],
      because: `Pupil corrected: ${whatChanged(pupil, stands, values)}`.slice(0, 255),
      about: key,
    };
  },
});

/** A UPN is written in capitals. */
export function inShape<V extends Core>(values: V): V {
  return values.upn ? { ...values, upn: values.upn.toUpperCase() } : values;
}

/** What is wrong with a pupil's core facts beyond their form: the UPN's check letter, a second pupil with it, an impossible birthday. */
export function coreProblems(known: Known, values: Core, key?: string): readonly Problem[] {
  const at = (field: keyof Core, says: string): Problem => ({ field: `values.${field}`, says });
  const problems: Problem[] = [];
  if (values.upn) {
    const trouble = upnTrouble(values.upn);
    const upn = values.upn.toUpperCase();
    const other = known.records.pupil.all().some((each) => each.key !== key && each.upn?.toUpperCase() === upn);
    if (trouble) problems.push(at('upn', trouble));
    else if (other) problems.push(at('upn', 'Another pupil has this UPN. Look for them in the list first.'));
  }
  const born = values.dateOfBirth;
  if (born) {
    const age = Number(known.now.today.slice(0, 4)) - Number(born.slice(0, 4));
    if (age < 9 || age > 20) {
      problems.push(at('dateOfBirth', `${dateWithYear(born)} cannot be right for a pupil of this school.`));
    }
  }
  return problems;
}
