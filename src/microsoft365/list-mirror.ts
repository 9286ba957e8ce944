import { fromItem, type ItemFields } from '../schema/items.ts';
import type { RecordKind, RecordOf } from '../schema/record.ts';
import type { Graph } from './graph.ts';
import { GraphTroubled } from './graph-error.ts';
import { type MemoryTable, memoryTable } from './memory-table.ts';

/** One list in memory, in step with SharePoint. */
export interface ListMirror<R extends RecordKind> {
  readonly table: MemoryTable<RecordOf<R>>;
  /** Brings the mirror up to date; loads it the first time and when Graph asks to start again. */
  sync(): Promise<void>;
  /** Takes in one item that a read or write answered with; the highest ETag version wins. */
  take(item: Item): RecordOf<R> | undefined;
  itemId(key: string): string | undefined;
  /** Machine's time of the last sync, milliseconds; 0 before the first. */
  syncedAt(): number;
  /** Rows that could not be read. */
  unreadable(): readonly { readonly id: string; readonly says: string }[];
  /** Forgets everything: the next sync loads again. */
  forget(): void;
}

/** An item as Graph gives it, cut to what the mirror needs. */
export interface Item {
  readonly id: string;
  readonly version: string;
  readonly fields: ItemFields;
}

/** Where the list is and how far back it is kept. */
export interface MirrorPlace<R extends RecordKind> {
  readonly graph: Graph;
  readonly kind: R;
  /** Path of the list, `/sites/{site}/lists/{list}`; may look it up. */
  readonly path: () => Promise<string>;
  /** Months kept of a daily list, `YYYY-MM`. */
  readonly months: () => readonly string[];
}

/** A mirror of one list: `delta?token=latest` first, then load, then apply what has changed since. */
export function listMirror<R extends RecordKind>({ graph, kind, path, months }: MirrorPlace<R>): ListMirror<R> {
  const table = memoryTable<RecordOf<R>>();
  const keys = new Map<string, { readonly key: string; readonly version: number }>();
  const ids = new Map<string, string>();
  const wrong = new Map<string, string>();
  let delta: string | undefined;
  let syncedAt = 0;
  let running: Promise<void> | undefined;
  let queued: Promise<void> | undefined;

  function remove(id: string): void {
    const held = keys.get(id);
    wrong.delete(id);
    keys.delete(id);
    if (!held || ids.get(held.key) !== id) return;
    ids.delete(held.key);
    table.drop(held.key);
  }
  function forget(): void {
    delta = undefined;
    table.clear();
    keys.clear();
    ids.clear();
    wrong.clear();
  }
  function take(item: Item): RecordOf<R> | undefined {
    const version = versionNumber(item.version);
    const held = keys.get(item.id);
    if (held && held.version > version) return table.get(held.key);
    const read = fromItem(kind, item);
    if (!read.ok) {
      remove(item.id);
      wrong.set(item.id, read.problems.map((problem) => problem.says).join(' '));
      return undefined;
    }
    const row: RecordOf<R> = read.value;
    const key = row.key.toLowerCase();
    if (held && held.key !== key) remove(item.id);
    wrong.delete(item.id);
    keys.set(item.id, { key, version });
    ids.set(key, item.id);
    if (kind.mirror === 'open' && item.fields.State !== 'Open') table.drop(key);
    else table.put(row);
    return row;
  }
  async function load(at: string): Promise<void> {
    const filters =
      kind.mirror === 'monthly'
        ? months().map((month) => `&$filter=fields/Month eq '${month}'`)
        : kind.mirror === 'open'
          ? ["&$filter=fields/State eq 'Open'"]
          : [''];
    for (const filter of filters) {
      for await (const page of graph.pages(`${at}/items?$expand=fields&$top=2000${filter}`)) {
        for (const item of itemsIn(page)) if (!('deleted' in item)) take(item);
      }
    }
  }
  async function catchUp(from: string): Promise<void> {
    for await (const page of graph.pages(from)) {
      for (const item of itemsIn(page)) {
        if ('deleted' in item) remove(item.id);
        else take(item);
      }
      const link = page['@odata.deltaLink'];
      if (typeof link === 'string') delta = graph.pathOf(link);
    }
  }
  async function once(): Promise<void> {
    if (kind.mirror === 'none') return;
    const at = await path();
    try {
      if (delta !== undefined) {
        await catchUp(delta);
        syncedAt = Date.now();
        return;
      }
    } catch (error) {
      if (!(error instanceof GraphTroubled && error.kind === 'Gone')) throw error;
    }
    forget();
    const first = Object(await graph.get(`${at}/items/delta?token=latest&$expand=fields`));
    await load(at);
    const from = graph.pathOf(String(first['@odata.deltaLink']));
    await catchUp(from);
    syncedAt = Date.now();
  }
  /** A sync that runs already may have read before the asker's time: whoever asks meanwhile shares the next one. */
  function sync(): Promise<void> {
    if (!running) {
      running = once().finally(() => {
        running = undefined;
      });
      return running;
    }
    queued ??= running
      .catch(() => undefined)
      .then(() => {
        queued = undefined;
        return sync();
      });
    return queued;
  }
  return {
    table,
    sync,
    take,
    itemId: (key) => ids.get(key.toLowerCase()),
    syncedAt: () => syncedAt,
    unreadable: () => [...wrong].map(([id, says]) => ({ id, says })),
    forget,
  };
}

function itemsIn(page: Readonly<Record<string, unknown>>): readonly (Item | { id: string; deleted: unknown })[] {
  return (Array.isArray(page.value) ? page.value : []).map((each: unknown) => {
    const { id, deleted } = Object(each);
    return deleted ? { id: String(id), deleted } : itemOf(each);
  });
}

/** An item out of Graph's body, whether it came as an item with fields or as a fieldValueSet. */
export function itemOf(body: unknown): Item {
  const { id, eTag, fields } = Object(body);
  const held = Object(fields ?? body);
  return { id: String(id), version: String(eTag ?? held['@odata.etag']), fields: held };
}

function versionNumber(etag: string): number {
  return Number(/,(\d+)"?$/.exec(etag)?.[1] ?? 0);
}
