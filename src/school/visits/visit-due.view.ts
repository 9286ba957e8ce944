import { z } from 'zod';
import { dayInput, keyInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import type { Provider } from '../providers/provider.record.ts';
import { readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import { dayOf, visitsDone } from './provider-use.ts';
import { closedThere } from './visit-day.ts';
import type { VisitDueCard } from './visit-due.types.ts';
import { reasonInWords, seenToInTime, standingInWords, type VisitStanding, visitStanding } from './visit-light.ts';
import { openActions, visitInWords } from './visit-words.ts';
import { hasPassedOn, whoIsToVisit } from './who-is-to-visit.ts';
import { leadsVisits, mayWriteVisit, ownVisitors, staffOn } from './who-visits.ts';

/** How near a visit is when it is asked for: ten school days, three, past its day; or handed on by who was to go (P11). */
export const visitStages = ['notice', 'pressing', 'overdue', 'passed-on'] as const;

/** A visit that is due and not planned in time: why, what stands open there, and what its plan still needs (P11; 8.1). */
export const visitDueView = view({
  name: 'visit-due',
  says: 'A visit to a provider that is due and not planned in time, with what stands open from the last one.',
  params: z.strictObject({
    provider: keyInput,
    dueBy: dayInput,
    stage: z.enum(visitStages),
    shown: z.string().optional(),
  }),
  roles: readersOf('review'),
  needs: ['visit', 'provider', 'site', 'placement', 'agreedAction', 'roleAssignment', 'calendarEntry', 'message'],
  show(seen, { provider: key, dueBy, stage }): VisitDueCard | undefined {
    const provider = seen.records.provider.get(key);
    if (!provider) return undefined;
    const standing = visitStanding(seen, provider, seen.now.today);
    const current = standing && 'next' in standing && standing.next.dueBy === dueBy ? standing : undefined;
    const waits = current && !seenToInTime(seen, provider, current);
    const done = visitsDone(seen, provider.key);
    const open = openActions(seen, done, seen.now.today).length;
    const card = {
      provider: provider.key,
      name: provider.name,
      dueBy,
      lastVisit: done[0] ? `Last seen: ${visitInWords(done[0])}.` : 'Nobody has been there yet.',
      open:
        open === 0
          ? undefined
          : `${open} ${open === 1 ? 'thing' : 'things'} agreed before ${open === 1 ? 'is' : 'are'} open.`,
      staff: [],
      sites: [],
      mayPassOn: false,
    };
    if (!waits) return { ...card, state: 'done', says: sinceThen(seen, provider, current, dueBy) };
    const words = standingInWords(current);
    const says = `${words.charAt(0).toUpperCase()}${words.slice(1)}: ${reasonInWords(current.next)}.`;
    if (hasPassedOn(seen, provider.key, dueBy, seen.by.id)) {
      return { ...card, state: 'done', says: `${says} You cannot go: the AP leader finds somebody.` };
    }
    const why = stage === 'passed-on' ? 'Who was asked cannot go: find somebody else.' : undefined;
    return { ...card, state: 'open', says, why, ...planOf(seen, provider, current, stage) };
  },
});

type Plan = Pick<VisitDueCard, 'today' | 'late' | 'kind' | 'day' | 'staff' | 'visitor' | 'sites' | 'mayPassOn'>;

/** What the card asks for, where the person may plan it and three answers are enough. */
function planOf(seen: Seen, provider: Provider, { planned }: VisitStanding, stage: string): Partial<Plan> {
  const leads = leadsVisits(seen.by);
  const goes = seen.by.roles.some((role) => ownVisitors.includes(role));
  const may = planned ? mayWriteVisit(seen.by, planned) : leads || goes;
  if (!may) return {};
  const sites = seen.records.site.by('provider', provider.key).filter(({ inUse }) => inUse);
  const kinds = new Set(sites.map(({ kind }) => kind));
  // Before a visit to a home the form asks about lone working: no card is enough for that.
  const kind =
    kinds.has('Home') && kinds.size === 1 ? undefined : kinds.size === 1 && kinds.has('Online') ? 'Online' : 'Visit';
  return {
    today: seen.now.today,
    late: planned && { visit: planned.key, seen: planned.version },
    kind,
    day: firstOpenDay(seen, provider.key),
    staff: leads ? staffOn(seen, seen.now.today) : [],
    visitor: leads ? (planned?.visitor ?? whoIsToVisit(seen, provider.key, planned) ?? seen.by.id) : undefined,
    sites:
      kind === 'Visit' && sites.length > 1 && !planned?.site ? sites.map(({ key, name }) => ({ site: key, name })) : [],
    mayPassOn: !leads && stage !== 'passed-on',
  };
}

function firstOpenDay(seen: Seen, provider: string): string | undefined {
  let answer = seen.calendar.nextSchoolDay(seen.now.today);
  while ('day' in answer && closedThere(seen, provider, answer.day)) answer = seen.calendar.nextSchoolDay(answer.day);
  return 'day' in answer ? answer.day : undefined;
}

function sinceThen(seen: Seen, provider: Provider, current: VisitStanding | undefined, dueBy: string): string {
  const planned = current?.planned;
  if (planned?.plannedFor) return `Planned: ${visitInWords(planned)}.`;
  const made = visitsDone(seen, provider.key)[0];
  if (made?.recordedAt && dayOf(made) <= seen.now.today) return `Seen to: ${visitInWords(made)}.`;
  return `No visit is due by ${shortDate(dueBy)} any more.`;
}
