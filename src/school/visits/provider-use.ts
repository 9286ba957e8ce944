import type { NotLoaded } from '../calendar/school-calendar.ts';
import { termOf } from '../calendar/terms.ts';
import type { SchoolDay } from '../moment.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Provider } from '../providers/provider.record.ts';
import { lastDayOf } from '../reviews/in-review.ts';
import type { Facts } from '../rule.ts';
import type { Visit } from './visit.record.ts';
import { type ProviderUse, type VisitDue, visitDue } from './visit-due.ts';

/** The placements that run at a provider, or are active and begin later: those that a visit there is about. */
export function placementsAt(facts: Facts, provider: string, today: SchoolDay): readonly Placement[] {
  return facts.records.placement.by('provider', provider).filter((placement) => {
    const last = lastDayOf(facts, placement, today);
    const started = placement.stage === 'Active' || placement.stage === 'Paused';
    return started && (last === undefined || today <= last);
  });
}

/** The visits to a provider that were made and written up, the last one first. */
export function visitsDone(facts: Facts, provider: string): readonly Visit[] {
  return facts.records.visit
    .by('provider', provider)
    .filter(({ stage, date }) => stage === 'Done' && date !== undefined)
    .toSorted((a, b) => dayOf(b).localeCompare(dayOf(a)) || (b.recordedAt ?? '').localeCompare(a.recordedAt ?? ''));
}

/** The day of a visit: on which it was made, else for which it is planned. */
export function dayOf({ date, plannedFor }: Visit): SchoolDay {
  return date ?? plannedFor ?? '';
}

/**
 * True for a visit that stands for the one each term (8.1). A call, a meeting online or a look at papers does not, unless the
 * provider has no site to go to; a visit to a home does where it teaches at home only (8.5; domain.md G2).
 */
export function standsForVisit(facts: Facts, { provider, kind }: Pick<Visit, 'provider' | 'kind'>): boolean {
  if (kind === 'Visit') return true;
  if (kind === 'Desktop') return false;
  const sites = facts.records.site.by('provider', provider).filter(({ inUse }) => inUse);
  const kinds = new Set(sites.map((site) => site.kind));
  const nowhere = sites.length > 0 && [...kinds].every((each) => each === 'Home' || each === 'Online');
  return nowhere && (kind === 'HomeVisit' ? kinds.has('Home') : kinds.has('Online'));
}

/** How a provider is used; `undefined` where no placement has run there, or the last one is over. */
export function howUsed(facts: Facts, provider: Provider, today: SchoolDay): ProviderUse | undefined {
  const held = facts.records.placement
    .by('provider', provider.key)
    .filter(({ stage, startDate }) => ['Active', 'Paused', 'Ended'].includes(stage) && startDate <= today);
  const from = held.map(({ startDate }) => startDate).toSorted()[0];
  if (from === undefined || placementsAt(facts, provider.key, today).every((one) => one.startDate > today)) return;
  const ends = held.map((placement) => lastDayOf(facts, placement, today));
  const open = ends.includes(undefined);
  const to = open
    ? undefined
    : ends
        .flatMap((day) => day ?? [])
        .toSorted()
        .at(-1);
  const visits = visitsDone(facts, provider.key).filter((visit) => standsForVisit(facts, visit));
  return { type: provider.type, from, to, visits: visits.map(dayOf), everyDays: provider.visitIntervalDays };
}

/** Why a visit is due: the three reasons of D15, or the day that the last visitor named. */
export interface NextVisit {
  readonly dueBy: SchoolDay;
  readonly because: VisitDue['because'] | 'named';
}

/**
 * By when a provider in use is visited next: what D15 says for the term of today, or the day that the last visit named where
 * it comes sooner. `undefined`: nothing is due in this term.
 */
export function nextVisit(facts: Facts, provider: Provider, today: SchoolDay): NextVisit | NotLoaded | undefined {
  const use = howUsed(facts, provider, today);
  if (!use) return undefined;
  const due = visitDue(facts.calendar, use, today, facts.policy);
  const named = visitsDone(facts, provider.key).find((visit) => standsForVisit(facts, visit))?.nextDue;
  if (named === undefined || (due && 'dueBy' in due && due.dueBy <= named)) return due;
  return { dueBy: named, because: 'named' };
}

/** The same, or where nothing is due in this term by when the next term asks for it; nothing past the term dates. */
export function nextVisitEver(facts: Facts, provider: Provider, today: SchoolDay): NextVisit | NotLoaded | undefined {
  const due = nextVisit(facts, provider, today);
  const use = howUsed(facts, provider, today);
  if (due || !use) return due;
  const { halfTerms } = facts.calendar;
  const begun = halfTerms.filter((half) => half.firstDay <= today).at(-1);
  const last = begun && termOf(facts.calendar, begun).at(-1);
  const next = last && halfTerms.find((half) => half.firstDay > last.lastDay);
  return next && visitDue(facts.calendar, use, next.firstDay, facts.policy);
}
