import { myActions } from './actions-agreed/my-actions.view.ts';
import { chase } from './attendance/chase.view.ts';
import { dslAlertView } from './attendance/dsl-alert.view.ts';
import { followUpView } from './attendance/follow-up.view.ts';
import { openList } from './attendance/open-list.view.ts';
import { register } from './attendance/register.view.ts';
import { today } from './attendance/today.view.ts';
import { unsettled } from './attendance/unsettled.view.ts';
import { board } from './board/board.view.ts';
import { calendarView } from './calendar/calendar.view.ts';
import { attendanceExport } from './exports/attendance-export.view.ts';
import { registerSheet } from './exports/register-sheet.view.ts';
import { importDesk } from './imports/import-desk.view.ts';
import { me } from './office/me.view.ts';
import { peopleView } from './office/people.view.ts';
import { settings } from './office/settings.view.ts';
import { placementsView } from './placements/placements.view.ts';
import { providersView } from './providers/providers.view.ts';
import { pupilView } from './pupils/pupil.view.ts';
import { pupilsView } from './pupils/pupils.view.ts';
import { meetingOffer } from './reviews/meeting-offer.view.ts';
import { reviewPlanner } from './reviews/prompts/review-planner.view.ts';
import { reviewSoon } from './reviews/prompts/review-soon.view.ts';
import { reviewWriteUpView } from './reviews/prompts/review-write-up.view.ts';
import { statutoryInvite } from './reviews/prompts/statutory-invite.view.ts';
import { reviewPack } from './reviews/review-pack.view.ts';
import { reviewPlan } from './reviews/review-plan.view.ts';
import { reviewsView } from './reviews/reviews.view.ts';
import type { AnyView } from './view.ts';
import { visitDueView } from './visits/visit-due.view.ts';
import { visitPack } from './visits/visit-pack.view.ts';
import { visitStopView } from './visits/visit-stop.view.ts';
import { visitTimes } from './visits/visit-times.view.ts';
import { visitsView } from './visits/visits.view.ts';

/** Everything a person sees, by name: the name is the API path. */
export const views: Readonly<Record<string, AnyView>> = byName([
  me,
  today,
  register,
  chase,
  followUpView,
  dslAlertView,
  openList,
  unsettled,
  board,
  pupilView,
  pupilsView,
  providersView,
  placementsView,
  reviewPack,
  visitsView,
  visitPack,
  visitTimes,
  visitStopView,
  myActions,
  peopleView,
  importDesk,
  registerSheet,
  attendanceExport,
  calendarView,
  settings,
  reviewsView,
  reviewPlan,
  meetingOffer,
  reviewPlanner,
  reviewSoon,
  reviewWriteUpView,
  statutoryInvite,
  visitDueView,
]);

function byName(all: readonly AnyView[]): Readonly<Record<string, AnyView>> {
  return Object.fromEntries(all.map((one) => [one.name, one]));
}
