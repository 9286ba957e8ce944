import { createHash } from 'node:crypto';
import { integer, object, type Row, row, rows, run, text } from '../../state/rows.ts';
import type { State } from '../../state/state.ts';
import { GraphFailure } from '../failure.ts';
import type { Settings } from '../settings.ts';
import type { Column } from './column.ts';
import { type Fields, indexValue } from './fields.ts';
import type { Filter } from './filter.ts';
import type { List } from './list-table.ts';

/** An item of a list. `createdBy` and `modifiedBy` are app ids; `seq` counts the list's changes, for delta. */
export interface Item {
  readonly id: number;
  readonly version: number;
  readonly created: string;
  readonly modified: string;
  readonly createdBy: string;
  readonly modifiedBy: string;
  readonly fields: Fields;
  readonly seq: number;
}

/** Who writes, when by the school's clock, and under which limits. */
export interface Writing {
  readonly by: string;
  readonly now: string;
  readonly columns: readonly Column[];
  readonly settings: Settings;
}

/** The item's ETag, with the quotes: changes with each save. */
export function etagOf(list: List, item: Pick<Item, 'id' | 'version'>): string {
  const hash = createHash('md5').update(`${list.id}/${item.id}`).digest('hex');
  const guid = [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20)].join('-');
  return `"${guid},${item.version}"`;
}

/** One item by number. */
export function findItem(state: State, list: List, id: string): Item | undefined {
  if (!/^\d+$/.test(id)) return undefined;
  const found = row(state.db, 'select * from items where list = ? and id = ?', list.n, Number(id));
  return found && readItem(found);
}

/** How many items the list has. */
export function countItems(state: State, list: List): number {
  const found = row(state.db, 'select count(*) as n from items where list = ?', list.n);
  return found ? integer(found, 'n') : 0;
}

/** Items with a number above `after`, by number. */
export function itemsAfter(state: State, list: List, after: number, limit: number): Item[] {
  return rows(state.db, 'select * from items where list = ? and id > ? order by id limit ?', list.n, after, limit).map(
    readItem,
  );
}

/** How many items an indexed filter matches, counted up to one more than `most`. */
export function countMatches(state: State, list: List, filter: Filter, most: number): number {
  const condition = filter.condition.replaceAll('VALUE', 'value');
  const found = row(
    state.db,
    `select count(*) as n from (select 1 from item_index where list = ? and name = ? and ${condition} limit ?)`,
    list.n,
    filter.column,
    ...filter.values,
    most + 1,
  );
  return found ? integer(found, 'n') : 0;
}

/** Items that an indexed filter matches, with a number above `after`, by number. */
export function matchesAfter(state: State, list: List, filter: Filter, after: number, limit: number): Item[] {
  const condition = filter.condition.replaceAll('VALUE', 'value');
  return rows(
    state.db,
    `select items.* from items where list = ? and id in
      (select item from item_index where list = ? and name = ? and ${condition} and item > ?) order by id limit ?`,
    list.n,
    list.n,
    filter.column,
    ...filter.values,
    after,
    limit,
  ).map(readItem);
}

/** Items that a filter on a column without index matches; reads the whole list. */
export function scanAfter(state: State, list: List, filter: Filter, after: number, limit: number): Item[] {
  const value = `lower(json_extract(fields, '$.${filter.column}'))`;
  const condition = filter.condition.replaceAll('VALUE', filter.column === 'id' ? 'id' : value);
  return rows(
    state.db,
    `select * from items where list = ? and id > ? and ${condition} order by id limit ?`,
    list.n,
    after,
    ...filter.values,
    limit,
  ).map(readItem);
}

/** Adds an item. Refuses a value that a unique column already holds. */
export function addItem(state: State, list: List, fields: Fields, writing: Writing): Item {
  const counters = row(
    state.db,
    'update lists set lastItem = lastItem + 1, seq = seq + 1 where n = ? returning lastItem, seq',
    list.n,
  );
  if (!counters) throw new Error('The list is gone.');
  const { by, now } = writing;
  const seq = integer(counters, 'seq');
  const id = integer(counters, 'lastItem');
  const item = { id, version: 1, created: now, modified: now, createdBy: by, modifiedBy: by, fields, seq };
  keepIndexes(state, list, item, writing);
  keep(state, list, item);
  return item;
}

/** Saves an item's new values as its next version. Refuses a value that a unique column already holds. */
export function updateItem(state: State, list: List, old: Item, fields: Fields, writing: Writing): Item {
  const seq = nextSeq(state, list);
  const item = { ...old, version: old.version + 1, modified: writing.now, modifiedBy: writing.by, fields, seq };
  keepIndexes(state, list, item, writing);
  keep(state, list, item);
  return item;
}

/** Removes an item; delta will say so. */
export function deleteItem(state: State, list: List, item: Item): void {
  const seq = nextSeq(state, list);
  run(state.db, 'delete from items where list = ? and id = ?', list.n, item.id);
  run(state.db, 'delete from item_index where list = ? and item = ?', list.n, item.id);
  run(state.db, 'delete from versions where list = ? and item = ?', list.n, item.id);
  run(state.db, 'insert or replace into gone_items (list, id, seq) values (?, ?, ?)', list.n, item.id, seq);
}

/** Builds or drops the index of a column over the items that are there. Refuses unique values that are not unique. */
export function reindex(state: State, list: List, column: Column): void {
  run(state.db, 'delete from item_index where list = ? and name = ?', list.n, column.name);
  if (!column.indexed) return;
  for (const found of rows(state.db, 'select * from items where list = ?', list.n)) {
    const item = readItem(found);
    putIndex(state, list, column.name, item.id, indexValue(item.fields[column.name]));
  }
  if (!column.enforceUniqueValues) return;
  const twice = row(
    state.db,
    'select value from item_index where list = ? and name = ? and value is not null group by value having count(*) > 1',
    list.n,
    column.name,
  );
  if (twice) {
    throw new GraphFailure(400, 'invalidRequest', `The column '${column.name}' holds duplicate values.`);
  }
}

/** Reads a row of `items`. */
export function readItem(from: Row): Item {
  return {
    id: integer(from, 'id'),
    version: integer(from, 'version'),
    created: text(from, 'created'),
    modified: text(from, 'modified'),
    createdBy: text(from, 'createdBy'),
    modifiedBy: text(from, 'modifiedBy'),
    fields: object(from, 'fields'),
    seq: integer(from, 'seq'),
  };
}

function keep(state: State, list: List, item: Item): void {
  const fields = JSON.stringify(item.fields);
  run(
    state.db,
    'insert or replace into items (list, id, version, created, modified, createdBy, modifiedBy, fields, seq) values (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    list.n,
    item.id,
    item.version,
    item.created,
    item.modified,
    item.createdBy,
    item.modifiedBy,
    fields,
    item.seq,
  );
  run(
    state.db,
    'insert or replace into versions (list, item, version, modified, modifiedBy, fields) values (?, ?, ?, ?, ?, ?)',
    list.n,
    item.id,
    item.version,
    item.modified,
    item.modifiedBy,
    fields,
  );
}

function keepIndexes(state: State, list: List, item: Item, writing: Writing): void {
  const broken: string[] = [];
  for (const column of writing.columns.filter((one) => one.indexed)) {
    const value = indexValue(item.fields[column.name]);
    if (column.enforceUniqueValues && value !== null && taken(state, list, column.name, value, item.id)) {
      broken.push(column.displayName);
    } else putIndex(state, list, column.name, item.id, value);
  }
  if (broken.length === 0) return;
  const message = `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${broken.join(', ')}].`;
  throw writing.settings.uniqueViolation === '409'
    ? new GraphFailure(409, 'nameAlreadyExists', message)
    : new GraphFailure(400, 'invalidRequest', message);
}

function taken(state: State, list: List, name: string, value: string | number, item: number): boolean {
  const found = row(
    state.db,
    'select item from item_index where list = ? and name = ? and value = ? and item <> ? limit 1',
    list.n,
    name,
    value,
    item,
  );
  return found !== undefined;
}

function putIndex(state: State, list: List, name: string, item: number, value: string | number | null): void {
  run(
    state.db,
    'insert or replace into item_index (list, name, value, item) values (?, ?, ?, ?)',
    list.n,
    name,
    value,
    item,
  );
}

function nextSeq(state: State, list: List): number {
  const counters = row(state.db, 'update lists set seq = seq + 1 where n = ? returning seq', list.n);
  return counters ? integer(counters, 'seq') : 0;
}
