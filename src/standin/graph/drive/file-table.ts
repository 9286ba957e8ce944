import { randomBytes, randomUUID } from 'node:crypto';
import { integer, type Row, row, rows, run, text } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import type { Site } from '../../tenants/tenant.ts';

/** A file or folder of a site's document library. `parent` is a folder's id or `root`; `size` in bytes. */
export interface DriveFile {
  readonly site: string;
  readonly id: string;
  readonly parent: string;
  readonly name: string;
  readonly folder: boolean;
  readonly size: number;
  readonly version: number;
  readonly mimeType: string;
  readonly created: string;
  readonly modified: string;
}

/** An upload in parts: what has come so far and where it will lie. */
export interface Upload {
  readonly id: string;
  readonly site: string;
  readonly parent: string;
  readonly name: string;
  readonly conflict: string;
  readonly received: Buffer;
  readonly expires: string;
}

/** Makes the tables of files. Content is kept as base64 text. */
export function createFileTables(state: State): void {
  state.db.exec(`
    create table if not exists files (site text, id text primary key, parent text, name text, folder integer,
      size integer, version integer, mimeType text, created text, modified text, content text);
    create index if not exists files_parent on files (site, parent, name);
    create table if not exists uploads (id text primary key, site text, parent text, name text, conflict text,
      received text, expires text);`);
}

/** The id of a site's default drive; the same as long as the site is. */
export function driveIdOf(site: Site): string {
  return `b!${Buffer.from(site.id.split(',').slice(1).join(',')).toString('base64url')}`;
}

/** Something in a folder by name, whatever its case. */
export function childOf(state: State, site: string, parent: string, name: string): DriveFile | undefined {
  return one(row(state.db, `${FILE} where site = ? and parent = ? and lower(name) = lower(?)`, site, parent, name));
}

/** A file or folder by id. */
export function fileById(state: State, site: string, id: string): DriveFile | undefined {
  return one(row(state.db, `${FILE} where site = ? and id = ?`, site, id));
}

/** What lies in a folder, by name. */
export function childrenOf(state: State, site: string, parent: string): DriveFile[] {
  return rows(state.db, `${FILE} where site = ? and parent = ? order by lower(name)`, site, parent).map(readFile);
}

/** The folder at a path, made with all above it when it is missing; the id, `root` for an empty path. */
export function makeFolders(state: State, site: string, names: readonly string[], now: string): string {
  let parent = 'root';
  for (const name of names) {
    parent = (
      childOf(state, site, parent, name) ?? keepFile(state, { ...blank(site, parent, name, now), folder: true })
    ).id;
  }
  return parent;
}

/** The file or folder at a path; undefined when there is none. */
export function fileAt(state: State, site: string, from: string, names: readonly string[]): DriveFile | undefined {
  let found: DriveFile | undefined;
  for (const name of names) {
    found = childOf(state, site, found?.id ?? from, name);
    if (!found) return undefined;
  }
  return found;
}

/** Saves a file's content: a new file, or the next version of the one that has the name. */
export function writeFile(state: State, place: Place, content: Buffer, now: string): DriveFile {
  const old = childOf(state, place.site, place.parent, place.name);
  const file = old ?? blank(place.site, place.parent, place.name, now);
  return keepFile(
    state,
    { ...file, size: content.length, version: old ? old.version + 1 : 1, mimeType: place.mimeType, modified: now },
    content,
  );
}

/** Where a file will lie, and what kind it is. */
export interface Place {
  readonly site: string;
  readonly parent: string;
  readonly name: string;
  readonly mimeType: string;
}

/** A file's content. */
export function contentOf(state: State, file: DriveFile): Buffer {
  const found = row(state.db, 'select content from files where id = ?', file.id);
  return Buffer.from(found ? text(found, 'content') : '', 'base64');
}

/** Removes a file, or a folder with what is in it. */
export function removeFile(state: State, file: DriveFile): void {
  for (const child of childrenOf(state, file.site, file.id)) removeFile(state, child);
  run(state.db, 'delete from files where id = ?', file.id);
}

/** Keeps an upload session. */
export function keepUpload(state: State, upload: Upload): void {
  run(
    state.db,
    'insert or replace into uploads (id, site, parent, name, conflict, received, expires) values (?, ?, ?, ?, ?, ?, ?)',
    upload.id,
    upload.site,
    upload.parent,
    upload.name,
    upload.conflict,
    upload.received.toString('base64'),
    upload.expires,
  );
}

/** An upload session by its secret id. */
export function findUpload(state: State, id: string): Upload | undefined {
  const found = row(state.db, 'select * from uploads where id = ?', id);
  if (!found) return undefined;
  return {
    id,
    site: text(found, 'site'),
    parent: text(found, 'parent'),
    name: text(found, 'name'),
    conflict: text(found, 'conflict'),
    received: Buffer.from(text(found, 'received'), 'base64'),
    expires: text(found, 'expires'),
  };
}

/** Forgets an upload session. */
export function dropUpload(state: State, id: string): void {
  run(state.db, 'delete from uploads where id = ?', id);
}

const FILE = 'select site, id, parent, name, folder, size, version, mimeType, created, modified from files';

function keepFile(state: State, file: DriveFile, content?: Buffer): DriveFile {
  run(
    state.db,
    'insert or replace into files (site, id, parent, name, folder, size, version, mimeType, created, modified, content) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    file.site,
    file.id,
    file.parent,
    file.name,
    file.folder ? 1 : 0,
    file.size,
    file.version,
    file.mimeType,
    file.created,
    file.modified,
    content?.toString('base64') ?? '',
  );
  return file;
}

function blank(site: string, parent: string, name: string, now: string): DriveFile {
  const id = `01${randomBytes(16).toString('hex').toUpperCase()}${randomUUID().slice(0, 2).toUpperCase()}`;
  return {
    site,
    id,
    parent,
    name,
    folder: false,
    size: 0,
    version: 1,
    mimeType: 'application/octet-stream',
    created: now,
    modified: now,
  };
}

function one(found: Row | undefined): DriveFile | undefined {
  return found && readFile(found);
}

function readFile(from: Row): DriveFile {
  return {
    site: text(from, 'site'),
    id: text(from, 'id'),
    parent: text(from, 'parent'),
    name: text(from, 'name'),
    folder: integer(from, 'folder') === 1,
    size: integer(from, 'size'),
    version: integer(from, 'version'),
    mimeType: text(from, 'mimeType'),
    created: text(from, 'created'),
    modified: text(from, 'modified'),
  };
}
