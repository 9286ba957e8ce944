import { z } from 'zod';
import { correctionOf } from '../../schema/form.ts';
import { action } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { site } from './site.record.ts';

/** What the AP leader writes of a site. */
export const siteFields = ['name', 'address', 'postcode', 'kind', 'phone', 'inUse'] as const;

const input = z.strictObject({
  provider: keyInput,
  /** The site to correct; absent: a new one. */
  site: keyInput.optional(),
  seen: z.string().optional(),
  values: correctionOf(site, siteFields),
});

/** A site of a provider is added or corrected; the school always knows the address where its pupils are (KCSIE). */
export const saveSite = action<z.infer<typeof input>>({
  name: 'save-site',
  says: 'Add or correct a place where a provider teaches.',
  input,
  roles: ['ap-leader'],
  needs: ['provider', 'site'],
  decide(known, { provider, site: key, seen, values }) {
    const at = (field: string, says: string) => ({ problems: [{ field, says }] });
    if (!known.records.provider.get(provider)) return at('provider', 'There is no such provider.');
    const stands = key === undefined ? undefined : known.records.site.get(key);
    if (key !== undefined && stands?.provider !== provider) return at('site', 'That site is not one of this provider.');
    if (stands && seen === undefined) return at('seen', 'Say which version you saw.');
    const whole = { ...stands, ...values };
    if (!whole.name) return at('values.name', 'Name is missing.');
    if (!whole.kind) return at('values.kind', 'Kind is missing.');
    const reached = whole.kind === 'Online' || whole.kind === 'Home';
    if (!reached && !whole.address)
      return at('values.address', 'Give the address: the school must know where its pupils are.');
    const about = stands?.key ?? known.freshId('si');
    const written = stands ? values : { inUse: true, ...values, provider };
    return {
      changes: [{ kind: 'save', record: 'site', key: about, seen: stands ? (seen ?? null) : null, values: written }],
      because: stands ? 'Site corrected' : 'Site added',
      about: provider,
    };
  },
});
