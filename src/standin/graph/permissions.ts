import type { AppCaller } from '../part.ts';
import { rows, text } from '../state/rows.ts';
import type { Mailbox, Site } from '../tenants/tenant.ts';
import type { Desk } from './desk.ts';
import { denied, GraphFailure, notFound } from './failure.ts';

/**
 * What a caller wants to do with a site: read, write items, make lists and columns, see and manage which apps may. No grant
 * covers the last: with Sites.Selected an app could raise its own (Graph docs, "permissions-selected-overview").
 */
export type Need = 'read' | 'write' | 'manage' | 'control';

const ENOUGH: Readonly<Record<Need, readonly string[]>> = {
  read: ['read', 'write', 'owner', 'fullcontrol'],
  write: ['write', 'owner', 'fullcontrol'],
  manage: ['owner', 'fullcontrol'],
  control: [],
};

/** The site, by id, by site guid or as `host:/path`; refuses a caller whose token or grant does not cover `need`. */
export function openSite(desk: Desk, caller: AppCaller, key: string, need: Need): Site {
  const sites = desk.context.tenant().sites;
  const wanted = key.toLowerCase();
  const found = sites.find((site) => addresses(site).includes(wanted));
  const siteWide = holds(caller, 'Sites.FullControl.All');
  if (!found) {
    if (siteWide || holds(caller, 'Sites.Selected')) throw notFound('Requested site could not be found');
    throw denied();
  }
  if (siteWide || rolesOn(desk, caller, found).some((role) => ENOUGH[need].includes(role))) return found;
  throw denied();
}

/** The sites that this caller may read. */
export function sitesFor(desk: Desk, caller: AppCaller): Site[] {
  const all = desk.context.tenant().sites;
  if (holds(caller, 'Sites.FullControl.All')) return [...all];
  return all.filter((site) => rolesOn(desk, caller, site).some((role) => ENOUGH.read.includes(role)));
}

/** The person or shared mailbox behind an object id or address; refuses what the app's mail or calendar scope leaves out. */
export function openMailbox(desk: Desk, caller: AppCaller, key: string, anyOf: readonly string[]): Mailbox {
  const { people, mailboxes } = desk.context.tenant();
  const wanted = key.toLowerCase();
  const found = [...people, ...mailboxes].find((one) => one.id === wanted || one.mail.toLowerCase() === wanted);
  const permissions = caller.permissions.filter((permission) => anyOf.includes(permission.name));
  if (permissions.length === 0) throw mailboxDenied();
  if (!found) throw new GraphFailure(404, 'ErrorInvalidUser', `The requested user '${key}' is invalid.`);
  const covers = permissions.some((permission) => !permission.mailboxes || permission.mailboxes.includes(found.mail));
  if (!covers) throw mailboxDenied();
  return { id: found.id, mail: found.mail, displayName: found.displayName };
}

/** Refuses a caller without any of these permissions. */
export function requirePermission(caller: AppCaller, ...anyOf: string[]): void {
  if (anyOf.some((name) => holds(caller, name))) return;
  throw new GraphFailure(403, 'Authorization_RequestDenied', 'Insufficient privileges to complete the operation.');
}

/** Whether the token carries this permission. */
export function holds(caller: AppCaller, name: string): boolean {
  return caller.permissions.some((permission) => permission.name === name);
}

function addresses(site: Site): string[] {
  const [, guid = ''] = site.id.split(',');
  return [site.id, guid, `${site.hostname},${guid}`, `${site.hostname}:${site.path}`].map((one) => one.toLowerCase());
}

function rolesOn(desk: Desk, caller: AppCaller, site: Site): string[] {
  if (!holds(caller, 'Sites.Selected')) return [];
  return rows(
    desk.context.state.db,
    'select role from site_permissions where site = ? and appId = ?',
    site.id,
    caller.appId,
  ).map((grant) => text(grant, 'role'));
}

function mailboxDenied(): GraphFailure {
  return new GraphFailure(403, 'ErrorAccessDenied', 'Access is denied. Check credentials and try again.');
}
