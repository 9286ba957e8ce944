import { z } from 'zod';
import { choiceInWords } from '../../../schema/form.ts';
import { dayInput, keyInput } from '../../attendance/marks.ts';
import { pupilWords } from '../../attendance/pupil-words.ts';
import { shortDate } from '../../calendar/dates.ts';
import type { HalfTerm } from '../../calendar/school-calendar.ts';
import { canBeUndone } from '../../office/can-be-undone.ts';
import type { Message } from '../../office/message.record.ts';
import { allOf } from '../../sentence.ts';
import { type Seen, view } from '../../view.ts';
import { type ToPlan, toPlan } from '../plan-input.ts';
import { review as reviewKind } from '../review.record.ts';
import { isFloor } from '../review-key.ts';
import { type PlannerFigures, plannerFigures, plannerStages } from './planner-figures.ts';
import type { ReviewPlannerCard } from './prompts.types.ts';

/** How many reviews of a half term are to be booked, by when, and whom an invitation reaches (P5; 8.3): counts first, and each by initials to be answered apart. */
export const reviewPlanner = view({
  name: 'review-planner',
  says: 'How many reviews of a half term are to be booked, by when, and how many people an invitation reaches.',
  params: z.strictObject({
    halfTerm: keyInput,
    stage: z.enum(plannerStages),
    dueBy: dayInput.optional(),
    shown: z.string().optional(),
  }),
  roles: ['ap-leader', 'head', 'dsl', 'deputy-dsl'],
  needs: ['review', 'placement', 'pupil', 'contact', 'provider', 'roleAssignment', 'calendarEntry', 'message'],
  show(seen, { halfTerm, stage, dueBy }): ReviewPlannerCard | undefined {
    const half = seen.calendar.halfTerms.find(({ key }) => key.toLowerCase() === halfTerm.toLowerCase());
    const figures = half && plannerFigures(seen, half, seen.now.today);
    if (!half || !figures) return undefined;
    const { toBook } = figures;
    const mayBook = seen.by.roles.includes('ap-leader');
    const card = {
      halfTerm: half.key,
      title: `Reviews of ${half.name}`,
      toBook: toBook.length,
      beside: besideInWords(seen, half, toBook.length > 0),
      waiting: [],
      due: [],
      maySetAside: false,
      mayBook,
      notice: toBook.length === 1 ? '1 review to book' : `${toBook.length} reviews to book`,
    };
    const since = sentBefore(seen, half);
    const later = since.find((one) => one.date > ownDay(since, stage, dueBy));
    if (half.lastDay < seen.now.today) return { ...card, state: 'over', toBook: 0, says: `${half.name} is over.` };
    if (later) return { ...card, state: 'goes-on', says: `This goes on in the card of ${shortDate(later.date)}.` };
    const waiting = waitingIn(seen);
    const state = waiting.length > 0 ? 'booking' : toBook.length === 0 ? 'done' : 'open';
    const wanted = toPlan(seen, toBook);
    const again = since.some((one) => one.date < ownDay(since, stage, dueBy));
    return {
      ...card,
      state,
      says: inWords(figures, half, waiting.length > 0),
      why: again && toBook.length > 0 ? whyAgain(seen, stage) : undefined,
      people: toBook.length > 0 ? peopleInWords(seen, wanted) : undefined,
      waiting,
      due: mayBook ? dueInWords(seen, wanted) : [],
      maySetAside: toBook.some(({ review }) => !isFloor(review)),
      dueBy: figures.dueBy,
    };
  },
});

/** The planner cards of a half term that this person has had. */
function sentBefore({ records, by }: Seen, half: HalfTerm): readonly Message[] {
  return records.message
    .by('about', half.key)
    .filter(({ purpose, to }) => purpose === 'review-planner' && to === by.id);
}

/** The day on which the card of a stage came; for one that is only now made, it is the last. */
function ownDay(sent: readonly Message[], stage: string, dueBy: string | undefined): string {
  const own = sent.find(({ data }) => Object(data).stage === stage && Object(data).dueBy === dueBy);
  return own?.date ?? '9999';
}

function waitingIn({ records }: Seen): ReviewPlannerCard['waiting'] {
  return records.journalEntry.all().flatMap((entry) => {
    const { key, action, because = '' } = entry;
    const waits = canBeUndone(entry) && action === 'book-reviews';
    const count = /^\d+/.exec(because)?.[0] ?? '';
    return waits ? [{ entry: key, says: `${count} ${count === '1' ? 'review is' : 'reviews are'} being booked.` }] : [];
  });
}

function inWords({ toBook, stage, dueBy = '' }: PlannerFigures, half: HalfTerm, booking: boolean): string {
  const count = toBook.length;
  if (count === 0) return booking ? 'Every review has a time.' : `Every review of ${half.name} is booked or held.`;
  const are = count === 1 ? '1 review is' : `${count} reviews are`;
  const by = toBook.map((one) => one.dueBy).toSorted();
  const when = by[0] === by.at(-1) ? `due by ${shortDate(dueBy)}` : `the first due by ${shortDate(by[0] ?? dueBy)}`;
  return stage === 'last' ? `${are} to be held today and not booked.` : `${are} to be booked, ${when}.`;
}

/** Each review to be booked, and whom no invitation reaches of those outside school: the choice of one. */
function dueInWords(seen: Seen, wanted: readonly ToPlan[]): ReviewPlannerCard['due'] {
  return wanted
    .toSorted((a, b) => a.due.dueBy.localeCompare(b.due.dueBy))
    .map(({ due: { review, placement, kind, dueBy }, invited: { toAsk } }) => {
      const rung = outside.flatMap(({ audience, who }) =>
        toAsk.some((one) => one.audience === audience) ? [who] : [],
      );
      const where = seen.records.provider.get(placement.provider)?.name ?? 'unknown provider';
      const ring = rung.length > 0 ? `; ${allOf(rung)} to be rung or written to` : '';
      const what = isFloor(review) ? '' : `, ${choiceInWords(reviewKind.fields.kind, kind).toLowerCase()}`;
      return { review, says: `${pupilWords(seen, placement.pupil)}, ${where}${what}, by ${shortDate(dueBy)}${ring}` };
    });
}

const outside = [
  { audience: 'Parents', who: 'a parent' },
  { audience: 'Provider', who: 'the provider' },
  { audience: 'Professionals', who: 'a professional' },
] as const;

function whyAgain({ policy }: Seen, stage: PlannerFigures['stage']): string | undefined {
  const left = { amber: policy.reviewAmberSchoolDays, red: policy.reviewRedSchoolDays };
  if (stage === 'first') return undefined;
  if (stage === 'last') return 'Brought up again: today is the last day in time (8.3).';
  const colour = stage === 'red' ? 'red' : 'amber';
  return `Brought up again: ${left[stage]} school days or fewer are left, which is ${colour} (8.3).`;
}

function besideInWords({ records }: Seen, half: HalfTerm, toBook: boolean): string | undefined {
  const own = records.review.by('halfTerm', half.key);
  const counts = [
    [own.filter(({ stage }) => stage === 'Booked').length, 'booked'],
    [own.filter(({ stage }) => stage === 'Held').length, 'held'],
  ] as const;
  const words = counts.flatMap(([count, what]) => (count > 0 ? [`${count} ${what}`] : []));
  return words.length > 0 ? `${toBook ? 'Beside them: ' : ''}${words.join(', ')}.` : undefined;
}

function peopleInWords(seen: Seen, wanted: readonly ToPlan[]): string {
  const invited = wanted.map((one) => one.invited);
  const persons = (key: string) => seen.records.contact.get(key)?.person ?? key;
  const mailed = new Set(invited.flatMap(({ byMail }) => byMail.map(({ key }) => persons(key)))).size;
  const rung = new Set(invited.flatMap(({ toAsk }) => toAsk.map(({ key }) => persons(key)))).size;
  const ring = rung === 0 ? 'nobody has to be rung' : `${rung} ${rung === 1 ? 'is' : 'are'} to be rung or written to`;
  return `${mailed} ${mailed === 1 ? 'person gets' : 'people get'} an invitation from Outlook, ${ring}.`;
}
