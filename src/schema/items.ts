import { columnName } from './columns.ts';
import type { Field } from './fields.ts';
import { type Parsed, parse } from './parse.ts';
import type { Kept, RecordKind, ValuesOf } from './record.ts';

/** The `fields` of a list item as Graph reads and writes them. */
export type ItemFields = Readonly<Record<string, unknown>>;

/**
 * Turns (some of) a record's values into the `fields` of a list item. A value that is `undefined` clears the column
 * (Graph takes `null`).
 */
export function toItemFields(kind: RecordKind, values: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const field = kind.fields[name];
    if (field) fields[columnName(name)] = toColumn(field, value);
  }
  return fields;
}

function toColumn(field: Field, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return null;
  if (field.kind === 'choices' && Array.isArray(value)) return value.length === 0 ? null : value.join('; ');
  if (field.kind === 'json') return JSON.stringify(value);
  return value;
}

/**
 * Reads a list item into a kept record. Empty text comes back absent from SharePoint, numbers as doubles, yes/no absent
 * when never set. Problems when somebody edited the list by hand into something that cannot be read: the item is then
 * left out and shown as a finding, never guessed.
 */
export function fromItem<R extends RecordKind>(
  kind: R,
  item: { readonly fields: ItemFields; readonly version: string },
): Parsed<Kept<ValuesOf<R['fields']>>> {
  const values: Record<string, unknown> = {};
  for (const [name, field, column] of columnsOf(kind)) {
    const value = fromColumn(field, item.fields[column]);
    if (value !== undefined) values[name] = value;
  }
  const key = item.fields.RecordKey ?? item.fields.Title;
  if (typeof key !== 'string' || key === '') {
    return { ok: false, problems: [{ field: 'RecordKey', says: `A row of ${kind.list} has no RecordKey.` }] };
  }
  const parsed = parse(kind.check, values);
  if (!parsed.ok) return parsed;
  const entry = typeof item.fields.Entry === 'string' ? shared(item.fields.Entry) : undefined;
  return { ok: true, value: { ...(parsed.value as ValuesOf<R['fields']>), key, version: item.version, entry } };
}

const columnsOfKind = new WeakMap<RecordKind, readonly (readonly [string, Field, string])[]>();

/** A kind's fields with the names of their columns; worked out once, as a year of marks asks it a million times. */
function columnsOf(kind: RecordKind): readonly (readonly [string, Field, string])[] {
  const held = columnsOfKind.get(kind);
  if (held) return held;
  const columns = Object.entries(kind.fields).map(([name, field]) => [name, field, columnName(name)] as const);
  columnsOfKind.set(kind, columns);
  return columns;
}

function fromColumn(field: Field, value: unknown): unknown {
  if (value === undefined || value === null || value === '') return undefined;
  if (field.kind === 'choices') return String(value).split(/;\s*/).filter(Boolean);
  if (field.kind === 'json') return readJson(String(value));
  if (field.kind === 'number') return Number(value);
  if (field.kind === 'yesNo') return value === true || value === 1 || value === '1';
  return shared(String(value));
}

/** Texts that many rows hold: a day, a placement, who reported. Kept once, as a trust's year of marks is a million of them. */
let texts = new Map<string, string>();
/** Beyond so many different texts the table begins anew, so that it never outgrows what it saves. */
const most = 100_000;

function shared(text: string): string {
  if (text.length > 40) return text;
  const held = texts.get(text);
  if (held !== undefined) return held;
  if (texts.size >= most) texts = new Map();
  texts.set(text, text);
  return text;
}

function readJson(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
}
