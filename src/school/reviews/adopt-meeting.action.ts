import { z } from 'zod';
import { action, type CalendarMeeting, type Decision, type Known } from '../action.ts';
import { keyInput, lineInput } from '../attendance/marks.ts';
import type { Save } from '../change.ts';
import { bookMeetings } from './book-meetings.ts';
import { bookingNeeds, organiserProblem, toKnow, undoSeconds } from './book-reviews.action.ts';
import { bookingProblems, type Wanted } from './booking-problems.ts';
import { type InvitedTo, invitedTo } from './invited.ts';
import { corrected, meetingPeople } from './meeting-people.ts';
import { occupiedBy, standsInWords } from './occupied.ts';
import { type ReviewMeant, reviewMeant, whichReview } from './review-meant.ts';
import { dayOf, slotWords, timeOf, wallTimeInput } from './slot.ts';

const input = z.strictObject({
  /** The review's key, or the key of one that is due by the calendar. */
  review: keyInput,
  /** Id of the meeting, as Outlook gives it to the pane. */
  event: z.string().trim().min(1, 'Save the meeting first.').max(1_000, 'This is no meeting of Outlook.'),
  /** When the meeting is, as the pane reads it; what stands in the organiser's calendar counts more. */
  start: wallTimeInput,
  end: wallTimeInput,
  place: lineInput.optional(),
  /** Why a statutory invitation comes less than six days before. */
  late: lineInput.optional(),
});

type Wish = z.infer<typeof input>;

/**
 * A meeting that somebody wrote in Outlook becomes a review's (8.2, 8.3). In the calendar of the mailbox that organises reviews
 * it becomes the staff's meeting, and everybody else is invited as by any booking; in another calendar nothing is touched, and
 * the review is noted as planned for then.
 */
export const adoptMeeting = action<Wish>({
  name: 'adopt-meeting',
  says: 'Make a meeting that was written in Outlook the meeting of a review, and invite everybody else apart.',
  input,
  roles: ['ap-leader'],
  needs: bookingNeeds,
  elsewhere: true,
  meetings: ({ event }) => [event],
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  const organiser = organiserProblem(known);
  if (organiser) return { problems: [organiser] };
  const meant = reviewMeant(known, wish.review, known.now.today);
  if ('says' in meant) return { problems: [meant] };
  const held = known.meetings?.get(wish.event);
  const before = standsBefore(known, meant, held, wish);
  if (before) return before;
  if (held?.series) return { problems: [{ field: 'event', says: ofSeries }] };
  const { start, end } = held ?? wish;
  const wanted: Wanted = { start, end, place: wish.place || undefined, late: wish.late || undefined };
  const invited = invitedTo(known, meant.placement, meant.kind, known.now.today);
  const taken = occupiedBy(known.records);
  const problems = [
    ...bookingProblems(known, meant, wanted, invited, taken),
    ...(held ? seatProblems(known, meant, invited, held) : []),
  ];
  if (problems.length > 0) return { problems };
  const about = meant.placement.pupil;
  if (!held) return plannedElsewhere(known, meant, wanted);
  const booking = { ...wanted, online: held.online, stands: held.id };
  return {
    changes: bookMeetings(known, meant, booking, invited),
    because: 'A meeting became a review',
    holdSeconds: undoSeconds,
    says: toKnow(known, meant, wanted, invited),
    about,
  };
}

/** What is moved or cancelled of a series moves or cancels other meetings with it. */
const ofSeries =
  'This meeting is one of a series. Each review has a meeting of its own: write one that does not repeat.';

/** A meeting that is this review's already is left alone; a review with another meeting keeps it. */
function standsBefore(
  known: Known,
  meant: ReviewMeant,
  held: CalendarMeeting | undefined,
  wish: Wish,
): Decision | undefined {
  const about = meant.placement.pupil;
  const asItIs = (): Decision => ({
    changes: [],
    unchanged: [{ about: meant.key, outcome: 'unchanged', version: meant.stands?.version }],
    because: 'It is so already.',
    about,
  });
  const other = occupiedBy(known.records).find(({ review }) => review === meant.key);
  if (!other) return undefined;
  const { eventId } = meant.stands ?? {};
  const { start, end } = held ?? wish;
  if (eventId !== undefined && eventId === held?.id) return asItIs();
  if (held && other.waits && other.start === start && other.end === end) return asItIs();
  const says = `${standsInWords(other)} with a meeting of its own. Use that one, or cancel it first.`;
  return { problems: [{ field: 'review', says }] };
}

/** In the staff's meeting everybody sees everybody: nobody else may be in it. */
function seatProblems(known: Known, meant: ReviewMeant, invited: InvitedTo, { mails }: CalendarMeeting) {
  const people = meetingPeople(known, meant.placement, invited);
  const now = mails.filter((mail) => mail !== known.settings.organiser.toLowerCase());
  const { leave } = corrected(
    people,
    now.map((mail) => ({ mail, name: mail, required: true })),
  );
  return leave.map(({ mail, says }) => ({ field: 'event', says: `Take ${mail} out of this meeting first. ${says}` }));
}

/** Nothing is done in somebody's own calendar: the review is noted for that time, and still waits to be booked. */
function plannedElsewhere(known: Known, meant: ReviewMeant, { start, end, place }: Wanted): Decision {
  const { key, placement, stands } = meant;
  const values: Save['values'] & object = {
    ...whichReview(meant),
    stage: 'Planned',
    scheduledFor: dayOf(start),
    start: timeOf(start),
    end: timeOf(end),
    place,
    notBooked: `It stands in the own calendar of ${known.by.name}.`.slice(0, 255),
  };
  const says = [
    `This meeting is in your own calendar. The app follows only what is moved or cancelled in the calendar of ${known.settings.organiser}.`,
    `The review is noted as planned for ${slotWords({ start, end })}. Parents, provider and professionals are not invited by it.`,
  ];
  const before: Readonly<Record<string, unknown>> = { ...stands };
  const same = stands && Object.entries(values).every(([field, value]) => before[field] === value);
  const because = 'A review is planned in somebody’s own calendar';
  if (same) {
    return { changes: [], unchanged: [{ about: key, outcome: 'unchanged', version: stands.version }], because, says };
  }
  const save: Save = { kind: 'save', record: 'review', key, seen: stands?.version ?? null, values };
  return { changes: [save], because, says, about: placement.pupil };
}
