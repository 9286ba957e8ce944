import { z } from 'zod';
import { correctionOf } from '../../schema/form.ts';
import type { Problem } from '../../schema/parse.ts';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { type Visit, visit } from './visit.record.ts';
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

/** A visit to a provider is planned, moved or given to somebody else (clause 8.1). */
export const planVisit = action<Wish>({
  name: 'plan-visit',
  says: 'Plan a visit to a provider, move it, or give it to somebody else.',
  input,
  roles: ['ap-leader', ...ownVisitors],
  needs: ['visit', 'provider', 'site', 'roleAssignment', 'calendarEntry', 'placement'],
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
  const planned = { ...wished, site: siteOf(known, wished), ...whoGoes(known, wished, wish.values) };
  const problems = problemsIn(known, planned);
  if (problems.length > 0) return { problems };
  const same = stands ?? alike(known, planned);
  if (same && planFields.every((field) => (same[field] || undefined) === (planned[field] || undefined))) {
    const unchanged = [{ about: same.key, outcome: 'unchanged' as const, version: same.version }];
    return { changes: [], unchanged, because: 'Planned already.', about: same.key };
  }
  const asks = wish.allTheSame ? undefined : question(known, planned);
  if (asks) return problem('allTheSame', asks);
  const key = stands?.key ?? known.freshId('vi');
  const values = Object.fromEntries(planFields.map((field) => [field, planned[field] || undefined]));
  const fresh = { provider: provider.key, stage: 'Planned' as const, plannedAt: known.now.instant };
  return {
    changes: [
      {
        kind: 'save',
        record: 'visit',
        key,
        seen: stands ? (wish.seen ?? null) : null,
        values: {
          ...values,
          announced: planned.announced ?? false,
          ...(stands ? {} : { ...fresh, draftKey: known.freshId('dk') }),
        },
      },
    ],
    because: `Visit ${stands ? 'changed' : 'planned'} for ${shortDate(planned.plannedFor ?? '')}`,
    about: key,
  };
}

/** The site named, else the only one that is in use; a call or a look at papers goes nowhere. */
function siteOf(known: Known, { provider, site, kind }: Planned): string | undefined {
  if (site || kind !== 'Visit') return site || undefined;
  const sites = known.records.site.by('provider', provider).filter(({ inUse }) => inUse);
  return sites.length === 1 ? sites[0]?.key : undefined;
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
function alike(known: Known, { provider, plannedFor, kind, visitor, visitorName }: Planned): Visit | undefined {
  return known.records.visit
    .by('provider', provider)
    .filter(({ stage }) => stage === 'Planned')
    .find(
      (one) =>
        one.plannedFor === plannedFor &&
        one.kind === kind &&
        one.visitor === visitor &&
        one.visitorName === visitorName,
    );
}

function question(known: Known, { provider, plannedFor = '' }: Planned): string | undefined {
  const closed = closedThere(known, provider, plannedFor);
  if (closed) return `${closed} Somebody may not be there to see.`;
  if (plannedFor >= known.now.today) return undefined;
  return `${shortDate(plannedFor)} is over. Save it if the visit was made then, and write it up.`;
}
