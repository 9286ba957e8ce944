import { addDays } from '../calendar/dates.ts';
import type { DayAnswer } from '../calendar/school-calendar.ts';
import type { Standing } from '../finding.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';

/**
 * From this day academies follow the statutory procedure for off-site directions (2026 Regulations; domain.md 1): for a
 * direction that starts on it or later a miss is a breach, for an earlier one a warning.
 */
export const directionLawFrom: SchoolDay = '2026-07-26';

/** True for a placement by an off-site direction (s.29A of the Education Act 2002). */
export function isDirection({ legalBasis }: Placement): boolean {
  return legalBasis === 'OSD_s29A';
}

/** How bad a missed statutory deadline of a direction is, by the day of its start. */
export function standingOfMiss({ startDate }: Placement): Standing {
  return startDate >= directionLawFrom ? 'breach' : 'warning';
}

/** The last day in time, and the aim in school days, which nothing can be said of past the term dates. */
export interface StatutoryDates {
  readonly latest: SchoolDay;
  readonly aim?: SchoolDay;
}

/** By when the written invitation to a review of a direction is sent: the sixth calendar day before it, never moved (D4; reg 5). */
export function invitationDates({ calendar, policy }: Facts, reviewDay: SchoolDay): StatutoryDates {
  const latest = addDays(reviewDay, -policy.invitationDays);
  return { latest, aim: aimOf(calendar.before(reviewDay, policy.invitationTargetSchoolDays), latest) };
}

/** By when the notice of the outcome is sent after a review of a direction: the sixth calendar day after it (D6; reg 6). */
export function outcomeNoticeDates({ calendar, policy }: Facts, heldOn: SchoolDay): StatutoryDates {
  const latest = addDays(heldOn, policy.outcomeNoticeDays);
  return { latest, aim: aimOf(calendar.after(heldOn, policy.outcomeTargetSchoolDays), latest) };
}

/** An aim in school days may fall behind the limit in calendar days, across a holiday: then the limit is the aim. */
function aimOf(answer: DayAnswer, latest: SchoolDay): SchoolDay | undefined {
  if (!('day' in answer)) return undefined;
  return answer.day < latest ? answer.day : latest;
}
