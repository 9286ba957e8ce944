import { z } from 'zod';
import { choiceInWords } from '../../schema/form.ts';
import { nameFor } from '../attendance/pupil-session.ts';
import { academicYearOf, shortDate } from '../calendar/dates.ts';
import type { HalfTerm } from '../calendar/school-calendar.ts';
import { halfTermsAround } from '../calendar/terms.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import { initialsOf } from '../pupils/initials-of.ts';
import { mayRead, readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import { noLongerAsked } from './book-meetings.ts';
import { bookReviews } from './book-reviews.action.ts';
import { callEmergencyReview } from './call-emergency-review.action.ts';
import { isDirection } from './direction.ts';
import { inReview } from './in-review.ts';
import { noteInvitation } from './note-invitation.action.ts';
import { noteReviewRequest } from './note-review-request.action.ts';
import { personInitials } from './person-initials.ts';
import { type Review, review as reviewKind } from './review.record.ts';
import { type ReviewWindow, reviewWindow } from './review-window.ts';
import type { BookedReview, ReviewCell, ReviewRow, Reviews } from './reviews.types.ts';
import { dayBooked, dayHeld, reviewsOf } from './reviews-of.ts';

/** Pupil × half term: held, booked, due, missed (clause 8.3); and what stands in the calendar. */
export const reviewsView = view({
  name: 'reviews',
  says: 'Each pupil’s reviews by half term: held, booked, due or missed, and what stands in the calendar.',
  params: z.strictObject({}),
  roles: readersOf('review'),
  needs: ['review', 'invitee', 'placement', 'pupil', 'provider', 'calendarEntry'],
  show(seen): Reviews {
    const { today } = seen.now;
    const halfTerms = yearOf(seen, today);
    const placements = seen.records.placement
      .all()
      .filter((one) => inReview(seen, one, today) && mayRead(seen.by, 'review', one.pupil));
    const rows = placements
      .map((placement) => rowOf(seen, placement, halfTerms))
      .filter(({ cells }) => cells.some(({ state }) => state !== 'none'))
      .toSorted((a, b) => (a.name ?? a.initials).localeCompare(b.name ?? b.initials));
    const count = (state: ReviewCell['state']) =>
      rows.reduce((sum, row) => sum + row.cells.filter((cell) => cell.state === state).length, 0);
    const counts = {
      held: count('held'),
      booked: count('booked'),
      due: count('due'),
      missed: count('missed'),
      coming: count('coming'),
    };
    const now = halfTermsAround(seen.calendar, today).now;
    return {
      today,
      says: inWords(counts, rows, now),
      ...(seen.calendar.loaded(today)
        ? {}
        : {
            trouble:
              'The term dates for today are not loaded. Load the next term dates; until then nothing is due here.',
          }),
      halfTerms: halfTerms.map(({ key, name }) => ({ key, name, now: key === now?.key })),
      rows,
      booked: bookedOf(seen),
      counts,
      may: {
        book: does(seen, bookReviews),
        noteRequest: does(seen, noteReviewRequest),
        callEmergency: does(seen, callEmergencyReview),
      },
    };
  },
});

function yearOf({ calendar }: Seen, today: SchoolDay): readonly HalfTerm[] {
  const now = calendar.halfTermOf(today) ?? halfTermsAround(calendar, today).now ?? calendar.halfTerms[0];
  if (!now) return [];
  const year = academicYearOf(now.lastDay);
  return calendar.halfTerms.filter((half) => academicYearOf(half.lastDay) === year);
}

function rowOf(seen: Seen, placement: Placement, halfTerms: readonly HalfTerm[]): ReviewRow {
  const pupil = seen.records.pupil.get(placement.pupil);
  return {
    placement: placement.key,
    pupil: placement.pupil,
    initials: pupil ? initialsOf(seen.records.pupil, pupil) : '?',
    name: pupil ? nameFor(seen, pupil) : undefined,
    year: pupil ? `Y${pupil.year}` : '',
    providerName: seen.records.provider.get(placement.provider)?.name ?? 'Unknown provider',
    direction: isDirection(placement),
    cells: halfTerms.map((half) => cellOf(seen, placement, half)),
  };
}

function cellOf(seen: Seen, placement: Placement, half: HalfTerm): ReviewCell {
  const window = reviewWindow(seen, placement, half, seen.now.today);
  const none = { halfTerm: half.key, state: 'none', says: 'no review needed' } as const;
  if (!window || 'notLoaded' in window) return none;
  const within = (day: SchoolDay | undefined) => day !== undefined && window.first <= day && day <= window.dueBy;
  const reviews = reviewsOf(seen, placement.key, 'halfTerm');
  const held = reviews.find((one) => within(dayHeld(one)));
  if (held) return withDay(half, 'held', held, dayHeld(held));
  const booked = reviews.find((one) => within(dayBooked(one)));
  if (booked) return withDay(half, 'booked', booked, dayBooked(booked));
  return { halfTerm: half.key, ...notBooked(seen, window) };
}

function withDay(half: HalfTerm, state: 'held' | 'booked', review: Review, day: SchoolDay | undefined): ReviewCell {
  const on = day === undefined ? '' : ` ${shortDate(day)}`;
  return { halfTerm: half.key, state, review: review.key, day, says: `${state}${on}` };
}

function notBooked({ calendar, now: { today } }: Seen, { dueBy, halfTerm }: ReviewWindow) {
  const due = shortDate(dueBy);
  if (today > dueBy) return { state: 'missed', says: `missed: was due by ${due}` } as const;
  if (today < halfTerm.firstDay) return { state: 'coming', says: `due by ${due}` } as const;
  const left = calendar.schoolDaysBetween(today, dueBy);
  const days = typeof left === 'number' ? `, ${left} school ${left === 1 ? 'day' : 'days'} left` : '';
  return { state: 'due', says: `due by ${due}${days}` } as const;
}

function bookedOf(seen: Seen): readonly BookedReview[] {
  return seen.records.review
    .all()
    .filter((one) => one.stage === 'Booked' && mayRead(seen.by, 'review', one.pupil))
    .flatMap((one): readonly BookedReview[] => {
      const pupil = seen.records.pupil.get(one.pupil);
      const day = dayBooked(one);
      if (!pupil || day === undefined) return [];
      return [
        {
          review: one.key,
          placement: one.placement,
          initials: initialsOf(seen.records.pupil, pupil),
          name: nameFor(seen, pupil),
          year: `Y${pupil.year}`,
          kind: one.kind,
          kindSays: choiceInWords(reviewKind.fields.kind, one.kind),
          day,
          daySays: shortDate(day),
          start: one.start,
          end: one.end,
          place: one.place,
          online: one.online ?? false,
          staff: staffOf(seen, one),
          travelMinutes: isAway(seen, one) ? seen.policy.meetingTravelMinutes : 0,
          toAsk: does(seen, noteInvitation) ? toAskFor(seen, one) : [],
          inOutlook: one.eventId !== undefined,
          byHand: one.booking === undefined,
          toWriteUp: day < seen.now.today,
          seen: one.version,
        },
      ];
    })
    .toSorted((a, b) => `${a.day}${a.start ?? ''}`.localeCompare(`${b.day}${b.start ?? ''}`));
}

function staffOf({ records }: Seen, { key }: Review): BookedReview['staff'] {
  return records.invitee
    .by('review', key)
    .flatMap(({ part, mail, askedOn, personName: name }) =>
      part === 'Staff' && (mail ?? askedOn) !== undefined && name ? [{ initials: personInitials(name), name }] : [],
    );
}

/** Everybody asked to a review but the pupil has a mail or a day; who has neither is still to be asked. */
function toAskFor({ records }: Seen, { key }: Review): BookedReview['toAsk'] {
  return records.invitee.by('review', key).flatMap((one) => {
    if (one.askedOn !== undefined || one.note === noLongerAsked) return [];
    return [{ who: one.key.slice(key.length + 1), name: one.personName ?? one.part, why: one.note ?? '' }];
  });
}

const does = ({ by }: Seen, { roles }: { readonly roles: readonly string[] }) =>
  by.roles.some((role) => roles.includes(role));

/** Held where the provider is, as its name stands for the place. */
function isAway({ records }: Seen, { placement, place }: Review): boolean {
  const provider = records.provider.get(records.placement.get(placement)?.provider ?? '');
  return place !== undefined && place === provider?.name;
}

function inWords(counts: Reviews['counts'], rows: readonly ReviewRow[], now: HalfTerm | undefined): string {
  const due = rows.flatMap(({ cells }) => cells.filter((cell) => cell.state === 'due')).length;
  if (due > 0) return `${due} ${due === 1 ? 'review' : 'reviews'} to book in ${now?.name ?? 'this half term'}`;
  if (counts.booked > 0) return `Every review of ${now?.name ?? 'the half term'} is booked or held`;
  return 'No review is due';
}
