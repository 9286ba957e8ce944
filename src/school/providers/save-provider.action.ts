import { z } from 'zod';
import { correctionOf } from '../../schema/form.ts';
import type { Problem } from '../../schema/parse.ts';
import { action, type Decision, type Known } from '../action.ts';
import { keyInput } from '../attendance/marks.ts';
import { provider } from './provider.record.ts';

/** What the AP leader writes of a provider. */
export const providerFields = [
  'name',
  'tradingAs',
  'type',
  'urn',
  'ukprn',
  'registered',
  'mainContact',
  'mainPhone',
  'reviewEmail',
  'attendanceContact',
  'attendancePhone',
  'attendanceEmail',
  'safeguardingLead',
  'safeguardingPhone',
  'sendsAttendanceBy',
  'supervisedOnLine',
  'status',
  'approvedUntil',
  'visitIntervalDays',
] as const;

const input = z.strictObject({
  /** The provider to correct; absent: a new one. */
  provider: keyInput.optional(),
  seen: z.string().optional(),
  values: correctionOf(provider, providerFields),
});

type Wish = z.infer<typeof input>;

/** A provider is added (as prospective, unless said) or corrected; its name may change, its placements stay. */
export const saveProvider = action<Wish>({
  name: 'save-provider',
  says: 'Add or correct a provider, with whom to ring about attendance.',
  input,
  roles: ['ap-leader'],
  needs: ['provider'],
  decide,
});

function decide(known: Known, { provider: key, seen, values }: Wish): Decision {
  const stands = key === undefined ? undefined : known.records.provider.get(key);
  if (key !== undefined && !stands) return { problems: [{ field: 'provider', says: 'There is no such provider.' }] };
  if (stands && seen === undefined) return { problems: [{ field: 'seen', says: 'Say which version you saw.' }] };
  const problems = problemsIn(known, values, stands?.key);
  if (!stands && !values.name) problems.push({ field: 'values.name', says: 'Name is missing.' });
  if (!stands && !values.type) problems.push({ field: 'values.type', says: 'Type is missing.' });
  if (problems.length > 0) return { problems };
  const about = stands?.key ?? known.freshId('pr');
  const written = stands ? values : { status: 'Prospective' as const, ...values };
  return {
    changes: [{ kind: 'save', record: 'provider', key: about, seen: stands ? (seen ?? null) : null, values: written }],
    because: stands ? 'Provider corrected' : 'Provider added',
    about,
  };
}

function problemsIn(known: Known, values: Wish['values'], key: string | undefined): Problem[] {
  const problems: Problem[] = [];
  if (values.urn && !/^\d{6}$/.test(values.urn)) problems.push({ field: 'values.urn', says: 'A URN has six digits.' });
  if (values.ukprn && !/^\d{8}$/.test(values.ukprn)) {
    problems.push({ field: 'values.ukprn', says: 'A UKPRN has eight digits.' });
  }
  const name = values.name?.toLowerCase();
  if (name && known.records.provider.all().some((each) => each.key !== key && each.name.toLowerCase() === name)) {
    problems.push({ field: 'values.name', says: 'A provider of this name is in the list already.' });
  }
  return problems;
}
