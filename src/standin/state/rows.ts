import type Database from 'libsql';

/** One row as the database gives it. */
export type Row = Readonly<Record<string, unknown>>;

/** What may be bound to a `?`. */
export type Value = string | number | null;

/** All rows of a query. Statements are prepared once for each database. */
export function rows(db: Database.Database, sql: string, ...values: Value[]): Row[] {
  return statement(db, sql)
    .all(...values)
    .filter(isRow);
}

/** The first row of a query, if any. */
export function row(db: Database.Database, sql: string, ...values: Value[]): Row | undefined {
  return rows(db, sql, ...values)[0];
}

/** Runs a statement that changes something; returns how many rows it changed. */
export function run(db: Database.Database, sql: string, ...values: Value[]): number {
  return statement(db, sql).run(...values).changes;
}

/** A text column of a row; empty when it is null. */
export function text(from: Row, name: string): string {
  const value = from[name];
  return typeof value === 'string' ? value : value === null || value === undefined ? '' : String(value);
}

/** A whole-number column of a row; 0 when it is null. */
export function integer(from: Row, name: string): number {
  return Number(from[name] ?? 0);
}

/** A JSON object kept in a text column. */
export function object(from: Row, name: string): Record<string, unknown> {
  const value: unknown = JSON.parse(text(from, name) || '{}');
  return isRow(value) ? { ...value } : {};
}

/** Whether a value is a plain object. */
export function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const prepared = new WeakMap<Database.Database, Map<string, Database.Statement<Value[]>>>();

function statement(db: Database.Database, sql: string): Database.Statement<Value[]> {
  const known = prepared.get(db) ?? new Map<string, Database.Statement<Value[]>>();
  prepared.set(db, known);
  const found = known.get(sql) ?? db.prepare<Value[]>(sql);
  known.set(sql, found);
  return found;
}
