import type { Save, ValuesNamed } from '../change.ts';
import type { Provider } from '../providers/provider.record.ts';
import { provider } from '../providers/provider.record.ts';
import { site as siteRecord } from '../providers/site.record.ts';
import { importFields } from './import-kinds.ts';
import { plainName } from './names.ts';
import type { FieldChange, ImportRow, PlanContext, RowPlan } from './plan.types.ts';
import { differences, missingFields, rowValues } from './row-values.ts';

type Values = Partial<ValuesNamed<'provider'>>;

/** A provider: found again by URN, UKPRN or name; an address makes its main site, or corrects it. New ones begin as Prospective. */
export function planProvider(context: PlanContext, { cells }: ImportRow): RowPlan {
  const { standing } = context;
  const read = rowValues(importFields.providers, cells);
  const troubles = [...read.troubles];
  if (read.values.urn && !/^\d{6}$/.test(read.values.urn)) troubles.push('The URN must be six digits.');
  if (troubles.length > 0) return { refused: troubles };
  const stands = find(standing.providers, read.values);
  if (stands === 'two') return { refused: ['The URN belongs to one provider here and the name to another.'] };
  const values: Values = { ...(stands ? {} : { status: 'Prospective' as const }), ...read.values };
  const lacking = missingFields(importFields.providers, { ...stands, ...values });
  if (lacking.length > 0) return { refused: lacking };
  const { changed, changes } = differences<Values>(provider.fields, stands, values);
  const key = stands?.key ?? context.freshId('pr');
  if (!stands) standing.providers.push({ supervisedOnLine: false, ...values, key, version: '' } as Provider);
  const place = planSite(context, key, cells);
  const saves: Save[] = [
    ...(changes.length > 0
      ? [{ kind: 'save', record: 'provider', key, seen: stands?.version ?? null, values: changed } as const]
      : []),
    ...place.saves,
  ];
  return { saves, isNew: !stands, changes: [...changes, ...place.changes] };
}

function find(all: readonly Provider[], row: Values): Provider | 'two' | undefined {
  const byNumber = all.find((one) => (row.urn && one.urn === row.urn) || (row.ukprn && one.ukprn === row.ukprn));
  const byName = all.find((one) => row.name !== undefined && plainName(one.name) === plainName(row.name));
  if (byNumber && byName && byNumber.key !== byName.key) return 'two';
  return byNumber ?? byName;
}

function planSite(
  context: PlanContext,
  key: string,
  cells: Readonly<Record<string, string>>,
): { readonly saves: readonly Save[]; readonly changes: readonly FieldChange[] } {
  const address = cells.address?.trim().replace(/\s*[\r\n]+\s*/g, ', ');
  const postcode = cells.postcode?.trim().toUpperCase();
  if (!address && !postcode) return { saves: [], changes: [] };
  const { sites } = context.standing;
  const stands = sites.find((one) => one.provider === key && one.kind === 'Main');
  const wanted = { ...(address ? { address: address.slice(0, 255) } : {}), ...(postcode ? { postcode } : {}) };
  const { changed, changes } = differences<Partial<ValuesNamed<'site'>>>(siteRecord.fields, stands, wanted);
  if (changes.length === 0) return { saves: [], changes: [] };
  const added = stands ? {} : { provider: key, name: 'Main site', kind: 'Main' as const, inUse: true };
  const id = stands?.key ?? context.freshId('si');
  if (!stands)
    sites.push({ provider: key, name: 'Main site', kind: 'Main', inUse: true, ...wanted, key: id, version: '' });
  return {
    saves: [{ kind: 'save', record: 'site', key: id, seen: stands?.version ?? null, values: { ...added, ...changed } }],
    changes,
  };
}
