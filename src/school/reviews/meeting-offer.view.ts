import { z } from 'zod';
import { choiceInWords } from '../../schema/form.ts';
import { keyInput } from '../attendance/marks.ts';
import { pupilWords } from '../attendance/pupil-words.ts';
import { shortDate } from '../calendar/dates.ts';
import type { HalfTerm } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import { type Seen, view } from '../view.ts';
import { bookingProblems, isStatutory } from './booking-problems.ts';
import { invitationDates } from './direction.ts';
import { dueReviews } from './due-reviews.ts';
import { invitedTo } from './invited.ts';
import type { MeetingOffer, MeetingOffers, OfferedReview } from './meeting-offer.types.ts';
import { meetingPeople } from './meeting-people.ts';
import { meetingSubject } from './meeting-words.ts';
import { occupiedBy } from './occupied.ts';
import { type ReviewKind, review as reviewKind } from './review.record.ts';
import { reviewMeant } from './review-meant.ts';
import { dayOf, type Slot, wallTimeInput } from './slot.ts';

/** For the pane of a meeting that is no review yet: which reviews wait for one, and what it would become. */
export const meetingOffer = view({
  name: 'meeting-offer',
  says: 'Which reviews wait for a meeting, and who would be in it, asked apart or not asked.',
  params: z.strictObject({
    start: wallTimeInput.optional(),
    end: wallTimeInput.optional(),
    review: keyInput.optional(),
  }),
  roles: ['ap-leader'],
  needs: [
    'review',
    'visit',
    'invitee',
    'placement',
    'pupil',
    'contact',
    'provider',
    'roleAssignment',
    'calendarEntry',
    'journalEntry',
  ],
  show(seen, { start, end, review }): MeetingOffers {
    const due = offered(seen, start === undefined ? seen.now.today : dayOf(start));
    const { organiser } = seen.settings;
    const slot = start !== undefined && end !== undefined ? { start, end } : undefined;
    return {
      organiser,
      ...(typeof due === 'string' ? { due: [], trouble: due } : { due }),
      ...(organiser === '' ? { trouble: 'Name the mailbox that organises reviews under Settings first.' } : {}),
      offer: review === undefined || slot === undefined ? undefined : offerOf(seen, review, slot),
    };
  },
});

/** Reviews due in the half term of the day, and those that wait as planned; a sentence where the term dates do not reach. */
function offered(seen: Seen, day: SchoolDay): readonly OfferedReview[] | string {
  const half = halfAt(seen, day);
  if (!half) return 'The day of this meeting is not in the term dates. Load them, or choose another day.';
  const due = dueReviews(seen, half, seen.now.today);
  if ('notLoaded' in due) return due.says;
  const planned = seen.records.review.all().flatMap(({ key, placement, kind, stage, dueBy }) => {
    const of = seen.records.placement.get(placement);
    if (stage !== 'Planned' || of?.stage !== 'Active' || due.some(({ review }) => review === key)) return [];
    return [{ review: key, placement: of, kind, dueBy }];
  });
  return [...due, ...planned]
    .toSorted((a, b) => (a.dueBy ?? '9999').localeCompare(b.dueBy ?? '9999'))
    .map(({ review, placement, kind, dueBy }) => ({ review, says: inWords(seen, placement, kind, dueBy) }));
}

function halfAt({ calendar }: Seen, day: SchoolDay): HalfTerm | undefined {
  return calendar.halfTermOf(day) ?? calendar.halfTerms.find(({ firstDay }) => firstDay > day);
}

function inWords(seen: Seen, placement: Placement, kind: ReviewKind, dueBy: SchoolDay | undefined): string {
  const where = seen.records.provider.get(placement.provider)?.name ?? 'unknown provider';
  const by = dueBy === undefined ? '' : `, due by ${shortDate(dueBy)}`;
  const what = choiceInWords(reviewKind.fields.kind, kind).toLowerCase();
  return `${pupilWords(seen, placement.pupil)}, ${where}: ${what}${by}`;
}

function offerOf(seen: Seen, key: string, slot: Slot): MeetingOffer | undefined {
  const { today } = seen.now;
  const meant = reviewMeant(seen, key, today);
  if ('says' in meant) return undefined;
  const { placement, kind } = meant;
  const invited = invitedTo(seen, placement, kind, today);
  const asksWhyLate = isStatutory(meant) && today > invitationDates(seen, dayOf(slot.start)).latest;
  const wanted = { ...slot, late: asksWhyLate ? 'to be given' : undefined };
  return {
    subject: meetingSubject(seen, placement.pupil),
    statutory: isStatutory(meant),
    people: meetingPeople(seen, placement, invited),
    apart: invited.byMail.filter(({ audience }) => audience !== 'Staff').map(({ name }) => name),
    toAsk: [
      ...invited.toAsk.map(({ name, why }) => `${name}: ${why}`),
      `${invited.pupil.name}: To be asked in person.`,
    ],
    notAsked: invited.refused.map(({ name, says }) => `${name}: ${says}`),
    problems: bookingProblems(seen, meant, wanted, invited, occupiedBy(seen.records)).map(({ says }) => says),
    asksWhyLate,
  };
}
