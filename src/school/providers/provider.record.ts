import { choice, number, schoolDay, text, yesNo } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** Kinds of provider (domain.md 10, PRO); the kind decides the register code with the placement's legal basis. */
export const providerTypes = [
  'PRU',
  'APAcademy',
  'APFree',
  'MaintainedSchool',
  'AcademySchool',
  'IndependentSchool',
  'FECollege',
  'NonSchool',
  'OneToOneTuition',
  'WorkBased',
  'Online',
  'OnSite',
] as const;

/** Somewhere a pupil is educated: a farm, a college, a hospital tutor, another school, a unit of our own. */
export const provider = record({
  name: 'provider',
  list: 'AP Providers',
  label: 'Provider',
  says: 'A provider of alternative provision, with whom to ring about attendance.',
  keyOf: 'pr- and an opaque id',
  retention: 'provider',
  area: 'provider',
  mirror: 'whole',
  fields: {
    name: text('Name', { required: true }),
    tradingAs: text('Trading as', {}),
    type: choice('Type', providerTypes, {
      required: true,
      words: {
        PRU: 'Pupil referral unit',
        APFree: 'AP free school',
        NonSchool: 'Not a school',
        OnSite: 'Our own site',
      },
    }),
    urn: text('URN', { maxLength: 6, hint: 'Six digits' }),
    ukprn: text('UKPRN', { maxLength: 8 }),
    registered: choice('Registered as a school', ['Yes', 'No', 'ShouldBe-Reported'], {
      words: { 'ShouldBe-Reported': 'Should be: reported' },
    }),
    mainContact: text('Main contact', {}),
    mainPhone: text('Telephone', {}),
    reviewEmail: text('E-mail for reviews', { hint: 'Of the main contact; invitations to reviews go there' }),
    attendanceContact: text('Attendance contact', { hint: 'Who answers about arrivals' }),
    attendancePhone: text('Attendance telephone', {}),
    attendanceEmail: text('Attendance e-mail', {}),
    safeguardingLead: text('Safeguarding lead', {}),
    safeguardingPhone: text('Safeguarding telephone', {}),
    sendsAttendanceBy: choice('Sends attendance by', ['Phone', 'Email', 'Form', 'Portal'], {}),
    supervisedOnLine: yesNo('Online lessons are supervised in school', {}),
    status: choice(
      'Status',
      ['Prospective', 'Checking', 'Approved', 'ApprovedWithConditions', 'Suspended', 'Stopped', 'Reported'],
      { required: true },
    ),
    approvedUntil: schoolDay('Approved until', {}),
    visitIntervalDays: number('Visited every (days)', {
      min: 1,
      max: 120,
      hint: 'Calendar days, as set at commissioning. Empty: once a term',
    }),
  },
});

/** A provider as kept. */
export type Provider = RecordOf<typeof provider>;
