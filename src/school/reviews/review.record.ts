import { choice, instant, link, longText, number, schoolDay, text, time, yesNo } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';
import { endReasons } from '../placements/end-reasons.ts';

/** Kinds of review (domain.md 10, REV). */
export const reviewKinds = [
  'HalfTerm',
  'Settling',
  'OSDStatutory',
  'ParentRequested',
  'LARequested',
  'Emergency',
  'PEP',
  'EHCPAnnual',
  'Termly',
  'Final',
] as const;

/** Stages of a review. Only `Held` counts as held; a booked one whose day has passed waits to be written up. */
export const reviewStages = ['Planned', 'Booked', 'Held', 'Cancelled', 'Missed'] as const;

/** What a review may decide about the placement. */
export const reviewDecisions = ['Continue', 'Vary', 'Reintegrate', 'End', 'Escalate'] as const;

/** One review of a placement: when it is due, booked and held, and what came of it (domain.md 10, REV; clauses 8.2, 8.3). */
export const review = record({
  name: 'review',
  list: 'AP Reviews',
  label: 'Review',
  says: 'One review of a placement: when it is due, booked and held, what was said and decided.',
  keyOf: 're- and an opaque id, or what makes it due: placement|half term|halfterm or settling',
  retention: 'pupil-file',
  area: 'review',
  mirror: 'whole',
  fields: {
    placement: link('Placement', 'placement', { required: true, indexed: true }),
    pupil: link('Pupil', 'pupil', { required: true, indexed: true }),
    kind: choice('Kind', reviewKinds, {
      required: true,
      words: {
        HalfTerm: 'Half-termly',
        Settling: 'Settling in',
        OSDStatutory: 'Of the off-site direction',
        ParentRequested: 'Asked for by a parent',
        LARequested: 'Asked for by the authority',
        PEP: 'Personal education plan',
        EHCPAnnual: 'Annual review of the EHCP',
      },
    }),
    halfTerm: link('Half term', 'calendarEntry', { indexed: true, hint: 'The half term that it is held for' }),
    stage: choice('Stage', reviewStages, { required: true }),
    dueBy: schoolDay('Due by', { hint: 'A copy: rules compute it' }),
    scheduledFor: schoolDay('Booked for', { indexed: true }),
    start: time('From', { hint: 'On the school’s wall clock' }),
    end: time('Until', {}),
    place: text('Place', { hint: 'Mailbox of the room, or the address at the provider' }),
    online: yesNo('Online', {}),
    eventId: text('Event', { indexed: true, hint: 'Immutable id of the staff meeting in Outlook' }),
    booking: text('Booking', { hint: 'Opaque id of the booking that counts; its meetings are found by it' }),
    notBooked: text('Why it is not booked any more', {}),
    notNeeded: text('Why it is not needed', { hint: 'Set aside; never the half-termly one' }),
    lateInvitation: text('Why the invitation came late', { hint: 'Off-site direction: less than six days before' }),
    request: link('Request', 'reviewRequest', { hint: 'The request in writing that it answers' }),
    calledOn: schoolDay('Called on', { hint: 'Emergency: day of the concern' }),
    concernReference: text('Reference of the concern', { hint: 'In the safeguarding system; no detail here' }),
    inviteSentOn: schoolDay('Invitation sent on', { hint: 'The last of the invitations in writing' }),
    heldOn: schoolDay('Held on', {}),
    attendedSessions: number('Sessions attended', { min: 0, hint: 'Since the last review, when this one was held' }),
    possibleSessions: number('Sessions possible', { min: 0 }),
    safe: choice('Safe there', ['Yes', 'Concern'], {}),
    stillNeeded: choice('Still the right place', ['Yes', 'No'], {}),
    pupilVoice: longText('What the pupil says', {}),
    pupilAbsence: text('Why the pupil did not come', { hint: 'With what was tried' }),
    parentVoice: longText('What the parents say', {}),
    parentAbsence: text('Why no parent came', { hint: 'With what was tried' }),
    providerReport: longText('Report of the provider', {}),
    changesAgreed: longText('Changes agreed', {}),
    reintegrationStep: longText('Next step back to school', {}),
    minutes: longText('Minutes', {}),
    decision: choice('Decision', reviewDecisions, {}),
    decisionReasons: longText('Reasons for the decision', { hint: 'As the notice to the parents gives them' }),
    continuesUntil: schoolDay('Continues until', {}),
    endsOn: schoolDay('Placement ends on', { hint: 'Decision to end: the last day, included' }),
    endReason: choice('Why it ends', endReasons, {}),
    newWeekFrom: schoolDay('New week from', { hint: 'First day of the changed sessions' }),
    newWeek: longText('New week', { hint: 'One session a line: Tuesday AM 09:15-12:15 Every Site si-farm' }),
    nextReview: schoolDay('Next review', {}),
    completedOn: schoolDay('Written up on', {}),
    minutesDocument: text('Minutes as a document', { hint: 'Where it is filed in the school’s library' }),
    outcomeNoticeSentOn: schoolDay('Notice of the outcome sent on', { hint: 'Off-site direction: in writing' }),
    changedByName: text('Written last by', {}),
    changedAt: instant('Written last at', {}),
  },
});

/** A review as kept. */
export type Review = RecordOf<typeof review>;

/** A kind of review. */
export type ReviewKind = Review['kind'];
