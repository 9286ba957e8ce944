import { sendBatch } from '../microsoft365/batch.ts';
import type { Graph } from '../microsoft365/graph.ts';
import { toItemFields } from '../schema/items.ts';
import { type RecordName, records } from '../school/records.ts';
import type { ListIds } from './create-lists.ts';

/** A record to be written: its key and values. */
export interface NewRecord {
  readonly record: RecordName;
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** The journal entry that wrote it. */
  readonly entry?: string;
}

const AT_ONCE = 4;

/** Writes new records through Graph, twenty to a batch and four batches at once. Throws with the first refusal, by list and key. */
export async function writeRecords(
  graph: Graph,
  site: string,
  lists: ListIds,
  all: readonly NewRecord[],
): Promise<void> {
  const slices: NewRecord[][] = [];
  for (let from = 0; from < all.length; from += 20) slices.push(all.slice(from, from + 20));
  const worker = async () => {
    for (let slice = slices.shift(); slice !== undefined; slice = slices.shift())
      await writeSlice(graph, site, lists, slice);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}

async function writeSlice(graph: Graph, site: string, lists: ListIds, slice: readonly NewRecord[]): Promise<void> {
  const answers = await sendBatch(
    graph,
    slice.map(({ record, key, values, entry }) => {
      const kind = records[record];
      const entries = Object.entries(toItemFields(kind, values)).filter(([, value]) => value !== null);
      const fields = { ...Object.fromEntries(entries), Title: key, RecordKey: key, ...(entry ? { Entry: entry } : {}) };
      return { method: 'POST', path: `/sites/${site}/lists/${lists.get(kind.list)}/items`, body: { fields } };
    }),
    120,
  );
  for (const [index, answer] of answers.entries()) {
    const one = slice[index];
    if (!answer.ok && one) throw new Error(`${records[one.record].list}, ${one.key}: ${answer.trouble.message}`);
  }
}
