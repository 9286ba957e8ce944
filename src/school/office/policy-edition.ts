import { z } from 'zod';

const minutes = z.number().int().min(0).max(600);
const years = z.number().int().min(1).max(100).default(6);
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** The numbers of a policy edition. Another trust changes numbers here, not code; the defaults are the policy's own. */
export const policyEdition = z.object({
  name: z.string().default('Autumn 2025'),
  /** When the rounds go out, and the list of what is still open (wall clock). */
  morningRound: clock.default('08:50'),
  afternoonRound: clock.default('12:50'),
  openList: clock.default('15:30'),
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
