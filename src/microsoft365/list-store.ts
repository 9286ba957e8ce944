import { toItemFields } from '../schema/items.ts';
import type { RecordKind } from '../schema/record.ts';
import { type BatchPart, type PartAnswer, sendBatch } from './batch.ts';
import type { Graph, GraphBody } from './graph.ts';
import { GraphError } from './graph-error.ts';
import { type ListMirror, listMirror, type MirrorRow } from './list-mirror.ts';
import { listIds } from './lists.ts';

/** One write, as the app asks for it. */
export interface ListWrite {
  readonly record: string;
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly seen: string | null | 'any';
}

/** What became of one write. */
export type ListWritten =
  | { readonly outcome: 'saved'; readonly version: string }
  | { readonly outcome: 'unchanged'; readonly version: string }
  | { readonly outcome: 'superseded'; readonly current?: MirrorRow }
  | { readonly outcome: 'duplicate'; readonly field: string }
  | { readonly outcome: 'refused'; readonly says: string }
  | { readonly outcome: 'later'; readonly says: string };

/** What a school's lists need. */
export interface ListStoreParts {
  readonly graph: Graph;
  readonly school: string;
  readonly site: string;
  readonly kinds: Readonly<Record<string, RecordKind>>;
  /** Months of daily lists to hold, oldest first. */
  readonly months: () => readonly string[];
  /** Milliseconds within which writes are tried; default 15 s. */
  readonly patienceMs?: number;
}

/** The lists of one school's site in memory, and the way to write them. Least permission: Sites.Selected, write. */
export function listStore(parts: ListStoreParts) {
  const { graph, site, kinds } = parts;
  const mirrors = new Map<string, ListMirror>();

  /** Finds the lists by name; those found before move to their new ids when they were made anew. */
  async function findLists(): Promise<void> {
    const ids = await listIds(graph, site);
    for (const [name, kind] of Object.entries(kinds)) {
      const id = ids.get(kind.list);
      if (id === undefined)
        throw new GraphError(
          'not-found',
          404,
          `The list ${kind.list} is not on the site. Run provision create, or put it back.`,
        );
      const there = mirrors.get(name);
      if (there) there.moveTo(id);
      else mirrors.set(name, listMirror(graph, site, kind, id, parts.months));
    }
  }

  async function sync(names: readonly string[]): Promise<void> {
    if (mirrors.size === 0) await findLists();
    try {
      await Promise.all(names.map((name) => mirrors.get(name)?.sync()));
    } catch (error) {
      if (!(error instanceof GraphError) || error.trouble !== 'not-found') throw error;
      await findLists();
      await Promise.all(names.map((name) => mirrors.get(name)?.sync()));
    }
  }

  function partFor(write: ListWrite, entry: string): BatchPart {
    const mirror = mirrorOf(write.record);
    const id = mirror.table.idOf(write.key);
    const fields = { ...toItemFields(mirror.kind, write.values), Entry: entry };
    if (id === undefined || write.seen === null) {
      return {
        method: 'POST',
        path: `${mirror.path()}/items`,
        body: { fields: { ...withoutNull(fields), Title: write.key, RecordKey: write.key } },
      };
    }
    const headers: Readonly<Record<string, string>> = write.seen === 'any' ? {} : { 'If-Match': write.seen };
    return { method: 'PATCH', path: `${mirror.path()}/items/${id}`, body: { fields }, headers };
  }

  function mirrorOf(name: string): ListMirror {
    const mirror = mirrors.get(name);
    if (!mirror) throw new GraphError('not-found', 404, `The list of ${name} is not loaded.`);
    return mirror;
  }

  /** Looks an item up by its key at the server: after a refused create, or an answer that was lost. */
  async function look(write: ListWrite): Promise<MirrorRow | undefined> {
    const mirror = mirrorOf(write.record);
    const filter = encodeURIComponent(`fields/RecordKey eq '${write.key.replaceAll("'", "''")}'`);
    const { value } = await graph.pages(`${mirror.path()}/items?$expand=fields&$filter=${filter}`);
    const item = value[0];
    return item && mirror.take(item);
  }

  /** Writes over whatever stands there; for the rounds' own bookkeeping, which may meet another server's. */
  async function overwrite(write: ListWrite, entry: string): Promise<ListWritten> {
    const [again] = await sendBatch(graph, [partFor(write, entry)], parts.patienceMs);
    if (!again?.ok) return { outcome: 'later', says: again?.error.message ?? 'Microsoft 365 does not answer.' };
    await look(write);
    const row = mirrorOf(write.record).table.get(write.key);
    return { outcome: 'saved', version: row?.version ?? '' };
  }

  async function judge(write: ListWrite, entry: string, answer: PartAnswer): Promise<ListWritten> {
    const mirror = mirrorOf(write.record);
    if (answer.ok) {
      const row = mirror.take(answer.body as GraphBody);
      return { outcome: 'saved', version: row?.version ?? String(answer.body.eTag ?? '') };
    }
    const { error } = answer;
    const otherField =
      error.trouble === 'duplicate' && error.details.field !== undefined && error.details.field !== 'RecordKey';
    if (otherField) return { outcome: 'duplicate', field: lowerFirst(error.details.field ?? '') };
    if (error.trouble === 'changed' || error.trouble === 'duplicate' || error.trouble === 'unavailable') {
      const current = await look(write).catch(() => undefined);
      if (current?.entry === entry) return { outcome: 'unchanged', version: current.version };
      if (error.trouble === 'unavailable') return { outcome: 'later', says: error.message };
      if (write.seen === 'any' && current) return overwrite(write, entry);
      return { outcome: 'superseded', current };
    }
    if (error.trouble === 'not-found')
      return {
        outcome: 'refused',
        says: `An item or list of ${mirror.kind.list} is gone. Somebody deleted it in SharePoint.`,
      };
    const column = /Field '(\w+)' is not recognized/.exec(error.message)?.[1];
    if (column)
      return {
        outcome: 'refused',
        says: `The column ${column} of ${mirror.kind.list} is gone or was renamed. Put it back, or run provision check.`,
      };
    return error.trouble === 'signed-out' || error.trouble === 'forbidden'
      ? {
          outcome: 'refused',
          says: `The app may not write ${mirror.kind.list}. Ask your administrator to check its grant on the site.`,
        }
      : { outcome: 'refused', says: `SharePoint did not take a row of ${mirror.kind.list}: ${error.message}` };
  }

  return {
    school: parts.school,
    sync,
    /** The names of all kinds this store keeps. */
    names: Object.keys(kinds),
    table: (name: string) => mirrors.get(name)?.table,
    ageSeconds: () => Math.max(0, ...[...mirrors.values()].map((mirror) => (Date.now() - mirror.syncedAt()) / 1000)),
    loaded: () => mirrors.size > 0 && [...mirrors.values()].every((mirror) => mirror.syncedAt() > 0),
    unreadable: () =>
      [...mirrors.values()].flatMap((mirror) =>
        [...mirror.unreadable].map(([id, says]) => ({ list: mirror.kind.list, id, says })),
      ),
    cost: () => ({ requests: graph.requests(), units: graph.requests() * 2 }),
    /** Writes in batches of 20; results in the order asked. A repeated write that took effect before is `unchanged`. */
    async write(entry: string, writes: readonly ListWrite[]): Promise<readonly ListWritten[]> {
      if (writes.length === 0) return [];
      const batch = writes.map((write) => partFor(write, entry));
      let answers: readonly PartAnswer[];
      try {
        answers = await sendBatch(graph, batch, parts.patienceMs);
      } catch (error) {
        if (!(error instanceof GraphError)) throw error;
        answers = batch.map(() => ({ ok: false, error }));
      }
      const written: ListWritten[] = [];
      for (const [index, write] of writes.entries()) {
        const answer = answers[index];
        written.push(
          answer ? await judge(write, entry, answer) : { outcome: 'later', says: 'Microsoft 365 does not answer.' },
        );
      }
      return written;
    },
  };
}

function withoutNull(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
