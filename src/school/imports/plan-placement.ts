import type { Save, ValuesNamed } from '../change.ts';
import { meets } from '../placements/meets.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Provider } from '../providers/provider.record.ts';
import { importFields } from './import-kinds.ts';
import { plainName } from './names.ts';
import type { FieldChange, ImportRow, PlanContext, RowPlan } from './plan.types.ts';
import { differences, missingFields, rowValues } from './row-values.ts';
import { readWeeklySessions, type WrittenSession } from './weekly-sessions.ts';
import { whichPupil } from './which-pupil.ts';

type Values = Partial<ValuesNamed<'placement'>>;

/** A placement: the same pupil at the same provider from the same day is the same one. Weekly sessions are made with a new one only. */
export function planPlacement(context: PlanContext, row: ImportRow): RowPlan {
  const { standing } = context;
  const about = whichPupil(standing, row);
  const where = whichProvider(standing.providers, row);
  const read = rowValues(importFields.placements, row.cells);
  const weekly = readWeeklySessions(row.cells.sessions ?? '');
  const troubles = [about, where, weekly].flatMap((part) => ('trouble' in part ? [part.trouble] : []));
  if ('trouble' in about || 'trouble' in where || 'trouble' in weekly || read.troubles.length > 0) {
    return { refused: [...troubles, ...read.troubles] };
  }
  const { pupil } = about;
  const { provider } = where;
  const stands = standing.placements.find(
    (one) => one.pupil === pupil.key && one.provider === provider.key && one.startDate === read.values.startDate,
  );
  const values: Values = { ...(stands ? {} : { stage: 'Draft' as const }), ...read.values };
  const together = { ...stands, ...values };
  const wrong = [
    ...missingFields(importFields.placements, together),
    ...dateTroubles(together),
    ...providerTrouble(provider, stands),
  ];
  const { sessions } = weekly;
  if (stands && !sameWeek(context, stands, sessions)) {
    wrong.push('The weekly sessions differ from those here. Change them on the page of the placement, from a date.');
  }
  const taken = stands ? undefined : takenElsewhere(context, pupil.key, together, sessions);
  if (taken) wrong.push(taken);
  if (wrong.length > 0) return { refused: wrong };
  const { changed, changes } = differences<Values>(importFields.placements, stands, values);
  const key = stands?.key ?? context.freshId('pl');
  const added = stands ? {} : { pupil: pupil.key, provider: provider.key, sessionsPerWeek: sessions.length };
  if (!stands)
    standing.placements.push({
      dualRegistered: false,
      reviewReasons: [],
      ...values,
      ...added,
      key,
      version: '',
    } as Placement);
  const slots = stands ? [] : newSlots(context, key, provider.key, together.startDate ?? context.today, sessions);
  const saves: Save[] = [
    { kind: 'save', record: 'placement', key, seen: stands?.version ?? null, values: { ...added, ...changed } },
    ...slots,
  ];
  return { saves, isNew: !stands, changes: [...changes, ...weekChange(stands, sessions)] };
}

function whichProvider(
  providers: readonly Provider[],
  { cells }: ImportRow,
): { readonly provider: Provider } | { readonly trouble: string } {
  const urn = cells.providerUrn?.trim();
  const name = cells.providerName?.trim();
  if (!urn && !name) return { trouble: 'The row does not say which provider. Map a column to its name or URN.' };
  const provider = providers.find((one) => (urn ? one.urn === urn : plainName(one.name) === plainName(name ?? '')));
  return provider
    ? { provider }
    : { trouble: `No provider here is called "${name ?? urn}". Import the provider first.` };
}

function providerTrouble({ status }: Provider, stands: Placement | undefined): readonly string[] {
  if (stands || (status !== 'Suspended' && status !== 'Stopped' && status !== 'Reported')) return [];
  return [`The provider is ${status.toLowerCase()}. No placement may begin there.`];
}

function dateTroubles(row: Values): readonly string[] {
  const { startDate: start, plannedEnd, actualEnd } = row;
  const early = [plannedEnd, actualEnd].find((end) => start !== undefined && end !== undefined && end < start);
  return [
    ...(early ? [`The placement ends on ${early}, before it starts on ${start}.`] : []),
    ...(row.stage === 'Ended' && !actualEnd ? ['An ended placement needs the day on which it ended.'] : []),
  ];
}

function runningSlots({ standing }: PlanContext, placement: string) {
  return standing.slots.filter((slot) => slot.placement === placement && slot.validTo === undefined);
}

function sameWeek(context: PlanContext, placement: Placement, sessions: readonly WrittenSession[]): boolean {
  if (sessions.length === 0) return true;
  const words = (slot: WrittenSession) => [slot.day, slot.session, slot.start, slot.end, slot.weekPattern].join(' ');
  const held = runningSlots(context, placement.key).map(words).toSorted();
  return JSON.stringify(held) === JSON.stringify(sessions.map(words).toSorted());
}

/** A pupil is expected at one place in a session (domain.md 3.3: expected at both places is a data error). */
function takenElsewhere(
  context: PlanContext,
  pupil: string,
  row: Values,
  sessions: readonly WrittenSession[],
): string | undefined {
  const end = row.actualEnd ?? '9999-12-31';
  for (const other of context.standing.placements) {
    if (other.pupil !== pupil || other.stage === 'Ended' || other.stage === 'Cancelled') continue;
    if ((other.actualEnd ?? '9999-12-31') < (row.startDate ?? '') || other.startDate > end) continue;
    const slot = runningSlots(context, other.key).find((held) => sessions.some((session) => meets(held, session)));
    if (slot) return `The pupil is expected at another provider on ${slot.day} ${slot.session} already.`;
  }
  return undefined;
}

function newSlots(
  context: PlanContext,
  placement: string,
  provider: string,
  validFrom: string,
  sessions: readonly WrittenSession[],
): readonly Save[] {
  const site = context.standing.sites.find((one) => one.provider === provider && one.kind === 'Main');
  return sessions.map((session) => {
    const key = context.freshId('sl');
    const values = { placement, site: site?.key, ...session, place: 'Site' as const, validFrom };
    context.standing.slots.push({ ...values, key, version: '' });
    return { kind: 'save', record: 'scheduleSlot', key, seen: null, values };
  });
}

function weekChange(stands: Placement | undefined, sessions: readonly WrittenSession[]): readonly FieldChange[] {
  return stands || sessions.length === 0 ? [] : [{ label: 'Weekly sessions', to: String(sessions.length) }];
}
