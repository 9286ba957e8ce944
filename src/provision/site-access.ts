import type { SiteGrant, SiteUser } from '../microsoft365/site-users.ts';

/** What Graph tells about a site's doors. */
export interface SiteDoors {
  readonly users: readonly SiteUser[];
  /** The Microsoft 365 group to which the site belongs. */
  readonly group?: string;
  /** Applications with a grant; undefined where they may not be seen. */
  readonly grants?: readonly SiteGrant[];
  /** Logins that somebody has looked at and accepted, from the file of SITES. */
  readonly accepted: readonly string[];
}

/** Who can open a site, a line each; and what must not be so, a sentence each. */
export interface SiteAccess {
  readonly lines: readonly string[];
  readonly wrong: readonly string[];
}

const takeAway =
  'Take them away under Site permissions and at /_layouts/15/people.aspx?MembershipGroupId=0 of the site';

/**
 * Who can open a site that holds pupils' records: two named owners, the app, and nobody else (no member, no guest, no group
 * whose members change elsewhere, no Microsoft 365 group). Whoever the site knows counts as able to open it, as Graph does not
 * tell whether they still can; what Graph cannot tell at all is said as such, with how to look by hand.
 */
export function siteAccess({ users, group, grants, accepted }: SiteDoors): SiteAccess {
  const others = users.filter(({ login }) => !isSharePoint(login));
  const people = others.filter(({ siteGroup }) => !siteGroup);
  const owners = people.filter(({ admin, login }) => admin && isMember(login));
  const strangers = people.filter((user) => !owners.includes(user) && !accepted.includes(user.login));
  const siteGroups = others.filter(({ siteGroup }) => siteGroup).map(({ name }) => name);
  const rest = people.filter((user) => accepted.includes(user.login) && !owners.includes(user));
  return {
    lines: [
      ...owners.map((user) => `${called(user)} can open the site: owner.`),
      ...rest.map((user) => `${called(user)} can open the site: accepted in the file of SITES.`),
      ...(grants ?? []).map((one) => `${one.application} (${one.appId}) may use the site: ${one.roles.join(', ')}.`),
      ...(grants === undefined ? [byHandGrants] : []),
      ...(siteGroups.length > 0 ? [byHandGroups(siteGroups)] : []),
    ],
    wrong: [
      ...(group === undefined
        ? []
        : [`The site belongs to the Microsoft 365 group ${group}, and everybody in it can open it. Use another site.`]),
      ...(owners.length === 2
        ? []
        : [`The site has ${owners.length} named owners and must have two. Set them in the SharePoint admin centre.`]),
      ...strangers.map((user) => `${called(user)} ${whatFor(user.login)} ${takeAway}${or(user)}.`),
      ...((grants?.length ?? 0) > 2
        ? ['More than two applications have a grant on the site: the app and its set-up. Delete the others’ grants.']
        : []),
    ],
  };
}

const byHandGrants =
  'Which applications have a grant Graph tells only to Sites.FullControl.All: an administrator looks with GET /sites/{id}/permissions.';

function byHandGroups(names: readonly string[]): string {
  return `Who is in the site’s own groups (${names.join(', ')}) Graph does not tell: an owner looks under Site permissions, Advanced. Members and Visitors must be empty.`;
}

/** SharePoint's own accounts, and applications, whose grants are looked at by themselves. */
function isSharePoint(login: string): boolean {
  return /^(sharepoint\\|nt (service|authority)\\|i:0i\.t\|)/i.test(login);
}

/** A person of this tenant: neither a guest nor a group nor a claim. */
function isMember(login: string): boolean {
  return /^i:0#\.f\|membership\|/i.test(login) && !isGuest(login);
}

function isGuest(login: string): boolean {
  return /#ext#|urn:spo:guest/i.test(login);
}

function whatFor(login: string): string {
  if (/^c:0\(\.s\|true$|spo-grid-all-users/i.test(login)) return 'stands for everybody, and is known to the site.';
  if (/^c:0o\.c\|/i.test(login)) return 'is a Microsoft 365 group, and is known to the site.';
  if (!/^i:/i.test(login)) return 'is a group of the directory, and is known to the site.';
  return isGuest(login)
    ? 'is a guest, and is known to the site.'
    : 'is not an owner, and is known to the site: they may be able to open it.';
}

function or({ login }: SiteUser): string {
  return `, or accept ${login} in the file of SITES`;
}

function called({ name, mail }: SiteUser): string {
  return mail ? `${name} (${mail})` : name;
}
