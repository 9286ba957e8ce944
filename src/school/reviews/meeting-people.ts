import type { Placement } from '../placements/placement.record.ts';
import type { Facts } from '../rule.ts';
import type { InvitedTo } from './invited.ts';

/** Somebody in a meeting of Outlook; the address in lower case. */
export interface InMeeting {
  readonly mail: string;
  readonly name: string;
  readonly required: boolean;
}

/** Somebody who is not to be in the staff's meeting, and why: "Gets an invitation of their own." */
export interface NotInMeeting {
  readonly mail: string;
  readonly says: string;
}

/** Who belongs into the staff's meeting of a review, as far as addresses tell. */
export interface MeetingPeople {
  readonly staff: readonly InMeeting[];
  /** Addresses of everybody around the pupil who is not staff. */
  readonly apart: readonly NotInMeeting[];
  /** What stands behind the @ of the school's own addresses. */
  readonly domains: readonly string[];
}

/**
 * Who belongs into the meeting that a member of staff made: staff alone, since each of the others must not see them nor each
 * other. A barred person's address is out even where it is a school's own.
 */
export function meetingPeople(
  { records, settings }: Facts & { readonly settings: { readonly organiser: string } },
  placement: Placement,
  { byMail, refused }: InvitedTo,
): MeetingPeople {
  const staff = byMail.flatMap(({ audience, mail, name, required }) =>
    audience === 'Staff' && mail !== undefined ? [{ mail, name, required }] : [],
  );
  const invited = new Set(byMail.map(({ mail }) => mail));
  const contacts = records.contact.by('pupil', placement.pupil).flatMap(({ key, email }) => {
    const mail = email?.toLowerCase();
    if (!mail) return [];
    const barred = refused.find((one) => one.key === key);
    return [{ mail, says: barred?.says ?? (invited.has(mail) ? ownInvitation : toAsk) }];
  });
  const office = records.provider.get(placement.provider)?.reviewEmail?.toLowerCase();
  return {
    staff,
    apart: [...contacts, ...(office ? [{ mail: office, says: ownInvitation }] : [])],
    domains: [...new Set([settings.organiser, ...staff.map(({ mail }) => mail)].map(domainOf))].filter(Boolean),
  };
}

const ownInvitation = 'Gets an invitation of their own, in which nobody sees the others.';
const toAsk = 'Is not asked by mail: ring, write or tell.';
const unknown = 'Is not known as staff. Outsiders are invited as contacts of the pupil, each apart.';

/** Those of a meeting who stay in it or come into it, and those who leave it with the reason. */
export function corrected(
  { staff, apart, domains }: MeetingPeople,
  now: readonly InMeeting[],
): { readonly people: readonly InMeeting[]; readonly leave: readonly NotInMeeting[] } {
  const wanted = staff.filter(({ mail }) => !apart.some((one) => one.mail === mail));
  const others = now.filter(({ mail }) => !wanted.some((one) => one.mail === mail));
  const leave = others.flatMap(({ mail }) => {
    const known = apart.find((one) => one.mail === mail);
    if (known) return [known];
    return domains.includes(domainOf(mail)) ? [] : [{ mail, says: unknown }];
  });
  const stay = others.filter(({ mail }) => !leave.some((one) => one.mail === mail));
  return { people: [...wanted, ...stay], leave };
}

function domainOf(mail: string): string {
  return mail.split('@')[1]?.toLowerCase() ?? '';
}
