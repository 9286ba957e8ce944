import type { Known } from '../action.ts';
import type { Audience, Book, Cancel, Change, Save } from '../change.ts';
import type { Provider } from '../providers/provider.record.ts';
import { dayOf as dayOfTime, type Slot, timeOf } from '../reviews/slot.ts';
import { type Asking, askedToVisit } from './asked-to-visit.ts';
import { visitSubject } from './meeting-words.ts';
import type { Visit } from './visit.record.ts';

/** A visit as it is to stand in the calendar. */
export type ToBook = Asking & Slot & Pick<Visit, 'site'> & { readonly key: string };

type VisitValues = Extract<Save, { record: 'visit' }>['values'];

/** Values of a visit's row without an appointment. */
export const noAppointment = { booking: undefined, eventId: undefined } as const;

const audiences: readonly Audience[] = ['Staff', 'Provider'];

/**
 * What puts a visit into the calendar: the values by which its row names the booking, and the meetings, one for who goes there
 * and one for the provider where it is announced. They are not told of each other.
 */
export function bookVisit(
  known: Known,
  provider: Provider,
  visit: ToBook,
): { readonly values: VisitValues; readonly book: Book } {
  const booking = known.freshId('bk');
  const { byMail } = askedToVisit(known, provider, visit, known.now.today);
  return {
    values: { booking, eventId: undefined, notBooked: undefined },
    book: {
      kind: 'book',
      visit: visit.key,
      booking,
      organiser: known.settings.organiser,
      subject: visitSubject(provider),
      start: visit.start,
      end: visit.end,
      place: placeOf(known, visit),
      online: visit.kind === 'Online',
      statutory: false,
      people: visit.visitor === undefined ? [] : [visit.visitor],
      // The appointment of who goes there always stands: it carries the time, and the link to join.
      meetings: audiences.flatMap((audience) => {
        const invited = byMail.filter((one) => one.audience === audience);
        if (invited.length === 0 && audience !== 'Staff') return [];
        return [{ audience, invited: invited.map(({ name, mail }) => ({ name, mail, required: true })) }];
      }),
    },
  };
}

/** The address of the site, for the calendar: where somebody lives is never written there. */
export function placeOf({ records }: Pick<Known, 'records'>, { kind, site: key }: Pick<Visit, 'kind' | 'site'>) {
  const site = kind === 'Visit' && key !== undefined ? records.site.get(key) : undefined;
  if (!site || site.kind === 'Home') return undefined;
  return [site.name, site.address, site.postcode].filter(Boolean).join(', ').slice(0, 255);
}

/** A booked visit's meetings at another time or place; `moved` are there already, moved by hand in Outlook. */
export function moveVisit(
  { records }: Pick<Known, 'records'>,
  { key, booking }: Visit,
  to: Slot & { readonly place?: string; readonly moved?: readonly Audience[] },
): readonly Change[] {
  const { start, end, place, moved = [] } = to;
  const rows = records.meeting.by('visit', key).filter(({ eventId }) => eventId !== undefined);
  const meetings = rows
    .filter(({ audience }) => !moved.includes(audience))
    .flatMap(({ audience, eventId }) => (eventId === undefined ? [] : [{ audience, eventId }]));
  const when = { scheduledFor: dayOfTime(start), start: timeOf(start), end: timeOf(end), response: 'None' as const };
  const organiser = rows[0]?.organiser;
  return [
    ...rows.map((row): Change => ({ kind: 'save', record: 'meeting', key: row.key, seen: 'any', values: when })),
    ...(meetings.length === 0 || booking === undefined || organiser === undefined
      ? []
      : [{ kind: 'move' as const, visit: key, booking, organiser, start, end, place, meetings }]),
  ];
}

/**
 * Takes the meetings of a visit out of the calendars, those that are still being made too, with a message to everybody
 * invited; nothing where none are booked. The visit's own row is left to who asks for it, as are those that are booked anew.
 */
export function cancelVisitMeetings(
  { records, settings }: Pick<Known, 'records' | 'settings'>,
  { key, booking }: Visit,
  comment: string,
  bookedAnew: readonly Audience[] = [],
): readonly Change[] {
  if (booking === undefined) return [];
  const rows = records.meeting.by('visit', key);
  const held = audiences.map((audience) => ({
    audience,
    eventId: rows.find((row) => row.audience === audience)?.eventId,
  }));
  const organiser = rows.find((row) => row.organiser)?.organiser ?? settings.organiser;
  const cancel: Cancel = { kind: 'cancel', visit: key, booking, organiser, comment, meetings: held };
  return [
    ...rows
      .filter(({ eventId, audience }) => eventId !== undefined && !bookedAnew.includes(audience))
      .map(
        (row): Change => ({
          kind: 'save',
          record: 'meeting',
          key: row.key,
          seen: 'any',
          values: { eventId: undefined, invited: undefined, response: undefined },
        }),
      ),
    cancel,
  ];
}
