import type { Known } from '../action.ts';
import { addDays } from '../calendar/dates.ts';
import type { Save } from '../change.ts';
import type { SchoolDay } from '../moment.ts';
import type { ScheduleSlot } from './schedule-slot.record.ts';

/** The saves that end weekly sessions on a last day; what ended before stays, and what never began ends before it begins. */
export function endSessions(slots: readonly ScheduleSlot[], lastDay: SchoolDay): readonly Save[] {
  return slots
    .filter((slot) => slot.validTo === undefined || slot.validTo > lastDay)
    .map((slot) => ({
      kind: 'save',
      record: 'scheduleSlot',
      key: slot.key,
      seen: slot.version,
      values: { validTo: slot.validFrom > lastDay ? addDays(slot.validFrom, -1) : lastDay },
    }));
}

const silent = ['NotReported', 'NotExpected', 'ProviderClosed'];

/** Sessions of a placement after a day of which somebody reported something: they cannot be taken away unsaid. */
export function reportedAfter(known: Known, placement: string, day: SchoolDay, until = '9999-12-31'): number {
  return known.records.attendance
    .by('placement', placement)
    .filter((row) => row.date > day && row.date <= until && !silent.includes(row.providerStatus)).length;
}

/** "2 sessions after that day are reported": why a day cannot be chosen, in one sentence. */
export function reportedSentence(count: number, instead: string): string {
  const sessions = count === 1 ? '1 session then is reported already' : `${count} sessions then are reported already`;
  return `${sessions}. ${instead}`;
}
