import type { Site } from '../../tenants/tenant.ts';
import { GROUP_CLAIM, type SiteUser } from '../lists/site-user-table.ts';
import { webUrlOf } from '../routes/sites/site-routes.ts';
import { type DriveFile, driveIdOf } from './file-table.ts';

/** A file or folder as Graph gives it. */
export function fileBody(site: Site, at: DriveFile): Record<string, unknown> {
  const kind = at.folder ? { folder: { childCount: 0 } } : { file: { mimeType: at.mimeType } };
  return {
    '@odata.etag': `"{${at.id}},${at.version}"`,
    id: at.id,
    name: at.name,
    eTag: `"{${at.id}},${at.version}"`,
    cTag: `"c:{${at.id}},${at.version}"`,
    size: at.size,
    createdDateTime: at.created,
    lastModifiedDateTime: at.modified,
    webUrl: `${webUrlOf(site)}/Shared%20Documents/${encodeURIComponent(at.name)}`,
    parentReference: { driveId: driveIdOf(site), driveType: 'documentLibrary', id: at.parent, siteId: site.id },
    ...kind,
  };
}

/** A drive as Graph gives it; its owner is the site's Microsoft 365 group, where it has one. */
export function driveBody(site: Site, users: readonly SiteUser[]): Record<string, unknown> {
  const group = users.find(({ login }) => login.startsWith(GROUP_CLAIM));
  const owner = users.find(({ admin }) => admin);
  return {
    owner: group
      ? { group: { id: group.login.slice(GROUP_CLAIM.length), displayName: group.title, email: group.mail } }
      : { user: { displayName: owner?.title ?? 'System Account' } },
    id: driveIdOf(site),
    name: 'Documents',
    driveType: 'documentLibrary',
    webUrl: `${webUrlOf(site)}/Shared%20Documents`,
    createdDateTime: '2026-09-01T08:00:00Z',
    lastModifiedDateTime: '2026-09-01T08:00:00Z',
  };
}

/** The root folder of a drive. */
export function rootBody(site: Site): Record<string, unknown> {
  return {
    id: 'root',
    name: 'root',
    webUrl: `${webUrlOf(site)}/Shared%20Documents`,
    root: {},
    folder: { childCount: 0 },
    size: 0,
  };
}
