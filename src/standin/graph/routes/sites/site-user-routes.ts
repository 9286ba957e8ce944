import { option, param, type Route, refuseOptions } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { wantedFields } from '../../lists/bodies.ts';
import { type SiteUser, siteUsers } from '../../lists/site-user-table.ts';
import { openSite } from '../../permissions.ts';

/** The hidden list in which each site keeps whom it knows; read only, and without the members of the site's groups. */
export function siteUserRoutes(desk: Desk): Route[] {
  return [
    {
      method: 'GET',
      path: '/sites/{site}/lists/User Information List/items',
      units: 2,
      answer(call) {
        refuseOptions(call, 'filter', 'orderby', 'search');
        const site = openSite(desk, call.caller, param(call, 'site'), 'read');
        const wanted = wantedFields(option(call, 'expand'));
        const value = siteUsers(desk.context.state, site.id).map((user) => ({
          id: String(user.id),
          contentType: { name: user.kind },
          ...(wanted === 'none' ? {} : { fields: chosen(fieldsOf(user), wanted) }),
        }));
        return { status: 200, body: { value } };
      },
    },
  ];
}

function fieldsOf({ id, title, login, mail, admin, kind }: SiteUser): Record<string, unknown> {
  return {
    id: String(id),
    ContentType: kind,
    Title: title,
    Name: login,
    ...(mail === '' ? {} : { EMail: mail }),
    IsSiteAdmin: admin,
    Deleted: false,
    UserInfoHidden: false,
  };
}

function chosen(fields: Record<string, unknown>, wanted: 'all' | readonly string[]): Record<string, unknown> {
  if (wanted === 'all') return fields;
  return Object.fromEntries(Object.entries(fields).filter(([name]) => wanted.includes(name)));
}
