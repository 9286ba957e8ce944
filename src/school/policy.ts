import { attendanceReturnDue, sicknessReturnDue } from './attendance/absence-returns.rule.ts';
import { attendanceConflict } from './attendance/attendance-conflict.rule.ts';
import { dslNotTold, missingPupilNotLocated } from './attendance/missing-pupil.rule.ts';
import { nNotSettled } from './attendance/n-not-settled.rule.ts';
import { noteRequiredMissing } from './attendance/note-required-missing.rule.ts';
import { registerNotCopied } from './attendance/register-not-copied.rule.ts';
import { sessionNotConfirmed } from './attendance/session-not-confirmed.rule.ts';
import { unaccountedSession } from './attendance/unaccounted-session.rule.ts';
import { calendarNotLoaded } from './calendar/calendar-not-loaded.rule.ts';
import { followUpNeedsTwoNumbers } from './contacts/follow-up-needs-two-numbers.rule.ts';
import { roleWaits } from './office/role-waits.rule.ts';
import { rolesMissing } from './office/roles-missing.rule.ts';
import { urgentNotAcknowledged } from './office/urgent-not-acknowledged.rule.ts';
import { placementNotReady } from './placements/placement-not-ready.rule.ts';
import { emergencyReview } from './reviews/emergency-review.rule.ts';
import { reviewDue } from './reviews/review-due.rule.ts';
import { reviewFrequency } from './reviews/review-frequency.rule.ts';
import { reviewGapLong } from './reviews/review-gap.rule.ts';
import { reviewOutcomeNotice } from './reviews/review-outcome-notice.rule.ts';
import { reviewRequested } from './reviews/review-requested.rule.ts';
import { reviewWithoutFamily } from './reviews/review-without-family.rule.ts';
import { reviewWriteUp } from './reviews/review-write-up.rule.ts';
import { settlingReview } from './reviews/settling-review.rule.ts';
import { statutoryInvitation } from './reviews/statutory-invitation.rule.ts';
import type { Rule } from './rule.ts';
import { homeVisitAlone } from './visits/home-visit-alone.rule.ts';
import { visitContent } from './visits/visit-content.rule.ts';
import { visitIsDue } from './visits/visit-due.rule.ts';
import { visitFollowUp } from './visits/visit-follow-up.rule.ts';
import { visitStop } from './visits/visit-stop.rule.ts';

/** One clause of the policy: what it is about, and the rules that watch it, or why none does. */
export interface PolicyClause {
  readonly clause: string;
  /** What the clause says, in a few plain words. */
  readonly says: string;
  readonly watchedBy: readonly Rule[];
  /** Why no rule watches it: it binds nobody, it is kept by people, or the app does not watch it yet. */
  readonly keptBy?: string;
}

const explains = 'It explains; it binds nobody to an act.';
const people = 'Kept by people: it asks for judgement, not for a date.';
const notYet = 'The app does not watch it yet.';

/** THE MAP: every clause of the policy in order, with its rules or the reason why it has none. */
export const policy: readonly PolicyClause[] = [
  without('1.1', 'The school is part of a trust that shares this policy', explains),
  without('1.2', 'Provision may be on or off the school site', explains),
  without('1.3', 'The five aims of the policy', explains),
  without('1.4', 'Policies that belong with this one', notYet),
  without('1.5', "The local authority's own procedures", notYet),
  without('2.1', 'Guidance that the school follows', notYet),
  without('2.2', 'Law that the school follows', notYet),
  without('2.3', 'Funding agreement and articles', people),
  without('3.1', 'Public sector equality duty', notYet),
  without('3.2', 'Positive action', people),
  without('4.1', 'Governing body: oversight and challenge', notYet),
  watched('4.2', 'Head: appoints the AP leader and holds provision to account', [rolesMissing, roleWaits]),
  watched('4.3', 'AP leader: twelve duties', [placementNotReady]),
  watched('4.4', 'DSL: told at once, and answers', [dslNotTold, urgentNotAcknowledged, emergencyReview]),
  watched('4.5', 'Attendance officer: every session accounted for', [
    sessionNotConfirmed,
    missingPupilNotLocated,
    unaccountedSession,
    nNotSettled,
    attendanceConflict,
    noteRequiredMissing,
    registerNotCopied,
    followUpNeedsTwoNumbers,
    attendanceReturnDue,
    sicknessReturnDue,
    calendarNotLoaded,
  ]),
  without('5.1', 'Why provision is used', people),
  without('5.2', 'Reasons for which a pupil is referred', notYet),
  without('5.3', 'The pupil is to come back, unless another way is right', notYet),
  without('5.4', 'The pupil still belongs to the school', notYet),
  without('5.5', 'Risk of taking part in school events', notYet),
  without('6.1', 'Off-site direction is to improve behaviour', notYet),
  watched('6.2', 'A direction is limited in time and reviewed', [
    statutoryInvitation,
    reviewRequested,
    reviewOutcomeNotice,
  ]),
  without('6.3', 'The power to direct', notYet),
  without('6.4', 'The governing body approves', notYet),
  without('6.5', 'Parents have notice in writing', notYet),
  without('7.1', 'Registered provision first', notYet),
  without('7.2', 'No full-time use of unregistered provision', notYet),
  without('7.3', 'The right provision is chosen among options', notYet),
  without('7.4', 'Parents are consulted', notYet),
  without('7.5', 'Pupils with an EHCP', notYet),
  without('7.6', 'Looked-after pupils', notYet),
  without('7.7', 'Own checks, whatever a list says', notYet),
  without('7.8', 'What is checked, and the visit', notYet),
  without('7.9', 'Risk assessment every year', notYet),
  without('7.10', 'Information is shared before the start', notYet),
  without('7.11', 'The agreement and its eleven items', notYet),
  without('7.12', 'The local authority is told', notYet),
  watched('8.1', 'Quality assurance visits', [visitIsDue]),
  watched('8.2', 'Reviews with pupil and parents', [reviewWriteUp, reviewWithoutFamily]),
  watched('8.3', 'A review every half term at least', [reviewDue, settlingReview, reviewGapLong, reviewFrequency]),
  watched('8.4', 'What a visit looks at', [visitContent]),
  watched('8.5', 'Visits at home, by telephone, online', [homeVisitAlone]),
  watched('8.6', 'Findings of a visit are followed up', [visitFollowUp, visitStop]),
  without('8.7', 'Progress, destination and the pupil’s own view are kept', notYet),
  without('8.8', 'Others who must be informed', notYet),
  without('9.1', 'Full-time education is every pupil’s right', notYet),
  without('9.2', 'Minor adjustments', notYet),
  without('9.3', 'A part-time timetable is exceptional and ends', notYet),
  without('9.4', 'Never to manage behaviour', notYet),
  without('9.5', 'The AP leader approves it', notYet),
  without('9.6', 'Its nine conditions', notYet),
  without('9.7', 'Reviewed, checked on, and told to the authority', notYet),
  without('10.1', 'Home education is the parent’s own choice', people),
  without('10.2', 'The school’s position on flexi-schooling', explains),
  without('10.3', 'What flexi-schooling is', explains),
  without('10.4', 'The head decides on a request', notYet),
  without('10.5', 'The agreement and its six items', notYet),
  without('10.6', 'Reviewed each term; four weeks’ notice', notYet),
  without('10.7', 'The local authority is told of flexi-schooling', notYet),
  without('11.1', 'Complaints', notYet),
  without('12.1', 'The head monitors how the policy works', notYet),
  without('12.2', 'The policy is reviewed every two years', notYet),
];

/** Every rule of the policy, in the order of its clauses. */
export const allRules: readonly Rule[] = policy.flatMap((each) => each.watchedBy);

function watched(clause: string, says: string, watchedBy: readonly Rule[]): PolicyClause {
  return { clause, says, watchedBy };
}

function without(clause: string, says: string, keptBy: string): PolicyClause {
  return { clause, says, watchedBy: [], keptBy };
}
