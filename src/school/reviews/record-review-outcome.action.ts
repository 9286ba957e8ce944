import type { Problem } from '../../schema/parse.ts';
import { action, type Decision, type Known } from '../action.ts';
import { shortDate } from '../calendar/dates.ts';
import type { FileDocument, Save, ValuesNamed } from '../change.ts';
import type { Placement } from '../placements/placement.record.ts';
import { agreedProblems, agreedSaves } from './outcome/agreed-saves.ts';
import { asWritten } from './outcome/as-written.ts';
import { type Finish, finished } from './outcome/finish.ts';
import { type OutcomeWish, outcomeInput } from './outcome/outcome-input.ts';
import { dayProblems, heldOnOf } from './outcome/outcome-problems.ts';
import { peopleSaves, progressSaves, rowProblems } from './outcome/row-saves.ts';
import { mayWriteReview } from './outcome/writes-reviews.ts';
import { type Review, review as reviewKind } from './review.record.ts';

/**
 * What came of a review (clauses 8.2 to 8.8), saved in parts as it is typed; `finish` closes it, and the next review, the changed
 * week, the actions and the end of the placement follow from it in one go, and its minutes are filed. Corrected later, they are filed anew.
 */
export const recordReviewOutcome = action<OutcomeWish>({
  name: 'record-review-outcome',
  says: 'Write up a review: who came, what was said, each objective, the decision, actions and the next review.',
  input: outcomeInput,
  roles: ['ap-leader', 'senco', 'designated-teacher', 'tutor', 'visitor', 'dsl', 'deputy-dsl'],
  needs: [
    'review',
    'invitee',
    'objective',
    'progress',
    'agreedAction',
    'placement',
    'scheduleSlot',
    'site',
    'attendance',
    'pupil',
    'contact',
    'calendarEntry',
  ],
  decide,
});

function decide(known: Known, wish: OutcomeWish): Decision {
  const stands = known.records.review.get(wish.review);
  const placement = stands && known.records.placement.get(stands.placement);
  if (!stands || !placement) return { problems: [{ field: 'review', says: 'There is no such review.' }] };
  if (!mayWriteReview(known.by, stands)) {
    return { problems: [{ field: 'review', says: 'This review is not yours to write up. Ask the AP leader.' }] };
  }
  const written = asWritten(stands, wish);
  const closed = stands.stage === 'Held' && stands.completedOn !== undefined;
  const closes = wish.finish === true && !closed;
  const agreed = agreedSaves(known, stands, wish.actions ?? agreedAsStand(known, stands));
  const rows = [...progressSaves(known, stands, wish), ...peopleSaves(known, stands, wish), ...agreed];
  const parts = [reviewSave(known, stands, written), ...rows].filter((one) => one !== undefined);
  if (parts.length === 0 && !closes && wish.notHeld === undefined) return asItStands(stands);
  if (wish.seen !== stands.version) return overtaken(stands);
  const problems = closed
    ? lockedProblems(stands, written, agreed)
    : [...wrongNow(known, placement, stands, wish), ...rowProblems(known, stands, wish)];
  const finish = closes && wish.notHeld === undefined ? finished(known, placement, written, wish) : undefined;
  if (problems.length > 0) return { problems: [...problems, ...othersIn(finish, problems)] };
  const about = stands.pupil;
  if (wish.notHeld !== undefined) return notHeld(known, stands, wish.notHeld);
  const minutes: FileDocument = { kind: 'file', document: 'minutes', review: stands.key };
  if (closed) return { changes: [...parts, minutes], because: 'Review corrected', about };
  if (finish === undefined) return { changes: parts, because: 'Review written in part', about };
  if ('problems' in finish) return finish;
  const review = reviewSave(known, stands, finish.review);
  return {
    changes: [...(review ? [review] : []), ...rows, ...finish.follows, minutes],
    because: `Review of ${shortDate(finish.review.heldOn ?? known.now.today)} written up: ${finish.review.decision}`,
    about,
  };
}

/** What else closing it lacks, so that all is said at once; the next day is counted from one that is right. */
function othersIn(finish: Finish | undefined, problems: readonly Problem[]): readonly Problem[] {
  if (!finish || !('problems' in finish)) return [];
  const said = new Set(problems.map(({ field }) => field));
  if (said.has('heldOn')) said.add('nextReview');
  return finish.problems.filter(({ field }) => !said.has(field));
}

/** Where no actions are sent, those that stand stay. */
function agreedAsStand(known: Known, { key }: Review): NonNullable<OutcomeWish['actions']> {
  return known.records.agreedAction
    .by('source', key)
    .filter(({ status }) => status !== 'Dropped')
    .map(({ key: action, text, owner, due }) => ({ action, text, owner, due }));
}

function asItStands({ key, version, pupil }: Review): Decision {
  const unchanged = [{ about: key, outcome: 'unchanged' as const, version }];
  return { changes: [], unchanged, because: 'It stands so already.', about: pupil };
}

/** Somebody else wrote it meanwhile: who and when, and nothing of this is saved. */
function overtaken({ key, version, pupil, changedByName: by, changedAt: at }: Review): Decision {
  const unchanged = [{ about: key, outcome: 'superseded' as const, by, at, version }];
  return { changes: [], unchanged, because: 'Somebody else wrote it meanwhile.', about: pupil };
}

function wrongNow(known: Known, placement: Placement, stands: Review, wish: OutcomeWish): readonly Problem[] {
  if (stands.stage === 'Cancelled') return [{ field: 'review', says: 'This review was cancelled.' }];
  const heldOn = heldOnOf(asWritten(stands, wish), known.now.today);
  return [
    ...dayProblems(known, placement, stands, wish.finish ? { ...wish, heldOn } : wish),
    ...agreedProblems(known, wish.actions ?? [], heldOn),
    ...noticeProblems(known, asWritten(stands, wish)),
  ];
}

function noticeProblems({ now }: Known, { outcomeNoticeSentOn: sent, heldOn }: Review): readonly Problem[] {
  const at = (says: string): Problem[] => [{ field: 'outcomeNoticeSentOn', says }];
  if (sent === undefined) return [];
  if (sent > now.today) return at('The notice cannot have been sent on a day to come.');
  return heldOn !== undefined && sent < heldOn ? at('The notice follows the review: look at the day.') : [];
}

/** What followed from a review that is closed is changed where it stands now, not in the review. */
const settled = ['heldOn', 'decision', 'endsOn', 'endReason', 'newWeekFrom', 'newWeek', 'nextReview'] as const;

function lockedProblems(stands: Review, written: Review, agreed: readonly Save[]): readonly Problem[] {
  const says = `This was settled when the review was written up on ${shortDate(stands.completedOn ?? '')}. Change the placement or book another review instead.`;
  const fields = settled.filter((field) => stands[field] !== written[field]);
  return [...fields, ...(agreed.length > 0 ? ['actions'] : [])].map((field) => ({ field, says }));
}

function notHeld(known: Known, stands: Review, why: string): Decision {
  const refused = (says: string): Decision => ({ problems: [{ field: 'notHeld', says }] });
  if (why === '') return refused('Say why it was not held.');
  if (stands.stage === 'Held') return refused('This review is noted as held.');
  if ((stands.scheduledFor ?? stands.dueBy ?? '') > known.now.today) {
    return refused('Its day is still to come. Move or cancel it instead.');
  }
  const minutes = [stands.minutes, `Not held: ${why}`].filter(Boolean).join('\n');
  const save = reviewSave(known, stands, { ...stands, stage: 'Missed', minutes });
  return { changes: save ? [save] : [], because: 'Review noted as not held', about: stands.pupil };
}

/** Only what changes is written, with who and when; nothing where nothing does. */
function reviewSave({ by, now }: Known, stands: Review, written: Review): Save | undefined {
  const before: Readonly<Record<string, unknown>> = stands;
  const after: Readonly<Record<string, unknown>> = written;
  const changed = Object.keys(reviewKind.fields).filter((field) => before[field] !== after[field]);
  if (changed.length === 0) return undefined;
  const values: Partial<ValuesNamed<'review'>> = Object.fromEntries(changed.map((field) => [field, after[field]]));
  const stamp = { changedByName: by.name, changedAt: now.instant };
  return { kind: 'save', record: 'review', key: stands.key, seen: stands.version, values: { ...values, ...stamp } };
}
