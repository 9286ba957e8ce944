import type { Graph } from './graph.ts';
import { type GraphError, graphErrorOf } from './graph-error.ts';

/** One part of a `$batch`: `path` is relative to the version. */
export interface BatchPart {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** What came of a part. */
export type PartAnswer =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly error: GraphError };

const MOST = 20;

/**
 * Sends parts in batches of 20. A part that is throttled is tried again by itself after its own Retry-After, until the
 * patience is over; answers stand in the order of the parts. Throws a GraphError only when a whole batch is lost.
 */
export async function sendBatch(
  graph: Graph,
  parts: readonly BatchPart[],
  patienceMs = 15_000,
): Promise<readonly PartAnswer[]> {
  const answers = new Map<number, PartAnswer>();
  const until = Date.now() + patienceMs;
  let waiting = parts.map((_, index) => index);
  for (let attempt = 0; waiting.length > 0; attempt++) {
    const throttled: number[] = [];
    let wait = Math.min(8_000, 300 * 2 ** attempt);
    for (let start = 0; start < waiting.length; start += MOST) {
      const slice = waiting.slice(start, start + MOST);
      for (const [index, answer] of await once(graph, parts, slice)) {
        answers.set(index, answer);
        if (answer.ok || (answer.error.status !== 429 && answer.error.status !== 503)) continue;
        throttled.push(index);
        wait = Math.max(wait, (answer.error.details.retryAfterSeconds ?? 0) * 1000);
      }
    }
    if (throttled.length === 0 || Date.now() + wait > until) break;
    waiting = throttled;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return parts.map((_, index) => answers.get(index) ?? { ok: false, error: graphErrorOf(503, {}) });
}

async function once(
  graph: Graph,
  parts: readonly BatchPart[],
  slice: readonly number[],
): Promise<readonly [number, PartAnswer][]> {
  const requests = slice.map((index) => {
    const part = parts[index];
    const headers = { ...(part?.body === undefined ? {} : { 'Content-Type': 'application/json' }), ...part?.headers };
    return { id: String(index), method: part?.method, url: part?.path, headers, body: part?.body };
  });
  const { responses } = await graph.post('/$batch', { requests });
  return (Array.isArray(responses) ? responses : []).map(
    (response: { id: string; status: number; headers?: Record<string, string>; body?: Record<string, unknown> }) => {
      const headers = Object.fromEntries(
        Object.entries(response.headers ?? {}).map(([name, value]) => [name.toLowerCase(), String(value)]),
      );
      const answer: PartAnswer =
        response.status < 400
          ? { ok: true, body: response.body ?? {} }
          : { ok: false, error: graphErrorOf(response.status, response.body, headers) };
      return [Number(response.id), answer];
    },
  );
}
