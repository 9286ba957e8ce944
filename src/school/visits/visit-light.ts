import { shortDate } from '../calendar/dates.ts';
import type { NotLoaded } from '../calendar/school-calendar.ts';
import type { SchoolDay } from '../moment.ts';
import type { Provider } from '../providers/provider.record.ts';
import type { Facts } from '../rule.ts';
import { type NextVisit, nextVisit, standsForVisit } from './provider-use.ts';
import type { Visit } from './visit.record.ts';

/** How the next visit to a provider stands: quiet, spoken of, pressing, or missed. */
export interface VisitStanding {
  readonly light: 'quiet' | 'notice' | 'pressing' | 'overdue';
  readonly next: NextVisit;
  /** School days left, today's not counted; unknown past the term dates. */
  readonly left?: number;
  /** The visit that is planned for a day in time, or the next one that is planned at all. */
  readonly planned?: Visit;
}

/** How the visit stands that is due in the term of today (clause 8.1; −10, −3 and 0 school days); `undefined`: none is due. */
export function visitStanding(
  facts: Facts,
  provider: Provider,
  today: SchoolDay,
): VisitStanding | NotLoaded | undefined {
  const next = nextVisit(facts, provider, today);
  if (next === undefined || 'notLoaded' in next) return next;
  const planned = facts.records.visit
    .by('provider', provider.key)
    .filter((visit) => visit.stage === 'Planned' && standsForVisit(facts, visit))
    .filter(({ plannedFor }) => plannedFor !== undefined && plannedFor >= today)
    .toSorted((a, b) => (a.plannedFor ?? '').localeCompare(b.plannedFor ?? ''))[0];
  const { dueBy } = next;
  const counted = dueBy < today ? 0 : facts.calendar.schoolDaysBetween(today, dueBy);
  const left = typeof counted === 'number' ? counted : undefined;
  const light = today > dueBy ? 'overdue' : lightOf(facts, left);
  return { light, next, left, planned };
}

/**
 * True where nobody has to plan any more: a visit is planned for a day in time, or was for one that is over and waits to be
 * written up. Once the last day has passed without a visit, nothing is in time.
 */
export function seenToInTime(facts: Facts, provider: Provider, { light, next }: VisitStanding): boolean {
  if (light === 'overdue') return false;
  return facts.records.visit
    .by('provider', provider.key)
    .filter((visit) => visit.stage === 'Planned' && standsForVisit(facts, visit))
    .some(({ plannedFor }) => plannedFor !== undefined && plannedFor <= next.dueBy);
}

function lightOf({ policy }: Facts, left: number | undefined): VisitStanding['light'] {
  if (left === undefined || left > policy.visitNoticeSchoolDays) return 'quiet';
  return left > policy.visitPressingSchoolDays ? 'notice' : 'pressing';
}

const reasons: Readonly<Record<NextVisit['because'], string>> = {
  'each term': 'each provider in use is visited every term',
  'first visit': 'the first visit to a provider that is no school comes within four school weeks',
  interval: 'as often as was set at commissioning',
  named: 'as the last visit asked',
};

/** Why a visit is due then, without a capital. */
export function reasonInWords({ because }: NextVisit): string {
  return reasons[because];
}

/** "a visit was due by Thu 1 Oct and is planned only for Wed 2 Dec", without a capital or a full stop. */
export function standingInWords({ light, next, planned }: VisitStanding): string {
  const due = `a visit ${light === 'overdue' ? 'was' : 'is'} due by ${shortDate(next.dueBy)}`;
  const day = planned?.plannedFor;
  if (day === undefined) return `${due} and none is planned`;
  return day <= next.dueBy
    ? `${due} and is planned for ${shortDate(day)}`
    : `${due} and is planned only for ${shortDate(day)}`;
}
