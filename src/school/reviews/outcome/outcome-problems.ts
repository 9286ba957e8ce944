import type { Problem } from '../../../schema/parse.ts';
import type { Known } from '../../action.ts';
import { shortDate } from '../../calendar/dates.ts';
import { endProblems } from '../../placements/ending.ts';
import { weekProblems } from '../../placements/new-week.ts';
import type { Placement } from '../../placements/placement.record.ts';
import { isDirection } from '../direction.ts';
import type { Review } from '../review.record.ts';
import { standsFor } from '../reviews-of.ts';
import { nextDayTrouble } from './next-day.ts';
import { bookedTrouble } from './next-row.ts';
import type { OutcomeWish } from './outcome-input.ts';
import { openObjectives } from './row-saves.ts';
import { weekOf } from './week-text.ts';
import { mayChangePlacement } from './writes-reviews.ts';

/** The day on which the review was held: as typed, else the day it was booked for, once that has come. */
export function heldOnOf({ heldOn, scheduledFor }: Review, today: string): string | undefined {
  return heldOn ?? (scheduledFor !== undefined && scheduledFor <= today ? scheduledFor : undefined);
}

/** What is wrong with the day, finished or not: a review is held neither in the future nor before the placement began. */
export function dayProblems(
  { now, calendar }: Known,
  placement: Placement,
  stands: Review,
  wish: OutcomeWish,
): readonly Problem[] {
  const { heldOn } = wish;
  const at = (says: string): Problem[] => [{ field: 'heldOn', says }];
  if (heldOn === undefined) return [];
  if (heldOn > now.today) return at(`${shortDate(heldOn)} is still to come. Write it up when it has been held.`);
  if (heldOn < placement.startDate) {
    return at(`The placement starts only on ${shortDate(placement.startDate)}. Look at the day.`);
  }
  if (wish.inHoliday || calendar.isSchoolDay(heldOn) || stands.heldOn === heldOn) return [];
  return at(
    `${shortDate(heldOn)} is no school day: the review counts for no half term (8.3). Choose another day, or say that it was held then all the same.`,
  );
}

/**
 * What a review still lacks before it is closed (clauses 8.2 to 8.8): the pupil's and the parents' words or why not, minutes, an
 * answer for each objective, a decision with reasons and what it needs, the next day within the half term's floor. `known` has
 * the review as it will stand; `answered` are the objectives with an answer.
 */
export function finishProblems(
  known: Known,
  placement: Placement,
  review: Review,
  answered: ReadonlySet<string>,
): readonly Problem[] {
  return [
    ...familyProblems(review),
    ...missing(review, 'safe', 'Say whether the pupil is safe there.'),
    ...missing(review, 'minutes', 'The minutes are empty. Write what was said.'),
    ...openObjectives(known, placement.key)
      .filter(({ key }) => !answered.has(key))
      .map(({ key }) => ({
        field: `objectives.${key}`,
        says: 'Say how far this objective is reached: exceeded, met, partly or not met.',
      })),
    ...decisionProblems(known, placement, review),
    ...nextProblems(known, placement, review),
  ];
}

function familyProblems(review: Review): readonly Problem[] {
  const all = [
    { voice: review.pupilVoice, absence: review.pupilAbsence, field: 'pupilVoice', who: 'the pupil says' },
    { voice: review.parentVoice, absence: review.parentAbsence, field: 'parentVoice', who: 'the parents say' },
  ];
  return all.flatMap(({ voice, absence, field, who }) =>
    voice || absence ? [] : [{ field, says: `Write what ${who}, or below why not, with what was tried.` }],
  );
}

function missing(review: Review, field: keyof Review, says: string): readonly Problem[] {
  return review[field] ? [] : [{ field, says }];
}

function decisionProblems(known: Known, placement: Placement, review: Review): readonly Problem[] {
  const { decision } = review;
  if (decision === undefined) return [{ field: 'decision', says: 'Choose what is decided.' }];
  if (placement.stage === 'Ended' && decision !== 'End') {
    return [{ field: 'decision', says: 'The placement has ended: choose End.' }];
  }
  const week = weekOf(review);
  return [
    ...missing(review, 'decisionReasons', 'Give the reasons for the decision.'),
    ...(decision === 'End'
      ? ending(known, placement, review)
      : missing(review, 'reintegrationStep', 'Write the next step back to school, or why there is none yet.')),
    ...(decision === 'Vary' && !week && !review.changesAgreed
      ? [{ field: 'changesAgreed', says: 'Write what changes, or change the sessions.' }]
      : []),
    ...(week ? changing(known, placement, decision, week) : []),
    ...(isDirection(placement) && standsFor[review.kind].direction && decision !== 'End' ? until(review) : []),
  ];
}

function ending(known: Known, placement: Placement, review: Review): readonly Problem[] {
  if (placement.stage === 'Ended') return [];
  if (!mayChangePlacement(known.by)) return [leaderOnly('Ending a placement')];
  const reason = missing(review, 'endReason', 'Choose why the placement ends.');
  if (review.endsOn === undefined) return [...reason, { field: 'endsOn', says: 'Give the last day of the placement.' }];
  const problems = endProblems(known, placement, review.endsOn);
  return [...reason, ...problems.map(({ says }) => ({ field: 'endsOn', says }))];
}

function changing(
  known: Known,
  placement: Placement,
  decision: NonNullable<Review['decision']>,
  week: NonNullable<ReturnType<typeof weekOf>>,
): readonly Problem[] {
  if (decision !== 'Vary' && decision !== 'Reintegrate') {
    return [{ field: 'decision', says: 'The sessions change: choose Vary or Reintegrate, or take the new week away.' }];
  }
  if (!mayChangePlacement(known.by)) return [leaderOnly('Changing the sessions')];
  return weekProblems(known, placement, week).map(({ field, says }) => ({ field: `week.${field}`, says }));
}

function leaderOnly(what: string): Problem {
  const says = `${what} is for the AP leader. What you wrote is saved; ask the AP leader to finish the review.`;
  return { field: 'decision', says };
}

/** The decision about a direction says until when it goes on (domain.md 4.2). */
function until({ continuesUntil, heldOn }: Review): readonly Problem[] {
  const at = (says: string): Problem[] => [{ field: 'continuesUntil', says }];
  if (continuesUntil === undefined)
    return at('A direction goes on until a day: give it. The notice to the parents says it.');
  return heldOn !== undefined && continuesUntil < heldOn ? at('Choose a day after the review.') : [];
}

function nextProblems(known: Known, placement: Placement, review: Review): readonly Problem[] {
  const { nextReview: on, decision, heldOn } = review;
  const at = (says: string): Problem[] => [{ field: 'nextReview', says }];
  if (decision === 'End') return on === undefined ? [] : at('The placement ends: take the next review away.');
  if (!standsFor[review.kind].placement) return [];
  if (on === undefined) return at('Give the day of the next review.');
  const today = known.now.today;
  const trouble = nextDayTrouble(known, placement, { heldOn: heldOn ?? today, on, today });
  const says = trouble ?? bookedTrouble(known, review, on);
  return says === undefined ? [] : at(says);
}
