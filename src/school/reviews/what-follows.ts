import { shortDate } from '../calendar/dates.ts';
import type { SchoolDay } from '../moment.ts';
import type { WeeklySession } from '../placements/placements.types.ts';

/** What is written of a review as far as something follows from it. */
export interface Written {
  readonly decision?: string;
  readonly nextReview?: SchoolDay;
  readonly endsOn?: SchoolDay;
  readonly continuesUntil?: SchoolDay;
  readonly actions: number;
  readonly week?: { readonly from: SchoolDay; readonly sessions: readonly WeeklySession[] };
  readonly weekNow: readonly WeeklySession[];
  readonly providerName: string;
  /** An off-site direction: the parents get a notice of the outcome in writing. */
  readonly direction: boolean;
}

/** What finishing a review brings about, each as a part of a sentence: "next review Thu 4 Feb", "Wed PM back in school from Thu 7 Jan". */
export function whatFollows(written: Written): readonly string[] {
  const { decision, nextReview, endsOn, continuesUntil, actions, direction } = written;
  const ends = decision === 'End';
  return [
    ...(ends && endsOn ? [`the placement ends after ${shortDate(endsOn)}`] : []),
    ...(!ends && nextReview ? [`next review ${shortDate(nextReview)}, to be booked`] : []),
    ...(actions > 0 ? [`${actions} ${actions === 1 ? 'action' : 'actions'}`] : []),
    ...(ends ? [] : weekFollows(written)),
    ...(!ends && direction && continuesUntil ? [`the direction goes on until ${shortDate(continuesUntil)}`] : []),
    ...(direction ? ['notice of the outcome to the parents, in writing'] : []),
  ];
}

function weekFollows({ week, weekNow, providerName }: Written): readonly string[] {
  if (!week?.from) return [];
  const name = (one: WeeklySession) => `${one.day.slice(0, 3)} ${one.session}`;
  const at = (all: readonly WeeklySession[], one: WeeklySession) => all.some((other) => name(other) === name(one));
  const back = weekNow.filter((one) => !at(week.sessions, one)).map(name);
  const added = week.sessions.filter((one) => !at(weekNow, one)).map(name);
  const from = `from ${shortDate(week.from)}`;
  return [
    ...(back.length > 0 ? [`${back.join(', ')} back in school ${from}`] : []),
    ...(added.length > 0 ? [`${added.join(', ')} at ${providerName} ${from}`] : []),
    ...(back.length + added.length === 0 ? [`the week as changed ${from}`] : []),
  ];
}
