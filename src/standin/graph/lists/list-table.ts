import { randomUUID } from 'node:crypto';
import { integer, object, type Row, row, rows, run, text } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import type { Column, Facet } from './column.ts';

/** A list. `n` is our own number for it; `id` is the guid that Graph shows. */
export interface List {
  readonly n: number;
  readonly site: string;
  readonly id: string;
  readonly name: string;
  readonly displayName: string;
  readonly description: string;
  readonly template: string;
  readonly created: string;
  readonly modified: string;
  readonly version: number;
}

/** Makes the tables of lists, columns and items. */
export function createListTables(state: State): void {
  state.db.exec(`
    create table if not exists lists (n integer primary key, site text, id text, name text, displayName text,
      description text, template text, created text, modified text, version integer, lastItem integer, seq integer);
    create table if not exists columns (list integer, id text, name text, facet text, definition text);
    create index if not exists columns_list on columns (list);
    create table if not exists items (list integer, id integer, version integer, created text, modified text,
      createdBy text, modifiedBy text, fields text, seq integer, primary key (list, id)) without rowid;
    create index if not exists items_seq on items (list, seq);
    create table if not exists item_index (list integer, name text, value, item integer,
      primary key (list, name, item)) without rowid;
    create index if not exists item_index_value on item_index (list, name, value, item);
    create table if not exists gone_items (list integer, id integer, seq integer, primary key (list, id)) without rowid;
    create table if not exists versions (list integer, item integer, version integer, modified text, modifiedBy text,
      fields text, primary key (list, item, version)) without rowid;`);
}

/** The lists of a site, oldest first. */
export function listsOf(state: State, site: string): List[] {
  return rows(state.db, 'select * from lists where site = ? order by n', site).map(readList);
}

/** A list by its id or its title. */
export function findList(state: State, site: string, key: string): List | undefined {
  const found = row(
    state.db,
    'select * from lists where site = ?1 and (id = ?2 or lower(displayName) = lower(?2) or lower(name) = lower(?2))',
    site,
    key,
  );
  return found && readList(found);
}

/** Adds a list with its columns; returns it. */
export function addList(
  state: State,
  list: Omit<List, 'n' | 'id' | 'version' | 'modified'>,
  columns: readonly Column[],
): List {
  const id = randomUUID();
  run(
    state.db,
    'insert into lists (site, id, name, displayName, description, template, created, modified, version, lastItem, seq) values (?, ?, ?, ?, ?, ?, ?, ?, 1, 0, 0)',
    list.site,
    id,
    list.name,
    list.displayName,
    list.description,
    list.template,
    list.created,
    list.created,
  );
  const made = findList(state, list.site, id);
  if (!made) throw new Error('The list was not kept.');
  for (const column of columns) saveColumn(state, made, column);
  return made;
}

/** Saves a list's title and description. */
export function updateList(state: State, list: List, now: string): void {
  run(
    state.db,
    'update lists set displayName = ?, description = ?, modified = ?, version = version + 1 where n = ?',
    list.displayName,
    list.description,
    now,
    list.n,
  );
}

/** Removes a list with everything in it. */
export function deleteList(state: State, list: List): void {
  run(state.db, 'delete from lists where n = ?', list.n);
  for (const table of ['columns', 'items', 'item_index', 'gone_items', 'versions']) {
    run(state.db, `delete from ${table} where list = ?`, list.n);
  }
}

/** Gives every list a new id, so that nobody takes a restored list for the one they knew. */
export function renewListIds(state: State): void {
  for (const each of rows(state.db, 'select n from lists')) {
    run(state.db, 'update lists set id = ? where n = ?', randomUUID(), integer(each, 'n'));
  }
}

/** The columns of a list in the order in which they were made. */
export function columnsOf(state: State, list: List): Column[] {
  return rows(state.db, 'select * from columns where list = ? order by rowid', list.n).map(readColumn);
}

/** Adds or replaces a column. */
export function saveColumn(state: State, list: List, column: Column): void {
  const { id, name, facet, ...rest } = column;
  const definition = JSON.stringify(rest);
  const changed = run(state.db, 'update columns set definition = ? where list = ? and id = ?', definition, list.n, id);
  if (changed > 0) return;
  run(
    state.db,
    'insert into columns (list, id, name, facet, definition) values (?, ?, ?, ?, ?)',
    list.n,
    id,
    name,
    facet,
    definition,
  );
}

/** Removes a column and what items hold in it. */
export function deleteColumn(state: State, list: List, column: Column): void {
  run(state.db, 'delete from columns where list = ? and id = ?', list.n, column.id);
  run(state.db, 'delete from item_index where list = ? and name = ?', list.n, column.name);
  run(state.db, "update items set fields = json_remove(fields, '$.' || ?) where list = ?", column.name, list.n);
}

function readList(from: Row): List {
  return {
    n: integer(from, 'n'),
    site: text(from, 'site'),
    id: text(from, 'id'),
    name: text(from, 'name'),
    displayName: text(from, 'displayName'),
    description: text(from, 'description'),
    template: text(from, 'template'),
    created: text(from, 'created'),
    modified: text(from, 'modified'),
    version: integer(from, 'version'),
  };
}

function readColumn(from: Row): Column {
  const rest = object(from, 'definition');
  const { definition } = rest;
  return {
    id: text(from, 'id'),
    name: text(from, 'name'),
    facet: readFacet(text(from, 'facet')),
    displayName: String(rest.displayName ?? ''),
    description: String(rest.description ?? ''),
    definition: typeof definition === 'object' && definition !== null ? { ...definition } : {},
    indexed: rest.indexed === true,
    enforceUniqueValues: rest.enforceUniqueValues === true,
    required: rest.required === true,
    hidden: rest.hidden === true,
    readOnly: rest.readOnly === true,
    defaultValue: typeof rest.defaultValue === 'string' ? rest.defaultValue : undefined,
    builtIn: rest.builtIn === true,
  };
}

function readFacet(name: string): Facet {
  switch (name) {
    case 'choice':
    case 'number':
    case 'boolean':
    case 'dateTime':
    case 'currency':
    case 'lookup':
    case 'personOrGroup':
      return name;
    default:
      return 'text';
  }
}
