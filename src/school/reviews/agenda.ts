import { choiceInWords } from '../../schema/form.ts';
import { dateWithYear, shortDate } from '../calendar/dates.ts';
import type { Placement } from '../placements/placement.record.ts';
import { flagsInWords } from '../pupils/flag-words.ts';
import { mayRead } from '../rights.ts';
import type { Seen } from '../view.ts';
import { reviewBefore } from './attendance-since.ts';
import { isDirection, outcomeNoticeDates } from './direction.ts';
import { mayWriteReview } from './outcome/writes-reviews.ts';
import { type Review, review as reviewKind } from './review.record.ts';
import type { PackPerson, ReviewPack } from './review-pack.types.ts';
import { type AgendaPart, agendaParts } from './review-pack.types.ts';
import { dayHeld } from './reviews-of.ts';

/** What the agenda is told from: the rest of the pack, cut for the reader already. */
export type Known = Pick<ReviewPack, 'attendance' | 'objectives' | 'lastActions' | 'people' | 'nextBy' | 'weekNow'> & {
  readonly review: Review;
  readonly placement: Placement;
};

const titles: Readonly<Record<AgendaPart['part'], string>> = {
  safe: 'Safe?',
  there: 'There?',
  learning: 'Learning?',
  pupil: 'What the pupil says',
  parents: 'What the parents say',
  provider: 'Report of the provider',
  belonging: 'Belonging to school',
  place: 'Still the right place?',
  services: 'EHCP, care, social work, health',
  arrangements: 'Timetable, transport, meals, exams, cost',
  decision: 'Decision, actions, next date',
  statutory: 'Statutory decision and notice',
};

/** The agenda of a formal review (domain.md 10.4): twelve headed parts, each with what is known beside it. */
export function agendaOf(seen: Seen, known: Known): readonly AgendaPart[] {
  const says: Readonly<Record<AgendaPart['part'], readonly string[]>> = {
    safe: safeSays(seen, known),
    there: thereSays(known),
    learning: learningSays(known),
    pupil: [...askedSays(known.people, 'Pupil'), ...written(known.review.pupilVoice, known.review.pupilAbsence)],
    parents: [...askedSays(known.people, 'Parent'), ...written(known.review.parentVoice, known.review.parentAbsence)],
    provider: [...askedSays(known.people, 'Provider'), ...written(known.review.providerReport)],
    belonging: [
      'What has the school done since the last review so that the pupil belongs? Visits, clubs, tutor, work sent.',
    ],
    place: placeSays(known),
    services: servicesSays(seen, known),
    arrangements: arrangementsSays(known),
    decision: decisionSays(known),
    statutory: statutorySays(seen, known),
  };
  return agendaParts.map((part) => ({ part, title: titles[part], says: says[part] }));
}

/** Searches are for who reads follow-ups, concerns for who reads flags; the answer itself also for who writes it down. */
function safeSays(seen: Seen, { review, placement, attendance }: Known): readonly string[] {
  const reads = (area: Parameters<typeof mayRead>[1]) => mayRead(seen.by, area, placement.pupil);
  const before = reviewBefore(seen, review, seen.now.today);
  const since = (before && dayHeld(before)) ?? placement.startDate;
  const searches = reads('follow-up')
    ? seen.records.followUp.all().filter(({ pupil, date }) => pupil === placement.pupil && date >= since)
    : [];
  const concern =
    review.calledOn !== undefined && reads('flags')
      ? [
          `Called after a concern on ${shortDate(review.calledOn)}${review.concernReference ? `, ${review.concernReference}` : ''}`,
        ]
      : [];
  const knowsAnswer = reads('flags') || mayWriteReview(seen.by, review);
  return [
    ...concern,
    ...searches.slice(-5).map(({ date, session, locatedAt }) => {
      const end = locatedAt ? 'located' : 'not located yet';
      return `Not located on ${shortDate(date)} ${session}: ${end}`;
    }),
    ...(attendance && attendance.unexplained > 0
      ? [`${attendance.unexplained} ${attendance.unexplained === 1 ? 'session' : 'sessions'} missed without a reason`]
      : []),
    ...(placement.transport ? [`Travels by: ${placement.transport}`] : []),
    ...(review.safe && knowsAnswer ? [review.safe === 'Yes' ? 'Said to be safe there' : 'A concern was noted'] : []),
  ];
}

function thereSays({ attendance }: Known): readonly string[] {
  if (!attendance) return [];
  const { ap, late, unexplained, register } = attendance;
  if (ap.possible === 0) return [`No session expected, ${attendance.says}`];
  return [
    `${ap.attended} of ${ap.possible} sessions (${ap.percent}%), ${attendance.says}`,
    `${late} late, ${unexplained} without a reason`,
    ...(register.percent === undefined ? [] : [`Register: ${register.percent}%`]),
  ];
}

function learningSays({ objectives }: Known): readonly string[] {
  if (objectives.length === 0) return ['No objective is set for this placement'];
  return objectives.map(({ text, target, date, last }) =>
    [`${text}: ${target} by ${shortDate(date)}`, last].filter(Boolean).join('. '),
  );
}

function askedSays(people: readonly PackPerson[], part: PackPerson['part']): readonly string[] {
  return people
    .filter((one) => one.part === part)
    .flatMap(({ says, asked, came }) => {
      const how = [came ? 'came' : undefined, asked].filter(Boolean).join('; ');
      return [`${says}: ${how || 'not asked yet'}`];
    });
}

function written(voice: string | undefined, absence?: string): readonly string[] {
  return [...(voice ? [voice] : []), ...(absence ? [`Not there: ${absence}`] : [])];
}

function placeSays({ review, placement }: Known): readonly string[] {
  const until = placement.plannedEnd ? `, planned until ${dateWithYear(placement.plannedEnd)}` : '';
  return [
    `There since ${dateWithYear(placement.startDate)}${until}`,
    ...(placement.primaryReason ? [`Placed because: ${placement.primaryReason}`] : []),
    ...(review.stillNeeded
      ? [review.stillNeeded === 'Yes' ? 'Still the right place' : 'No longer the right place']
      : []),
    ...(review.reintegrationStep ? [`Next step back: ${review.reintegrationStep}`] : []),
  ];
}

function servicesSays(seen: Seen, { placement, people }: Known): readonly string[] {
  const pupil = seen.records.pupil.get(placement.pupil);
  if (!pupil) return [];
  const flags = mayRead(seen.by, 'flags', pupil.key) ? flagsInWords(pupil) : [];
  const send = pupil.send === 'EHCP' ? [`EHCP${pupil.ehcpAuthority ? ` (${pupil.ehcpAuthority})` : ''}`] : [];
  return [
    ...send,
    ...(pupil.medicalPlan ? ['Individual healthcare plan'] : []),
    ...flags,
    ...askedSays(people, 'Professional'),
  ];
}

function arrangementsSays({ placement, weekNow, review }: Known): readonly string[] {
  const week = weekNow.map(({ day, session, start, end }) => `${day.slice(0, 3)} ${session} ${start}–${end}`);
  return [
    week.length > 0 ? `Week: ${week.join(', ')}` : 'No weekly session runs',
    ...(placement.natureOfActivity ? [`Activity: ${placement.natureOfActivity}`] : []),
    ...(review.changesAgreed ? [`Changes agreed: ${review.changesAgreed}`] : []),
  ];
}

function decisionSays({ review, nextBy, lastActions }: Known): readonly string[] {
  const open = lastActions.filter(({ status }) => status === 'Open').length;
  return [
    ...(open > 0 ? [`${open} of ${lastActions.length} actions of the last review are still open`] : []),
    ...(review.decision ? [`Decided: ${choiceInWords(reviewKind.fields.decision, review.decision)}`] : []),
    ...(review.nextReview ? [`Next review on ${dateWithYear(review.nextReview)}`] : nextBy ? [nextBy.says] : []),
  ];
}

function statutorySays(seen: Seen, { review, placement }: Known): readonly string[] {
  if (!isDirection(placement)) return ['No off-site direction: nothing is decided in law.'];
  const held = dayHeld(review);
  const { outcomeNoticeSentOn: sent, inviteSentOn: invited } = review;
  return [
    invited ? `Invitation sent on ${shortDate(invited)}` : 'No invitation in writing is noted',
    ...(review.continuesUntil ? [`Goes on until ${dateWithYear(review.continuesUntil)}`] : []),
    ...(sent ? [`Notice of the outcome sent on ${shortDate(sent)}`] : []),
    ...(held && !sent
      ? [`Notice of the outcome, with reasons, by ${shortDate(outcomeNoticeDates(seen, held).latest)}`]
      : []),
  ];
}
