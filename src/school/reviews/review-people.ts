import { choiceInWords } from '../../schema/form.ts';
import { joinKey } from '../../schema/record.ts';
import { pupilWords } from '../attendance/pupil-words.ts';
import { type Contact, contact } from '../contacts/contact.record.ts';
import type { Facts } from '../rule.ts';
import type { Invitee } from './invitee.record.ts';
import type { Review } from './review.record.ts';

/** Somebody who is asked to a review, or may be: with the row that says how, where there is one. */
export interface ReviewPerson {
  /** RecordKey of the pupil or contact, or Entra object id: what `record-review-outcome` takes. */
  readonly who: string;
  readonly part: Invitee['part'];
  /** "Parent: Jo Example"; the pupil by initials and year. */
  readonly says: string;
  /** RecordKey of the invitee's row, whether it stands yet or not. */
  readonly row: string;
  readonly invited?: Invitee;
  /** The contact, for everybody outside the school. */
  readonly contact?: Contact;
}

/** Who is asked to a review or may be: the pupil, contacts who may attend and are not barred, and all who were invited. */
export function peopleOf(facts: Facts, review: Review): readonly ReviewPerson[] {
  const invited = facts.records.invitee.by('review', review.key);
  const pupil = invited.find(({ part }) => part === 'Pupil');
  const contacts = facts.records.contact
    .by('pupil', review.pupil)
    .toSorted((a, b) => (a.order ?? 99) - (b.order ?? 99));
  const outside = contacts.flatMap((one): readonly ReviewPerson[] => {
    const row = invited.find((each) => each.contact === one.key);
    if (!row && (one.barred || !(one.mayAttend || family.includes(one.type)))) return [];
    const says = `${choiceInWords(contact.fields.type, one.type)}: ${one.name}`;
    const part = row?.part ?? partOf(one);
    return [{ who: one.key, part, says, row: row?.key ?? joinKey(review.key, one.key), invited: row, contact: one }];
  });
  const staff = invited.flatMap((row): readonly ReviewPerson[] => {
    if (row.part === 'Pupil' || row.contact !== undefined) return [];
    const says = row.personName ?? (row.part === 'Provider' ? 'The provider' : 'A member of staff');
    return [{ who: row.person ?? row.key, part: row.part, says, row: row.key, invited: row }];
  });
  const self: ReviewPerson = {
    who: review.pupil,
    part: 'Pupil',
    says: `The pupil, ${pupilWords(facts, review.pupil)}`,
    row: pupil?.key ?? joinKey(review.key, review.pupil),
    invited: pupil,
  };
  return [self, ...outside, ...staff];
}

const family: readonly Contact['type'][] = ['Parent', 'Carer'];

function partOf({ type }: Contact): Invitee['part'] {
  if (family.includes(type)) return 'Parent';
  return type === 'Provider' ? 'Provider' : 'Professional';
}
