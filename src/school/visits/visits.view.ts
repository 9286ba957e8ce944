import { z } from 'zod';
import { type Form, filledForm } from '../../schema/form.ts';
import { shortDate } from '../calendar/dates.ts';
import type { Provider } from '../providers/provider.record.ts';
import { readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import { visitInCalendar } from './calendar-words.ts';
import { planFields } from './plan-visit.action.ts';
import { dayOf, nextVisitEver, placementsAt, visitsDone } from './provider-use.ts';
import { stopAt } from './stop-standing.ts';
import { type Visit, visit as visitRecord } from './visit.record.ts';
import { standingInWords, visitStanding } from './visit-light.ts';
import { openActions, visitInWords } from './visit-words.ts';
import type { ProviderVisits, Visits } from './visits.types.ts';
import { leadsVisits, mayReadVisit, mayWriteVisit, staffOn } from './who-visits.ts';

/** Visits that a provider's line shows of those made. */
const shownOfMade = 3;

/** The visits to every provider in use: the last, the next, who goes, what stands open; a visitor or tutor sees their own. */
export const visitsView = view({
  name: 'visits',
  says: 'Visits to each provider in use: the last one, when the next is due, who goes, what stands open.',
  params: z.strictObject({}),
  roles: readersOf('review'),
  needs: [
    'visit',
    'provider',
    'site',
    'placement',
    'pupil',
    'agreedAction',
    'roleAssignment',
    'calendarEntry',
    'meeting',
    'setting',
  ],
  show(seen): Visits {
    const providers = seen.records.provider
      .all()
      .flatMap((provider) => lineOf(seen, provider) ?? [])
      .toSorted(
        (a, b) => order.indexOf(a.light) - order.indexOf(b.light) || byDue(a, b) || a.name.localeCompare(b.name),
      );
    const due = providers.filter(({ light, planned }) => light === 'overdue' || (light === 'pressing' && !planned[0]));
    const says =
      due.length === 0 ? 'No visit is due now' : `${due.length} ${due.length === 1 ? 'visit is' : 'visits are'} due`;
    return { says, providers };
  },
});

const order: readonly ProviderVisits['light'][] = ['overdue', 'pressing', 'notice', 'unknown', 'quiet'];

function byDue(a: ProviderVisits, b: ProviderVisits): number {
  return (a.dueBy ?? '9999').localeCompare(b.dueBy ?? '9999');
}

function lineOf(seen: Seen, provider: Provider): ProviderVisits | undefined {
  const { today } = seen.now;
  const mine = seen.records.visit.by('provider', provider.key).filter((visit) => mayReadVisit(seen.by, visit));
  const readsAll = mayReadVisit(seen.by, { visitor: undefined });
  const planned = mine.filter(({ stage }) => stage === 'Planned').toSorted((a, b) => dayOf(a).localeCompare(dayOf(b)));
  const made = visitsDone(seen, provider.key).filter((visit) => mayReadVisit(seen.by, visit));
  const pupils = placementsAt(seen, provider.key, today).length;
  const inUse = pupils > 0 && readsAll;
  if (!inUse && planned.length === 0 && (readsAll || made.length === 0)) return undefined;
  return {
    provider: provider.key,
    name: provider.name,
    pupils,
    ...standingOf(seen, provider),
    stopped: stopAt(seen, provider.key) !== undefined,
    planned: planned.map((visit) => ({
      visit: visit.key,
      seen: visit.version,
      says: visitInWords(visit),
      plannedFor: visit.plannedFor,
      mine: visit.visitor === seen.by.id,
      calendar: visitInCalendar(seen, visit, today),
      toBook: mayBook(seen, visit),
      form: mayWriteVisit(seen.by, visit) ? planForm(seen, provider, visit) : undefined,
    })),
    made: made.slice(0, shownOfMade).map((visit) => ({
      visit: visit.key,
      seen: visit.version,
      date: dayOf(visit),
      says: visitInWords(visit),
      judgement: visit.judgement,
      shared: visit.reportSharedOn !== undefined,
      mayWrite: mayWriteVisit(seen.by, visit),
    })),
    open: openActions(seen, made, today),
    newVisit: leadsVisits(seen.by) ? planForm(seen, provider) : undefined,
  };
}

function mayBook({ by, now, settings }: Seen, visit: Visit): boolean {
  const { booking, plannedFor, start } = visit;
  const toCome = start !== undefined && `${plannedFor}T${start}` > `${now.today}T${now.time}`;
  return toCome && booking === undefined && settings.organiser !== '' && mayWriteVisit(by, visit);
}

function standingOf(seen: Seen, provider: Provider): Pick<ProviderVisits, 'light' | 'says' | 'dueBy'> {
  const standing = visitStanding(seen, provider, seen.now.today);
  if (standing && 'notLoaded' in standing) return { light: 'unknown', says: standing.says };
  if (standing) {
    const words = standingInWords(standing);
    const says = `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
    return { light: standing.light, says, dueBy: standing.next.dueBy };
  }
  const next = nextVisitEver(seen, provider, seen.now.today);
  const dueBy = next && 'dueBy' in next ? next.dueBy : undefined;
  return {
    light: 'quiet',
    says: dueBy ? `Visited this term. The next is due by ${shortDate(dueBy)}.` : 'Nothing is due.',
    dueBy,
  };
}

/** The form of a plan: the provider's own sites, and the staff list, to choose from. */
function planForm(seen: Seen, provider: Provider, stands?: Visit): Form {
  const lone = stands?.kind === 'HomeVisit' ? (['loneWorking'] as const) : [];
  const form = filledForm(visitRecord, planFields, stands, [
    'plannedFor',
    'start',
    'end',
    'visitor',
    'announced',
    ...lone,
  ]);
  const sites = seen.records.site
    .by('provider', provider.key)
    .filter(({ inUse, key }) => inUse || key === stands?.site)
    .map(({ key, name }) => ({ value: key, says: name }));
  const mayGo = staffOn(seen, seen.now.today).filter(({ person }) => leadsVisits(seen.by) || person === seen.by.id);
  const staff = mayGo.map(({ person, name }) => ({ value: person, says: name }));
  return {
    values: stands ? form.values : { kind: 'Visit' },
    inputs: form.inputs.map((input) => {
      if (input.name === 'site') return { ...input, options: sites, rare: sites.length < 2 };
      if (input.name === 'visitor') return { ...input, options: staff, hint: undefined };
      if (input.name === 'start') return { ...input, hint: undefined };
      if (input.name === 'plannedFor') return { ...input, required: true };
      if (input.name !== 'visitorName') return input;
      const hint = 'Only for somebody who is not on the staff list';
      return { ...input, label: 'Or the name', required: false, rare: !stands || stands.visitor !== undefined, hint };
    }),
  };
}
