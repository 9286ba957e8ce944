import type { Known } from '../action.ts';
import type { Change } from '../change.ts';
import type { Meeting } from '../reviews/meeting.record.ts';
import { dayOf, timeOf } from '../reviews/slot.ts';
import type { Visit } from './visit.record.ts';
import { cancelVisitMeetings, moveVisit, noAppointment } from './visit-meetings.ts';

/** A meeting as it stands in the organiser's calendar now. */
export interface EventNow {
  readonly start: string;
  readonly end: string;
  readonly answers: readonly { readonly mail: string; readonly answer: NonNullable<Meeting['response']> }[];
}

/**
 * A meeting of a visit was deleted in Outlook. That of who goes there takes the visit with it: it stands planned without a time,
 * with the reason. That of the provider is gone alone: they are to be rung, written to or told.
 */
export function visitDeleted(known: Known, row: Meeting): readonly Change[] {
  const visit = inCalendar(known, row);
  if (!visit) return [];
  const gone: Change = {
    kind: 'save',
    record: 'meeting',
    key: row.key,
    seen: row.version,
    values: { eventId: undefined, invited: undefined, response: undefined },
  };
  const { key, version: seen } = visit;
  const notBooked =
    row.audience === 'Staff' ? deletedThere : 'The provider’s meeting was deleted in Outlook: tell them.';
  if (row.audience !== 'Staff') {
    return [{ kind: 'save', record: 'visit', key, seen, values: { notBooked } }, gone];
  }
  const values = { ...noAppointment, start: undefined, end: undefined, notBooked };
  return [
    { kind: 'save', record: 'visit', key, seen, values },
    ...cancelVisitMeetings(known, visit, 'This visit is off.'),
  ];
}

const deletedThere = 'The appointment was deleted in Outlook.';

/** A meeting of a visit was moved or answered in Outlook: the visit follows who goes there, and the provider's meeting follows too. */
export function visitFollows(known: Known, row: Meeting, { start, end, answers }: EventNow): readonly Change[] {
  const visit = inCalendar(known, row);
  if (!visit) return [];
  const when = { scheduledFor: dayOf(start), start: timeOf(start), end: timeOf(end) };
  const same = when.scheduledFor === row.scheduledFor && when.start === row.start && when.end === row.end;
  const rowIs = (values: Partial<Meeting>): readonly Change[] => [
    { kind: 'save', record: 'meeting', key: row.key, seen: row.version, values },
  ];
  if (same) {
    const answer = answers.find(({ mail }) => mail === row.invited)?.answer;
    return answer === undefined || answer === (row.response ?? 'None') ? [] : rowIs({ response: answer });
  }
  if (row.audience !== 'Staff') return rowIs(when);
  const { key, version: seen } = visit;
  const { scheduledFor: plannedFor, ...times } = when;
  return [
    { kind: 'save', record: 'visit', key, seen, values: { plannedFor, ...times } },
    ...moveVisit(known, visit, { start, end, moved: ['Staff'] }),
  ];
}

/** The visit of a meeting that stands; one that was made, cancelled or is being booked anew meanwhile is left as it is. */
function inCalendar({ records }: Known, row: Meeting): Visit | undefined {
  const visit = records.visit.get(row.visit ?? '');
  return visit?.stage === 'Planned' && visit.eventId !== undefined ? visit : undefined;
}
