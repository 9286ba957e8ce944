import { z } from 'zod';
import { isSchoolDay } from '../../../schema/parse.ts';
import { keyInput, lineInput } from '../../attendance/marks.ts';
import { newWeekInput } from '../../placements/new-week.ts';
import { invitee } from '../invitee.record.ts';
import { progressSteps } from '../progress.record.ts';
import { review } from '../review.record.ts';

/** What is written straight into the review; an empty text clears a value, what is left out stays as it is. */
export const outcomeFields = [
  'heldOn',
  'safe',
  'stillNeeded',
  'pupilVoice',
  'pupilAbsence',
  'parentVoice',
  'parentAbsence',
  'providerReport',
  'changesAgreed',
  'reintegrationStep',
  'minutes',
  'decision',
  'decisionReasons',
  'continuesUntil',
  'endsOn',
  'endReason',
  'nextReview',
  'outcomeNoticeSentOn',
] as const satisfies readonly (keyof (typeof review)['fields'])[];

const held = review.fields;

/** Who was asked how, and who came: the pupil, a contact, a member of staff. */
export const personInput = z.strictObject({
  /** RecordKey of the pupil or contact, or Entra object id. */
  who: keyInput,
  came: z.boolean({ error: () => 'Say whether they came.' }).optional(),
  askedOn: invitee.fields.askedOn.check,
  askedBy: invitee.fields.askedBy.check,
  /** What was tried. */
  note: lineInput.optional(),
});

/** What the review says about one objective. */
export const progressInput = z.strictObject({
  objective: keyInput,
  progress: z.enum(progressSteps, { error: () => 'The answer is exceeded, met, partly or not met.' }),
  note: lineInput.optional(),
});

/** Something agreed: what, who by role or as a person, by when (clause 8.6: none without owner and day). */
export const agreedInput = z.strictObject({
  /** RecordKey of an action that stands; absent: a new one. */
  action: keyInput.optional(),
  text: z.string().trim().min(1, 'Say what is to be done.').max(2_000, 'Keep it under 2,000 characters.'),
  /** Role, or Entra object id. */
  owner: z.string().trim().min(1, 'Say who does it: a role or a person.').max(255, 'This is too long.'),
  due: z.string().refine(isSchoolDay, 'Say by when: a date like 2026-12-04.'),
});

/** The input of `record-review-outcome`: any part of it saves what is there so far; `finish` closes the review. */
export const outcomeInput = z.strictObject({
  review: keyInput,
  /** Version of the review that the person saw. */
  seen: z.string(),
  /** True closes the review: then nothing that a clause asks for may be missing. */
  finish: z.boolean().optional(),
  /** The review was not held: why. */
  notHeld: lineInput.optional(),
  /** Said after reading that a review held in the holidays counts for no half term. */
  inHoliday: z.boolean().optional(),
  heldOn: held.heldOn.check,
  safe: held.safe.check,
  stillNeeded: held.stillNeeded.check,
  pupilVoice: held.pupilVoice.check,
  pupilAbsence: held.pupilAbsence.check,
  parentVoice: held.parentVoice.check,
  parentAbsence: held.parentAbsence.check,
  providerReport: held.providerReport.check,
  changesAgreed: held.changesAgreed.check,
  reintegrationStep: held.reintegrationStep.check,
  minutes: held.minutes.check,
  decision: held.decision.check,
  decisionReasons: held.decisionReasons.check,
  continuesUntil: held.continuesUntil.check,
  endsOn: held.endsOn.check,
  endReason: held.endReason.check,
  nextReview: held.nextReview.check,
  outcomeNoticeSentOn: held.outcomeNoticeSentOn.check,
  people: z.array(personInput).max(40).optional(),
  objectives: z.array(progressInput).max(40).optional(),
  /** All actions agreed, in order: one that is left out is taken away. */
  actions: z.array(agreedInput).max(40).optional(),
  /** The changed sessions; `null` takes them away. */
  week: newWeekInput.nullable().optional(),
});

/** What is written of a review, in parts or to finish it. */
export type OutcomeWish = z.infer<typeof outcomeInput>;
