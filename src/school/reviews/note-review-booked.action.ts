import { z } from 'zod';
import { action, type Decision, type Known } from '../action.ts';
import { plusMinutes } from '../attendance/asked.ts';
import { keyInput } from '../attendance/marks.ts';
import type { Save } from '../change.ts';
import { bookedFor, inviteesOf, noMore } from './book-meetings.ts';
import { bookingNeeds } from './book-reviews.action.ts';
import { bookingProblems } from './booking-problems.ts';
import { invitedTo } from './invited.ts';
import { occupiedBy, standsInWords } from './occupied.ts';
import { reviewPlaces } from './planner/planner.types.ts';
import { reviewMeant } from './review-meant.ts';
import { dayOf, slotWords, timeOf, wallTimeInput } from './slot.ts';

const input = z.strictObject({
  /** The review's key, or the key of one that is due by the calendar. */
  review: keyInput,
  start: wallTimeInput,
  /** When it ends; as long as reviews take, where nobody says. */
  end: wallTimeInput.optional(),
  where: z.enum(reviewPlaces),
});

type Wish = z.infer<typeof input>;

/**
 * A review was agreed on already, by telephone or in a calendar of one's own (P5: *Already booked*): it stands as booked, the
 * plan leaves it alone, and its days bring the same prompts. Nobody is invited by Outlook: everybody stands to be asked (8.2).
 */
export const noteReviewBooked = action<Wish>({
  name: 'note-review-booked',
  says: 'Note that a review is booked already, agreed by telephone or in another calendar; nobody is invited by it.',
  input,
  roles: ['ap-leader'],
  needs: bookingNeeds,
  elsewhere: true,
  decide,
});

function decide(known: Known, { review, where, ...wish }: Wish): Decision {
  const meant = reviewMeant(known, review, known.now.today);
  if ('says' in meant) return { problems: [meant] };
  const { placement } = meant;
  const { start } = wish;
  const slot = { start, end: wish.end ?? `${dayOf(start)}T${plusMinutes(timeOf(start), known.policy.meetingMinutes)}` };
  const because = `A review is booked already for ${slotWords(slot)}`;
  const taken = occupiedBy(known.records);
  const other = taken.find((one) => one.review === meant.key);
  if (other?.start === slot.start) {
    const unchanged = [{ about: meant.key, outcome: 'unchanged' as const, version: meant.stands?.version }];
    return { changes: [], unchanged, because, about: placement.pupil };
  }
  if (other) {
    return { problems: [{ field: 'start', says: `${standsInWords(other)} already. Move it instead.` }] };
  }
  const provider = known.records.provider.get(placement.provider)?.name;
  const place = where === 'provider' ? provider : undefined;
  const invited = invitedTo(known, placement, meant.kind, known.now.today);
  const problems = bookingProblems(known, meant, { ...slot, place }, invited, taken, true);
  if (problems.length > 0) return { problems };
  // No mail of ours reaches anybody: how each of them was asked is for the person to note.
  const toAsk = [...invited.byMail.map((one) => ({ ...one, why: agreedWithout })), ...invited.toAsk];
  // It names no booking: no meeting of ours stands for it, and none is waited for.
  const row: Save = {
    kind: 'save',
    record: 'review',
    key: meant.key,
    seen: meant.stands?.version ?? null,
    values: bookedFor(meant, { ...slot, place, online: where === 'online' }),
  };
  const invitees = inviteesOf(meant.key, { ...invited, byMail: [], toAsk }, known.now.today);
  return {
    changes: [row, ...invitees, ...noMore(known, meant.key, invitees)],
    because,
    about: placement.pupil,
    says: ['Nobody is invited by the app: note under In the calendar how each was asked.'],
  };
}

const agreedWithout = 'Agreed without the app.';
