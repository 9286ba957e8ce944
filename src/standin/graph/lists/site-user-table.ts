import { integer, type Row, row, rows, run, text } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import type { Tenant } from '../../tenants/tenant.ts';

/** What a principal that a site knows is: a person (or app), a group of the site, or a group or claim of the directory. */
export type SiteUserKind = 'Person' | 'SharePointGroup' | 'DomainGroup';

/** A principal that a site knows, as a row of its User Information List. */
export interface SiteUser {
  readonly id: number;
  /** SharePoint's claim, such as `i:0#.f|membership|somebody@school.example`. */
  readonly login: string;
  readonly title: string;
  readonly mail: string;
  readonly kind: SiteUserKind;
  /** Whether it administers the site collection. */
  readonly admin: boolean;
}

const kinds: readonly SiteUserKind[] = ['Person', 'SharePointGroup', 'DomainGroup'];

/** How the login of a Microsoft 365 group begins. */
export const GROUP_CLAIM = 'c:0o.c|federateddirectoryclaimprovider|';

/** Makes the table of those whom sites know. */
export function createSiteUserTable(state: State): void {
  state.db.exec(
    'create table if not exists site_users (id integer primary key, site text, login text, title text, mail text, kind text, admin integer)',
  );
}

/** Puts those in place whom a site knows from the start: SharePoint itself, its owners, its three groups and the apps with a grant. */
export function seedSiteUsers(state: State, tenant: Tenant): void {
  if (row(state.db, 'select 1 from site_users limit 1')) return;
  for (const { id, displayName, owners, grants } of tenant.sites) {
    addSiteUser(state, id, { login: 'SHAREPOINT\\system', title: 'System Account', kind: 'Person' });
    for (const person of tenant.people.filter((one) => owners.includes(one.id))) {
      const login = `i:0#.f|membership|${person.userPrincipalName}`;
      addSiteUser(state, id, { login, title: person.displayName, mail: person.mail, kind: 'Person', admin: true });
    }
    for (const part of ['Owners', 'Members', 'Visitors']) {
      const title = `${displayName} ${part}`;
      addSiteUser(state, id, { login: title, title, kind: 'SharePointGroup' });
    }
    for (const { appId } of grants) {
      const title = tenant.apps.find((app) => app.appId === appId)?.displayName ?? 'Application';
      addSiteUser(state, id, { login: `i:0i.t|ms.sp.ext|${appId}@${tenant.tenantId}`, title, kind: 'Person' });
    }
  }
}

/** Lets a principal in, as a site's owner does in SharePoint. Answers what is wrong, or nothing. */
export function letIn(state: State, given: Row): string | undefined {
  const { site, login, title, mail, kind = 'Person', admin } = given;
  if (typeof site !== 'string' || typeof login !== 'string' || typeof title !== 'string')
    return 'Name the site, the login and the title.';
  const known = kinds.find((one) => one === kind);
  if (known === undefined) return `The kind is one of ${kinds.join(', ')}.`;
  addSiteUser(state, site, { login, title, mail: String(mail ?? ''), kind: known, admin: admin === true });
  return undefined;
}

/** Everybody whom a site knows, in the order in which they came. */
export function siteUsers(state: State, site: string): readonly SiteUser[] {
  return rows(state.db, 'select * from site_users where site = ? order by id', site).map((found) => ({
    id: integer(found, 'id'),
    login: text(found, 'login'),
    title: text(found, 'title'),
    mail: text(found, 'mail'),
    kind: kinds.find((one) => one === text(found, 'kind')) ?? 'Person',
    admin: integer(found, 'admin') === 1,
  }));
}

type NewSiteUser = Pick<SiteUser, 'login' | 'title' | 'kind'> & Partial<Pick<SiteUser, 'mail' | 'admin'>>;

function addSiteUser(state: State, site: string, { login, title, kind, mail = '', admin = false }: NewSiteUser): void {
  run(
    state.db,
    'insert into site_users (site, login, title, mail, kind, admin) values (?, ?, ?, ?, ?, ?)',
    site,
    login,
    title,
    mail,
    kind,
    admin ? 1 : 0,
  );
}
