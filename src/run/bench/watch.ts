import { unitsOf } from '../../microsoft365/graph.ts';

/** What was sent to Graph while something was done. `items`: records written, the journal's own entries apart. */
export interface Spent {
  readonly reads: number;
  readonly writes: number;
  readonly units: number;
  readonly items: number;
  /** Entries of the journal that were opened. */
  readonly entries: number;
  /** Milliseconds. */
  readonly ms: number;
  /** Every GET that was not part of a batch, in order. */
  readonly gets: readonly string[];
}

interface Sent {
  readonly method: string;
  readonly path: string;
  /** RecordKey of a new item. */
  readonly key: string;
}

/** Counts what this process asks Graph: its `fetch` is wrapped, so that every library is counted alike. */
export function watchGraph(graphUrl: string, isJournal: (path: string) => boolean) {
  const plain = globalThis.fetch;
  let exchanges: { readonly parts: readonly Sent[]; readonly batch: boolean }[] = [];
  globalThis.fetch = async (input, init) => {
    const request = input instanceof Request ? input : undefined;
    const url = request?.url ?? String(input);
    const method = init?.method ?? request?.method ?? 'GET';
    if (url.startsWith(`${graphUrl}/v1.0`)) {
      const path = url.slice(`${graphUrl}/v1.0`.length);
      const batch = path === '/$batch';
      exchanges.push({
        batch,
        parts: batch ? partsOf(init?.body ?? (await request?.clone().text())) : [{ method, path, key: '' }],
      });
    }
    return await plain(input, init);
  };
  return {
    /** Does the work and answers what it cost, with what it began and did not wait for. */
    async during(work: () => Promise<unknown>): Promise<Spent> {
      exchanges = [];
      const began = performance.now();
      await work();
      const ms = performance.now() - began;
      await new Promise((resolve) => setTimeout(resolve, 150));
      const parts = exchanges.flatMap((each) => each.parts);
      const writing = ({ method }: Sent) => method !== 'GET';
      return {
        reads: exchanges.filter((each) => !each.parts.some(writing)).length,
        writes: exchanges.filter((each) => each.parts.some(writing)).length,
        units: parts.reduce((sum, { method, path }) => sum + unitsOf(method, path), 0),
        // Pieces of a long entry are named after it, with a bar.
        entries: parts.filter(({ method, path, key }) => method === 'POST' && isJournal(path) && !key.includes('|'))
          .length,
        ms,
        items: parts.filter((part) => writing(part) && !isJournal(part.path)).length,
        gets: exchanges.flatMap((each) => (each.batch ? [] : each.parts.map(({ path }) => path))),
      };
    },
    stop() {
      globalThis.fetch = plain;
    },
  };
}

function partsOf(body: unknown): readonly Sent[] {
  const { requests } = Object(JSON.parse(String(body)));
  return (Array.isArray(requests) ? requests : []).map((request: unknown) => {
    const { method, url, body: sent } = Object(request);
    return { method: String(method), path: String(url), key: String(Object(Object(sent).fields).RecordKey ?? '') };
  });
}
