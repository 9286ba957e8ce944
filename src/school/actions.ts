import type { AnyAction } from './action.ts';
import { completeAction } from './actions-agreed/complete-action.action.ts';
import { chaseSilence } from './attendance/chase-silence.action.ts';
import { closeDay } from './attendance/close-day.action.ts';
import { copyToRegister } from './attendance/copy-to-register.action.ts';
import { foldCards } from './attendance/fold-cards.action.ts';
import { informDsl } from './attendance/inform-dsl.action.ts';
import { locatePupil } from './attendance/locate-pupil.action.ts';
import { noteInSchool } from './attendance/note-in-school.action.ts';
import { postOpenList } from './attendance/post-open-list.action.ts';
import { postRegister } from './attendance/post-register.action.ts';
import { recordAttendance } from './attendance/record-attendance.action.ts';
import { recordContact } from './attendance/record-contact.action.ts';
import { settleCode } from './attendance/settle-code.action.ts';
import { recordClosure } from './calendar/record-closure.action.ts';
import { removeCalendarEntry } from './calendar/remove-calendar-entry.action.ts';
import { saveCalendarEntry } from './calendar/save-calendar-entry.action.ts';
import { barContact } from './contacts/bar-contact.action.ts';
import { saveContact } from './contacts/save-contact.action.ts';
import { importRecords } from './imports/import-records.action.ts';
import { acknowledge } from './office/acknowledge.action.ts';
import { changeSetting } from './office/change-setting.action.ts';
import { endRole } from './office/end-role.action.ts';
import { escalateUrgent } from './office/escalate-urgent.action.ts';
import { giveRole } from './office/give-role.action.ts';
import { noteConversation } from './office/note-conversation.action.ts';
import { sendPrompts } from './office/send-prompts.action.ts';
import { undoBooking } from './office/undo-booking.action.ts';
import { useChannel } from './office/use-channel.action.ts';
import { withdrawSetting } from './office/withdraw-setting.action.ts';
import { approvePlacement } from './placements/approve-placement.action.ts';
import { changeSessions } from './placements/change-sessions.action.ts';
import { endPlacement } from './placements/end-placement.action.ts';
import { pausePlacement } from './placements/pause-placement.action.ts';
import { savePlacement } from './placements/save-placement.action.ts';
import { startPlacement } from './placements/start-placement.action.ts';
import { saveProvider } from './providers/save-provider.action.ts';
import { saveSite } from './providers/save-site.action.ts';
import { addPupil } from './pupils/add-pupil.action.ts';
import { correctPupil } from './pupils/correct-pupil.action.ts';
import { setFlags } from './pupils/set-flags.action.ts';
import { takeOffRoll } from './pupils/take-off-roll.action.ts';
import { adoptMeeting } from './reviews/adopt-meeting.action.ts';
import { answerReviewRequest } from './reviews/answer-review-request.action.ts';
import { bookReviews } from './reviews/book-reviews.action.ts';
import { callEmergencyReview } from './reviews/call-emergency-review.action.ts';
import { cancelReview } from './reviews/cancel-review.action.ts';
import { followCalendar } from './reviews/follow-calendar.action.ts';
import { keepBookings } from './reviews/keep-bookings.action.ts';
import { moveReview } from './reviews/move-review.action.ts';
import { noteInvitation } from './reviews/note-invitation.action.ts';
import { noteReviewBooked } from './reviews/note-review-booked.action.ts';
import { noteReviewRequest } from './reviews/note-review-request.action.ts';
import { recordReviewOutcome } from './reviews/record-review-outcome.action.ts';
import { saveObjective } from './reviews/save-objective.action.ts';
import { setAsideReview } from './reviews/set-aside-review.action.ts';
import { takeUpReview } from './reviews/take-up-review.action.ts';
import { actOnStop } from './visits/act-on-stop.action.ts';
import { cancelVisit } from './visits/cancel-visit.action.ts';
import { passOnVisit } from './visits/pass-on-visit.action.ts';
import { planVisit } from './visits/plan-visit.action.ts';
import { recordVisit } from './visits/record-visit.action.ts';
import { shareVisitReport } from './visits/share-visit-report.action.ts';

/** Everything a person (or the clock) does, by name: the name is API path, card verb and journal entry. */
export const actions: Readonly<Record<string, AnyAction>> = byName([
  recordAttendance,
  recordContact,
  locatePupil,
  informDsl,
  acknowledge,
  noteInSchool,
  settleCode,
  copyToRegister,
  recordClosure,
  saveCalendarEntry,
  removeCalendarEntry,
  savePlacement,
  approvePlacement,
  startPlacement,
  changeSessions,
  pausePlacement,
  endPlacement,
  saveContact,
  barContact,
  saveProvider,
  saveSite,
  planVisit,
  cancelVisit,
  passOnVisit,
  recordVisit,
  shareVisitReport,
  actOnStop,
  giveRole,
  endRole,
  changeSetting,
  withdrawSetting,
  recordReviewOutcome,
  saveObjective,
  completeAction,
  noteReviewRequest,
  answerReviewRequest,
  callEmergencyReview,
  addPupil,
  correctPupil,
  takeOffRoll,
  setFlags,
  bookReviews,
  adoptMeeting,
  undoBooking,
  moveReview,
  cancelReview,
  noteInvitation,
  noteReviewBooked,
  setAsideReview,
  takeUpReview,
  keepBookings,
  followCalendar,
  useChannel,
  foldCards,
  importRecords,
  noteConversation,
  postRegister,
  chaseSilence,
  escalateUrgent,
  closeDay,
  postOpenList,
  sendPrompts,
]);

function byName(all: readonly AnyAction[]): Readonly<Record<string, AnyAction>> {
  return Object.fromEntries(all.map((one) => [one.name, one]));
}
