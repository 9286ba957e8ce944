import { choiceInWords } from '../../schema/form.ts';
import { nameFor } from '../attendance/pupil-session.ts';
import { addDays, shortDate } from '../calendar/dates.ts';
import type { HalfTerm } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import { roomsIn } from '../office/setting-troubles.ts';
import { initialsOf } from '../pupils/initials-of.ts';
import type { CalendarsWanted, Seen } from '../view.ts';
import { type DueReviewOf, dueReviews } from './due-reviews.ts';
import type { Asked } from './invited.ts';
import { personInitials } from './person-initials.ts';
import { agreedDay, planInput, type ToPlan, toPlan } from './plan-input.ts';
import type { PlannerInput, ProposedSlot, ReviewSchedule, Unplaced } from './planner/planner.types.ts';
import { review as reviewKind } from './review.record.ts';
import { isFloor } from './review-key.ts';
import type { AsideRow, PlannedRow, PlannedStaff, ReviewPlan, StandingRow, UnplacedRow } from './review-plan.types.ts';

/** A half term with its due reviews, ready for the planner. */
export interface PreparedPlan {
  readonly half: HalfTerm;
  readonly wanted: readonly ToPlan[];
  readonly input: PlannerInput;
}

/** What is to be planned in the half term asked for, else in the one that runs; a plan without rows where nothing can be. */
export function prepareReviewPlan(seen: Seen, asked: string | undefined): PreparedPlan | ReviewPlan {
  const half = halfOf(seen, asked);
  if (!half) return { ...withoutRows(seen), says: 'No term dates are loaded to plan in', troubles: [loadDates] };
  const due = dueReviews(seen, half, seen.now.today);
  if ('notLoaded' in due) {
    return { ...withoutRows(seen), ...named(half), says: 'The plan cannot be made yet', troubles: [due.says] };
  }
  const wanted = toPlan(seen, due);
  return { half, wanted, input: planInput(seen, half, wanted) };
}

/** The planner's answer as a person reads it: each review with its time and people, or with what stands in the way. */
export function sayReviewPlan(seen: Seen, { half, wanted, input }: PreparedPlan, schedule: ReviewSchedule): ReviewPlan {
  const of = (review: string) => wanted.find((one) => one.due.review === review);
  const rows = schedule.slots.flatMap((slot) => {
    const one = of(slot.review);
    return one ? [rowOf(seen, one, slot)] : [];
  });
  const unplaced = schedule.unplaced.flatMap((none) => {
    const one = of(none.review);
    return one ? [unplacedOf(seen, one, none)] : [];
  });
  return {
    ...withoutRows(seen),
    ...named(half),
    says: inWords(half, rows.length, unplaced.length),
    troubles: calendarTroubles(seen, wanted),
    rows: rows.toSorted((a, b) => a.start.localeCompare(b.start)),
    unplaced,
    aside: asideOf(seen, half),
    standing: input.reviews.flatMap((one) => standingOf(seen, one.stands, one)),
    busy: input.people.flatMap(({ id, busy }) =>
      busy.map(({ day, start, end }) => ({ person: id, start: `${day}T${start}`, end: `${day}T${end}` })),
    ),
  };
}

/** Whose calendars the plan of a half term asks for, and from when to when; none where nothing is due. */
export function reviewPlanCalendars(seen: Seen, asked: string | undefined): CalendarsWanted | undefined {
  const half = halfOf(seen, asked);
  const due = half ? dueReviews(seen, half, seen.now.today) : [];
  if (!half || 'notLoaded' in due || due.length === 0) return undefined;
  return {
    mailboxes: [...new Set([...staffMails(toPlan(seen, due)), ...roomsIn(seen.settings.reviewRooms)])],
    from: addDays(seen.now.today, 1),
    to: addDays(half.lastDay, 14),
  };
}

const loadDates = 'Load the term dates; until then no review can be planned.';

function withoutRows(seen: Seen) {
  const halfTerms = plannable(seen).map(({ key, name }) => ({ key, name }));
  const may = { book: seen.by.roles.includes('ap-leader') };
  return { rows: [], unplaced: [], standing: [], aside: [], busy: [], halfTerms, may };
}

const named = ({ key, name, lastDay }: HalfTerm) => ({ halfTerm: { key, name, lastDay } });

/** The half term that runs and the next one; in a holiday the one that comes. */
function plannable({ calendar, now: { today } }: Seen): readonly HalfTerm[] {
  return calendar.halfTerms.filter(({ lastDay }) => lastDay >= today).slice(0, 2);
}

/** By its key or by a day in it. */
function halfOf(seen: Seen, asked = ''): HalfTerm | undefined {
  const halves = plannable(seen);
  const meant = ({ key, firstDay, lastDay }: HalfTerm) => key === asked || (firstDay <= asked && asked <= lastDay);
  return halves.find(meant) ?? halves[0];
}

function staffMails(wanted: readonly ToPlan[]): readonly string[] {
  return wanted.flatMap(({ invited }) =>
    invited.byMail.flatMap(({ audience, mail }) => (audience === 'Staff' && mail ? [mail] : [])),
  );
}

/** Whose calendar could not be read is said: the proposed time does not know of theirs. */
function calendarTroubles(seen: Seen, wanted: readonly ToPlan[]): readonly string[] {
  if (wanted.length === 0) return [];
  if (!seen.busy) return ['The calendars could not be read: the times know nothing of other meetings.'];
  const unread = new Map(
    wanted.flatMap(({ invited }) =>
      invited.byMail
        .filter(({ audience, mail }) => audience === 'Staff' && mail && !seen.busy?.has(mail))
        .map(({ key, name }) => [key, name] as const),
    ),
  );
  const unknown = new Map(
    wanted.flatMap(({ invited }) =>
      invited.toAsk.filter(({ audience }) => audience === 'Staff').map(({ key, name }) => [key, name] as const),
    ),
  );
  return [...unread.values(), ...unknown.values()].map(
    (name) => `The calendar of ${name} could not be read: ask whether the times suit.`,
  );
}

function headOf(seen: Seen, { placement, dueBy, review }: DueReviewOf) {
  const pupil = seen.records.pupil.get(placement.pupil);
  return {
    review,
    initials: pupil ? initialsOf(seen.records.pupil, pupil) : '?',
    name: pupil ? nameFor(seen, pupil) : undefined,
    year: pupil ? `Y${pupil.year}` : '',
    providerName: seen.records.provider.get(placement.provider)?.name ?? 'Unknown provider',
    dueBy,
    maySetAside: !isFloor(review),
  };
}

function rowOf(seen: Seen, { due, invited }: ToPlan, slot: ProposedSlot): PlannedRow {
  const head = headOf(seen, due);
  const comes = ({ audience, key, required }: Asked) => audience !== 'Staff' || required || slot.people.includes(key);
  const staff = invited.byMail.filter(({ audience }) => audience === 'Staff');
  const agreed = agreedDay(seen, due);
  const where = { online: 'online', school: slot.room ?? 'at school', provider: `at ${head.providerName}` }[slot.place];
  return {
    ...head,
    placement: due.placement.key,
    kindSays: choiceInWords(reviewKind.fields.kind, due.kind),
    start: `${slot.day}T${slot.start}`,
    end: `${slot.day}T${slot.end}`,
    place:
      slot.place === 'online' ? undefined : (slot.room ?? (slot.place === 'provider' ? head.providerName : undefined)),
    online: slot.place === 'online',
    agreedSays: agreed && agreedInWords(agreed, slot),
    says: `${shortDate(slot.day)}, ${slot.start} to ${slot.end}, ${where}`,
    staff: staff.filter(comes).map(({ key, name, required }) => staffAs(key, name, required)),
    without: staff.filter((one) => !comes(one)).map(({ key }) => key),
    travelMinutes: slot.place === 'provider' ? seen.policy.meetingTravelMinutes : 0,
    invited: invited.byMail.filter(comes).map(({ name }) => name),
    toAsk: invited.toAsk.map(({ name, why }) => `${name}: ${why}`),
    notAsked: invited.refused.map(({ name, says }) => `${name}: ${says}`),
  };
}

/** What was set aside of this half term and could still be held in time. */
function asideOf(seen: Seen, { firstDay, lastDay }: HalfTerm): readonly AsideRow[] {
  return seen.records.review.all().flatMap((review): readonly AsideRow[] => {
    const { key, pupil: about, kind, dueBy = '', notNeeded, version } = review;
    const pupil = seen.records.pupil.get(about);
    if (notNeeded === undefined || !pupil || dueBy < firstDay || dueBy > lastDay || dueBy < seen.now.today) return [];
    return [
      {
        review: key,
        initials: initialsOf(seen.records.pupil, pupil),
        name: nameFor(seen, pupil),
        year: `Y${pupil.year}`,
        kindSays: choiceInWords(reviewKind.fields.kind, kind),
        because: notNeeded,
        seen: version,
      },
    ];
  });
}

function agreedInWords(agreed: SchoolDay, { day }: ProposedSlot): string {
  return day === agreed
    ? 'The day agreed on before.'
    : `${shortDate(agreed)} was agreed on: not everybody can come then.`;
}

function standingOf(
  seen: Seen,
  stands: PlannerInput['reviews'][number]['stands'],
  {
    review,
    pupil: key,
    required,
  }: { readonly review: string; readonly pupil: string; readonly required: readonly string[] },
): readonly StandingRow[] {
  const pupil = seen.records.pupil.get(key);
  if (!stands || !pupil) return [];
  const { day, start, end } = stands;
  const nameOf = (person: string) => seen.records.roleAssignment.by('person', person)[0]?.personName ?? '';
  return [
    {
      review,
      initials: initialsOf(seen.records.pupil, pupil),
      year: `Y${pupil.year}`,
      staff: required.map((person) => staffAs(person, nameOf(person), true)),
      start: `${day}T${start}`,
      end: `${day}T${end}`,
    },
  ];
}

function staffAs(id: string, name: string, required: boolean): PlannedStaff {
  return { id, initials: personInitials(name), name, required };
}

function unplacedOf(seen: Seen, { due }: ToPlan, { because, remedies }: Unplaced): UnplacedRow {
  return { ...headOf(seen, due), because, remedies: remedies.map(({ says }) => says) };
}

function inWords(half: HalfTerm, placed: number, without: number): string {
  if (placed + without === 0) return `Every review of ${half.name} is booked or held`;
  const times = `${placed} ${placed === 1 ? 'review' : 'reviews'} of ${half.name} with a time`;
  return without === 0 ? times : `${times}, ${without} without`;
}
