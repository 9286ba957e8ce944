import type { SchoolDay, TimeOfDay } from '../../../../school/moment.ts';
import type { Session } from '../../../../school/placements/schedule-slot.record.ts';
import type { Said } from './usual.ts';

/** Who does a step: the officer on duty unless said otherwise. */
export type Doer = 'officer' | 'ap-leader';

/** What follows on a report: another report, a code, a call or the place where the pupil was found. */
export type Step = {
  /** The day of the report unless said otherwise. */
  readonly on?: SchoolDay;
  readonly at: TimeOfDay;
  readonly by?: Doer;
} & (
  | { readonly report: Said }
  | { readonly code: string; readonly note?: string }
  | { readonly call: string; readonly result: string; readonly note?: string }
  | { readonly located: string; readonly saidBy: string }
);

/** Something out of the usual: which session, what the provider said (`undefined`: no word at all that day), and what followed. */
export interface Happening {
  readonly what: string;
  readonly placement: string;
  readonly date: SchoolDay;
  readonly session?: Session;
  readonly said?: Said;
  /** The school's register had the pupil in school before the provider answered. */
  readonly inSchool?: true;
  readonly next?: readonly Step[];
}

const ill: Said = { status: 'AbsentReason', reason: 'Illness' };
const onTime: Said = { status: 'AttendedOnTime' };
const noWord: Said = { status: 'AbsentNoReason' };
const closed: Said = { status: 'ProviderClosed', note: 'The provider rang: closed for the day.' };
const suspended: Said = {
  status: 'AbsentReason',
  reason: 'Suspended',
  note: 'Suspended from 28 September to 7 October.',
};

const farmFlood: readonly Happening[] = [
  {
    what: 'provider closed, came to school',
    placement: 'pl-amber-farm',
    date: '2026-10-06',
    said: closed,
    next: [{ at: '10:10', code: '/', note: 'Farm flooded: came to school instead.' }],
  },
  {
    what: 'provider closed, the officer decides Y7',
    placement: 'pl-jess-farm',
    date: '2026-10-06',
    said: closed,
    next: [{ at: '10:12', code: 'Y7', note: 'Farm flooded, no way to reach school in time.' }],
  },
  {
    what: 'provider closed, other supervised work',
    placement: 'pl-jonah-farm',
    date: '2026-10-06',
    said: closed,
    next: [{ at: '10:15', code: 'B', note: 'Farm flooded: supervised work at the garden centre with farm staff.' }],
  },
  {
    what: 'provider closed, in school',
    placement: 'pl-idris-farm',
    date: '2026-10-06',
    said: closed,
    next: [{ at: '10:16', code: '/', note: 'Farm flooded: in school.' }],
  },
];

const suspension: readonly Happening[] = ['2026-09-28', '2026-09-29', '2026-09-30', '2026-10-01', '2026-10-02'].map(
  (date) => ({ what: 'suspended by school, days one to five', placement: 'pl-tariq-college', date, said: suspended }),
);

const reasons: readonly Happening[] = [
  {
    what: 'religious observance',
    placement: 'pl-jonah-farm',
    date: '2026-09-21',
    said: { status: 'AbsentReason', reason: 'Religious' },
  },
  {
    what: 'interview',
    placement: 'pl-tariq-college',
    date: '2026-10-14',
    said: { status: 'AbsentReason', reason: 'Interview' },
  },
  {
    what: 'transport failed',
    placement: 'pl-dev-hospital',
    date: '2026-10-20',
    said: { status: 'AbsentReason', reason: 'Transport' },
  },
  {
    what: 'leave of absence agreed by the head',
    placement: 'pl-niamh-college',
    date: '2026-10-12',
    said: { status: 'AbsentReason', reason: 'Funeral in the family' },
    next: [{ at: '11:00', code: 'C', note: 'Leave for a funeral, agreed by the head.' }],
  },
  {
    what: 'no access arrangements',
    placement: 'pl-kofi-college',
    date: '2026-10-15',
    said: { status: 'AbsentReason', reason: 'Escort did not come' },
    next: [{ at: '11:05', code: 'Q', note: 'The authority’s escort did not come.' }],
  },
  {
    what: 'sport approved by the school',
    placement: 'pl-jess-farm',
    date: '2026-10-02',
    said: { status: 'AttendedOnTime', note: 'County cross-country with the farm’s coach.' },
    next: [{ at: '11:10', code: 'P', note: 'County cross-country, approved by the head.' }],
  },
  {
    what: 'came to the unit after the register closed',
    placement: 'pl-lowri-unit',
    date: '2026-10-08',
    said: { status: 'AttendedLate', time: '09:48' },
    next: [{ at: '11:20', code: 'U', note: 'Came after the register had closed.' }],
  },
];

const withoutWord: readonly Happening[] = [
  {
    what: 'no word, settled to a real code',
    placement: 'pl-niamh-college',
    date: '2026-09-28',
    said: noWord,
    next: [
      { at: '10:05', call: '1', result: 'Voicemail' },
      { at: '10:40', call: '1', result: 'LocatedSafe', note: 'At home, unwell' },
      { on: '2026-09-30', at: '14:10', code: 'I', note: 'Parent confirmed a stomach upset.' },
    ],
  },
  {
    what: 'no word, settled to O on the last day',
    placement: 'pl-kofi-college',
    date: '2026-09-22',
    said: noWord,
    next: [
      { at: '10:05', call: '1', result: 'NoAnswer' },
      { at: '10:12', call: '2', result: 'Spoke', note: 'Thought he was at college' },
      { at: '10:20', call: 'social-worker', result: 'Spoke' },
      { at: '10:50', located: 'In town, brought to school', saidBy: 'Social worker' },
      { on: '2026-09-29', at: '14:15', code: 'O', note: 'No reason was given by the fifth school day.' },
    ],
  },
  {
    what: 'no word, overdue',
    placement: 'pl-tariq-college',
    date: '2026-11-16',
    said: noWord,
    next: [
      { at: '10:06', call: '1', result: 'NoAnswer' },
      { at: '10:15', call: '2', result: 'LocatedSafe', note: 'At home' },
    ],
  },
  {
    what: 'no word, last day is the day shown',
    placement: 'pl-jess-farm',
    date: '2026-11-17',
    said: noWord,
    next: [
      { at: '10:05', call: '1', result: 'NoAnswer' },
      { at: '10:16', call: '2', result: 'LocatedSafe', note: 'With her aunt' },
    ],
  },
  {
    what: 'no word, two school days left',
    placement: 'pl-dev-hospital',
    date: '2026-11-19',
    said: noWord,
    next: [{ at: '10:20', call: '1', result: 'LocatedSafe', note: 'Discharged, at home' }],
  },
];

const leftOrElsewhere: readonly Happening[] = [
  {
    what: 'left early',
    placement: 'pl-jess-farm',
    date: '2026-11-06',
    said: onTime,
    next: [
      { at: '10:45', report: { status: 'LeftEarly', time: '10:40' } },
      { at: '10:55', call: '1', result: 'NoAnswer' },
      { at: '11:05', call: '2', result: 'LocatedSafe', note: 'Walked home, safe' },
    ],
  },
  {
    what: 'sent home, the provider speaks of suspending',
    placement: 'pl-niamh-college',
    date: '2026-11-10',
    said: onTime,
    next: [
      {
        at: '10:20',
        report: {
          status: 'SentHome',
          time: '10:15',
          note: 'Argument in the kitchen. A provider cannot suspend: back in school until both have met.',
        },
      },
      { at: '10:35', call: '1', result: 'LocatedSafe', note: 'Collected by a parent' },
    ],
  },
  {
    what: 'elsewhere: back in school after the provider’s “suspension”',
    placement: 'pl-niamh-college',
    date: '2026-11-16',
    said: { status: 'Elsewhere', note: 'In school until the meeting with the college.' },
    next: [
      { at: '10:00', located: 'In school', saidBy: 'School office' },
      { at: '10:30', code: '/', note: 'In school until the meeting with the college.' },
    ],
  },
  {
    what: 'not expected, with why',
    placement: 'pl-lowri-unit',
    date: '2026-10-01',
    said: { status: 'NotExpected', reason: 'In lessons for assessments' },
  },
  {
    what: 'provider closed, not decided yet',
    placement: 'pl-tariq-college',
    date: '2026-11-20',
    said: { status: 'ProviderClosed', note: 'Workshop without heating.' },
  },
];

const conflicts: readonly Happening[] = [
  {
    what: 'present at the provider and in the school register',
    placement: 'pl-tariq-college',
    date: '2026-11-19',
    said: onTime,
    inSchool: true,
  },
  { what: 'two providers say present', placement: 'pl-amber-farm', date: '2026-11-20', said: onTime },
  { what: 'two providers say present', placement: 'pl-amber-college', date: '2026-11-20', said: onTime },
];

const lateOrAmended: readonly Happening[] = [
  {
    what: 'entered late with a reason',
    placement: 'pl-dev-hospital',
    date: '2026-10-08',
    next: [{ on: '2026-10-12', at: '09:10', report: { ...onTime, amend: 'The ward’s sheet came on Monday.' } }],
  },
  {
    what: 'entered by the AP leader after the fifth school day',
    placement: 'pl-zoe-hospital',
    date: '2026-09-24',
    next: [
      {
        on: '2026-10-06',
        at: '16:20',
        by: 'ap-leader',
        report: { ...ill, amend: 'Found in the ward’s half-term return.' },
      },
    ],
  },
  {
    what: 'amended the next day',
    placement: 'pl-zoe-hospital',
    date: '2026-10-13',
    said: onTime,
    next: [{ on: '2026-10-14', at: '09:20', report: { ...ill, amend: 'The ward teacher had read the wrong line.' } }],
  },
  { what: 'nobody reported', placement: 'pl-bea-unit', date: '2026-11-23' },
];

/** Everything out of the usual in this half year: every situation of domain.md 3.3 and 3.4 at least once. */
export const happenings: readonly Happening[] = [
  ...farmFlood,
  ...suspension,
  ...reasons,
  ...withoutWord,
  ...leftOrElsewhere,
  ...conflicts,
  ...lateOrAmended,
];
