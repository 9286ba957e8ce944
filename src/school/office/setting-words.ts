import { meetingWords } from './meeting-setting-words.ts';
import type { PolicyEdition } from './policy-edition.ts';
import { reviewWords } from './review-setting-words.ts';

/** How a setting is typed: a time of day, a whole number of something, or a line of text. */
export type SettingKind =
  | 'time'
  | 'minutes'
  | 'days'
  | 'school days'
  | 'school weeks'
  | 'per cent'
  | 'unexplained absences'
  | 'numbers'
  | 'meetings'
  | 'years'
  | 'text';

/** The least or most that a setting may be, and who says so. */
export interface Bound {
  readonly at: number;
  /** True where law, guidance or policy set it: it is said beside the setting, and no school can move it. */
  readonly binding?: true;
  /** In full: "The law gives five school days (reg 10(7)–(9) of the 2024 Regulations)." */
  readonly says: string;
}

/** One setting as staff know it. */
export interface SettingWords {
  readonly group: 'The day’s rounds' | 'When nobody answers' | 'The register' | 'Reviews' | 'Records' | 'The school';
  readonly label: string;
  readonly kind: SettingKind;
  /** Clause of the policy that the number comes from; absent: the school's own. With a clause, a change waits for the head. */
  readonly clause?: string;
  /** What it does, in a sentence. */
  readonly says: string;
  readonly least?: Bound;
  readonly most?: Bound;
}

const aDay: Bound = { at: 600, says: 'Ten hours are a whole school day.' };
const once: Bound = { at: 1, says: 'At least one.' };
const month: Bound = { at: 20, says: 'Twenty school days are a month.' };
const rounds = { group: 'The day’s rounds', kind: 'time' } as const;
const chase = { group: 'When nobody answers', kind: 'minutes', least: { at: 0, says: 'Not below nothing.' } } as const;

/** Every number of the policy edition in staff's words, with its bounds (domain.md 3.4, 11; design 6.8, 6.14). */
export const policyWords: Readonly<Record<keyof PolicyEdition, SettingWords>> = {
  name: {
    group: 'The register',
    label: 'Edition of the policy',
    kind: 'text',
    clause: '12.2',
    says: 'The edition that these numbers come from.',
  },
  morningRound: { ...rounds, label: 'Morning round', says: 'The card that asks who arrived goes out.' },
  morningRegisterCloses: {
    ...rounds,
    label: 'Morning register closes',
    says: 'The school’s own register; N is suggested from then.',
  },
  morningEnds: { ...rounds, label: 'Morning ends', says: 'After it, the morning’s round is no longer posted.' },
  afternoonRound: { ...rounds, label: 'Afternoon round', says: 'The card that asks who arrived goes out.' },
  afternoonRegisterCloses: {
    ...rounds,
    label: 'Afternoon register closes',
    says: 'The school’s own register; N is suggested from then.',
  },
  afternoonEnds: { ...rounds, label: 'Afternoon ends', says: 'What is unanswered is then noted as not reported.' },
  openList: { ...rounds, label: 'List of what is still open', says: 'Goes to the attendance officer.' },
  promptsFrom: {
    ...rounds,
    label: 'Prompts from',
    says: 'On school days people are reminded of reviews and visits; before it is quiet.',
  },
  promptsUntil: { ...rounds, label: 'Prompts until', says: 'What comes up later waits for the next school day.' },
  confirmMinutes: {
    ...chase,
    label: 'First chase after',
    clause: '4.5',
    says: 'From the start of the session, when nobody has said who arrived.',
    most: aDay,
  },
  secondChaseMinutes: {
    ...chase,
    label: 'Second chase after',
    clause: '4.5',
    says: 'From the start of the session.',
    most: aDay,
  },
  escalateMinutes: {
    ...chase,
    label: 'AP leader and DSL told after',
    clause: '4.4',
    says: 'A pupil who is not located; a vulnerable pupil’s absence goes to the DSL at once.',
    most: { at: 60, binding: true, says: 'The DSL is told within 60 minutes at the latest (4.4).' },
  },
  acknowledgeMinutes: {
    ...chase,
    label: 'Urgent message goes further after',
    clause: '4.4',
    says: 'To the deputy, then to the head, when the DSL has not acknowledged it.',
    least: once,
    most: { at: 15, binding: true, says: 'An urgent message is acknowledged within a quarter of an hour (4.4).' },
  },
  settleSchoolDays: {
    group: 'The register',
    label: 'N is settled within',
    kind: 'school days',
    clause: '4.5',
    says: 'After the session; sessions of earlier days keep the limit they had.',
    least: once,
    most: { at: 5, binding: true, says: 'The law gives five school days (reg 10(7)–(9) of the 2024 Regulations).' },
  },
  lateEntrySchoolDays: {
    group: 'The register',
    label: 'The officer may enter late for',
    kind: 'school days',
    clause: '4.5',
    says: 'Later only the AP leader may, and cards fold to counts.',
    least: once,
    most: month,
  },
  attendanceReturnDays: {
    group: 'The register',
    label: 'Attendance return after',
    kind: 'school days',
    clause: '4.5',
    says: 'Continuous unauthorised absence, told to the local authority.',
    least: once,
    most: { at: 10, binding: true, says: 'The law asks for the return at ten school days (2024 Regulations).' },
  },
  sicknessReturnDays: {
    group: 'The register',
    label: 'Sickness return after',
    kind: 'school days',
    clause: '4.5',
    says: 'Illness, in a row or over the school year, told to the local authority.',
    least: once,
    most: { at: 15, binding: true, says: 'The law asks for the return at fifteen school days (2024 Regulations).' },
  },
  contactNumbers: {
    group: 'The register',
    label: 'Telephone numbers of each pupil',
    kind: 'numbers',
    clause: '4.5',
    says: 'Needed for first-day contact.',
    least: {
      at: 2,
      binding: true,
      says: 'Guidance asks for more than one number (Working together to improve attendance, p. 20).',
    },
    most: { at: 10, says: 'More than ten numbers nobody rings.' },
  },
  ...reviewWords,
  ...meetingWords,
};

const sixYears: Bound = {
  at: 6,
  binding: true,
  says: 'Register entries are kept for six years by law (2024 Regulations).',
};
const century: Bound = { at: 100, says: 'A hundred years at most.' };
const own = { group: 'The school', kind: 'text' } as const;
const kept = { group: 'Records', kind: 'years', most: century } as const;

/** The school's own settings that people change, by their place in the record `school`. The channel is set from the channel itself. */
export const schoolWords = {
  'school.name': { ...own, label: 'Name of the school', says: 'As parents know it.' },
  'school.shortName': { ...own, label: 'Short name', says: 'For cards and files.' },
  'school.localAuthority': {
    ...own,
    label: 'Local authority',
    says: 'The school’s own; a pupil’s home may lie in another.',
  },
  'school.localAuthorityAbsenceForm': {
    ...own,
    label: 'Address of its absence form',
    says: 'Where attendance and sickness returns are made, such as https://…',
  },
  'school.organiser': {
    ...own,
    label: 'Mailbox that sends',
    says: 'It sends urgent mail and organises review meetings.',
  },
  'school.reviewRooms': {
    ...own,
    label: 'Rooms for reviews',
    says: 'Their mailboxes, such as room.12@school.example; room.14@school.example. Without one, no room is booked.',
  },
  'school.yearsKept.register': {
    ...kept,
    label: 'Register entries are kept',
    says: 'From the day of the entry, with calls and messages behind them.',
    least: sixYears,
  },
  'school.yearsKept.provider': {
    ...kept,
    label: 'Provider records are kept',
    says: 'After their last use.',
    least: once,
  },
  'school.yearsKept.governance': {
    ...kept,
    label: 'Governors’ papers are kept',
    says: 'Minutes stay for good.',
    least: once,
  },
} as const satisfies Readonly<Record<string, SettingWords>>;

/** The name of a setting that people change: of the policy edition, or of the school with `school.` before it. */
export type SettingName = keyof PolicyEdition | keyof typeof schoolWords;

/** Every setting that people change, by name. */
export const settingWords: Readonly<Record<SettingName, SettingWords>> = { ...policyWords, ...schoolWords };

/** The names of all settings that people change, in the order of the screen. */
export const settingNames = Object.keys(settingWords) as [SettingName, ...SettingName[]];

/** The number or text as staff say it: "30 minutes", "09:30", "1 school day". */
export function inWords(kind: SettingKind, value: string | number): string {
  if (typeof value === 'string') return value === '' ? 'not set' : value;
  if (kind === 'numbers') return `at least ${value}`;
  return `${value} ${value === 1 ? kind.replace(/s$/, '') : kind}`;
}
