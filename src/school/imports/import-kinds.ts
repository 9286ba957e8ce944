import { calendarEntry } from '../calendar/calendar-entry.record.ts';
import { contact } from '../contacts/contact.record.ts';
import { placement } from '../placements/placement.record.ts';
import { provider } from '../providers/provider.record.ts';
import { site } from '../providers/site.record.ts';
import { pupil } from '../pupils/pupil.record.ts';
import { flagFields } from '../pupils/set-flags.action.ts';

/** What can be imported from a file, one kind a file. */
export const importKinds = ['pupils', 'contacts', 'providers', 'placements', 'calendar'] as const;

/** A kind of import. */
export type ImportKind = (typeof importKinds)[number];

/** Something a column of a file can mean: a field of the record, or a piece from which one is made (a surname, a pupil's UPN). */
export interface ImportTarget {
  readonly name: string;
  readonly label: string;
}

const whichPupil: readonly ImportTarget[] = [
  { name: 'pupilUpn', label: 'Pupil: UPN' },
  { name: 'pupilMisId', label: 'Pupil: information system id' },
  { name: 'pupilName', label: 'Pupil: name' },
  { name: 'pupilSurname', label: 'Pupil: surname' },
  { name: 'pupilForename', label: 'Pupil: forename' },
  { name: 'pupilDateOfBirth', label: 'Pupil: date of birth' },
];

/** The fields of each record that a file may fill, as the record declares them. */
export const importFields = {
  pupils: pick(pupil.fields, [
    'upn',
    'misId',
    'legalName',
    'preferredName',
    'initials',
    'dateOfBirth',
    'year',
    'tutorGroup',
    'send',
    'ehcpAuthority',
    'medicalPlan',
    'freeSchoolMeals',
    'onRollFrom',
    'onRollTo',
    ...flagFields,
  ]),
  contacts: pick(contact.fields, [
    'name',
    'type',
    'organisation',
    'phone1',
    'phone2',
    'email',
    'parentalResponsibility',
    'livesWith',
    'mayContact',
    'mayAttend',
    'language',
    'order',
  ]),
  providers: pick(provider.fields, [
    'name',
    'tradingAs',
    'type',
    'urn',
    'ukprn',
    'registered',
    'mainContact',
    'mainPhone',
    'reviewEmail',
    'attendanceContact',
    'attendancePhone',
    'attendanceEmail',
    'safeguardingLead',
    'safeguardingPhone',
    'sendsAttendanceBy',
    'status',
    'approvedUntil',
  ]),
  placements: pick(placement.fields, [
    'legalBasis',
    'primaryReason',
    'stage',
    'startDate',
    'plannedEnd',
    'actualEnd',
    'dualRegistered',
    'natureOfActivity',
    'transport',
  ]),
  calendar: pick(calendarEntry.fields, [
    'kind',
    'name',
    'firstDay',
    'lastDay',
    'sessions',
    'weekLetter',
    'registerCode',
  ]),
} as const;

/** The pieces from which fields are made, beside the fields themselves. */
const pieces: Readonly<Record<ImportKind, readonly ImportTarget[]>> = {
  pupils: [
    { name: 'surname', label: 'Legal surname' },
    { name: 'forename', label: 'Legal forename' },
    { name: 'preferredSurname', label: 'Preferred surname' },
    { name: 'preferredForename', label: 'Preferred forename' },
  ],
  contacts: [
    ...whichPupil,
    { name: 'title', label: 'Title' },
    { name: 'surname', label: 'Surname' },
    { name: 'forename', label: 'Forename' },
  ],
  calendar: [{ name: 'providerName', label: 'Provider: name' }],
  providers: [
    { name: 'address', label: site.fields.address.label },
    { name: 'postcode', label: site.fields.postcode.label },
  ],
  placements: [
    ...whichPupil,
    { name: 'providerName', label: 'Provider: name' },
    { name: 'providerUrn', label: 'Provider: URN' },
    { name: 'sessions', label: 'Weekly sessions, such as Mon AM 09:15-12:15; Tue PM 12:45-15:00 (A)' },
  ],
};

/** Everything that a column of such a file can mean; flags only where the person may write them. */
export function targetsOf(kind: ImportKind, mayWriteFlags: boolean): readonly ImportTarget[] {
  const hidden: readonly string[] = mayWriteFlags ? [] : flagFields;
  const fields = Object.entries(importFields[kind]).map(([name, { label }]) => ({ name, label }));
  return [...pieces[kind], ...fields.filter(({ name }) => !hidden.includes(name))];
}

function pick<F, const K extends keyof F>(fields: F, names: readonly K[]): { readonly [N in K]: F[N] } {
  return Object.fromEntries(names.map((name) => [name, fields[name]])) as { [N in K]: F[N] };
}
