import type { PolicyEdition } from './policy-edition.ts';
import type { Bound, SettingWords } from './setting-words.ts';

/** The settings of the policy edition that reviews and visits go by. */
type ReviewSetting = Extract<
  keyof PolicyEdition,
  | `review${string}`
  | `settling${string}`
  | `sooner${string}`
  | `writeUp${string}`
  | `firstVisit${string}`
  | `visit${string}`
>;
type DirectionSetting = Extract<
  keyof PolicyEdition,
  `invitation${string}` | `request${string}` | `outcomeNotice${string}` | `outcomeTarget${string}`
>;

const once: Bound = { at: 1, says: 'At least one.' };
const reviews = { group: 'Reviews', clause: '8.3' } as const;
const directions = { group: 'Reviews', clause: '6.2' } as const;
const floor = 'Every pupil is reviewed in every half term (8.3)';

/** The numbers of half-termly reviews in staff's words: none of them can be set so that a half term goes without one (8.3; D7, D8). */
const halfTermly: Readonly<Record<ReviewSetting, SettingWords>> = {
  reviewActiveDays: {
    ...reviews,
    label: 'A half term needs its own review from',
    kind: 'school days',
    says: 'Of the placement in it. With fewer after its start, the next half term’s review is the first.',
    least: once,
    most: { at: 10, binding: true, says: `${floor}; only a start in its last nine school days waits for the next.` },
  },
  settlingSchoolDays: {
    ...reviews,
    label: 'Settling review after',
    kind: 'school days',
    says: 'From the start, where a placement starts late in a half term.',
    least: once,
    most: {
      at: 10,
      binding: true,
      says: 'It makes up for the half-termly review that such a start goes without (8.3).',
    },
  },
  reviewAmberSchoolDays: {
    ...reviews,
    label: 'A review not booked is amber with',
    kind: 'school days',
    says: 'Left until it is due.',
    least: once,
    most: { at: 30, says: 'Thirty school days are a whole half term.' },
  },
  reviewRedSchoolDays: {
    ...reviews,
    label: 'A review not booked is red with',
    kind: 'school days',
    says: 'Left until it is due.',
    least: once,
    most: { at: 30, says: 'Thirty school days are a whole half term.' },
  },
  reviewGapSchoolDays: {
    ...reviews,
    label: 'Two reviews are apart at most',
    kind: 'school days',
    says: 'A longer gap is warned of, even with a review in each half term.',
    least: { at: 10, says: 'Two school weeks.' },
    most: { at: 45, binding: true, says: `${floor}; the longest half term has about 40 school days.` },
  },
  reviewAttendancePercent: {
    ...reviews,
    label: 'Review more often below',
    kind: 'per cent',
    says: 'Attendance of AP sessions since the last review, or since the half term began.',
    least: { at: 50, says: 'Below a half the placement itself is in question.' },
    most: { at: 100, says: 'A hundred at most.' },
  },
  reviewUnexplainedAbsences: {
    ...reviews,
    label: 'Review more often from',
    kind: 'unexplained absences',
    says: 'Sessions without a reason since the last review, or since the half term began.',
    least: once,
    most: { at: 10, says: 'Ten sessions are a school week.' },
  },
  soonerReviewSchoolDays: {
    ...reviews,
    label: 'A review brought forward is within',
    kind: 'school days',
    says: 'When attendance falls, absences stay unexplained or there is a concern.',
    least: once,
    most: { at: 20, says: 'Twenty school days are a month.' },
  },
  writeUpSchoolDays: {
    ...reviews,
    clause: '8.2',
    label: 'A review is written up within',
    kind: 'school days',
    says: 'After it was held.',
    least: once,
    most: { at: 5, says: 'Five school days are a week.' },
  },
  firstVisitSchoolWeeks: {
    ...reviews,
    clause: '8.1',
    label: 'First visit to a non-school within',
    kind: 'school weeks',
    says: 'After the first pupil starts there; afterwards once a term at least.',
    least: once,
    most: { at: 4, says: 'Four school weeks.' },
  },
  visitNoticeSchoolDays: {
    ...reviews,
    clause: '8.1',
    label: 'A visit is spoken of from',
    kind: 'school days',
    says: 'Before it is due, while none is planned.',
    least: once,
    most: { at: 30, says: 'Thirty school days are a whole half term.' },
  },
  visitPressingSchoolDays: {
    ...reviews,
    clause: '8.1',
    label: 'A visit is pressing from',
    kind: 'school days',
    says: 'Before it is due, while none is planned.',
    least: once,
    most: { at: 30, says: 'Thirty school days are a whole half term.' },
  },
  visitReportSchoolDays: {
    ...reviews,
    clause: '8.6',
    label: 'The report of a visit is shared within',
    kind: 'school days',
    says: 'With the provider, after the visit.',
    least: once,
    most: { at: 20, says: 'Twenty school days are a month.' },
  },
  visitMinutes: {
    ...reviews,
    clause: '8.1',
    label: 'A visit takes',
    kind: 'minutes',
    says: 'Where nobody says until when.',
    least: { at: 15, says: 'A call takes a quarter of an hour.' },
    most: { at: 480, says: 'Eight hours are a whole day.' },
  },
};

/** The numbers of the statutory reviews of an off-site direction (domain.md 4.2; D4, D5, D6). */
const ofDirections: Readonly<Record<DirectionSetting, SettingWords>> = {
  invitationDays: {
    ...directions,
    label: 'Invitation to a review of a direction',
    kind: 'days',
    says: 'Before it, in writing; holidays and weekends count.',
    least: { at: 6, binding: true, says: 'The law gives parents six days at least (2010 Regulations, reg 5).' },
    most: { at: 28, says: 'Four weeks are long enough.' },
  },
  invitationTargetSchoolDays: {
    ...directions,
    label: 'Invitation to be sent by',
    kind: 'school days',
    says: 'Before the review: the aim, not the limit.',
    least: once,
    most: { at: 20, says: 'Twenty school days are a month.' },
  },
  requestQuietDays: {
    ...directions,
    label: 'A request obliges unless a review was held in the last',
    kind: 'days',
    says: 'A request in writing by a parent, the pupil at 18, or the authority of the EHCP.',
    least: once,
    most: { at: 70, binding: true, says: 'The law lets only ten weeks pass (2010 Regulations as amended in 2012).' },
  },
  requestSchoolDays: {
    ...directions,
    label: 'A day for a review that was asked for within',
    kind: 'school days',
    says: 'After the request came.',
    least: once,
    most: {
      at: 15,
      says: 'It is held as soon as reasonably practicable: three school weeks are enough to find a day.',
    },
  },
  outcomeNoticeDays: {
    ...directions,
    label: 'Notice of the outcome within',
    kind: 'days',
    says: 'After a review of a direction, in writing; holidays and weekends count.',
    least: once,
    most: { at: 6, binding: true, says: 'Six days, as reg 6 of the 2010 Regulations is read.' },
  },
  outcomeTargetSchoolDays: {
    ...directions,
    label: 'Notice of the outcome to be sent by',
    kind: 'school days',
    says: 'After the review: the aim, not the limit.',
    least: once,
    most: { at: 5, says: 'Five school days are a week.' },
  },
};

/** Every number that reviews and visits go by, in staff's words, with its bounds (domain.md 11; design 6.14). */
export const reviewWords: Readonly<Record<ReviewSetting | DirectionSetting, SettingWords>> = {
  ...halfTermly,
  ...ofDirections,
};
