import { choice, link, number, text, yesNo } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** Kinds of people around a pupil (domain.md 10, CON). */
export const contactTypes = [
  'Parent',
  'Carer',
  'SocialWorker',
  'VSH',
  'LA-SEND',
  'LA-Inclusion',
  'YOT',
  'Provider',
  'Health',
  'Police',
  'Other',
] as const;

/** A person around one pupil; parental responsibility and barring belong to the pair, so there is a row per pupil and person. */
export const contact = record({
  name: 'contact',
  list: 'AP Contacts',
  label: 'Contact',
  says: 'A person around one pupil: parent, carer, social worker; one row per pupil and person.',
  keyOf: 'pupil|person',
  retention: 'pupil-file',
  area: 'pupil-core',
  mirror: 'whole',
  fields: {
    pupil: link('Pupil', 'pupil', { required: true, indexed: true }),
    person: text('Person', { required: true, hint: 'Opaque id, the same for siblings' }),
    type: choice('Who they are', contactTypes, {
      required: true,
      words: {
        VSH: 'Virtual school head',
        'LA-SEND': 'Local authority, SEND',
        'LA-Inclusion': 'Local authority, inclusion',
        YOT: 'Youth justice service',
      },
    }),
    name: text('Name', { required: true }),
    organisation: text('Organisation', {}),
    phone1: text('Telephone', {}),
    phone2: text('Second telephone', {}),
    email: text('E-mail', {}),
    parentalResponsibility: yesNo('Parental responsibility', {}),
    livesWith: yesNo('Pupil lives with them', {}),
    mayContact: yesNo('May be contacted', {}),
    mayAttend: yesNo('May attend meetings', {}),
    barred: yesNo('Barred', {}),
    barredReason: text('Reason for barring', { hint: 'Kept by the DSL' }),
    language: text('Language or interpreter', {}),
    emailAgreedForNotices: yesNo('Agreed to notices by e-mail', {}),
    order: number('Call order', { min: 1, max: 20 }),
  },
});

/** A contact as kept. */
export type Contact = RecordOf<typeof contact>;
