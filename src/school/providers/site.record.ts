import { choice, link, text, yesNo } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** Kinds of site (domain.md 10, SITE). At `Home` and `Online` no session is ever code B. */
export const siteKinds = ['Main', 'Satellite', 'Subcontractor', 'Home', 'Online', 'School'] as const;

/** A place where a provider teaches; KCSIE asks that the school always knows the address. */
export const site = record({
  name: 'site',
  list: 'AP Sites',
  label: 'Site',
  says: 'A place where a provider teaches, with its address.',
  keyOf: 'si- and an opaque id',
  retention: 'provider',
  area: 'provider',
  mirror: 'whole',
  fields: {
    provider: link('Provider', 'provider', { required: true, indexed: true }),
    name: text('Name', { required: true }),
    address: text('Address', {}),
    postcode: text('Postcode', { maxLength: 10 }),
    kind: choice('Kind', siteKinds, { required: true }),
    phone: text('Telephone', {}),
    inUse: yesNo('In use', {}),
  },
});

/** A site as kept. */
export type Site = RecordOf<typeof site>;
