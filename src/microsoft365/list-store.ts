import { toItemFields } from '../schema/items.ts';
import type { RecordKind, RecordOf } from '../schema/record.ts';
import { type PartAnswer, sendBatch } from './batch.ts';
import type { Graph } from './graph.ts';
import { GraphTroubled, graphTrouble } from './graph-error.ts';
import { findRows } from './list-find.ts';
import { type Item, itemOf, type ListMirror, listMirror } from './list-mirror.ts';
import { listPlaces } from './list-places.ts';
import { listGone, refusedWords } from './list-words.ts';
import type { MemoryTable } from './memory-table.ts';
import { sharedRounds } from './shared-rounds.ts';

type Kinds = Readonly<Record<string, RecordKind>>;

/** One write: version to match, `null` to create, `'any'` to create or overwrite. */
export interface ListWrite<N> {
  readonly record: N;
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly seen: string | null | 'any';
}

/** What became of a write; the same shapes as the app's `Written`. */
export type ListWritten<R> =
  | { readonly outcome: 'saved' | 'unchanged'; readonly version: string }
  | { readonly outcome: 'superseded'; readonly current?: R }
  | { readonly outcome: 'duplicate'; readonly field: string }
  /** Refused for good: the value itself is wrong. */
  | { readonly outcome: 'refused'; readonly says: string }
  /** Not written yet: no answer, or the list must be mended first (then the sentence says so). */
  | { readonly outcome: 'later'; readonly says: string };

/** A school's lists: mirrored in memory, written by key. Fits the app's `Store` when given the school's records. */
export interface ListStore<K extends Kinds> {
  readonly school: string;
  known(): { readonly [N in keyof K]: Pick<MemoryTable<RecordOf<K[N]>>, 'get' | 'all' | 'by'> };
  /** Seconds (machine's clock) since the named lists, or all, were last in step; Infinity before the first time. */
  ageSeconds(names?: readonly (keyof K & string)[]): number;
  /** Throws GraphTroubled, with a sentence in `says` where a list was changed by hand. */
  sync(names: readonly (keyof K & string)[]): Promise<void>;
  /** Rows straight from the list by one indexed field (or `recordKey`), a thousand at most and without their JSON. */
  find<N extends keyof K & string>(record: N, field: string, value: string): Promise<readonly RecordOf<K[N]>[]>;
  write(
    entry: string,
    writes: readonly ListWrite<keyof K & string>[],
  ): Promise<readonly ListWritten<RecordOf<K[keyof K]>>[]>;
  unreadable(): readonly { readonly list: string; readonly id: string; readonly says: string }[];
  cost(): { readonly requests: number; readonly units: number };
}

/** Where a school's lists are. */
export interface ListStorePlace<K extends Kinds> {
  readonly school: string;
  readonly site: string;
  readonly graph: Graph;
  readonly kinds: K;
  /** Today in school time, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** Years for which a record of this class is kept from its entry; undefined: the end depends on something else (D24). */
  readonly yearsKept: (retention: RecordKind['retention']) => number | undefined;
}

const notAnswered = 'Microsoft 365 did not answer. It will be tried again.';

/** Opens a school's lists. Nothing is read before the first sync. */
export function openListStore<K extends Kinds>(place: ListStorePlace<K>): ListStore<K> {
  const { graph, site, kinds, today } = place;
  const places = listPlaces(graph, site, Object.values(kinds));
  const mirrors = new Map<string, ListMirror<RecordKind>>(
    Object.entries(kinds).map(([name, kind]) => [
      name,
      listMirror({ graph, kind, path: () => places.pathOf(kind), months: () => monthsUpTo(today()) }),
    ]),
  );
  const known: ReturnType<ListStore<K>['known']> = Object.fromEntries(
    [...mirrors].map(([name, mirror]): readonly unknown[] => [name, mirror.table]),
  );

  async function syncOne(name: string): Promise<void> {
    const mirror = mirrors.get(name);
    const kind = kinds[name];
    if (!mirror || !kind) return;
    try {
      await mirror.sync();
    } catch (error) {
      if (!(error instanceof GraphTroubled && error.kind === 'NotFound')) throw error;
      // Another site content under the same address: the lists have new ids.
      places.forget();
      mirror.startAgain();
      await mirror.sync().catch((again: unknown) => {
        throw again instanceof GraphTroubled && again.kind === 'NotFound' ? listGone(kind, again.refusal) : again;
      });
    }
  }

  /** The lists that stand already, asked in one request (a batch of deltas); what went wrong, by name. */
  const askTogether = sharedRounds(async (names) => {
    const asked = [...names].flatMap((name) => {
      const mirror = mirrors.get(name);
      const question = mirror?.nextQuestion();
      return mirror && question !== undefined ? [{ name, mirror, question }] : [];
    });
    const alone = [...names].filter((name) => !asked.some((one) => one.name === name));
    const askedAt = Date.now();
    const answers = await sendBatch(
      graph,
      asked.map(({ question }) => ({ method: 'GET', path: question })),
    );
    const troubles = new Map<string, unknown>();
    await Promise.all([
      ...alone.map((name) => syncOne(name).catch((error: unknown) => troubles.set(name, error))),
      ...asked.map(({ name, mirror, question }, index) => {
        const answer = answers[index];
        const first = answer?.ok ? { question, askedAt, body: answer.body } : undefined;
        // A list that is gone, or whose token has run out, is asked once more by itself, and says so or loads again.
        const itself = answer && !answer.ok && (answer.trouble.kind === 'NotFound' || answer.trouble.kind === 'Gone');
        const work = first ? mirror.sync(first) : itself ? syncOne(name) : Promise.reject(troubleIn(answer));
        return work.catch((error: unknown) => troubles.set(name, error));
      }),
    ]);
    return troubles;
  });

  type Ready = {
    readonly write: ListWrite<keyof K & string>;
    readonly kind: RecordKind;
    readonly mirror: ListMirror<RecordKind>;
    readonly at: string;
    id: string | undefined;
  };

  async function readByKey({ mirror, at, write }: Ready): Promise<Item | undefined> {
    const wanted = encodeURIComponent(write.key.replaceAll("'", "''"));
    const page = Object(await graph.get(`${at}/items?$expand=fields&$filter=fields/RecordKey eq '${wanted}'`));
    const [found] = Array.isArray(page.value) ? page.value : [];
    if (!found) return undefined;
    const item = itemOf(found);
    mirror.take(item);
    return item;
  }

  async function prepare(write: ListWrite<keyof K & string>): Promise<Ready> {
    const kind = kinds[write.record];
    const mirror = mirrors.get(write.record);
    if (!kind || !mirror) throw graphTrouble({ status: 400 });
    const ready: Ready = { write, kind, mirror, at: await places.pathOf(kind), id: mirror.itemId(write.key) };
    // A list that memory holds whole would know the row; what came in between, the unique key refuses, and it is read then.
    const isNew = write.seen === null || (write.seen === 'any' && kind.mirror === 'whole' && mirror.syncedAt() > 0);
    if (!isNew && ready.id === undefined) ready.id = (await readByKey(ready))?.id;
    return ready;
  }

  /** What an earlier try of the entry made, as far as memory knows: a long one that goes on does not ask of each item again. */
  function standing(entry: string, { record, key, seen }: ListWrite<keyof K & string>) {
    const row = seen === null ? mirrors.get(record)?.table.get(key) : undefined;
    return row?.entry === entry ? { outcome: 'unchanged' as const, version: row.version } : undefined;
  }

  function partOf(entry: string, { write, kind, at, id }: Ready) {
    const fields = { ...toItemFields(kind, write.values), Entry: entry };
    if (write.seen === null || id === undefined) {
      const years = place.yearsKept(kind.retention);
      const stamps = {
        Title: write.key,
        RecordKey: write.key,
        ...(years ? { RetainUntil: yearsAfter(today(), years) } : {}),
      };
      return { method: 'POST' as const, path: `${at}/items`, body: { fields: withoutEmpty({ ...fields, ...stamps }) } };
    }
    const ifMatch = write.seen === 'any' ? undefined : write.seen;
    return { method: 'PATCH' as const, path: `${at}/items/${id}/fields`, body: fields, ifMatch };
  }

  type Result = ListWritten<RecordOf<RecordKind>>;
  /** What is known before anything is sent. */
  type Settled = Exclude<ListWritten<never>, { readonly outcome: 'superseded' }>;

  /** What stands there now says whether an earlier try took effect, or somebody else was first. */
  async function lookAgain(entry: string, ready: Ready): Promise<Result | 'absent' | 'as-seen'> {
    const item = await readByKey(ready);
    ready.id = item?.id;
    if (!item) return 'absent';
    if (item.fields.Entry === entry) return { outcome: 'unchanged', version: item.version };
    if (item.version === ready.write.seen) return 'as-seen';
    return { outcome: 'superseded', current: ready.mirror.take(item) ?? ready.mirror.table.get(ready.write.key) };
  }

  async function settle(entry: string, ready: Ready, answer: PartAnswer, tries: number): Promise<Result> {
    if (answer.ok) {
      const item = itemOf(answer.body);
      ready.mirror.take(item.id === 'undefined' ? { ...item, id: ready.id ?? '' } : item);
      return { outcome: 'saved', version: item.version };
    }
    const { trouble } = answer;
    const byKey = trouble.kind === 'Duplicate' && /^(RecordKey|Title)$/i.test(trouble.field ?? '');
    if (trouble.kind === 'Duplicate' && !byKey) return { outcome: 'duplicate', field: lowerFirst(trouble.field ?? '') };
    const itemGone = trouble.kind === 'NotFound' && ready.id !== undefined;
    if (itemGone) ready.mirror.drop(ready.id ?? '');
    if (byKey || itemGone || trouble.kind === 'Changed' || answer.lost) {
      const found = await lookAgain(entry, ready);
      const overwrite = ready.write.seen === 'any';
      if (typeof found === 'object' && !(overwrite && found.outcome === 'superseded')) return found;
      if (found === 'absent' && typeof ready.write.seen === 'string' && !overwrite) return { outcome: 'superseded' };
      if (tries >= 3) return later();
      const [next] = await sendBatch(graph, [partOf(entry, ready)]);
      return next ? await settle(entry, ready, next, tries + 1) : later();
    }
    if (mendable.has(trouble.kind)) {
      places.forget();
      ready.mirror.startAgain();
    }
    return notWritten(ready.kind, trouble);
  }

  async function write(
    entry: string,
    writes: readonly ListWrite<keyof K & string>[],
  ): Promise<readonly ListWritten<RecordOf<K[keyof K]>>[]> {
    const readies = await Promise.all(
      writes.map((one) => standing(entry, one) ?? prepare(one).catch((error) => notWritten(kinds[one.record], error))),
    );
    const results: ListWritten<RecordOf<K[keyof K]>>[] = [];
    // Twenty by twenty: memory knows what is written of a long entry while the rest of it is sent.
    for (let from = 0; from < readies.length; from += 20) {
      results.push(...(await writeTwenty(entry, readies.slice(from, from + 20))));
    }
    return results;
  }

  async function writeTwenty(
    entry: string,
    readies: readonly (Ready | Settled)[],
  ): Promise<readonly ListWritten<RecordOf<K[keyof K]>>[]> {
    const sendable = readies.filter((one): one is Ready => 'write' in one);
    const answers = await sendBatch(
      graph,
      sendable.map((one) => partOf(entry, one)),
    );
    const answered = new Map<Ready, PartAnswer | undefined>(sendable.map((one, index) => [one, answers[index]]));
    return await Promise.all(
      readies.map(async (one): Promise<ListWritten<RecordOf<K[keyof K]>>> => {
        if (!('write' in one)) return one;
        const answer = answered.get(one);
        const result = answer
          ? await settle(entry, one, answer, 1).catch((error: unknown) => notWritten(one.kind, error))
          : later();
        return result as ListWritten<RecordOf<K[keyof K]>>;
      }),
    );
  }

  return {
    school: place.school,
    known: () => known,
    ageSeconds: (names) => {
      const kept = [...mirrors].filter(
        ([name]) => kinds[name]?.mirror !== 'none' && (names === undefined || names.includes(name)),
      );
      const oldest = Math.min(...kept.map(([, mirror]) => mirror.syncedAt()));
      return oldest === 0 ? Infinity : Math.max(0, (Date.now() - oldest) / 1000);
    },
    async sync(names) {
      const standing = names.filter((name) => mirrors.get(name)?.nextQuestion() !== undefined);
      if (new Set(standing).size < 2) return void (await Promise.all([...new Set(names)].map(syncOne)));
      await Promise.all([
        askTogether(standing),
        ...[...new Set(names)].filter((name) => !standing.includes(name)).map(syncOne),
      ]);
    },
    find: <N extends keyof K & string>(record: N, field: string, value: string) =>
      findRows<K[N]>(graph, places, kinds[record], field, value),
    write,
    unreadable: () =>
      [...mirrors].flatMap(([name, mirror]) =>
        mirror.unreadable().map((row) => ({ list: kinds[name]?.list ?? name, ...row })),
      ),
    cost: () => graph.cost(),
  };
}

function troubleIn(answer: PartAnswer | undefined): GraphTroubled {
  return answer && !answer.ok ? answer.trouble : graphTrouble({ status: 0 });
}

/** The list is not as it was made: it is looked for, and loaded, again. */
const mendable: ReadonlySet<GraphTroubled['kind']> = new Set(['NotFound', 'ListGone', 'ColumnGone']);

/** Only a wrong value is refused for good; a list that somebody can mend, or Graph down, leaves the write to be done later. */
function notWritten(
  kind: RecordKind | undefined,
  error: unknown,
): { readonly outcome: 'later' | 'refused'; readonly says: string } {
  if (!kind || !(error instanceof GraphTroubled)) return later();
  const says = refusedWords(kind, error);
  if (says === undefined) return later();
  return { outcome: error.kind === 'Refused' ? 'refused' : 'later', says };
}

/** The day so many years on; 29 February becomes 1 March in an ordinary year (D24). */
function yearsAfter(day: string, years: number): string {
  const [year = 2026, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year + years, month - 1, date)).toISOString().slice(0, 10);
}

function later(): { readonly outcome: 'later'; readonly says: string } {
  return { outcome: 'later', says: notAnswered };
}

function withoutEmpty(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/** The month of the day and the twelve before it: 53 weeks. */
function monthsUpTo(day: string): readonly string[] {
  const [year = 2026, month = 1] = day.split('-').map(Number);
  return Array.from({ length: 14 }, (_, back) => new Date(Date.UTC(year, month - back, 1)).toISOString().slice(0, 7));
}
