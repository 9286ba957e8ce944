import { dateWithYear } from '../calendar/dates.ts';
import type { ValuesNamed } from '../change.ts';
import type { Pupil } from '../pupils/pupil.record.ts';
import { flagFields } from '../pupils/set-flags.action.ts';
import { upnTrouble } from '../pupils/upn.ts';
import { importFields } from './import-kinds.ts';
import { initialsFrom, nameOf, plainName } from './names.ts';
import type { ImportRow, PlanContext, RowPlan, Standing } from './plan.types.ts';
import { differences, missingFields, rowValues } from './row-values.ts';

type Values = Partial<ValuesNamed<'pupil'>>;

/** A pupil of the file: found again by UPN, else by the information system's id, else by name and date of birth; added otherwise. */
export function planPupil(context: PlanContext, { cells }: ImportRow): RowPlan {
  const read = rowValues(importFields.pupils, cells);
  const values = named(read.values, cells);
  const troubles = [
    ...read.troubles,
    ...(values.upn ? [upnTrouble(values.upn)].filter((one) => one !== undefined) : []),
  ];
  if (!context.mayWriteFlags && flagFields.some((field) => cells[field]?.trim())) {
    troubles.push('Only the DSL may import social-care and risk flags. Leave those columns out.');
  }
  if (troubles.length > 0) return { refused: troubles };
  const found = findPupil(context.standing, values);
  if ('trouble' in found) return { refused: [found.trouble] };
  const stands = found.pupil;
  const filled = stands
    ? values
    : { ...values, initials: values.initials ?? initialsFrom(values.preferredName ?? values.legalName ?? '') };
  const together = { ...stands, ...filled };
  const lacking = missingFields(importFields.pupils, together);
  if (lacking.length > 0) return { refused: lacking };
  if (together.onRollTo && together.onRollFrom && together.onRollTo < together.onRollFrom) {
    return {
      refused: [
        `On roll to (${dateWithYear(together.onRollTo)}) is before on roll from (${dateWithYear(together.onRollFrom)}).`,
      ],
    };
  }
  if (together.dateOfBirth && !plausibleBirth(together.dateOfBirth, context.today)) {
    return {
      refused: [`The date of birth ${dateWithYear(together.dateOfBirth)} does not fit a pupil of a secondary school.`],
    };
  }
  const { changed, changes } = differences<Values>(importFields.pupils, stands, filled);
  const key = stands?.key ?? context.freshId('pu');
  if (!stands) context.standing.pupils.push({ ...emptyPupil, ...filled, key, version: '' } as Pupil);
  const saves = [{ kind: 'save', record: 'pupil', key, seen: stands?.version ?? null, values: changed } as const];
  return { saves, isNew: !stands, changes };
}

const emptyPupil = { youthJustice: false, medicalPlan: false, freeSchoolMeals: false, riskFlags: [] };

function named(values: Values, cells: Readonly<Record<string, string>>): Values {
  const legalName = nameOf(values.legalName, cells.forename, cells.surname);
  const halves = cells.preferredForename || cells.preferredSurname;
  const preferred = halves
    ? nameOf(undefined, cells.preferredForename || cells.forename, cells.preferredSurname || cells.surname)
    : nameOf(values.preferredName, undefined, undefined);
  return {
    ...values,
    ...(values.upn ? { upn: values.upn.toUpperCase() } : {}),
    ...(legalName ? { legalName } : {}),
    ...(preferred && preferred !== legalName ? { preferredName: preferred } : {}),
  };
}

type Found = { readonly pupil: Pupil | undefined } | { readonly trouble: string };

function findPupil(standing: Standing, row: Values): Found {
  const name = plainName(row.legalName ?? '');
  const sameName = standing.pupils.filter((one) => plainName(one.legalName) === name && name !== '');
  const byUpn = row.upn ? standing.pupils.find((one) => one.upn?.toUpperCase() === row.upn) : undefined;
  if (byUpn) {
    const otherName = name !== '' && plainName(byUpn.legalName) !== name;
    const otherBirth =
      row.dateOfBirth !== undefined && byUpn.dateOfBirth !== undefined && byUpn.dateOfBirth !== row.dateOfBirth;
    if (otherName && otherBirth)
      return { trouble: 'This UPN belongs to another pupil here: neither name nor date of birth agree.' };
    return { pupil: byUpn };
  }
  const byMis = row.misId ? standing.pupils.find((one) => one.misId === row.misId) : undefined;
  if (byMis) {
    if (row.upn && byMis.upn && byMis.upn !== row.upn) {
      return {
        trouble: `The pupil with the id ${row.misId} has another UPN here. Find out which is right, and correct the other.`,
      };
    }
    return { pupil: byMis };
  }
  const alike = sameName.filter((one) => one.dateOfBirth === row.dateOfBirth && row.dateOfBirth !== undefined);
  if (alike.length > 1)
    return { trouble: 'Two pupils here have this name and date of birth. Add the UPN to the file.' };
  const [only] = alike;
  if (only && (!row.upn || !only.upn)) return { pupil: only };
  if (only)
    return { trouble: 'A pupil here has this name and date of birth but another UPN. Find out which is right.' };
  if (sameName.length > 0 && !row.upn && !row.dateOfBirth) {
    return {
      trouble: 'A pupil of this name is here already. Add the UPN or the date of birth to the file to tell them apart.',
    };
  }
  return { pupil: undefined };
}

function plausibleBirth(born: string, today: string): boolean {
  const age = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return age >= 9 && age <= 20;
}
