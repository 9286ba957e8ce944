import { choice, instant, link, longText, number, schoolDay, text, time, yesNo } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';
import { sessions } from '../placements/schedule-slot.record.ts';

/** What the provider said about one pupil in one session. Kept apart from the register code (domain.md 10, SES). */
export const providerStatuses = [
  'NotReported',
  'AttendedOnTime',
  'AttendedLate',
  'LeftEarly',
  'AbsentReason',
  'AbsentNoReason',
  'ProviderClosed',
  'SentHome',
  'Elsewhere',
  'NotExpected',
] as const;

/** What the provider said about a pupil in a session. */
export type ProviderStatus = (typeof providerStatuses)[number];

/** One pupil's session of a placement: what was reported, which code, who and when. */
export const attendance = record({
  name: 'attendance',
  list: 'AP Attendance',
  label: 'Attendance',
  says: 'One session of a placement: what the provider reported and the register code that follows.',
  keyOf: 'placement|date|session',
  retention: 'register',
  area: 'attendance',
  mirror: 'monthly',
  fields: {
    placement: link('Placement', 'placement', { required: true, indexed: true }),
    pupil: link('Pupil', 'pupil', { required: true, indexed: true }),
    date: schoolDay('Date', { required: true, indexed: true }),
    month: text('Month', { required: true, indexed: true, maxLength: 7, hint: 'Such as 2026-11' }),
    session: choice('Session', sessions, { required: true }),
    providerStatus: choice('Reported', providerStatuses, { required: true }),
    code: text('Register code', { maxLength: 2 }),
    suggestedCode: text('Suggested code', { maxLength: 2 }),
    registerKey: text('Register key', {
      unique: true,
      hint: 'pupil|date|session on the one row that carries the code',
    }),
    site: link('Site', 'site', {}),
    expectedStart: time('Expected', {}),
    expectedEnd: time('Until', {}),
    arrival: time('Arrived', {}),
    left: time('Left', {}),
    minutesLate: number('Minutes late', { min: 0, max: 600 }),
    reason: text('Reason', {}),
    nature: text('Nature of the activity', {}),
    note: longText('Note', {}),
    reportedBy: text('Reported by', { hint: 'Entra object id' }),
    reportedByName: text('Reported by (name)', {}),
    reportedVia: choice('Reported through', ['Card', 'Tab', 'Round', 'Import', 'Scenario'], {}),
    reportedAt: instant('Reported at', {}),
    codeBy: text('Code by', { hint: 'Entra object id' }),
    codeByName: text('Code by (name)', {}),
    codeAt: instant('Code at', {}),
    nDeadline: schoolDay('N settled by', { hint: 'Last day in time: the fifth school day after the session' }),
    inSchool: yesNo('Marked in school', { hint: "The school's own register says the pupil was in school" }),
    registerCopied: yesNo('Copied to the register', {}),
    registerCopiedBy: text('Copied by', {}),
    registerCopiedAt: instant('Copied at', {}),
    amendedFrom: longText('Before', { hint: 'What stood here before, oldest first' }),
    amendReason: text('Reason for the change', {}),
  },
});

/** An attendance row as kept. */
export type Attendance = RecordOf<typeof attendance>;
