import { isFlagged } from '../attendance/flagged.ts';
import { pupilWords } from '../attendance/pupil-words.ts';
import type { Contact } from '../contacts/contact.record.ts';
import type { SchoolDay } from '../moment.ts';
import type { Role } from '../office/role-assignment.record.ts';
import type { Placement } from '../placements/placement.record.ts';
import type { Pupil } from '../pupils/pupil.record.ts';
import { assignmentsOn, holdersOf } from '../roles.ts';
import type { Facts } from '../rule.ts';
import { isDirection } from './direction.ts';
import type { Meeting } from './meeting.record.ts';
import type { ReviewKind } from './review.record.ts';
import { standsFor } from './reviews-of.ts';

/** Somebody who is asked to a review. */
export interface Asked {
  /** Entra object id of staff, RecordKey of a contact, provider or pupil: the second part of the invitee's key. */
  readonly key: string;
  readonly name: string;
  /** Address for the invitation; absent for those who are asked otherwise. */
  readonly mail?: string;
  readonly audience: Meeting['audience'];
  /** False: asked, and it can be held without them. */
  readonly required: boolean;
}

/** Somebody whom no mail may or can reach: rung, written to or told. */
export interface ToAsk extends Asked {
  /** "No e-mail address is kept: ring, write or tell." */
  readonly why: string;
}

/** Somebody around the pupil who is not asked. */
export interface NotAsked {
  readonly key: string;
  readonly name: string;
  /** What stands in the way, in a sentence. */
  readonly says: string;
}

/** Who takes part in a review. */
export interface InvitedTo {
  /** Reached by an invitation from Outlook. */
  readonly byMail: readonly Asked[];
  readonly toAsk: readonly ToAsk[];
  readonly refused: readonly NotAsked[];
  /** The pupil, by initials and year: always asked in person. */
  readonly pupil: { readonly key: string; readonly name: string };
}

/**
 * Who is asked to a review of a placement on a day: staff by their roles and the pupil's flags, parents and carers who may
 * attend, the provider, and professionals by flag (clauses 7.5, 7.6, 8.2; domain.md 4.2 for a direction). Parents are mailed
 * only where they agreed to notices by e-mail; a barred person is never asked, in whatever part.
 */
export function invitedTo(facts: Facts, placement: Placement, kind: ReviewKind, today: SchoolDay): InvitedTo {
  const pupil = facts.records.pupil.get(placement.pupil);
  const contacts = facts.records.contact.by('pupil', placement.pupil);
  const barred = contacts.filter((one) => one.barred);
  const around = contacts.filter((one) => !one.barred).toSorted((a, b) => (a.order ?? 99) - (b.order ?? 99));
  const wanted: readonly Sought[] = [
    ...staffFor(facts, placement, pupil, kind, today),
    ...around.flatMap((one) => parent(one)),
    ...providerOf(facts, placement),
    ...around.flatMap((one) => professional(one, pupil)),
  ].map((one) => (barred.some(({ email }) => email?.toLowerCase() === one.mail) ? sharesAddress(one) : one));
  const absent = around.filter((one) => isFamily(one) && !one.mayAttend && one.parentalResponsibility);
  return {
    byMail: wanted.flatMap(({ why, ...one }) => (why === undefined ? [one] : [])),
    toAsk: wanted.flatMap(({ why, mail: _mail, ...one }) => (why === undefined ? [] : [{ ...one, why }])),
    refused: [
      ...barred.map((one) => ({ ...named(one), says: barredSentence })),
      ...absent.map((one) => ({ ...named(one), says: 'May not attend meetings, as the contact says: not asked.' })),
    ],
    pupil: { key: placement.pupil, name: pupilWords(facts, placement.pupil) },
  };
}

/** The same without members of staff who need not come; who must come is asked all the same. */
export function leavingOut(invited: InvitedTo, people: readonly string[]): InvitedTo {
  const stays = ({ key, audience, required }: Asked) => required || audience !== 'Staff' || !people.includes(key);
  return { ...invited, byMail: invited.byMail.filter(stays), toAsk: invited.toAsk.filter(stays) };
}

/** Why nobody asks a barred person. */
export const barredSentence = 'Barred from contact about this pupil: not asked. The DSL knows the reason.';

interface Sought extends Asked {
  readonly why?: string;
}

/** What goes to that address, the barred person may read. */
function sharesAddress(one: Sought): Sought {
  if (one.mail === undefined) return one;
  return { ...one, why: 'A barred person has the same e-mail address: ring, write or tell.' };
}

const named = ({ key, name }: Contact) => ({ key, name });

function staffFor(
  facts: Facts,
  placement: Placement,
  pupil: Pupil | undefined,
  kind: ReviewKind,
  today: SchoolDay,
): readonly Sought[] {
  const { roleAssignment } = facts.records;
  const statutory = isDirection(placement) && standsFor[kind].direction;
  const held = (role: Role) => holdersOf(roleAssignment, role, today);
  // One of each leads or answers for it; a second holder of the role may come, and need not be free.
  const leading = (role: Role) => held(role).map((one, nth) => ({ ...one, required: nth === 0 }));
  const own = assignmentsOn(roleAssignment, today).filter(
    (one) =>
      one.role === 'tutor' &&
      (one.person === pupil?.tutor || (one.pupils ?? '').split(/;\s*/).includes(placement.pupil)),
  );
  const all = [
    ...leading('ap-leader'),
    ...(kind === 'Emergency' || (pupil && isFlagged(pupil)) ? leading('dsl') : []),
    ...(pupil?.send === 'EHCP' ? leading('senco') : []),
    ...(pupil?.cla === 'CLA' ? leading('designated-teacher') : []),
    ...own.map((one) => ({ ...one, required: false })),
    ...(statutory ? [...leading('head'), ...nominee(facts, placement)] : []),
  ];
  const people = new Map<string, Sought>();
  for (const { person, personName, mail, required } of all) {
    const before = people.get(person);
    people.set(person, {
      key: person,
      name: personName,
      ...reached(before?.mail ?? mail, 'No e-mail address is kept with the role'),
      audience: 'Staff',
      required: required || before?.required === true,
    });
  }
  return [...people.values()];
}

/** The trust's nominee for a direction, who must not be the head (domain.md 4.2); known by mail only with a role here. */
function nominee({ records }: Facts, { trustNominee, trustNomineeName }: Placement) {
  if (trustNominee === undefined) return [];
  const mail = records.roleAssignment.all().find((one) => one.person === trustNominee && one.mail)?.mail;
  return [{ person: trustNominee, personName: trustNomineeName ?? 'Nominee of the trust', mail, required: true }];
}

const isFamily = ({ type }: Contact) => type === 'Parent' || type === 'Carer';

function parent(one: Contact): readonly Sought[] {
  if (!isFamily(one) || !one.mayAttend) return [];
  const agreed = one.emailAgreedForNotices || one.email === undefined;
  const reach = agreed
    ? reached(one.email, 'No e-mail address is kept')
    : { why: 'Has not agreed to notices by e-mail: ring, write or tell.' };
  return [{ ...named(one), ...reach, audience: 'Parents', required: false }];
}

function providerOf({ records }: Facts, placement: Placement): readonly Sought[] {
  const provider = records.provider.get(placement.provider);
  // A unit on the school's own site has no office outside to write to: its staff are the school's.
  if (!provider || provider.type === 'OnSite') return [];
  const reach = reached(provider.reviewEmail, 'No e-mail address for reviews is kept with the provider');
  const name = provider.mainContact ? `${provider.mainContact}, ${provider.name}` : provider.name;
  return [{ key: provider.key, name, ...reach, audience: 'Provider', required: false }];
}

/** Whom a pupil's flags bring to the table (clauses 7.5, 7.6; domain.md 4.9). They come by their office, so the flag decides. */
function professional(one: Contact, pupil: Pupil | undefined): readonly Sought[] {
  const looked = pupil?.cla === 'CLA';
  const wanted: Partial<Record<Contact['type'], boolean>> = {
    SocialWorker: looked || (pupil?.socialWorker ?? 'None') !== 'None',
    VSH: looked,
    'LA-SEND': pupil?.send === 'EHCP',
    YOT: pupil?.youthJustice,
  };
  if (!wanted[one.type]) return [];
  const reach = reached(one.email, 'No e-mail address is kept');
  return [{ ...named(one), ...reach, audience: 'Professionals', required: false }];
}

/** One address that Outlook refuses would lose the invitation of everybody: it is told by the look of it. */
export const looksLikeMail = /^[^@\s,;<>]+@[^@\s,;<>.]+(\.[^@\s,;<>.]+)+$/;

function reached(mail: string | undefined, without: string): { readonly mail?: string; readonly why?: string } {
  if (mail === undefined || mail === '') return { why: `${without}: ring, write or tell.` };
  if (looksLikeMail.test(mail)) return { mail: mail.toLowerCase() };
  return { why: 'The e-mail address that is kept cannot be one: ring, write or tell.' };
}
