import type { Known } from '../action.ts';
import type { Audience, Change, Save } from '../change.ts';
import type { Review } from './review.record.ts';
import { dayOf, type Slot, timeOf } from './slot.ts';

/** To when a review's meetings go, and which of them are there already, moved by hand in Outlook. */
export interface MeetingsMoved extends Slot {
  readonly place?: string;
  readonly moved?: readonly Audience[];
}

/** The rows and meetings of a booked review at another time; who is asked otherwise has to be asked anew. */
export function moveMeetings(
  { records, now, settings }: Pick<Known, 'records' | 'now' | 'settings'>,
  review: Review,
  to: MeetingsMoved,
  values: Extract<Save, { record: 'review' }>['values'],
  seen = review.version,
): readonly Change[] {
  const { start, end, place, moved = [] } = to;
  const when = { scheduledFor: dayOf(start), start: timeOf(start), end: timeOf(end) };
  const rows = records.meeting.by('review', review.key).filter(({ eventId }) => eventId !== undefined);
  const meetings = rows
    .filter(({ audience }) => !moved.includes(audience))
    .flatMap(({ audience, eventId }) => (eventId === undefined ? [] : [{ audience, eventId }]));
  const organiser = rows[0]?.organiser ?? settings.organiser;
  const room = place?.includes('@') ? place : undefined;
  return [
    { kind: 'save', record: 'review', key: review.key, seen, values: { ...values, ...when } },
    ...rows.map(({ key }): Change => ({ kind: 'save', record: 'meeting', key, seen: 'any', values: when })),
    ...records.invitee.by('review', review.key).map(
      ({ key, mail }): Change => ({
        kind: 'save',
        record: 'invitee',
        key,
        seen: 'any',
        values: mail
          ? { askedOn: now.today, response: 'None' }
          : { askedOn: undefined, askedBy: undefined, note: 'To be asked again: it was moved.' },
      }),
    ),
    ...(meetings.length === 0 || review.booking === undefined
      ? []
      : [
          {
            kind: 'move' as const,
            review: review.key,
            booking: review.booking,
            organiser,
            start,
            end,
            place,
            room,
            meetings,
          },
        ]),
  ];
}
