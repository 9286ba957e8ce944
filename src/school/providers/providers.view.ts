import { z } from 'zod';
import { filledForm } from '../../schema/form.ts';
import { placementTrouble } from '../attendance/expected-sessions.ts';
import { readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import { type Provider, provider } from './provider.record.ts';
import type { ProviderLine, Providers } from './providers.types.ts';
import { providerFields } from './save-provider.action.ts';
import { siteFields } from './save-site.action.ts';
import { site as siteKind } from './site.record.ts';

const whomToRing = ['attendanceContact', 'attendancePhone'] as const;

/** Providers with sites and attendance contact (domain.md 10.2: no pupil is named here, so trust people may read it too). */
export const providersView = view({
  name: 'providers',
  says: 'Providers with their sites, whom to ring about attendance, and how many pupils are there.',
  params: z.strictObject({}),
  roles: readersOf('provider'),
  needs: ['provider', 'site', 'placement', 'pupil'],
  show(seen): Providers {
    const providers = seen.records.provider
      .all()
      .map((each) => lineOf(seen, each))
      .toSorted((a, b) => Number(b.pupilsNow > 0) - Number(a.pupilsNow > 0) || a.name.localeCompare(b.name));
    const save = maySave(seen);
    return {
      providers,
      may: { save },
      newProvider: save ? filledForm(provider, providerFields, {}, whomToRing) : undefined,
      newSite: save ? filledForm(siteKind, siteFields, { inUse: true }, ['address', 'postcode']) : undefined,
    };
  },
});

function maySave(seen: Seen): boolean {
  return seen.by.roles.includes('ap-leader');
}

function lineOf(seen: Seen, each: Provider): ProviderLine {
  const running = seen.records.placement
    .by('provider', each.key)
    .filter((held) => held.stage === 'Active')
    .filter((held) => !placementTrouble(held, seen.records.pupil.get(held.pupil), seen.now.today));
  return {
    provider: each.key,
    seen: each.version,
    name: each.name,
    type: each.type,
    status: each.status,
    approvedUntil: each.approvedUntil,
    reviewEmail: each.reviewEmail,
    attendanceContact: each.attendanceContact,
    attendancePhone: each.attendancePhone,
    attendanceEmail: each.attendanceEmail,
    sendsAttendanceBy: each.sendsAttendanceBy,
    safeguardingLead: each.safeguardingLead,
    safeguardingPhone: each.safeguardingPhone,
    sites: seen.records.site.by('provider', each.key).map((held) => ({
      site: held.key,
      name: held.name,
      kind: held.kind,
      address: held.address,
      postcode: held.postcode,
      inUse: held.inUse,
      seen: held.version,
      form: maySave(seen) ? filledForm(siteKind, siteFields, held, ['address', 'inUse']) : undefined,
    })),
    form: maySave(seen) ? filledForm(provider, providerFields, each, whomToRing) : undefined,
    pupilsNow: running.length,
  };
}
