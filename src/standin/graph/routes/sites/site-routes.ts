import { randomUUID } from 'node:crypto';
import { isRow, row, rows, run, text } from '../../../state/rows.ts';
import type { Site } from '../../../tenants/tenant.ts';
import { jsonBody, option, param, type Route } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { invalid } from '../../failure.ts';
import { openSite, sitesFor } from '../../permissions.ts';

/** Sites by id, by path and by search, and the grants on them. */
export function siteRoutes(desk: Desk): Route[] {
  const { db } = desk.context.state;
  const grants = (site: Site) =>
    rows(db, 'select * from site_permissions where site = ?', site.id).map((grant) => ({
      id: text(grant, 'id'),
      roles: [text(grant, 'role')],
      grantedToIdentitiesV2: [{ application: appIdentity(desk, text(grant, 'appId')) }],
    }));
  return [
    {
      method: 'GET',
      path: '/sites',
      units: 2,
      answer(call) {
        const wanted = (option(call, 'search') ?? '').toLowerCase();
        const found = sitesFor(desk, call.caller).filter(
          (site) => wanted === '*' || site.displayName.toLowerCase().includes(wanted),
        );
        return { status: 200, body: { value: found.map((site) => siteBody(site)) } };
      },
    },
    {
      method: 'GET',
      path: '/sites/{site}',
      units: 1,
      answer: (call) => ({
        status: 200,
        body: siteBody(openSite(desk, call.caller, param(call, 'site').replace(':/', ':/'), 'read')),
      }),
    },
    {
      method: 'GET',
      path: '/sites/{site}/permissions',
      units: 5,
      answer: (call) => ({
        status: 200,
        body: { value: grants(openSite(desk, call.caller, param(call, 'site'), 'control')) },
      }),
    },
    {
      method: 'POST',
      path: '/sites/{site}/permissions',
      units: 5,
      answer(call) {
        const site = openSite(desk, call.caller, param(call, 'site'), 'control');
        const { roles, appId } = grantIn(jsonBody(call));
        const id = randomUUID();
        run(db, 'insert into site_permissions (site, appId, role, id) values (?, ?, ?, ?)', site.id, appId, roles, id);
        return { status: 201, body: grants(site).find((grant) => grant.id === id) };
      },
    },
  ];
}

/** Makes the table of grants. */
export function createGrantTable(desk: Desk): void {
  desk.context.state.db.exec(
    'create table if not exists site_permissions (site text, appId text, role text, id text primary key)',
  );
}

/** Puts the tenant's own grants in place, after a reset. */
export function seedGrants(desk: Desk): void {
  const { db } = desk.context.state;
  if (row(db, 'select 1 from site_permissions limit 1')) return;
  for (const site of desk.context.tenant().sites) {
    for (const grant of site.grants) {
      run(
        db,
        'insert into site_permissions (site, appId, role, id) values (?, ?, ?, ?)',
        site.id,
        grant.appId,
        grant.role,
        randomUUID(),
      );
    }
  }
}

/** Where a site's pages would be. */
export function webUrlOf(site: Site): string {
  return `https://${site.hostname}${site.path}`;
}

function siteBody(site: Site): Record<string, unknown> {
  return {
    id: site.id,
    name: site.path.split('/').at(-1),
    displayName: site.displayName,
    webUrl: webUrlOf(site),
    createdDateTime: '2026-09-01T08:00:00Z',
    lastModifiedDateTime: '2026-09-01T08:00:00Z',
    siteCollection: { hostname: site.hostname },
  };
}

function grantIn(body: Readonly<Record<string, unknown>>): { roles: string; appId: string } {
  const role = Array.isArray(body.roles) ? String(body.roles[0]) : '';
  const granted = body.grantedToIdentities ?? body.grantedToIdentitiesV2;
  const first: unknown = Array.isArray(granted) ? granted[0] : body.grantedTo;
  const application = isRow(first) && isRow(first.application) ? first.application : undefined;
  if (!['read', 'write', 'owner', 'fullcontrol'].includes(role) || typeof application?.id !== 'string') {
    throw invalid('A grant needs one role and an application.');
  }
  return { roles: role, appId: application.id };
}

function appIdentity(desk: Desk, appId: string): Record<string, unknown> {
  const app = desk.context.tenant().apps.find((one) => one.appId === appId);
  return { id: appId, displayName: app?.displayName ?? 'Application' };
}
