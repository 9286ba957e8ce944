import { z } from 'zod';
import { type FormOption, filledForm } from '../../schema/form.ts';
import { agreedLine } from '../actions-agreed/agreed-line.ts';
import { keyInput } from '../attendance/marks.ts';
import { nameFor } from '../attendance/pupil-session.ts';
import { pupilWords } from '../attendance/pupil-words.ts';
import { shortDate } from '../calendar/dates.ts';
import { momentOf } from '../moment.ts';
import { roleWords } from '../office/role-words.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { WeeklySession } from '../placements/placements.types.ts';
import { mayRead, readersOf } from '../rights.ts';
import { assignmentsOn } from '../roles.ts';
import { type Seen, view } from '../view.ts';
import { agendaOf } from './agenda.ts';
import { reviewBefore } from './attendance-since.ts';
import { isDirection } from './direction.ts';
import { agreedAt } from './outcome/agreed-saves.ts';
import { factsWith } from './outcome/as-written.ts';
import { latestNextReview } from './outcome/next-day.ts';
import { outcomeFields } from './outcome/outcome-input.ts';
import { heldOnOf } from './outcome/outcome-problems.ts';
import { weekOf } from './outcome/week-text.ts';
import { mayChangePlacement, mayWriteReview } from './outcome/writes-reviews.ts';
import { objectivesOf, packFindings, packPeople, snapshotOf } from './pack-parts.ts';
import { type Review, review as reviewKind } from './review.record.ts';
import type { ReviewPack } from './review-pack.types.ts';
import { kindInWords, whenInWords } from './review-words.ts';

/** One review: the agenda with what is known beside it, and what is written of it so far, cut by domain.md 10.2. */
export const reviewPack = view({
  name: 'review-pack',
  says: 'One review: its agenda with all that is known beside each part, and what is written of it so far.',
  params: z.strictObject({ review: keyInput }),
  roles: readersOf('review'),
  needs: [
    'review',
    'invitee',
    'objective',
    'progress',
    'agreedAction',
    'placement',
    'scheduleSlot',
    'site',
    'provider',
    'pupil',
    'contact',
    'attendance',
    'followUp',
    'message',
    'reviewRequest',
    'roleAssignment',
    'calendarEntry',
  ],
  show(seen, { review: key }): ReviewPack | undefined {
    const review = seen.records.review.get(key);
    const placement = review && seen.records.placement.get(review.placement);
    if (!review || !placement || !mayRead(seen.by, 'review', placement.pupil)) return undefined;
    return packOf(seen, review, placement);
  },
});

/** The pack of a review, cut for who looks; whether they may look at all is asked before. */
export function packOf(seen: Seen, review: Review, placement: Placement): ReviewPack {
  const { today } = seen.now;
  const pupil = seen.records.pupil.get(placement.pupil);
  const before = reviewBefore(seen, review, today);
  const lines = (of: string) => agreedAt(seen, of).map((one) => agreedLine(one, today));
  const known = {
    attendance: snapshotOf(seen, placement, review),
    objectives: objectivesOf(seen, placement, review),
    lastActions: before ? lines(before.key) : [],
    people: packPeople(seen, review),
    weekNow: weekNow(seen, placement),
    nextBy: nextBy(seen, placement, review),
  };
  return {
    ...known,
    review: review.key,
    seen: review.version,
    placement: placement.key,
    pupil: placement.pupil,
    who: (pupil && nameFor(seen, pupil)) ?? pupilWords(seen, placement.pupil),
    initials: pupilWords(seen, placement.pupil),
    year: pupil ? `Y${pupil.year}` : '',
    providerName: seen.records.provider.get(placement.provider)?.name ?? 'Unknown provider',
    kindSays: kindInWords(seen, review),
    stage: review.stage,
    when: whenInWords(review),
    due: dueSays(review),
    direction: isDirection(placement),
    noObjectives: known.objectives.length === 0 ? noObjectives(seen, review) : undefined,
    agenda: agendaOf(seen, { ...known, review, placement }),
    actions: lines(review.key),
    findings: packFindings(seen, placement, review),
    outcome: outcomeForm(seen, review),
    week: weekOf(review),
    sites: sitesOf(seen, placement),
    owners: ownersOf(seen),
    completedOn: review.completedOn,
    minutesDocument: review.minutesDocument,
    changedBy: changedSays(review),
    may: {
      write: mayWriteReview(seen.by, review) && review.stage !== 'Cancelled',
      changePlacement: mayChangePlacement(seen.by),
      objectives: mayChangePlacement(seen.by),
    },
  };
}

/** The way to set objectives, for who may; for others, whose task it is. */
function noObjectives({ by }: Seen, { completedOn, stage }: Review): string | undefined {
  if (completedOn !== undefined || stage === 'Cancelled') return undefined;
  const none = 'No objective is set for this placement.';
  const where = 'on the placement’s own page: Placements, Open, Objectives';
  if (mayChangePlacement(by)) return `${none} Add them ${where}.`;
  return `${none} The AP leader adds them ${where}.`;
}

function dueSays({ stage, dueBy }: Review): string | undefined {
  if (dueBy === undefined || stage === 'Held' || stage === 'Cancelled') return undefined;
  return `Due by ${shortDate(dueBy)} (8.3)`;
}

/** The answer about safety is for who reads flags, and for who writes it down. */
function outcomeForm(seen: Seen, review: Review): ReviewPack['outcome'] {
  const knows = mayRead(seen.by, 'flags', review.pupil) || mayWriteReview(seen.by, review);
  const fields = knows ? outcomeFields : outcomeFields.filter((field) => field !== 'safe');
  const stands = review.heldOn === undefined ? { ...review, heldOn: heldOnOf(review, seen.now.today) } : review;
  return filledForm(reviewKind, fields, stands, fields);
}

function nextBy(seen: Seen, placement: Placement, review: Review): ReviewPack['nextBy'] {
  const { today } = seen.now;
  const heldOn = heldOnOf(review, today) ?? today;
  const asHeld: Review = { ...review, stage: 'Held', heldOn };
  const latest = latestNextReview(factsWith(seen, asHeld), placement, today);
  return latest && { day: latest.day, says: `After this one, ${latest.because}` };
}

function weekNow({ records, now }: Seen, placement: Placement): readonly WeeklySession[] {
  return records.scheduleSlot
    .by('placement', placement.key)
    .filter(({ validFrom, validTo }) => validFrom <= now.today && (validTo === undefined || validTo > now.today))
    .map(({ day, session, weekPattern, place, site, start, end }) => ({
      day,
      session,
      weekPattern,
      place,
      site,
      start,
      end,
    }));
}

function sitesOf({ records }: Seen, { provider }: Placement): readonly FormOption[] {
  return records.site
    .by('provider', provider)
    .filter(({ inUse }) => inUse)
    .map(({ key, name }) => ({ value: key, says: name }));
}

/** Who may own an action: each role that somebody holds, then each person who holds one. */
function ownersOf({ records, now }: Seen): readonly FormOption[] {
  const held = assignmentsOn(records.roleAssignment, now.today);
  const roles = [...new Set(held.map(({ role }) => role))].map((role) => ({ value: role, says: roleWords[role] }));
  const people = new Map(held.map(({ person, personName }) => [person, personName]));
  const named = [...people].map(([value, says]) => ({ value, says })).toSorted((a, b) => a.says.localeCompare(b.says));
  return [...roles, ...named];
}

function changedSays({ changedByName, changedAt }: Review): string | undefined {
  if (!changedByName || !changedAt) return undefined;
  const { today, time } = momentOf(changedAt);
  return `Written last by ${changedByName}, ${shortDate(today)} ${time}`;
}
