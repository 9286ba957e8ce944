import { z } from 'zod';
import { choiceInWords } from '../../schema/form.ts';
import { keyInput } from '../attendance/marks.ts';
import { nameFor } from '../attendance/pupil-session.ts';
import { addDays, shortDate } from '../calendar/dates.ts';
import type { HalfTerm } from '../calendar/school-calendar.ts';
import { roomsIn } from '../office/setting-troubles.ts';
import { initialsOf } from '../pupils/initials-of.ts';
import { type CalendarsWanted, type Seen, view } from '../view.ts';
import { type DueReviewOf, dueReviews } from './due-reviews.ts';
import { planInput, type ToPlan, toPlan } from './plan-input.ts';
import { planReviews } from './planner/plan-reviews.ts';
import type { ProposedSlot, Unplaced } from './planner/planner.types.ts';
import { review as reviewKind } from './review.record.ts';
import type { PlannedRow, ReviewPlan, UnplacedRow } from './review-plan.types.ts';

/** A time for every review that is due in a half term, in front of the calendars of those who must come (clause 8.3; design 9). */
export const reviewPlan = view({
  name: 'review-plan',
  says: 'A proposed time for each review due in a half term, with who is asked and what stands in the way.',
  params: z.strictObject({ halfTerm: keyInput.optional() }),
  roles: ['ap-leader', 'head', 'dsl', 'deputy-dsl'],
  needs: [
    'review',
    'placement',
    'scheduleSlot',
    'pupil',
    'contact',
    'provider',
    'site',
    'roleAssignment',
    'calendarEntry',
  ],
  calendars: (seen, { halfTerm }) => calendarsFor(seen, halfTerm),
  show(seen, { halfTerm: asked }): ReviewPlan {
    const half = halfOf(seen, asked);
    const may = { book: seen.by.roles.includes('ap-leader') };
    const halfTerms = plannable(seen).map(({ key, name }) => ({ key, name }));
    const nothing = { rows: [], unplaced: [], halfTerms, may };
    if (!half) return { ...nothing, says: 'No term dates are loaded to plan in', troubles: [loadDates] };
    const due = dueReviews(seen, half, seen.now.today);
    const named = { halfTerm: { key: half.key, name: half.name, lastDay: half.lastDay } };
    if ('notLoaded' in due) return { ...nothing, ...named, says: 'The plan cannot be made yet', troubles: [due.says] };
    const wanted = toPlan(seen, due);
    const plan = planReviews(planInput(seen, half, wanted));
    const of = (review: string) => wanted.find((one) => one.due.review === review);
    const rows = plan.slots.flatMap((slot) => {
      const one = of(slot.review);
      return one ? [rowOf(seen, one, slot)] : [];
    });
    const unplaced = plan.unplaced.flatMap((none) => {
      const one = of(none.review);
      return one ? [unplacedOf(seen, one, none)] : [];
    });
    return {
      ...nothing,
      ...named,
      says: inWords(half, rows.length, unplaced.length),
      troubles: calendarTroubles(seen, wanted),
      rows: rows.toSorted((a, b) => a.start.localeCompare(b.start)),
      unplaced,
    };
  },
});

const loadDates = 'Load the term dates; until then no review can be planned.';

/** The half term that runs and the next one; in a holiday the one that comes. */
function plannable({ calendar, now: { today } }: Seen): readonly HalfTerm[] {
  return calendar.halfTerms.filter(({ lastDay }) => lastDay >= today).slice(0, 2);
}

function halfOf(seen: Seen, asked: string | undefined): HalfTerm | undefined {
  const halves = plannable(seen);
  return halves.find(({ key }) => key === asked) ?? halves[0];
}

function calendarsFor(seen: Seen, asked: string | undefined): CalendarsWanted | undefined {
  const half = halfOf(seen, asked);
  const due = half ? dueReviews(seen, half, seen.now.today) : [];
  if (!half || 'notLoaded' in due || due.length === 0) return undefined;
  return {
    mailboxes: [...new Set([...staffMails(toPlan(seen, due)), ...roomsIn(seen.settings.reviewRooms)])],
    from: addDays(seen.now.today, 1),
    to: addDays(half.lastDay, 14),
  };
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
  };
}

function rowOf(seen: Seen, { due, invited }: ToPlan, slot: ProposedSlot): PlannedRow {
  const head = headOf(seen, due);
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
    says: `${shortDate(slot.day)}, ${slot.start} to ${slot.end}, ${where}`,
    invited: invited.byMail
      .filter(({ audience, key, required }) => audience !== 'Staff' || required || slot.people.includes(key))
      .map(({ name }) => name),
    toAsk: invited.toAsk.map(({ name, why }) => `${name}: ${why}`),
    notAsked: invited.refused.map(({ name, says }) => `${name}: ${says}`),
  };
}

function unplacedOf(seen: Seen, { due }: ToPlan, { because, remedies }: Unplaced): UnplacedRow {
  return { ...headOf(seen, due), because, remedies: remedies.map(({ says }) => says) };
}

function inWords(half: HalfTerm, placed: number, without: number): string {
  if (placed + without === 0) return `Every review of ${half.name} is booked or held`;
  const times = `${placed} ${placed === 1 ? 'review' : 'reviews'} of ${half.name} with a time`;
  return without === 0 ? times : `${times}, ${without} without`;
}
