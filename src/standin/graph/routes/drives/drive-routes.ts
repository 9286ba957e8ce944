import type { Site } from '../../../tenants/tenant.ts';
import { type Answer, type Call, option, param, type Route } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { driveBody, fileBody, rootBody } from '../../drive/file-body.ts';
import {
  childOf,
  childrenOf,
  contentOf,
  type DriveFile,
  driveIdOf,
  fileAt,
  fileById,
  makeFolders,
  removeFile,
  writeFile,
} from '../../drive/file-table.ts';
import { GraphFailure, invalid, notFound } from '../../failure.ts';
import { select } from '../../lists/bodies.ts';
import { siteUsers } from '../../lists/site-user-table.ts';
import { type Need, openSite } from '../../permissions.ts';
import { startUpload } from './uploads.ts';

const SMALL = 250 * 1024 * 1024;

/** The default document library of a site: files by path or id, small uploads, upload sessions. */
export function driveRoutes(desk: Desk): Route[] {
  const here = (method: string, path: string, units: number, answer: (call: Call) => Answer): Route[] =>
    ['/sites/{site}/drive', '/drives/{drive}'].map((start) => ({ method, path: `${start}${path}`, units, answer }));
  return [
    ...here('GET', '', 1, (call) => {
      const site = openDrive(desk, call, 'read');
      const body = driveBody(site, siteUsers(desk.context.state, site.id));
      return { status: 200, body: select(body, option(call, 'select')) };
    }),
    ...here('GET', '/root', 1, (call) => ({ status: 200, body: rootBody(openDrive(desk, call, 'read')) })),
    ...here('GET', '/root/children', 2, (call) => children(desk, call)),
    ...here('GET', '/items/{item}/children', 2, (call) => children(desk, call)),
    ...['/root:', '/items/{item}'].flatMap((path) => [
      ...here('GET', path, 1, (call) => file(desk, call)),
      ...here('DELETE', path, 2, (call) => remove(desk, call)),
      ...here('GET', `${path}/content`, 1, (call) => download(desk, call)),
    ]),
    ...['/root:/content', '/items/{item}/content'].flatMap((path) =>
      here('PUT', path, 2, (call) => upload(desk, call)),
    ),
    ...['/root:/createUploadSession', '/items/{item}/createUploadSession'].flatMap((path) =>
      here('POST', path, 2, (call) => {
        const site = openDrive(desk, call, 'write');
        return startUpload(desk, call, { site: site.id, ...placeOf(desk, call, site) });
      }),
    ),
  ];
}

/** The site whose drive a call names. */
function openDrive(desk: Desk, call: Call, need: Need): Site {
  if (call.params.site !== undefined) return openSite(desk, call.caller, param(call, 'site'), need);
  const found = desk.context.tenant().sites.find((site) => driveIdOf(site) === param(call, 'drive'));
  if (!found) throw notFound('The drive could not be found.');
  return openSite(desk, call.caller, found.id, need);
}

function openFile(desk: Desk, call: Call, need: Need): { site: Site; at: DriveFile } {
  const { state } = desk.context;
  const site = openDrive(desk, call, need);
  const address = addressOf(call);
  const at =
    address.names.length === 0
      ? fileById(state, site.id, address.from)
      : fileAt(state, site.id, address.from, address.names);
  if (!at) throw notFound('The resource could not be found.');
  return { site, at };
}

/** `root:/a/b`, `items/{id}` or `items/{id}:/name`. */
function addressOf(call: Call): { from: string; names: string[] } {
  const { path, item } = call.params;
  if (path !== undefined) return { from: 'root', names: split(path) };
  const [id = '', below = ''] = (item ?? '').split(/:\/?(.*)/s);
  return { from: id, names: split(below) };
}

function split(path: string): string[] {
  const names = path.split('/').filter((name) => name !== '');
  if (names.some((name) => /["*:<>?\\|]/.test(name) || name.length > 255)) {
    throw invalid('The name contains characters that are not allowed.');
  }
  return names;
}

function placeOf(desk: Desk, call: Call, site: Site): { parent: string; name: string } {
  const { state } = desk.context;
  const { from, names } = addressOf(call);
  const name = names.at(-1);
  if (name === undefined) {
    const at = fileById(state, site.id, from);
    if (!at) throw notFound();
    return { parent: at.parent, name: at.name };
  }
  if (from !== 'root') return { parent: from, name };
  return { parent: makeFolders(state, site.id, names.slice(0, -1), desk.now()), name };
}

function children(desk: Desk, call: Call): Answer {
  const site = openDrive(desk, call, 'read');
  const found = childrenOf(desk.context.state, site.id, call.params.item ?? 'root');
  return { status: 200, body: { value: found.map((one) => select(fileBody(site, one), option(call, 'select'))) } };
}

function file(desk: Desk, call: Call): Answer {
  const { site, at } = openFile(desk, call, 'read');
  return { status: 200, body: select(fileBody(site, at), option(call, 'select')) };
}

function remove(desk: Desk, call: Call): Answer {
  const { at } = openFile(desk, call, 'write');
  desk.context.state.transaction(() => removeFile(desk.context.state, at));
  return { status: 204 };
}

function download(desk: Desk, call: Call): Answer {
  const { at } = openFile(desk, call, 'read');
  if (at.folder) throw invalid('A folder has no content.');
  return { status: 200, headers: { 'Content-Type': at.mimeType }, bytes: contentOf(desk.context.state, at) };
}

function upload(desk: Desk, call: Call): Answer {
  const site = openDrive(desk, call, 'write');
  if (call.body.length > SMALL) throw new GraphFailure(413, 'requestEntityTooLarge', 'Use an upload session.');
  const { state } = desk.context;
  return state.transaction(() => {
    const place = placeOf(desk, call, site);
    const old = childOf(state, site.id, place.parent, place.name);
    const conflict = call.query.get('@microsoft.graph.conflictBehavior') ?? 'replace';
    if (old && conflict === 'fail')
      throw new GraphFailure(409, 'nameAlreadyExists', 'The specified item name already exists.');
    const mimeType = call.headers['content-type'] ?? 'application/octet-stream';
    const saved = writeFile(state, { site: site.id, mimeType, ...place }, call.body, desk.now());
    return { status: old ? 200 : 201, body: fileBody(site, saved) };
  });
}
