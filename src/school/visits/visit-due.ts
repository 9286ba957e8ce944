import { addDays } from '../calendar/dates.ts';
import type { NotLoaded, SchoolCalendar } from '../calendar/school-calendar.ts';
import { type Span, termWindow } from '../calendar/term-window.ts';
import type { SchoolDay } from '../moment.ts';
import type { PolicyEdition } from '../office/policy-edition.ts';
import type { Provider } from '../providers/provider.record.ts';

/** School days of a school week. */
const weekDays = 5;

/** Types of provider that are no school or college: visited soon after the first pupil starts (D15). */
export const nonSchools: readonly Provider['type'][] = ['NonSchool', 'OneToOneTuition', 'WorkBased', 'Online'];

/** How a provider is used: the span of its placements, what it is, when it was visited, and the interval set at commissioning. */
export interface ProviderUse extends Span {
  readonly type: Provider['type'];
  /** Days of the quality-assurance visits made so far, in any order. */
  readonly visits: readonly SchoolDay[];
  /** Calendar days between visits as set at commissioning; it only brings a visit forward. */
  readonly everyDays?: number;
}

/** The last day in time for the next visit, and which of the three reasons binds. */
export interface VisitDue {
  readonly dueBy: SchoolDay;
  readonly because: 'first visit' | 'each term' | 'interval';
}

/**
 * By when a provider is visited next (clause 8.1; D15): at least once in each term in which it is used; a provider that is no
 * school first within four school weeks of its first pupil's start; sooner where an interval says so. `undefined`: nothing is
 * due in the term of today.
 */
export function visitDue(
  calendar: SchoolCalendar,
  use: ProviderUse,
  today: SchoolDay,
  policy: Pick<PolicyEdition, 'firstVisitSchoolWeeks'>,
): VisitDue | NotLoaded | undefined {
  const visits = use.visits.filter((day) => use.from <= day && day <= today).toSorted();
  const last = visits.at(-1);
  const due: VisitDue[] = [];
  const term = termWindow(calendar, use, today);
  if (term && 'notLoaded' in term) return term;
  if (term && !visits.some((day) => term.first <= day)) due.push({ dueBy: term.dueBy, because: 'each term' });
  if (last === undefined && nonSchools.includes(use.type)) {
    const first = calendar.after(use.from, policy.firstVisitSchoolWeeks * weekDays);
    if ('notLoaded' in first) return first;
    due.push({ dueBy: first.day, because: 'first visit' });
  }
  if (use.everyDays !== undefined) due.push({ dueBy: addDays(last ?? use.from, use.everyDays), because: 'interval' });
  const running = use.to === undefined || today <= use.to;
  return running ? due.toSorted((a, b) => a.dueBy.localeCompare(b.dueBy))[0] : undefined;
}
