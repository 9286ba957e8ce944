import { type ImportKind, type ImportTarget, targetsOf } from './import-kinds.ts';

/** Which target each heading of a file fills; a heading that is not here is left out of the import. */
export type HeadingMap = Readonly<Record<string, string>>;

const aboutPupil: Readonly<Record<string, readonly string[]>> = {
  pupilUpn: ['upn', 'pupil upn', 'student upn', 'unique pupil number'],
  pupilMisId: ['adno', 'admission number', 'arbor student id', 'student id', 'pupil id', 'mis id'],
  pupilName: ['pupil', 'student', 'pupil name', 'student name', 'pupil full name', 'student full name'],
  pupilSurname: ['pupil surname', 'student surname', 'student last name', 'pupil last name', 'legal surname'],
  pupilForename: ['pupil forename', 'student forename', 'student first name', 'pupil first name', 'legal forename'],
  pupilDateOfBirth: [
    'pupil date of birth',
    'student date of birth',
    'pupil dob',
    'student dob',
    'dob',
    'date of birth',
  ],
};

/** Headings as Arbor, SIMS and Bromcom write them in their pupil, contact and organisation exports; compared without case and punctuation. */
const known: Readonly<Record<ImportKind, Readonly<Record<string, readonly string[]>>>> = {
  pupils: {
    upn: ['upn', 'unique pupil number', 'current upn'],
    misId: ['adno', 'admission number', 'admission no', 'arbor student id', 'student id', 'pupil id', 'mis id'],
    legalName: ['legal name', 'name', 'full name', 'legal full name', 'student', 'pupil', 'pupil name', 'student name'],
    surname: ['legal surname', 'legal last name', 'surname', 'last name'],
    forename: ['legal forename', 'legal first name', 'forename', 'first name'],
    preferredSurname: ['preferred surname', 'preferred last name'],
    preferredForename: ['preferred forename', 'preferred first name', 'known as', 'chosen name'],
    preferredName: ['preferred name', 'preferred full name'],
    dateOfBirth: ['date of birth', 'dob', 'birth date'],
    year: ['year group', 'year', 'year taught in', 'nc year', 'national curriculum year', 'curriculum year'],
    tutorGroup: ['tutor group', 'reg group', 'registration group', 'reg', 'registration form', 'form', 'form group'],
    send: ['sen status', 'sen provision', 'sen', 'send', 'send status', 'sen need level'],
    ehcpAuthority: ['ehcp authority', 'ehc plan authority'],
    medicalPlan: ['individual healthcare plan', 'healthcare plan', 'medical plan', 'medical flag'],
    freeSchoolMeals: [
      'fsm',
      'free school meals',
      'free school meal eligible',
      'fsm eligible',
      'eligible for free meals',
    ],
    onRollFrom: [
      'date of admission',
      'doa',
      'admission date',
      'on roll date',
      'enrolment date',
      'enrolment start date',
      'date of entry',
      'entry date',
      'start date',
    ],
    onRollTo: ['date of leaving', 'dol', 'leaving date', 'enrolment end date', 'end date'],
    cla: ['looked after', 'in care', 'in lea care', 'cla', 'lac', 'care status'],
    careAuthority: ['care authority', 'caring authority'],
    socialWorker: ['social worker', 'social care', 'social worker status'],
    youthJustice: ['youth justice', 'youth offending', 'yjs'],
  },
  contacts: {
    ...aboutPupil,
    title: ['title', 'contact title'],
    surname: ['contact surname', 'contact last name', 'guardian last name', 'surname', 'last name'],
    forename: ['contact forename', 'contact first name', 'guardian first name', 'forename', 'first name'],
    name: ['contact', 'contact name', 'contact full name', 'guardian', 'guardian name', 'guardian full name', 'name'],
    type: [
      'relationship',
      'relation',
      'relationship to pupil',
      'relationship to student',
      'guardian relationship',
      'relation type',
      'contact type',
    ],
    organisation: ['organisation', 'agency'],
    phone1: [
      'telephone',
      'phone',
      'mobile',
      'mobile telephone',
      'mobile phone',
      'primary telephone',
      'primary telephone number',
      'main telephone',
      'telephone 1',
      'mobile number',
    ],
    phone2: [
      'second telephone',
      'home telephone',
      'home phone',
      'telephone 2',
      'work telephone',
      'secondary telephone number',
      'home telephone number',
    ],
    email: [
      'email',
      'e mail',
      'email address',
      'primary email',
      'primary email address',
      'contact email',
      'home email',
    ],
    parentalResponsibility: [
      'parental responsibility',
      'has parental responsibility',
      'pr',
      'par resp',
      'legal guardian',
    ],
    livesWith: [
      'lives with',
      'resides with',
      'lives with pupil',
      'lives with student',
      'resident',
      'lives at same address',
    ],
    mayContact: ['may be contacted', 'may contact', 'emergency contact'],
    mayAttend: ['may attend meetings'],
    language: ['language', 'first language', 'home language', 'interpreter'],
    order: [
      'priority',
      'contact priority',
      'call order',
      'contact order',
      'emergency contact order',
      'priority number',
    ],
  },
  providers: {
    name: [
      'name',
      'provider',
      'provider name',
      'organisation',
      'organisation name',
      'establishment name',
      'agency name',
      'school name',
    ],
    type: ['type', 'provider type', 'establishment type', 'type of establishment', 'setting type'],
    urn: ['urn'],
    ukprn: ['ukprn'],
    address: ['address', 'full address', 'street', 'address line 1'],
    postcode: ['postcode', 'post code'],
    mainContact: ['main contact', 'contact', 'contact name', 'head', 'manager'],
    mainPhone: ['telephone', 'phone', 'telephone number', 'main telephone', 'telephone num'],
    reviewEmail: ['e mail for reviews', 'email for reviews', 'review e mail', 'review email'],
    attendanceContact: ['attendance contact'],
    attendancePhone: ['attendance telephone', 'attendance phone'],
    attendanceEmail: ['attendance e mail', 'attendance email', 'email', 'e mail'],
    safeguardingLead: ['safeguarding lead', 'dsl', 'designated safeguarding lead'],
    safeguardingPhone: ['safeguarding telephone', 'safeguarding phone', 'dsl telephone', 'dsl phone'],
    status: ['status', 'approval status'],
    approvedUntil: ['approved until', 'approval end', 'approved to'],
  },
  calendar: {
    kind: ['kind', 'type', 'category', 'event type'],
    name: ['name', 'title', 'event', 'description', 'summary', 'half term', 'term'],
    firstDay: ['first day', 'from', 'start', 'start date', 'date', 'begins'],
    lastDay: ['last day', 'to', 'end', 'end date', 'ends', 'finish'],
    sessions: ['sessions', 'session', 'part of day'],
    weekLetter: ['week letter', 'week', 'timetable week'],
    registerCode: ['register code', 'code'],
    providerName: ['provider', 'provider name'],
  },
  placements: {
    ...aboutPupil,
    providerName: [
      'provider',
      'provider name',
      'ap provider',
      'linked organisation',
      'organisation',
      'placement',
      'setting',
    ],
    providerUrn: ['provider urn', 'urn', 'organisation urn'],
    legalBasis: ['legal basis', 'basis', 'placement basis'],
    primaryReason: ['reason', 'primary reason', 'placement reason', 'reason for placement'],
    stage: ['stage', 'status'],
    startDate: ['start', 'start date', 'placement start date', 'entry date', 'from'],
    plannedEnd: ['planned end', 'planned end date', 'expected end date', 'end date', 'to'],
    actualEnd: ['ended on', 'actual end', 'actual end date', 'leaving date'],
    dualRegistered: ['dual registered', 'dual registration'],
    natureOfActivity: ['nature of the activity', 'nature of activity', 'activity'],
    transport: ['transport'],
    sessions: ['sessions', 'weekly sessions', 'timetable', 'attendance pattern'],
  },
};

/**
 * What each heading means: first as somebody mapped it by hand before, then by our own label, then as the three systems write it.
 * A target is taken once, by the first heading that fits.
 */
export function recogniseHeadings(
  kind: ImportKind,
  headings: readonly string[],
  remembered: HeadingMap,
  mayWriteFlags: boolean,
): HeadingMap {
  const targets = targetsOf(kind, mayWriteFlags);
  const taken = new Set<string>();
  const map: Record<string, string> = {};
  for (const find of [byHand(remembered), byLabel(targets), bySystem(kind)]) {
    for (const heading of headings) {
      if (heading in map) continue;
      const target = find(heading);
      if (target === undefined || taken.has(target) || !targets.some(({ name }) => name === target)) continue;
      map[heading] = target;
      taken.add(target);
    }
  }
  return map;
}

const byHand = (remembered: HeadingMap) => (heading: string) => remembered[heading];

const byLabel = (targets: readonly ImportTarget[]) => (heading: string) =>
  targets.find(({ name, label }) => plain(label) === plain(heading) || plain(name) === plain(heading))?.name;

const bySystem = (kind: ImportKind) => (heading: string) =>
  Object.entries(known[kind]).find(([, said]) => said.includes(plain(heading)))?.[0];

function plain(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
