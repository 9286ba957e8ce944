import type { Audience } from '../change.ts';
import type { SchoolDay } from '../moment.ts';
import type { Provider } from '../providers/provider.record.ts';
import { looksLikeMail } from '../reviews/invited.ts';
import { assignmentsOn } from '../roles.ts';
import type { Facts } from '../rule.ts';
import type { Visit } from './visit.record.ts';

/** Who hears of a visit: by an invitation from Outlook, each apart, or to be rung, written to or told. */
export interface AskedToVisit {
  readonly byMail: readonly { readonly audience: Audience; readonly name: string; readonly mail: string }[];
  readonly toTell: readonly { readonly name: string; readonly why: string }[];
}

/** What decides who hears of it. */
export type Asking = Pick<Visit, 'kind' | 'visitor'> & Partial<Pick<Visit, 'announced' | 'visitorName'>>;

/**
 * Who is asked to a visit on a day: who goes there, and of an announced one the provider's contact (clause 8.1). Of an
 * unannounced one, and of a look at papers, the provider hears nothing.
 */
export function askedToVisit(facts: Facts, provider: Provider, visit: Asking, today: SchoolDay): AskedToVisit {
  const sought = [visitorSought(facts, visit, today), ...providerSought(provider, visit)];
  return {
    byMail: sought.flatMap(({ audience, name, mail }) => (mail === undefined ? [] : [{ audience, name, mail }])),
    toTell: sought.flatMap(({ name, mail, why }) => (mail === undefined ? [{ name, why }] : [])),
  };
}

interface Sought {
  readonly audience: Audience;
  readonly name: string;
  readonly mail?: string;
  /** Why no invitation reaches them. */
  readonly why: string;
}

/** Mailbox of a member of staff, lower case, as AP Roles has it on a day; `undefined` where none is kept. */
export function mailOf({ records }: Facts, person: string, day: SchoolDay): string | undefined {
  const held = assignmentsOn(records.roleAssignment, day).filter((one) => one.person === person);
  return usable(held.find(({ mail }) => usable(mail))?.mail);
}

function visitorSought(facts: Facts, { visitor, visitorName: name = '' }: Asking, today: SchoolDay): Sought {
  const who = { audience: 'Staff', name } as const;
  if (visitor === undefined) return { ...who, why: 'Not on the staff list: ring, write or tell.' };
  const why = 'No e-mail address is kept with the role: ring, write or tell.';
  return { ...who, mail: mailOf(facts, visitor, today), why };
}

function providerSought(provider: Provider, { kind, announced }: Asking): readonly Sought[] {
  if (!announced || kind === 'Desktop') return [];
  const { mainContact, mainPhone, name, reviewEmail } = provider;
  const ring = mainPhone ? `Ring ${mainPhone}, write or tell.` : 'Ring, write or tell.';
  return [
    {
      audience: 'Provider',
      name: mainContact ? `${mainContact}, ${name}` : name,
      mail: usable(reviewEmail),
      why: `The provider has no e-mail address for reviews. ${ring}`,
    },
  ];
}

function usable(mail: string | undefined): string | undefined {
  return mail !== undefined && looksLikeMail.test(mail) ? mail.toLowerCase() : undefined;
}
