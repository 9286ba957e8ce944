import type { Pupil } from '../pupils/pupil.record.ts';
import { readDay } from './cells.ts';
import { nameOf, plainName } from './names.ts';
import type { ImportRow, Standing } from './plan.types.ts';

/** The pupil that a row of contacts or placements is about, or one sentence: nobody, or more than one, fits. */
export function whichPupil(
  standing: Standing,
  { cells }: ImportRow,
): { readonly pupil: Pupil } | { readonly trouble: string } {
  const upn = cells.pupilUpn?.trim().toUpperCase();
  const misId = cells.pupilMisId?.trim();
  const name = nameOf(cells.pupilName, cells.pupilForename, cells.pupilSurname);
  if (upn)
    return only(
      standing.pupils.filter((one) => one.upn?.toUpperCase() === upn),
      'UPN',
    );
  if (misId)
    return only(
      standing.pupils.filter((one) => one.misId === misId),
      'id',
    );
  if (!name)
    return { trouble: 'The row does not say which pupil. Map a column to the UPN, the id or the name of the pupil.' };
  const born = readDay(cells.pupilDateOfBirth ?? '');
  const plain = plainName(name);
  const alike = standing.pupils.filter(
    (one) =>
      (plainName(one.legalName) === plain || (one.preferredName && plainName(one.preferredName) === plain)) &&
      (born === undefined || one.dateOfBirth === born),
  );
  return only(alike, 'name');
}

function only(found: readonly Pupil[], by: string): { readonly pupil: Pupil } | { readonly trouble: string } {
  const [pupil, second] = found;
  if (!pupil) return { trouble: `No pupil here has this ${by}. Import the pupil first.` };
  if (second) return { trouble: `More than one pupil here has this ${by}. Add the UPN to the file.` };
  return { pupil };
}
