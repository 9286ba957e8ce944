import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';

/** Everything the tenant remembers, in one file on disk (write-ahead log, so that it survives a kill at any moment). */
export interface State {
  /** The open database. Each part makes its own tables with `create table if not exists`. */
  readonly db: Database.Database;
  /** Runs `work` as one transaction; inside another one it simply joins it. A throw rolls everything back. */
  transaction<T>(work: () => T): T;
  /** Reads a kept value: clock, settings, keys. These outlive a reset. */
  get<T>(key: string): T | undefined;
  /** Keeps a value as JSON; it outlives a reset. `undefined` forgets it. */
  set(key: string, value: unknown): void;
  /** Deletes the rows of every table but the kept values: an empty tenant. */
  empty(): void;
  /** Copies every table under this name. Copies live as long as this process. */
  snapshot(name: string): void;
  /** Puts the copy back; false when there is none. */
  restore(name: string): boolean;
  close(): void;
}

/** Opens `standin.db` in `dataDir`, making the folder when it is missing. */
export function openState(dataDir: string): State {
  mkdirSync(dataDir, { recursive: true });
  const db = new Database(join(dataDir, 'standin.db'));
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  db.exec(`create table if not exists ${KEPT} (key text primary key, value text not null)`);
  for (const copy of tables(db).filter((name) => name.startsWith(COPY))) db.exec(`drop table "${copy}"`);
  const read = db.prepare<[string]>(`select value from ${KEPT} where key = ?`);
  const write = db.prepare<[string, string]>(`insert or replace into ${KEPT} (key, value) values (?, ?)`);
  const forget = db.prepare<[string]>(`delete from ${KEPT} where key = ?`);
  const state: State = {
    db,
    transaction: (work) => inTransaction(db, work),
    get(key) {
      const row = read.get(key);
      return isRow(row) && typeof row.value === 'string' ? JSON.parse(row.value) : undefined;
    },
    set(key, value) {
      if (value === undefined) forget.run(key);
      else write.run(key, JSON.stringify(value));
    },
    empty() {
      state.transaction(() => {
        for (const table of contentTables(db)) db.exec(`delete from "${table}"`);
      });
    },
    snapshot(name) {
      state.transaction(() => {
        for (const table of contentTables(db)) {
          db.exec(`drop table if exists "${COPY}${name}:${table}"`);
          db.exec(`create table "${COPY}${name}:${table}" as select * from "${table}"`);
        }
      });
    },
    restore(name) {
      const copies = new Set(tables(db).filter((table) => table.startsWith(`${COPY}${name}:`)));
      if (copies.size === 0) return false;
      state.transaction(() => {
        for (const table of contentTables(db)) {
          db.exec(`delete from "${table}"`);
          const copy = `${COPY}${name}:${table}`;
          if (copies.has(copy)) db.exec(`insert into "${table}" select * from "${copy}"`);
        }
      });
      return true;
    },
    close() {
      db.close();
    },
  };
  return state;
}

const KEPT = 'kept';
const COPY = 'copy:';

function inTransaction<T>(db: Database.Database, work: () => T): T {
  if (db.inTransaction) return work();
  db.exec('begin immediate');
  try {
    const result = work();
    db.exec('commit');
    return result;
  } catch (error) {
    if (db.inTransaction) db.exec('rollback');
    throw error;
  }
}

function tables(db: Database.Database): string[] {
  return db
    .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%'")
    .all()
    .flatMap((row) => (isRow(row) && typeof row.name === 'string' ? [row.name] : []));
}

function contentTables(db: Database.Database): string[] {
  return tables(db).filter((name) => name !== KEPT && !name.startsWith(COPY));
}

function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
