import { z } from 'zod';

const minutes = z.number().int().min(0).max(600);
const within = (least: number, usual: number, most: number) => z.number().int().min(least).max(most).default(usual);
const years = z.number().int().min(1).max(100).default(6);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The numbers of a policy edition. Another trust changes numbers here, not code; the defaults are the policy's own. */
export const policyEdition = z.object({
  name: z.string().default('Autumn 2025'),
  /** When the rounds go out, and the list of what is still open (wall clock). */
  morningRound: clock.default('08:50'),
  afternoonRound: clock.default('12:50'),
  openList: clock.default('15:30'),
  /** Between these times of a school day people are prompted about reviews and visits; before and after it is quiet (wall clock). */
  promptsFrom: clock.default('08:00'),
  promptsUntil: clock.default('17:00'),
  /** When the school's own register closes; N is suggested from then, never written by the app. */
  morningRegisterCloses: clock.default('09:30'),
  afternoonRegisterCloses: clock.default('13:30'),
  /** When each session ends: after that its round is no longer posted. */
  morningEnds: clock.default('12:30'),
  afternoonEnds: clock.default('15:30'),
  /** Minutes after a session's start: first chase, second chase, AP leader and DSL told (D2). */
  confirmMinutes: minutes.default(30),
  secondChaseMinutes: minutes.default(45),
  escalateMinutes: minutes.default(60),
  /** Minutes an urgent card may stand unacknowledged before the deputy, then the head, is told. */
  acknowledgeMinutes: minutes.default(15),
  /** School days within which N is settled (D1; reg 10 of the 2024 Regulations). */
  settleSchoolDays: z.number().int().min(1).max(20).default(5),
  /** School days after which only the AP leader may enter or change a mark, and cards fold to counts. */
  lateEntrySchoolDays: z.number().int().min(1).max(20).default(5),
  /** School days of continuous unauthorised absence for the attendance return (D20). */
  attendanceReturnDays: z.number().int().min(1).default(10),
  /** School days of illness for the sickness return (D20). */
  sicknessReturnDays: z.number().int().min(1).default(15),
  /** Telephone numbers that first-day contact needs at least (guidance p. 20). */
  contactNumbers: z.number().int().min(1).default(2),
  /** School days of a placement in a half term from which that half term needs its own review (D7); fewer after the start: D8. */
  reviewActiveDays: within(1, 10, 10),
  /** The Settling review falls on this school day after a start late in a half term (D8). */
  settlingSchoolDays: within(1, 10, 10),
  /** School days left until the due day from which a review not booked is amber, then red (D7). */
  reviewAmberSchoolDays: within(1, 15, 30),
  reviewRedSchoolDays: within(1, 5, 30),
  /** School days between two reviews above which the gap is warned of (D7). */
  reviewGapSchoolDays: within(10, 45, 45),
  /** What makes reviews more frequent (8.3): AP attendance below this percentage, or so many sessions without a reason. */
  reviewAttendancePercent: within(50, 90, 100),
  reviewUnexplainedAbsences: within(1, 2, 10),
  /** School days within which the next review is then held. */
  soonerReviewSchoolDays: within(1, 10, 20),
  /** School days after a review within which it is written up (8.2). */
  writeUpSchoolDays: within(1, 1, 5),
  /** Calendar days before a statutory review by which its invitation is sent (D4; reg 5), and the aim in school days. */
  invitationDays: within(6, 6, 28),
  invitationTargetSchoolDays: within(1, 10, 20),
  /** Calendar days before a request in which a review of the direction frees the school from holding another (D5). */
  requestQuietDays: within(1, 70, 70),
  /** School days after a request within which a day for the review is found (D5). */
  requestSchoolDays: within(1, 15, 15),
  /** Calendar days after a statutory review by which the notice of its outcome is sent (D6; reg 6), and the aim in school days. */
  outcomeNoticeDays: within(1, 6, 6),
  outcomeTargetSchoolDays: within(1, 2, 5),
  /** School weeks after the first pupil's start within which a provider that is no school is first visited (D15). */
  firstVisitSchoolWeeks: within(1, 4, 4),
  /** Minutes of a review meeting, and the hours of a school day (wall clock) between which one is proposed. */
  meetingMinutes: within(15, 45, 180),
  meetingsFrom: clock.default('09:00'),
  meetingsUntil: clock.default('16:00'),
  /** Review meetings a day at most: of the school, and of one person. */
  meetingsADay: within(1, 5, 20),
  meetingsADayEach: within(1, 4, 10),
  /** Minutes on the way between two places. */
  meetingTravelMinutes: within(0, 20, 120),
  /** School days before a visit is due from which it is spoken of, then pressing (8.1; P11). */
  visitNoticeSchoolDays: within(1, 10, 30),
  visitPressingSchoolDays: within(1, 3, 30),
  /** School days after a visit within which its report is shared with the provider (8.6). */
  visitReportSchoolDays: within(1, 5, 20),
  /** Minutes that a visit takes where nobody says until when. */
  visitMinutes: within(15, 60, 480),
});

/** The typed settings record of a school's policy edition. */
export type PolicyEdition = z.infer<typeof policyEdition>;

/** Settings that are not the policy's: where cards go, whose mailbox organises meetings. */
export const schoolSettings = z.object({
  name: z.string().default('Our school'),
  shortName: z.string().default('School'),
  localAuthority: z.string().default(''),
  localAuthorityAbsenceForm: z.string().default(''),
  /** Channel id for the register cards; set by `use this channel`. */
  attendanceChannel: z.string().default(''),
  /** Mailbox that organises review meetings and sends mail. */
  organiser: z.string().default(''),
  /** Mailboxes of the rooms in which reviews are held, joined by `; `. */
  reviewRooms: z.string().default(''),
  /** Years for which register entries, provider records and governance papers are kept from their entry (domain 6.1). */
  yearsKept: z
    .object({ register: years, provider: years, governance: years })
    .default({ register: 6, provider: 6, governance: 6 }),
});

/** The school's own settings. */
export type SchoolSettings = z.infer<typeof schoolSettings>;

/** The policy edition from the settings list (`policy`), the policy's own values where nothing is set. */
export function policyFrom(value: unknown): PolicyEdition {
  const parsed = policyEdition.safeParse(value ?? {});
  return parsed.success ? parsed.data : policyEdition.parse({});
}

/** The school's settings from the settings list (`school`). */
export function settingsFrom(value: unknown): SchoolSettings {
  const parsed = schoolSettings.safeParse(value ?? {});
  return parsed.success ? parsed.data : schoolSettings.parse({});
}
