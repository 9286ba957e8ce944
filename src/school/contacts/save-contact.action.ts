import { z } from 'zod';
import { correctionOf } from '../../schema/form.ts';
import type { Problem } from '../../schema/parse.ts';
import { joinKey } from '../../schema/record.ts';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { whatChanged } from '../what-changed.ts';
import { contact } from './contact.record.ts';

/** What staff write of a contact; barring is the DSL's. */
export const contactFields = [
  'type',
  'name',
  'organisation',
  'phone1',
  'phone2',
  'email',
  'parentalResponsibility',
  'livesWith',
  'mayContact',
  'mayAttend',
  'language',
  'emailAgreedForNotices',
  'order',
] as const;

const input = z.strictObject({
  pupil: keyInput,
  /** The contact to correct; absent: a new one. */
  contact: keyInput.optional(),
  /** The same person as a contact of a brother or sister. */
  person: keyInput.optional(),
  seen: z.string().optional(),
  values: correctionOf(contact, contactFields),
});

type Wish = z.infer<typeof input>;

/** A person around a pupil is added or corrected; barring is the DSL's (`bar-contact`). */
export const saveContact = action<Wish>({
  name: 'save-contact',
  says: 'Add or correct a person around a pupil: who they are, numbers, what they may do.',
  input,
  roles: ['attendance-officer', 'ap-leader'],
  needs: ['contact', 'pupil'],
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  if (!known.records.pupil.get(wish.pupil)) return { problems: [{ field: 'pupil', says: 'There is no such pupil.' }] };
  const stands = wish.contact === undefined ? undefined : known.records.contact.get(wish.contact);
  if (wish.contact !== undefined && stands?.pupil !== wish.pupil) {
    return { problems: [{ field: 'contact', says: 'That is no contact of this pupil.' }] };
  }
  const problems = phoneProblems(wish.values);
  if (!stands && !wish.values.name) problems.push({ field: 'values.name', says: 'Name is missing.' });
  if (!stands && !wish.values.type) problems.push({ field: 'values.type', says: 'Say who they are.' });
  if (problems.length > 0) return { problems };
  if (stands) {
    const { seen } = wish;
    if (seen === undefined) return { problems: [{ field: 'seen', says: 'Say which version you saw.' }] };
    return {
      changes: [{ kind: 'save', record: 'contact', key: stands.key, seen, values: wish.values }],
      because: `Contact corrected: ${whatChanged(contact, stands, wish.values)}`.slice(0, 255),
      about: wish.pupil,
    };
  }
  const person = wish.person ?? known.freshId('co');
  const key = joinKey(wish.pupil, person);
  if (known.records.contact.get(key)) {
    return {
      problems: [{ field: 'person', says: 'This person is a contact of the pupil already. Correct that one.' }],
    };
  }
  const values = { mayContact: true, ...wish.values, pupil: wish.pupil, person };
  return {
    changes: [{ kind: 'save', record: 'contact', key, seen: null, values }],
    because: 'Contact added',
    about: wish.pupil,
  };
}

/** A telephone number has seven digits at least; letters are a mistake that nobody can ring. */
function phoneProblems(values: Wish['values']): Problem[] {
  return (['phone1', 'phone2'] as const).flatMap((field) => {
    const phone = values[field];
    if (!phone || (/^[+(\d][\d\s().-]*( ?(x|ext\.?) ?\d+)?$/i.test(phone) && phone.replace(/\D/g, '').length >= 7))
      return [];
    return [{ field: `values.${field}`, says: 'Give a telephone number such as 01632 960001.' }];
  });
}
