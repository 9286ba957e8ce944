import { slotsOn } from '../attendance/expected-sessions.ts';
import { pupilWords } from '../attendance/pupil-words.ts';
import { addDays } from '../calendar/dates.ts';
import type { HalfTerm } from '../calendar/school-calendar.ts';
import type { SchoolDay, TimeOfDay } from '../moment.ts';
import { roomsIn } from '../office/setting-troubles.ts';
import type { Placement } from '../placements/placement.record.ts';
import { sessions } from '../placements/schedule-slot.record.ts';
import type { Provider } from '../providers/provider.record.ts';
import type { Seen } from '../view.ts';
import { isStatutory } from './booking-problems.ts';
import type { DueReviewOf } from './due-reviews.ts';
import { type InvitedTo, invitedTo } from './invited.ts';
import type {
  Busy,
  PlannerInput,
  PupilSession,
  ReviewPlace,
  ReviewToPlace,
  SchoolToPlan,
} from './planner/planner.types.ts';
import type { Review } from './review.record.ts';
import { dayBooked } from './reviews-of.ts';

/** Key of the one school that a school's own plan is about. */
export const ownSchool = 'school';

/** Calendar days after the last due day that are looked at for advice alone: "free only after …". */
const advice = 14;

/** A due review with the people it needs. */
export interface ToPlan {
  readonly due: DueReviewOf;
  readonly invited: InvitedTo;
}

/** Each due review with who is asked to it on its first possible day. */
export function toPlan(seen: Seen, due: readonly DueReviewOf[]): readonly ToPlan[] {
  return due.map((one) => ({ due: one, invited: invitedTo(seen, one.placement, one.kind, seen.now.today) }));
}

/** All that the planner looks at, from the school's records and the calendars that could be read. */
export function planInput(seen: Seen, half: HalfTerm, wanted: readonly ToPlan[]): PlannerInput {
  const { policy, settings, now } = seen;
  const last =
    wanted
      .map(({ due }) => due.dueBy)
      .toSorted()
      .at(-1) ?? half.lastDay;
  const from = addDays(now.today, 1);
  const days = daysFrom(seen, from, addDays(last, advice));
  const staff = new Map(
    wanted.flatMap(({ invited }) =>
      invited.byMail.flatMap((one) => (one.audience === 'Staff' ? [[one.key, one] as const] : [])),
    ),
  );
  const stands = standing(seen, from, last);
  return {
    reviews: [...wanted.map((one) => reviewOf(seen, one, days, from)), ...stands],
    people: [...staff.values()].map(({ key, name, mail }) => ({
      id: key,
      name,
      busy: withoutStanding(seen.busy?.get(mail ?? '') ?? [], stands, key),
      base: ownSchool,
    })),
    schools: [schoolOf(days, policy.meetingsFrom, policy.meetingsUntil)],
    rooms: roomsIn(settings.reviewRooms).map((id) => ({
      id,
      name: id.split('@')[0] ?? id,
      school: ownSchool,
      seats: 20,
      busy: seen.busy?.get(id) ?? [],
    })),
    providers: seen.records.provider.all().map((provider) => ({
      id: provider.key,
      name: provider.name,
      closed: days.flatMap((day) =>
        sessions
          .filter((session) => seen.calendar.providerClosed(provider.key, day, session))
          .map((session) => ({ day, session })),
      ),
    })),
    travel: [],
    settings: {
      atMostPerDay: policy.meetingsADay,
      atMostPerPersonPerDay: policy.meetingsADayEach,
      slotMinutes: 15,
      bufferMinutes: 10,
      leadDays: policy.reviewRedSchoolDays,
      midday: policy.morningEnds,
      unknownTravelMinutes: policy.meetingTravelMinutes,
    },
  };
}

function daysFrom({ calendar }: Seen, from: SchoolDay, to: SchoolDay): readonly SchoolDay[] {
  const days: SchoolDay[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) if (calendar.isSchoolDay(day)) days.push(day);
  return days;
}

function schoolOf(days: readonly SchoolDay[], start: TimeOfDay, end: TimeOfDay): SchoolToPlan {
  return { id: ownSchool, site: ownSchool, days: days.map((day) => ({ day, start, end })) };
}

function reviewOf(seen: Seen, { due, invited }: ToPlan, days: readonly SchoolDay[], from: SchoolDay): ReviewToPlace {
  const { placement, kind } = due;
  const provider = seen.records.provider.get(placement.provider);
  const staff = invited.byMail.filter(({ audience }) => audience === 'Staff');
  return {
    review: due.review,
    pupil: placement.pupil,
    placement: placement.key,
    label: pupilWords(seen, placement.pupil),
    school: ownSchool,
    provider: placement.provider,
    site: provider?.type === 'OnSite' ? ownSchool : placement.provider,
    earliest: due.first > from ? due.first : from,
    due: due.dueBy,
    agreed: agreedDay(seen, due),
    invitedFrom: isStatutory({ placement, kind }) ? addDays(seen.now.today, seen.policy.invitationDays) : undefined,
    minutes: seen.policy.meetingMinutes,
    required: staff.flatMap(({ key, required }) => (required ? [key] : [])),
    optional: staff.flatMap(({ key, required }) => (required ? [] : [key])),
    places: placesFor(provider),
    seats: invited.byMail.length + invited.toAsk.length + 1,
    pupilAt: whereabouts(seen, placement, days),
  };
}

/** The day that was named when the review before was written up, while it is in time. */
export function agreedDay({ records }: Seen, { review, first, dueBy }: DueReviewOf): SchoolDay | undefined {
  const { stage, scheduledFor } = records.review.get(review) ?? {};
  const inTime = scheduledFor !== undefined && first <= scheduledFor && scheduledFor <= dueBy;
  return stage === 'Planned' && inTime ? scheduledFor : undefined;
}

/** Where the pupil is taught comes first, so that work can be seen; then school, then a call. */
function placesFor(provider: Provider | undefined): readonly ReviewPlace[] {
  if (provider?.type === 'Online' || provider?.type === 'OneToOneTuition') return ['online', 'school'];
  if (provider?.type === 'OnSite') return ['school', 'online'];
  return ['provider', 'school', 'online'];
}

function whereabouts(seen: Seen, placement: Placement, days: readonly SchoolDay[]): readonly PupilSession[] {
  return days.flatMap((day) =>
    sessions
      .filter((session) => seen.calendar.closed(day, session) === undefined)
      .map((session): PupilSession => {
        const away = slotsOn(seen, placement.key, day, session).some(({ place }) => place === 'Site');
        return { day, session, at: away ? 'provider' : 'school' };
      }),
  );
}

/** Reviews that are booked already: they stay, and others go round them. */
function standing(seen: Seen, from: SchoolDay, to: SchoolDay): readonly ReviewToPlace[] {
  return seen.records.review.all().flatMap((review): readonly ReviewToPlace[] => {
    const day = dayBooked(review);
    const placement = seen.records.placement.get(review.placement);
    if (day === undefined || day < from || day > to || !review.start || !review.end || !placement) return [];
    const invited = invitedTo(seen, placement, review.kind, seen.now.today);
    const staff = invited.byMail.filter(({ audience }) => audience === 'Staff');
    const place = placeHeld(seen, placement, review);
    return [
      {
        review: review.key,
        pupil: review.pupil,
        placement: placement.key,
        label: pupilWords(seen, review.pupil),
        school: ownSchool,
        provider: placement.provider,
        site: place === 'provider' ? placement.provider : ownSchool,
        earliest: day,
        due: day,
        minutes: seen.policy.meetingMinutes,
        required: staff.flatMap(({ key, required }) => (required ? [key] : [])),
        optional: [],
        places: [place],
        seats: 1,
        pupilAt: [],
        stands: { day, start: review.start, end: review.end, place },
      },
    ];
  });
}

/** Where a booked review is held: the way there and back keeps its people from others. */
function placeHeld({ records }: Seen, { provider }: Placement, { online, place }: Review): ReviewPlace {
  if (online) return 'online';
  return place !== undefined && place === records.provider.get(provider)?.name ? 'provider' : 'school';
}

/** A booked review stands in the plan itself: its time in its people's calendars is not counted twice. */
function withoutStanding(busy: readonly Busy[], stands: readonly ReviewToPlace[], person: string): readonly Busy[] {
  const own = stands.flatMap(({ stands: slot, required }) => (slot && required.includes(person) ? [slot] : []));
  return busy.filter(
    (one) => !own.some((slot) => slot.day === one.day && slot.start === one.start && slot.end === one.end),
  );
}
