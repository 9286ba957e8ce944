import { z } from 'zod';
import type { Problem } from '../../schema/parse.ts';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput, lineInput } from '../attendance/marks.ts';
import { pupilWords } from '../attendance/pupil-words.ts';
import { shortDate } from '../calendar/dates.ts';
import type { Change, ChangeResult } from '../change.ts';
import { bookMeetings } from './book-meetings.ts';
import { bookingProblems } from './booking-problems.ts';
import { type InvitedTo, invitedTo, leavingOut } from './invited.ts';
import { type Occupied, occupiedBy, personBehind, standsInWords } from './occupied.ts';
import { type ReviewMeant, reviewMeant } from './review-meant.ts';
import { dayOf, slotWords, wallTimeInput } from './slot.ts';

const one = z.strictObject({
  /** The review's key, or the key of one that is due by the calendar. */
  review: keyInput,
  start: wallTimeInput,
  end: wallTimeInput,
  /** Mailbox of the room, or the address at the provider. */
  place: lineInput.optional(),
  /** Online unless a place is named. */
  online: z.boolean().optional(),
  /** Why a statutory invitation comes less than six days before. */
  late: lineInput.optional(),
  /** Entra object ids of staff who need not come, are elsewhere then and are not asked. */
  without: z.array(keyInput).max(30).optional(),
});

const input = z.strictObject({
  reviews: z.array(one).min(1, 'Name at least one review.').max(100, 'Book at most 100 reviews at once.'),
  /** Bookings of the same press that follow this one: it waits for them, so that *Undo* takes all of them back. */
  followedBy: z.number().int().min(0).max(100).optional(),
});

type Wish = z.infer<typeof one>;

/** Seconds for which bookings wait with *Undo* before anybody is invited. */
export const undoSeconds = 20;

/** Seconds more for each booking that follows in the same press: none takes longer to be answered. */
export const followingSeconds = 5;

/** What a list of reviews needs to be booked. */
export const bookingNeeds = [
  'review',
  'visit',
  'invitee',
  'meeting',
  'placement',
  'pupil',
  'contact',
  'provider',
  'roleAssignment',
  'calendarEntry',
  'setting',
  'journalEntry',
] as const;

/** Reviews are booked in Outlook, several at once; they wait 20 seconds with *Undo*, then everybody is invited (8.2, 8.3). */
export const bookReviews = action({
  name: 'book-reviews',
  says: 'Book reviews in Outlook and invite everybody; it waits 20 seconds, in which it can be undone.',
  input,
  roles: ['ap-leader'],
  needs: bookingNeeds,
  elsewhere: true,
  decide,
});

function decide(known: Known, { reviews, followedBy = 0 }: z.infer<typeof input>): Decision {
  const organiser = organiserProblem(known);
  if (organiser) return { problems: [organiser] };
  const taken = [...occupiedBy(known.records)];
  const problems: Problem[] = [];
  const changes: Change[] = [];
  const unchanged: ChangeResult[] = [];
  const says: string[] = [];
  reviews.forEach((wish, nth) => {
    const meant = reviewMeant(known, wish.review, known.now.today);
    if ('says' in meant) {
      problems.push({ field: `reviews.${nth}.${meant.field}`, says: meant.says });
      return;
    }
    const before = standsBefore(known, meant, wish, taken);
    if (before && 'about' in before) {
      unchanged.push(before);
      return;
    }
    const all = invitedTo(known, meant.placement, meant.kind, known.now.today);
    const invited = leavingOut(all, wish.without ?? []);
    const found = before ? [before] : bookingProblems(known, meant, wish, invited, taken);
    problems.push(...found.map(({ field, says }) => ({ field: `reviews.${nth}.${field}`, says })));
    if (found.length > 0) return;
    says.push(...toKnow(known, meant, wish, invited));
    changes.push(...bookMeetings(known, meant, { ...wish, online: wish.online ?? wish.place === undefined }, invited));
    taken.push(occupiedNow(known, meant, wish, invited));
  });
  if (problems.length > 0) return { problems };
  const many = reviews.length - unchanged.length;
  const because = many === 1 ? '1 review is booked' : `${many} reviews are booked`;
  const holdSeconds = undoSeconds + followedBy * followingSeconds;
  return { changes, unchanged, because, holdSeconds, says, ...aboutOne(known, reviews) };
}

/** The sentence where no mailbox is named that could organise meetings. */
export function organiserProblem({ settings }: Known): Problem | undefined {
  if (settings.organiser !== '') return undefined;
  return { field: 'reviews', says: 'Name the mailbox that organises reviews under Settings first.' };
}

/** A review that is booked for this very slot is left as it is; for another one it is moved, not booked again. */
function standsBefore(
  known: Known,
  meant: ReviewMeant,
  wish: Wish,
  taken: readonly Occupied[],
): ChangeResult | Problem | undefined {
  const other = taken.find(({ review }) => review === meant.key);
  if (!other) return undefined;
  if (other.start === wish.start && other.end === wish.end) {
    return { about: meant.key, outcome: 'unchanged', version: known.records.review.get(meant.key)?.version };
  }
  return { field: 'start', says: `${standsInWords(other)} already. Move it instead.` };
}

/** What who books a review ought to know of it though it is done, in sentences. */
export function toKnow(
  known: Known,
  meant: ReviewMeant,
  { start }: Pick<Wish, 'start'>,
  invited: InvitedTo,
): readonly string[] {
  const who = pupilWords(known, meant.placement.pupil);
  const late = meant.dueBy !== undefined && dayOf(start) > meant.dueBy;
  const barred = invited.refused.length;
  return [
    ...(late
      ? [`${who}: ${slotWords({ start, end: start })} is after the due day, ${shortDate(meant.dueBy ?? '')}.`]
      : []),
    ...(invited.toAsk.length > 0 ? [`${who}: ${people(invited.toAsk.length)} to be rung, written to or told.`] : []),
    ...(barred > 0 ? [`${who}: ${people(barred)} not asked, being barred or not allowed to attend.`] : []),
  ];
}

const people = (count: number) => (count === 1 ? '1 person is' : `${count} people are`);

function occupiedNow(known: Known, meant: ReviewMeant, { start, end, place }: Wish, invited: InvitedTo): Occupied {
  const all = [...invited.byMail, ...invited.toAsk].map(({ key }) => personBehind(known.records, key));
  return { review: meant.key, pupil: meant.placement.pupil, start, end, place, people: new Set(all), waits: true };
}

function aboutOne(known: Known, [first, ...more]: readonly Wish[]): { readonly about?: string } {
  const meant = first && more.length === 0 ? reviewMeant(known, first.review, known.now.today) : undefined;
  return meant && 'placement' in meant ? { about: meant.placement.pupil } : {};
}
