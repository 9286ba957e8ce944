import { shortDate, weekdayOf } from '../calendar/dates.ts';
import type { SchoolDay, TimeOfDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { ScheduleSlot, Session } from '../placements/schedule-slot.record.ts';
import type { Provider } from '../providers/provider.record.ts';
import type { Site } from '../providers/site.record.ts';
import type { Pupil } from '../pupils/pupil.record.ts';
import type { Facts } from '../rule.ts';

/** One session that a placement's timetable holds for a day. */
export interface ExpectedSession {
  readonly placement: Placement;
  readonly pupil: Pupil;
  readonly provider: Provider;
  readonly site?: Site;
  readonly slot: ScheduleSlot;
  readonly date: SchoolDay;
  readonly session: Session;
  readonly start: TimeOfDay;
  readonly end: TimeOfDay;
  readonly expected: boolean;
  /** Why the pupil is not expected though the timetable has the session. */
  readonly because?: string;
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

/** What stops a placement from expecting anybody on a day, as a sentence; `undefined` when it runs. */
export function placementTrouble(placement: Placement, pupil: Pupil | undefined, day: SchoolDay): string | undefined {
  if (!pupil) return 'The pupil of this placement is not in the list of pupils.';
  if (pupil.onRollFrom > day) return `The pupil is on roll only from ${shortDate(pupil.onRollFrom)}.`;
  if (pupil.onRollTo && pupil.onRollTo < day) return `The pupil left the roll on ${shortDate(pupil.onRollTo)}.`;
  if (
    placement.stage === 'Draft' ||
    placement.stage === 'ReadyForApproval' ||
    placement.stage === 'Approved' ||
    placement.stage === 'Cancelled'
  ) {
    return 'The placement has not started.';
  }
  if (placement.startDate > day) return `The placement starts on ${shortDate(placement.startDate)}.`;
  const end = placement.actualEnd;
  if (end && end < day) return `The placement ended on ${shortDate(end)}.`;
  if (placement.stage === 'Ended' && !end) return 'The placement has ended.';
  if (placement.pausedFrom && placement.pausedFrom <= day && (!placement.pausedTo || day <= placement.pausedTo)) {
    return `The placement is paused from ${shortDate(placement.pausedFrom)}${placement.pausedTo ? ` to ${shortDate(placement.pausedTo)}` : ''}.`;
  }
  if (placement.stage === 'Paused' && !placement.pausedFrom) return 'The placement is paused.';
  return undefined;
}

/** The slots of a placement that its timetable holds for a day: week letter, weekday and dates, taught somewhere. */
export function slotsOn(facts: Facts, placement: string, day: SchoolDay, session?: Session): readonly ScheduleSlot[] {
  const weekday = days[weekdayOf(day)];
  const letter = facts.calendar.weekLetter(day);
  return facts.records.scheduleSlot
    .by('placement', placement)
    .filter(
      (slot) =>
        slot.day === weekday &&
        slot.place !== 'None' &&
        (session === undefined || slot.session === session) &&
        (slot.weekPattern === 'Every' || slot.weekPattern === letter) &&
        slot.validFrom <= day &&
        (slot.validTo === undefined || day <= slot.validTo),
    );
}

/**
 * Every session that the timetables hold for a day, in the order of provider, start and initials. The provider's day
 * decides whether we ask (a closed provider expects nobody); the school's day only decides whether there is a code.
 */
export function expectedSessions(facts: Facts, day: SchoolDay, session?: Session): readonly ExpectedSession[] {
  const found: ExpectedSession[] = [];
  for (const placement of facts.records.placement.all()) {
    const slots = slotsOn(facts, placement.key, day, session);
    if (slots.length === 0) continue;
    const pupil = facts.records.pupil.get(placement.pupil);
    const provider = facts.records.provider.get(placement.provider);
    if (!pupil || !provider) continue;
    const trouble = placementTrouble(placement, pupil, day);
    if (trouble && !trouble.startsWith('The placement is paused')) continue;
    for (const slot of slots) {
      const closed = facts.calendar.providerClosed(provider.key, day, slot.session);
      const because = trouble ?? (closed ? 'The provider is closed.' : undefined);
      found.push({
        placement,
        pupil,
        provider,
        site: slot.site ? facts.records.site.get(slot.site) : undefined,
        slot,
        date: day,
        session: slot.session,
        start: slot.start,
        end: slot.end,
        expected: because === undefined,
        because,
      });
    }
  }
  return found.sort(
    (a, b) =>
      a.provider.name.localeCompare(b.provider.name) ||
      a.start.localeCompare(b.start) ||
      a.pupil.initials.localeCompare(b.pupil.initials),
  );
}
