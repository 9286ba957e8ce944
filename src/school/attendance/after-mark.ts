import type { Known } from '../action.ts';
import type { Change } from '../change.ts';
import type { SchoolDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';
import type { Pupil } from '../pupils/pupil.record.ts';
import { holdersOf } from '../roles.ts';
import { instantAfter } from './asked.ts';
import type { Attendance, ProviderStatus } from './attendance.record.ts';
import type { ExpectedSession } from './expected-sessions.ts';
import { isFlagged } from './flagged.ts';
import { inSchoolOf, saidThere } from './in-school.ts';
import { markKey, monthOf, pupilSessionKey, roundOf } from './marks.ts';
import type { Mark } from './record-attendance.action.ts';

/** Statuses after which somebody must find out where the pupil is (domain.md 3.3, 3.4). */
const unaccounted: readonly ProviderStatus[] = ['AbsentNoReason', 'LeftEarly', 'SentHome', 'Elsewhere'];
const accounted: readonly ProviderStatus[] = ['AttendedOnTime', 'AttendedLate', 'AbsentReason'];

/** True for a mark of today after which the pupil is looked for. */
export function reopensSearch(known: Known, row: Pick<Attendance, 'date' | 'providerStatus'>): boolean {
  return row.date === known.now.today && unaccounted.includes(row.providerStatus);
}

/** What follows from a mark: a follow-up with its card, the DSL for a flagged pupil at once, or the end of the search. */
export function afterMark(known: Known, held: ExpectedSession, mark: Mark): readonly Change[] {
  const { date, session, pupil } = held;
  const key = pupilSessionKey(pupil.key, date, session);
  const followUp = known.records.followUp.get(key);
  if (accounted.includes(mark.status)) {
    if (followUp?.state !== 'Open') return [];
    const located = mark.status === 'AbsentReason' ? (mark.reason ?? 'Absent with reason') : held.provider.name;
    return [
      {
        kind: 'save',
        record: 'followUp',
        key,
        seen: followUp.version,
        values: { state: 'Located', located, locatedSaidBy: held.provider.name, locatedAt: known.now.instant },
      },
      ...redrawPupil(known, pupil.key, date, session),
    ];
  }
  if (!unaccounted.includes(mark.status) || date !== known.now.today) return [];
  // Not there, as the pupil is in school: nobody has to look. Who was said to be there and then is not, is looked for.
  const stands = known.records.attendance.get(markKey(held.placement.key, date, session));
  if (mark.status === 'AbsentNoReason' && stands && inSchoolOf(stands) && !saidThere(stands)) return [];
  const alert = isFlagged(pupil) ? tellDsl(known, pupil, date, session) : undefined;
  return [
    {
      kind: 'save',
      record: 'followUp',
      key,
      seen: followUp?.version ?? null,
      values: {
        pupil: pupil.key,
        placement: held.placement.key,
        date,
        month: monthOf(date),
        session,
        state: 'Open',
        openedAt: followUp?.state === 'Open' ? followUp.openedAt : known.now.instant,
        officer: known.by.id,
        located: undefined,
        locatedSaidBy: undefined,
        locatedAt: undefined,
        ...(alert && !followUp?.dslInformedAt
          ? { dslInformedAt: known.now.instant, dslInformedBy: known.by.name }
          : {}),
      },
    },
    ...followUpCard(known, pupil, date, session),
    ...(alert ? [alert] : []),
  ];
}

/** The call log in the personal chat of who reported. A second report updates the card that stands. */
function followUpCard(known: Known, pupil: Pupil, date: SchoolDay, session: Session): readonly Change[] {
  const about = pupilSessionKey(pupil.key, date, session);
  return [
    {
      kind: 'tell',
      key: `follow-up|${about}`,
      purpose: 'follow-up',
      to: known.by.id,
      by: 'Chat',
      card: 'follow-up',
      data: { pupil: pupil.key, date, session },
      about,
      round: roundOf(date, session),
    },
  ];
}

/** The urgent card to the DSL (or who stands in), to be acknowledged; `undefined` where nobody holds such a role. */
export function tellDsl(known: Known, pupil: Pupil, date: SchoolDay, session: Session): Change | undefined {
  const about = pupilSessionKey(pupil.key, date, session);
  const day = known.now.today;
  const to = (['dsl', 'deputy-dsl', 'head'] as const)
    .map((role) => holdersOf(known.records.roleAssignment, role, day)[0])
    .find((held) => held !== undefined);
  if (!to) return undefined;
  return {
    kind: 'tell',
    key: `dsl-alert|${about}`,
    purpose: 'dsl-alert',
    to: to.person,
    by: 'Chat',
    card: 'dsl-alert',
    data: { pupil: pupil.key, date, session },
    about,
    round: roundOf(date, session),
    urgent: true,
    acknowledgeBy: instantAfter(known.now.instant, known.policy.acknowledgeMinutes),
  };
}

/** Cards about one pupil's session, drawn again. */
export function redrawPupil(known: Known, pupil: string, date: SchoolDay, session: Session): readonly Change[] {
  return known.records.message
    .by('about', pupilSessionKey(pupil, date, session))
    .filter((message) => message.state !== 'Closed' && message.by !== 'Mail')
    .map((message) => ({ kind: 'redraw', message: message.key }));
}

/** The register and chase cards of a round, drawn again. */
export function redrawRound(known: Known, round: string): readonly Change[] {
  return known.records.message
    .by('round', round)
    .filter((message) => message.purpose === 'register' || message.purpose === 'chase')
    .filter((message) => message.state !== 'Closed')
    .map((message) => ({ kind: 'redraw', message: message.key }));
}
