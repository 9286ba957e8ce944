import { fromItem, type ItemFields } from '../schema/items.ts';
import type { RecordKind, RecordOf } from '../schema/record.ts';
import { atMost } from './at-most.ts';
import type { Graph } from './graph.ts';
import { GraphTroubled } from './graph-error.ts';
import { type MemoryTable, memoryTable } from './memory-table.ts';

/** One list in memory, in step with SharePoint. */
export interface ListMirror<R extends RecordKind> {
  readonly table: Pick<MemoryTable<RecordOf<R>>, 'get' | 'all' | 'by'>;
  /** Brings the mirror up to date; loads it the first time and when Graph asks to start again. `first`: what was asked already. */
  sync(first?: FirstPage): Promise<void>;
  /** The path of the next question, so that several lists are asked at once; absent while there is all to load. */
  nextQuestion(): string | undefined;
  /** Takes in one item that a read or write answered with; the highest ETag version wins. */
  take(item: Item): RecordOf<R> | undefined;
  itemId(key: string): string | undefined;
  /** The item is not there any more, whatever the next delta says. */
  drop(id: string): void;
  /** Machine's time of the last sync, milliseconds; 0 before the first. */
  syncedAt(): number;
  /** Rows that could not be read. */
  unreadable(): readonly { readonly id: string; readonly says: string }[];
  /** The list is another one now: nothing is written to its old items, and the next sync loads again. What was known stays to be read. */
  startAgain(): void;
}

/** An item as Graph gives it, cut to what the mirror needs. */
export interface Item {
  readonly id: string;
  readonly version: string;
  readonly fields: ItemFields;
}

/** The first page of what has changed, asked outside: the question it answers, and when that was (machine's milliseconds). */
export interface FirstPage {
  readonly question: string;
  readonly askedAt: number;
  readonly body: Readonly<Record<string, unknown>>;
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

/** What is known of a list. A fresh load fills a shelf of its own, so that nobody reads half a list. */
interface Shelf<R extends RecordKind> {
  readonly table: MemoryTable<RecordOf<R>>;
  readonly keys: Map<string, { readonly key: string; readonly version: number }>;
  readonly ids: Map<string, string>;
  readonly wrong: Map<string, string>;
}

/** A mirror of one list: `delta?token=latest` first, then load, then apply what has changed since. */
export function listMirror<R extends RecordKind>({ graph, kind, path, months }: MirrorPlace<R>): ListMirror<R> {
  let shown = emptyShelf<R>();
  let filling: Shelf<R> | undefined;
  let delta: string | undefined;
  let syncedAt = 0;
  let running: Promise<void> | undefined;
  let queued: Promise<void> | undefined;

  function take(item: Item): RecordOf<R> | undefined {
    if (filling) place(kind, filling, item);
    return place(kind, shown, item);
  }
  function drop(id: string): void {
    if (filling) remove(filling, id);
    remove(shown, id);
  }
  async function load(at: string, shelf: Shelf<R>): Promise<void> {
    const items = `${at}/items?$expand=fields&$top=2000`;
    const parts = wanted(kind, months());
    try {
      await takeIn(
        parts.map(([field, value]) => `${items}&$filter=fields/${field} eq '${value}'`),
        shelf,
        () => true,
      );
    } catch (error) {
      // A month of a very large school passes the threshold; the list read whole, once, never does.
      if (!(error instanceof GraphTroubled && error.kind === 'TooMany')) throw error;
      await takeIn([items], shelf, (item) => parts.some(([field, value]) => item.fields[field] === value));
    }
    if (kind.mirror === 'whole') await takeIn([items], shelf, () => true);
  }
  async function takeIn(questions: readonly string[], shelf: Shelf<R>, keep: (item: Item) => boolean): Promise<void> {
    for await (const page of ahead(pagesOf(questions))) {
      for (const item of itemsIn(page)) if (!('deleted' in item) && keep(item)) place(kind, shelf, item);
    }
  }
  async function* pagesOf(questions: readonly string[]) {
    for (const question of questions) yield* graph.pages(question);
  }
  /** Applies changes in whatever order they come: the highest version holds, and a deleted item comes back only if it is there. */
  async function catchUp(from: string, shelf: Shelf<R>, first?: FirstPage): Promise<void> {
    const gone = new Set<string>();
    const doubtful = new Set<string>();
    for await (const page of first?.question === from ? graph.pagesAfter(first.body) : graph.pages(from)) {
      for (const item of itemsIn(page)) {
        if ('deleted' in item) {
          gone.add(item.id);
          remove(shelf, item.id);
        } else if (gone.has(item.id)) doubtful.add(item.id);
        else place(kind, shelf, item);
      }
      const link = page['@odata.deltaLink'];
      if (typeof link === 'string') delta = graph.pathOf(link);
    }
    for (const id of doubtful) await lookAt(id, shelf);
  }
  /** The item came both deleted and changed: restored from the bin, or an old version that came late. */
  async function lookAt(id: string, shelf: Shelf<R>): Promise<void> {
    try {
      place(kind, shelf, itemOf(await graph.get(`${await path()}/items/${id}?$expand=fields`)));
    } catch (error) {
      if (!(error instanceof GraphTroubled && error.kind === 'NotFound')) throw error;
    }
  }
  async function once(first?: FirstPage): Promise<void> {
    if (kind.mirror === 'none') return;
    const began = Date.now();
    const at = await path();
    try {
      if (delta !== undefined) {
        const asked = first?.question === delta ? first : undefined;
        await catchUp(delta, shown, asked);
        syncedAt = asked?.askedAt ?? began;
        return;
      }
    } catch (error) {
      if (!(error instanceof GraphTroubled && error.kind === 'Gone')) throw error;
      delta = undefined;
    }
    await loadsOf(graph)(() => loadAll(at));
  }
  async function loadAll(at: string): Promise<void> {
    const began = Date.now();
    const shelf = emptyShelf<R>();
    filling = shelf;
    try {
      const latest = Object(await graph.get(`${at}/items/delta?token=latest&$expand=fields`));
      await load(at, shelf);
      await catchUp(graph.pathOf(String(latest['@odata.deltaLink'])), shelf);
      shown = shelf;
      syncedAt = began;
    } catch (error) {
      delta = undefined;
      throw error;
    } finally {
      filling = undefined;
    }
  }
  /** A sync that runs already may have read before the asker's time: whoever asks meanwhile shares the next one. */
  function sync(first?: FirstPage): Promise<void> {
    if (!running) {
      running = once(first).finally(() => {
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
    table: {
      get: (key) => shown.table.get(key),
      all: () => shown.table.all(),
      by: (field, value) => shown.table.by(field, value),
    },
    sync,
    nextQuestion: () => (running ? undefined : delta),
    take,
    drop,
    itemId: (key) => shown.ids.get(key.toLowerCase()),
    syncedAt: () => syncedAt,
    unreadable: () => [...shown.wrong].map(([id, says]) => ({ id, says })),
    startAgain() {
      delta = undefined;
      shown.keys.clear();
      shown.ids.clear();
    },
  };
}

/** Lists that are loaded beside each other, of all schools: each holds a page in hand and asks for the next. Fewer leave Graph idle, as most are small. */
const loadsTogether = 12;
const loads = new WeakMap<Graph, ReturnType<typeof atMost>>();

/** A trust's lists are not all loaded at once: their pages would fill the memory, and Graph would throttle. */
function loadsOf(graph: Graph): ReturnType<typeof atMost> {
  const held = loads.get(graph) ?? atMost(loadsTogether);
  loads.set(graph, held);
  return held;
}

/** The indexed predicates that a load asks for one after the other, each of them small; none for a list kept whole. */
function wanted(kind: RecordKind, months: readonly string[]): readonly (readonly [string, string])[] {
  if (kind.mirror === 'monthly') return months.map((month) => ['Month', month]);
  return kind.mirror === 'open' ? [['State', 'Open']] : [];
}

/** The same pages, the next one asked for while this one is taken in. */
async function* ahead<T>(pages: AsyncGenerator<T>): AsyncGenerator<T> {
  let next = pages.next();
  for (;;) {
    const { value, done } = await next;
    if (done) return;
    next = pages.next();
    // Its failure is told when it is waited for, even if taking in this page fails first.
    next.catch(() => undefined);
    yield value;
  }
}

function emptyShelf<R extends RecordKind>(): Shelf<R> {
  return { table: memoryTable<RecordOf<R>>(), keys: new Map(), ids: new Map(), wrong: new Map() };
}

function place<R extends RecordKind>(kind: R, shelf: Shelf<R>, item: Item): RecordOf<R> | undefined {
  const version = versionNumber(item.version);
  const held = shelf.keys.get(item.id);
  if (held && held.version > version) return shelf.table.get(held.key);
  const read = fromItem(kind, item);
  if (!read.ok) {
    remove(shelf, item.id);
    shelf.wrong.set(item.id, read.problems.map((problem) => problem.says).join(' '));
    return undefined;
  }
  const row: RecordOf<R> = read.value;
  const key = row.key.toLowerCase();
  if (held && held.key !== key) remove(shelf, item.id);
  shelf.wrong.delete(item.id);
  shelf.keys.set(item.id, { key, version });
  shelf.ids.set(key, item.id);
  if (kind.mirror === 'open' && item.fields.State !== 'Open') shelf.table.drop(key);
  else shelf.table.put(row);
  return row;
}

function remove<R extends RecordKind>(shelf: Shelf<R>, id: string): void {
  const held = shelf.keys.get(id);
  shelf.wrong.delete(id);
  shelf.keys.delete(id);
  if (!held || shelf.ids.get(held.key) !== id) return;
  shelf.ids.delete(held.key);
  shelf.table.drop(held.key);
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
