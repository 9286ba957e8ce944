import type { Graph } from './graph.ts';
import { GraphTroubled } from './graph-error.ts';

/** A person, group or application that a site knows. */
export interface SiteUser {
  /** SharePoint's claim, such as `i:0#.f|membership|somebody@school.example`; for a group of the site its name. */
  readonly login: string;
  readonly name: string;
  readonly mail?: string;
  /** Whether they administer the site collection: what the admin centre calls an owner. */
  readonly admin: boolean;
  readonly siteGroup: boolean;
}

/** An application with a grant on a site. */
export interface SiteGrant {
  readonly application: string;
  readonly appId: string;
  /** `read`, `write`, `owner` or `fullcontrol`. */
  readonly roles: readonly string[];
}

/**
 * Everybody whom a site knows, from its hidden User Information List: who has been let in, by name or in a group of the site,
 * now or once. Members of the site's groups and of directory groups are not in it (Sites.Selected, read).
 */
export async function usersOfSite(graph: Graph, site: string): Promise<readonly SiteUser[]> {
  const found: SiteUser[] = [];
  const list = `/sites/${site}/lists/User%20Information%20List/items?$expand=fields&$top=500`;
  for await (const page of graph.pages(list)) {
    for (const item of Array.isArray(page.value) ? page.value : []) {
      const { contentType, fields } = Object(item);
      const { Name, Title, EMail, IsSiteAdmin, Deleted, ContentType } = Object(fields);
      if (Deleted === true) continue;
      const kind = Object(contentType).name ?? ContentType;
      found.push({
        login: String(Name ?? Title ?? ''),
        name: String(Title ?? Name ?? ''),
        mail: typeof EMail === 'string' ? EMail : undefined,
        admin: IsSiteAdmin === true,
        siteGroup: kind === 'SharePointGroup',
      });
    }
  }
  return found;
}

/** The document library of a site: the Microsoft 365 group that it belongs to, by name, where there is one. */
export interface SiteLibrary {
  readonly group?: string;
}

/** The library that a site has by itself; undefined where somebody took it away (Sites.Selected, read). */
export async function libraryOfSite(graph: Graph, site: string): Promise<SiteLibrary | undefined> {
  try {
    const { owner } = Object(await graph.get(`/sites/${site}/drive?$select=id,owner`));
    const { group } = Object(owner);
    return group ? { group: String(Object(group).displayName ?? Object(group).id) } : {};
  } catch (error) {
    if (error instanceof GraphTroubled && error.kind === 'NotFound') return undefined;
    throw error;
  }
}

/** The applications with a grant on a site; undefined where the caller may not see them, which takes Sites.FullControl.All. */
export async function grantsOnSite(graph: Graph, site: string): Promise<readonly SiteGrant[] | undefined> {
  const grants: SiteGrant[] = [];
  try {
    for await (const page of graph.pages(`/sites/${site}/permissions`)) {
      for (const grant of Array.isArray(page.value) ? page.value : []) grants.push(...grantsIn(Object(grant)));
    }
    return grants;
  } catch (error) {
    if (error instanceof GraphTroubled && error.kind === 'Forbidden') return undefined;
    throw error;
  }
}

function grantsIn({ roles, grantedToIdentitiesV2 }: Readonly<Record<string, unknown>>): readonly SiteGrant[] {
  const held = Array.isArray(roles) ? roles.map(String) : [];
  return (Array.isArray(grantedToIdentitiesV2) ? grantedToIdentitiesV2 : []).flatMap((identity) => {
    const { id, displayName } = Object(Object(identity).application);
    return typeof id === 'string' ? [{ application: String(displayName ?? id), appId: id, roles: held }] : [];
  });
}
