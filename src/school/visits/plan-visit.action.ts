import { z } from 'zod';
import { correctionOf } from '../../schema/form.ts';
import type { Problem } from '../../schema/parse.ts';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { minutesOf, timeOf } from '../reviews/planner/time-of-day.ts';
import { putInCalendar } from './put-in-calendar.ts';
import { type Visit, visit } from './visit.record.ts';
import { clashOf, waitingVisits } from './visit-clash.ts';
import { closedThere } from './visit-day.ts';
import { leadsVisits, mayWriteVisit, ownVisitors, staffOn } from './who-visits.ts';

/** What is written of a visit before it is made. */
export const planFields = [
  'plannedFor',
  'start',
  'end',
  'kind',
  'site',
  'visitor',
  'visitorName',
  'announced',
  'focus',
  'loneWorking',
] as const;

const input = z.strictObject({
  /** The planned visit to change; absent: a new one to the provider. */
  visit: keyInput.optional(),
  seen: z.string().optional(),
  provider: keyInput.optional(),
  values: correctionOf(visit, planFields),
  /** True once the person was asked about a closed day or a day that is over, and saves all the same. */
  allTheSame: z.boolean().optional(),
});

type Wish = z.infer<typeof input>;
type Planned = Partial<Pick<Visit, (typeof planFields)[number]>> & Pick<Visit, 'kind' | 'provider'>;

/**
 * A visit to a provider is planned, moved or given to somebody else (clause 8.1). One with a time stands in Outlook: who is
 * newly invited hears of it after 20 seconds, in which it can be undone.
 */
export const planVisit = action<Wish>({
  name: 'plan-visit',
  says: 'Plan a visit to a provider, move it, or give it to somebody else.',
  input,
  roles: ['ap-leader', ...ownVisitors],
  needs: [
    'visit',
    'provider',
    'site',
    'roleAssignment',
    'calendarEntry',
    'placement',
    'pupil',
    'meeting',
    'review',
    'invitee',
    'setting',
    'journalEntry',
  ],
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  const problem = (field: string, says: string) => ({ problems: [{ field, says }] });
  const stands = wish.visit === undefined ? undefined : known.records.visit.get(wish.visit);
  if (wish.visit !== undefined && !stands) return problem('visit', 'There is no such visit.');
  if (stands && stands.stage !== 'Planned') {
    return problem('visit', `This visit is ${stands.stage === 'Done' ? 'written up' : 'cancelled'}. Plan a new one.`);
  }
  if (stands && !mayWriteVisit(known.by, stands)) {
    return problem('visit', 'Somebody else makes this visit. Ask the AP leader to change it.');
  }
  if (stands && wish.seen === undefined) return problem('seen', 'Say which version you saw.');
  const provider = known.records.provider.get(stands?.provider ?? wish.provider ?? '');
  if (!provider) return problem('provider', 'There is no such provider.');
  const wished: Planned = { kind: 'Visit', ...stands, ...wish.values, provider: provider.key };
  const planned = {
    ...wished,
    site: siteOf(known, wished),
    end: endOf(known, stands, wished, wish.values),
    ...whoGoes(known, wished, wish.values),
  };
  const problems = problemsIn(known, planned);
  if (problems.length > 0) return { problems };
  const alike = stands ?? plannedAlike(known, planned);
  const same = alike !== undefined && samePlan(alike, planned);
  const before = stands ?? (same ? alike : undefined);
  const waits = before ? undefined : waitingAlike(known, planned);
  if (waits) {
    const unchanged = [{ about: waits, outcome: 'unchanged' as const }];
    return { changes: [], unchanged, because: 'It is being planned already.', about: waits };
  }
  const key = before?.key ?? known.freshId('vi');
  const { values, changes, holdSeconds, says } = putInCalendar(known, provider, before, { ...planned, key });
  // A plan that stands with a time, and not in the calendar, is put there by the same press again.
  if (same && changes.length === 0) {
    const unchanged = [{ about: key, outcome: 'unchanged' as const, version: before?.version }];
    return { changes: [], unchanged, because: 'Planned already.', about: key, says };
  }
  const asks = wish.allTheSame || same ? undefined : question(known, planned, before);
  if (asks) return problem('allTheSame', asks);
  const plan = Object.fromEntries(planFields.map((field) => [field, planned[field] || undefined]));
  const first = { provider: provider.key, stage: 'Planned' as const, plannedAt: known.now.instant };
  return {
    changes: [
      {
        kind: 'save',
        record: 'visit',
        key,
        seen: before ? (wish.seen ?? before.version) : null,
        values: {
          ...plan,
          announced: planned.announced ?? false,
          ...(before ? {} : { ...first, draftKey: known.freshId('dk') }),
          ...values,
        },
      },
      ...changes,
    ],
    because: `Visit ${before ? 'changed' : 'planned'} for ${shortDate(planned.plannedFor ?? '')}`,
    about: key,
    holdSeconds,
    says,
  };
}

/** True where every word of the plan stands already. */
function samePlan(before: Visit, planned: Planned): boolean {
  return planFields.every((field) => (before[field] || undefined) === (planned[field] || undefined));
}

/** The site named, else the only one that is in use; a call or a look at papers goes nowhere. */
function siteOf(known: Known, { provider, site, kind }: Planned): string | undefined {
  if (site || kind !== 'Visit') return site || undefined;
  const sites = known.records.site.by('provider', provider).filter(({ inUse }) => inUse);
  return sites.length === 1 ? sites[0]?.key : undefined;
}

/** Until when: as said; as long as it was where only its beginning moves; else as long as a visit takes. */
function endOf({ policy }: Known, stands: Visit | undefined, { start, end }: Planned, said: Wish['values']) {
  if (!start) return said.end || undefined;
  if (said.end) return said.end;
  const long = stands?.start && stands.end ? minutesOf(stands.end) - minutesOf(stands.start) : policy.visitMinutes;
  const moved = said.start !== undefined && said.start !== stands?.start;
  return end && !moved && said.end === undefined ? end : timeOf(Math.min(minutesOf(start) + long, 23 * 60 + 59));
}

/** Who goes: somebody of the staff list with the name that stands there; a typed name alone takes the place of who went. */
function whoGoes(known: Known, planned: Planned, { visitor, visitorName }: Wish['values']) {
  const alone = leadsVisits(known.by) ? undefined : known.by.id;
  const retyped = visitor === undefined && visitorName !== undefined && visitorName !== '';
  const person = retyped ? undefined : planned.visitor || (planned.visitorName ? undefined : alone);
  const held = staffOn(known, known.now.today).find((each) => each.person === person);
  const self = person === known.by.id ? known.by.name : undefined;
  return { visitor: person, visitorName: held?.name ?? self ?? (person ? undefined : planned.visitorName) };
}

function problemsIn(known: Known, planned: Planned): readonly Problem[] {
  const problems: Problem[] = [];
  const at = (field: (typeof planFields)[number], says: string) => problems.push({ field: `values.${field}`, says });
  const { kind, site, start, end, visitor, visitorName } = planned;
  if (!planned.plannedFor) at('plannedFor', 'Say for which day.');
  if (end && !start) at('start', 'Say from when.');
  if (start && end && end <= start) at('end', `It ends at ${end}, before it begins at ${start}.`);
  if (site && known.records.site.get(site)?.provider !== planned.provider) {
    at('site', 'That site is not one of this provider.');
  }
  if (!site && kind === 'Visit') at('site', 'Say to which of the sites.');
  if (visitor && !visitorName)
    at('visitor', 'Nobody of this id is on the staff list. Choose again, or write the name.');
  if (!visitor && !visitorName) at('visitor', 'Say who goes: choose somebody, or write the name.');
  if (!leadsVisits(known.by) && visitor !== known.by.id && (visitor || visitorName)) {
    at('visitor', 'Only the AP leader sends somebody else.');
  }
  if (kind === 'HomeVisit' && !planned.loneWorking?.trim()) {
    at('loneWorking', 'Before a visit to a home, say who knows where you are and when you ring.');
  }
  return problems;
}

/** The planned visit that a second press would make again. */
function plannedAlike(known: Known, planned: Planned): Visit | undefined {
  return known.records.visit
    .by('provider', planned.provider)
    .filter(({ stage }) => stage === 'Planned')
    .find((one) => looksAlike(one, planned));
}

const alikeIn = ['plannedFor', 'kind', 'visitor', 'visitorName'] as const;

function looksAlike(one: Readonly<Record<string, unknown>>, planned: Planned): boolean {
  return alikeIn.every((field) => (one[field] ?? undefined) === planned[field]);
}

/** The key of the same visit, still waiting in the journal with *Undo*: it stands in no list yet. */
function waitingAlike(known: Known, planned: Planned): string | undefined {
  return waitingVisits(known.records)
    .filter(({ key }) => known.records.visit.get(key) === undefined)
    .find(({ values }) => values.provider === planned.provider && looksAlike(values, planned))?.key;
}

/** What is unusual: a closed day, a day that is over, somebody who is elsewhere then. Asked once, all together. */
function question(
  known: Known,
  planned: Planned & Pick<Visit, 'provider'>,
  before: Visit | undefined,
): string | undefined {
  const { provider, plannedFor = '', start, visitor, visitorName } = planned;
  const newDay = before?.plannedFor !== plannedFor || before?.start !== start;
  const closed = newDay ? closedThere(known, provider, plannedFor, start) : undefined;
  const over = newDay && plannedFor < known.now.today;
  const elsewhere = newDay || before?.visitor !== visitor ? clashOf(known, planned, before?.key) : undefined;
  const asks = [
    ...(closed ? [`${closed} Somebody may not be there to see.`] : []),
    ...(over ? [`${shortDate(plannedFor)} is over. Save it if the visit was made then, and write it up.`] : []),
    ...(elsewhere && !over ? [`${visitorName} ${elsewhere}`] : []),
  ];
  return asks.length > 0 ? asks.join(' ') : undefined;
}
