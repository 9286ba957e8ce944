import type { SchoolDay, TimeOfDay } from '../moment.ts';
import { momentOf } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';
import type { Pupil } from '../pupils/pupil.record.ts';
import { mayRead } from '../rights.ts';
import type { Facts } from '../rule.ts';
import type { Seen } from '../view.ts';
import { askedSessions } from './asked.ts';
import type { ExpectedSession } from './expected-sessions.ts';
import type { LoggedCall } from './follow-up.types.ts';
import { pupilSessionKey } from './marks.ts';

/** The session in which a pupil is expected, with the follow-up's placement first. */
export function heldOf(facts: Facts, pupil: string, date: SchoolDay, session: Session): ExpectedSession | undefined {
  const followUp = facts.records.followUp.get(pupilSessionKey(pupil, date, session));
  const all = askedSessions(facts, date, session).filter((held) => held.pupil.key === pupil);
  return all.find((held) => held.placement.key === followUp?.placement) ?? all[0];
}

/** Provider as a personal card shows it. */
export interface ProviderToRing {
  readonly key: string;
  readonly name: string;
  readonly contact?: string;
  readonly phone?: string;
}

/** Whom to ring at the provider. */
export function providerToRing(held: ExpectedSession | undefined): ProviderToRing {
  if (!held) return { key: '', name: 'the provider' };
  const { key, name, attendanceContact, attendancePhone, mainPhone } = held.provider;
  return { key, name, contact: attendanceContact, phone: attendancePhone ?? mainPhone };
}

/** The pupil's name for roles that may read it. */
export function nameFor(seen: Seen, pupil: Pupil): string | undefined {
  return mayRead(seen.by, 'pupil-core', pupil.key) ? (pupil.preferredName ?? pupil.legalName) : undefined;
}

/** Who `contact` of a call is, in words. */
export function whoIs(facts: Facts, contact: string): string {
  const known = facts.records.contact.get(contact);
  if (known) return `${known.type}: ${known.name}`;
  return places[contact] ?? contact;
}

/** The places and people to ask who are no contact of the pupil. */
export const places: Readonly<Record<string, string>> = {
  'on-the-way': 'On the way?',
  school: 'At school?',
  provider: 'Provider again',
  'social-worker': 'Social worker',
  'virtual-school': 'Virtual School',
  'youth-justice': 'Youth justice worker',
  police: 'Police',
};

/** The calls of one follow-up, oldest first. */
export function callsOf(facts: Facts, followUp: string): readonly LoggedCall[] {
  return [...facts.records.call.by('followUp', followUp)]
    .sort((a, b) => a.at.localeCompare(b.at))
    .map((call) => ({
      key: call.key,
      at: call.at,
      time: timeOf(call.at),
      who: whoIs(facts, call.contact),
      result: call.result,
      note: call.note,
      by: call.byName ?? '',
    }));
}

/** The wall-clock time of an instant. */
export function timeOf(instant: string): TimeOfDay {
  return momentOf(instant).time;
}
