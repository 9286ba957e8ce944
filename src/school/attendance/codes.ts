import { dateWithYear } from '../calendar/dates.ts';
import type { SchoolDay } from '../moment.ts';

/** Statistical classes of register codes (domain.md 3.2). */
export type CodeClass =
  | 'attending'
  | 'approved-activity'
  | 'authorised'
  | 'unauthorised'
  | 'not-possible'
  | 'administrative';

/** A register code within the dates in which it may be used. */
export interface RegisterCode {
  readonly code: string;
  readonly means: string;
  readonly class: CodeClass;
  /** The register must hold a note with it (B, K: nature of the activity; Y7: nature of the cause). */
  readonly noteRequired?: boolean;
  readonly validFrom?: SchoolDay;
  readonly validTo?: SchoolDay;
}

const since2024 = '2024-08-19';
const until2024 = '2024-08-18';

/** Every code of the School Attendance (Pupil Registration) (England) Regulations 2024, and those retired (domain.md 3.2, 11.1). */
export const registerCodes: readonly RegisterCode[] = [
  { code: '/', means: 'Present at school, morning', class: 'attending' },
  { code: '\\', means: 'Present at school, afternoon', class: 'attending' },
  { code: 'L', means: 'Late, before the register closed', class: 'attending' },
  {
    code: 'K',
    means: 'Provision arranged by the local authority',
    class: 'approved-activity',
    noteRequired: true,
    validFrom: since2024,
  },
  { code: 'V', means: 'Educational visit', class: 'approved-activity' },
  { code: 'P', means: 'Approved sporting activity', class: 'approved-activity' },
  { code: 'W', means: 'Work experience', class: 'approved-activity' },
  { code: 'B', means: 'Other approved educational activity', class: 'approved-activity', noteRequired: true },
  { code: 'D', means: 'Dual registered, at the other school', class: 'not-possible' },
  { code: 'C', means: 'Leave of absence', class: 'authorised' },
  { code: 'C1', means: 'Regulated performance or employment abroad', class: 'authorised', validFrom: since2024 },
  { code: 'C2', means: 'Part-time timetable', class: 'authorised', validFrom: since2024 },
  { code: 'E', means: 'Suspended or excluded', class: 'authorised' },
  { code: 'I', means: 'Illness', class: 'authorised' },
  { code: 'J1', means: 'Interview', class: 'authorised', validFrom: since2024 },
  { code: 'M', means: 'Medical or dental appointment', class: 'authorised' },
  { code: 'R', means: 'Religious observance', class: 'authorised' },
  { code: 'S', means: 'Study leave', class: 'authorised' },
  { code: 'T', means: 'Parent travelling for work', class: 'authorised' },
  { code: 'Q', means: 'No access arrangements', class: 'not-possible', validFrom: since2024 },
  { code: 'X', means: 'Not of compulsory school age, not required', class: 'not-possible' },
  { code: 'Y1', means: 'Usual transport not available', class: 'not-possible', validFrom: since2024 },
  { code: 'Y2', means: 'Widespread travel disruption', class: 'not-possible', validFrom: since2024 },
  { code: 'Y3', means: 'Part of the premises closed', class: 'not-possible', validFrom: since2024 },
  { code: 'Y4', means: 'School site unexpectedly closed', class: 'not-possible', validFrom: since2024 },
  { code: 'Y5', means: 'In criminal justice detention', class: 'not-possible', validFrom: since2024 },
  { code: 'Y6', means: 'Public health guidance', class: 'not-possible', validFrom: since2024 },
  { code: 'Y7', means: 'Other unavoidable cause', class: 'not-possible', noteRequired: true, validFrom: since2024 },
  { code: 'G', means: 'Holiday not granted', class: 'unauthorised' },
  { code: 'N', means: 'Reason not yet established', class: 'unauthorised' },
  { code: 'O', means: 'Absent without accepted reason', class: 'unauthorised' },
  { code: 'U', means: 'Late, after the register closed', class: 'unauthorised' },
  { code: 'Z', means: 'Not yet on roll', class: 'administrative' },
  { code: '#', means: 'Planned whole-school closure', class: 'administrative' },
  { code: 'H', means: 'Holiday authorised (retired)', class: 'authorised', validTo: until2024 },
  { code: 'J', means: 'Interview (retired)', class: 'approved-activity', validTo: until2024 },
  { code: 'Y', means: 'Unable to attend (retired)', class: 'not-possible', validTo: until2024 },
];

/** Study leave F and the Covid codes: retired before the 2024 Regulations, refused on every date. */
const retiredBefore: readonly string[] = ['F', '7', '8', '9'];

const byCode = new Map(registerCodes.map((code) => [code.code, code]));

/** The code as it may be used on a date; `undefined` when there is none of that name or not then. */
export function codeOn(code: string, date: SchoolDay): RegisterCode | undefined {
  const found = byCode.get(code);
  if (!found) return undefined;
  if (found.validFrom && date < found.validFrom) return undefined;
  if (found.validTo && date > found.validTo) return undefined;
  return found;
}

/** A code that somebody wants to enter. */
export interface CodeWish {
  readonly code: string;
  readonly date: SchoolDay;
  readonly note?: string;
  /** The session is taught online with the pupil at home: never an approved activity. */
  readonly onlineAtHome?: boolean;
  /** A flexi-schooling home session: always C. */
  readonly flexiHome?: boolean;
}

/** What is wrong with a code on its date, as a sentence; `undefined` when it may be entered (reg 10; domain.md 3.3). */
export function codeTrouble(wish: CodeWish): string | undefined {
  const known = byCode.get(wish.code);
  if (!known && retiredBefore.includes(wish.code))
    return `Code ${wish.code} was retired. Choose the code that replaced it.`;
  if (!known) return `There is no register code "${wish.code}".`;
  const usable = codeOn(wish.code, wish.date);
  if (!usable) {
    return known.validTo
      ? `Code ${wish.code} was retired on ${dateWithYear(known.validTo)}. Choose the code that replaced it.`
      : `Code ${wish.code} is only used from ${known.validFrom}.`;
  }
  if (wish.onlineAtHome && known.class === 'approved-activity') {
    return `Online lessons at home are never code ${wish.code}: the pupil is not physically at a supervised place. Choose an absence code.`;
  }
  if (wish.flexiHome && wish.code !== 'C') return 'A flexi-schooling session at home is code C, never another.';
  if (known.noteRequired && !wish.note?.trim()) {
    return `Code ${wish.code} needs a note: ${wish.code === 'Y7' ? 'the nature of the cause' : 'the nature of the activity'}.`;
  }
  return undefined;
}
