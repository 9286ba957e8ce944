import { joinKey } from '../../schema/record.ts';
import type { ValuesNamed } from '../change.ts';
import type { Contact } from '../contacts/contact.record.ts';
import { importFields } from './import-kinds.ts';
import { nameOf, plainName } from './names.ts';
import type { ImportRow, PlanContext, RowPlan, Standing } from './plan.types.ts';
import { differences, missingFields, rowValues } from './row-values.ts';
import { whichPupil } from './which-pupil.ts';

type Values = Partial<ValuesNamed<'contact'>>;

/**
 * A contact of a pupil: the same name at the same pupil is the same row; a sibling's contact of the same name and number is the
 * same person. Someone added without a word on it may be contacted: an information system lists the people whom the school rings.
 */
export function planContact(context: PlanContext, row: ImportRow): RowPlan {
  const { standing } = context;
  const about = whichPupil(standing, row);
  const read = rowValues(importFields.contacts, row.cells);
  const troubles = [...('trouble' in about ? [about.trouble] : []), ...read.troubles];
  if ('trouble' in about || troubles.length > 0) return { refused: troubles };
  const name = nameOf(read.values.name, row.cells.forename, row.cells.surname);
  const title = row.cells.title?.trim();
  const full = name && title ? `${title} ${name}` : name;
  const stands = standing.contacts.find(
    (one) =>
      one.pupil === about.pupil.key && [name, full].some((said) => said && plainName(said) === plainName(one.name)),
  );
  if (stands?.barred)
    return {
      refused: ['This person is barred for this pupil. Only the DSL may change them, on the page of the pupil.'],
    };
  const values: Values = {
    ...read.values,
    ...(full ? { name: full } : {}),
    ...(stands || read.values.mayContact !== undefined ? {} : { mayContact: true }),
  };
  const lacking = missingFields(importFields.contacts, { ...stands, ...values });
  if (lacking.length > 0) return { refused: lacking };
  const { changed, changes } = differences<Values>(importFields.contacts, stands, values);
  const person = stands?.person ?? samePerson(standing, values) ?? context.freshId('pe');
  const key = stands?.key ?? joinKey(about.pupil.key, person);
  const added = stands ? {} : { pupil: about.pupil.key, person };
  if (!stands) standing.contacts.push({ ...emptyContact, ...values, ...added, key, version: '' } as Contact);
  const saves = [
    { kind: 'save', record: 'contact', key, seen: stands?.version ?? null, values: { ...added, ...changed } } as const,
  ];
  return { saves, isNew: !stands, changes };
}

const emptyContact = {
  parentalResponsibility: false,
  livesWith: false,
  mayContact: false,
  mayAttend: false,
  barred: false,
  emailAgreedForNotices: false,
};

function samePerson(standing: Standing, values: Values): string | undefined {
  const numbers = (one: Values) => [one.phone1, one.phone2].filter(Boolean).map((phone) => phone?.replace(/\D/g, ''));
  const mine = numbers(values);
  return standing.contacts.find(
    (one) =>
      plainName(one.name) === plainName(values.name ?? '') &&
      (numbers(one).some((number) => mine.includes(number)) ||
        (values.email !== undefined && one.email?.toLowerCase() === values.email.toLowerCase())),
  )?.person;
}
