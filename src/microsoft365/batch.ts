import { type Graph, unitsOf } from './graph.ts';
import { GraphTroubled, graphTrouble } from './graph-error.ts';
import { repeatWait } from './throttle.ts';

/** One request of a batch; `path` begins after the version. */
export interface Part {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly ifMatch?: string;
}

/** What became of a part. `lost`: no answer came, it may have taken effect. */
export type PartAnswer =
  | { readonly ok: true; readonly body: Readonly<Record<string, unknown>> }
  | { readonly ok: false; readonly lost: boolean; readonly trouble: GraphTroubled };

/**
 * Sends parts in batches of 20. Each throttled part is sent again after its own Retry-After, within `patienceSeconds`
 * (default 20). Answers stand in the order of the parts. What is sent in the same moment by others shares the request.
 * Never throws.
 */
export async function sendBatch(graph: Graph, parts: readonly Part[], patienceSeconds = 20): Promise<PartAnswer[]> {
  const until = Date.now() + patienceSeconds * 1000;
  const answers: PartAnswer[] = [];
  for (let from = 0; from < parts.length; from += 20) {
    answers.push(...(await sendTwenty(graph, parts.slice(from, from + 20), until)));
  }
  return answers;
}

async function sendTwenty(graph: Graph, parts: readonly Part[], until: number): Promise<PartAnswer[]> {
  const answers = new Map<number, PartAnswer>();
  let open = parts.map((_, index) => index);
  for (let tries = 1; open.length > 0; tries++) {
    const { again, wait } = await sendOnce(graph, parts, open, answers, tries);
    if (Date.now() + wait > until) {
      graph.rest(Date.now() + wait);
      break;
    }
    open = again;
    if (open.length > 0) await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return parts.map((_, index) => answers.get(index) ?? lostAnswer(graphTrouble({ status: 0 })));
}

async function sendOnce(
  graph: Graph,
  parts: readonly Part[],
  open: readonly number[],
  answers: Map<number, PartAnswer>,
  tries: number,
): Promise<{ again: number[]; wait: number }> {
  const requests = open.flatMap((index) => {
    const part = parts[index];
    return part ? [requestOf(part, index)] : [];
  });
  let responses: readonly unknown[];
  graph.count(requests.reduce((sum, { method, url }) => sum + unitsOf(method, url), 0));
  try {
    responses = await postTogether(graph, requests);
  } catch (error) {
    const trouble = error instanceof GraphTroubled ? error : graphTrouble({ status: 0 });
    const { status } = trouble.refusal;
    const lost = status === 0 || status >= 500;
    for (const index of open) answers.set(index, { ok: false, lost: lost && status !== 503, trouble });
    return { again: [], wait: 0 };
  }
  const again: number[] = [];
  let wait = 0;
  for (const response of responses) {
    const { id, status, headers, body } = Object(response);
    const index = Number(id);
    if (status < 300) {
      answers.set(index, { ok: true, body: Object(body) });
      continue;
    }
    const error = Object(Object(body).error);
    const trouble = graphTrouble({ status, code: error.code, message: error.message });
    // It stands as long as no repeat has a better answer.
    answers.set(index, { ok: false, lost: status === 504, trouble });
    const pause = repeatWait(status, new Headers(Object(headers)), parts[index]?.method ?? 'GET', tries);
    if (pause === undefined || status === 504) continue;
    again.push(index);
    wait = Math.max(wait, pause);
  }
  return { again, wait };
}

type BatchRequest = ReturnType<typeof requestOf>;

interface Waiting {
  readonly requests: readonly BatchRequest[];
  readonly answered: (responses: readonly unknown[]) => void;
  readonly failed: (error: unknown) => void;
}

const waiting = new WeakMap<Graph, Waiting[]>();

/** One `$batch` for all who send in the same moment, as far as twenty parts go; each gets the responses to its own. */
function postTogether(graph: Graph, requests: readonly BatchRequest[]): Promise<readonly unknown[]> {
  return new Promise((answered, failed) => {
    const held = waiting.get(graph);
    if (held) return void held.push({ requests, answered, failed });
    const first = [{ requests, answered, failed }];
    waiting.set(graph, first);
    setImmediate(() => {
      waiting.delete(graph);
      for (const batch of twenties(first)) void postOne(graph, batch);
    });
  });
}

/** Senders in the order they came, together while their parts are twenty at most. */
function twenties(all: readonly Waiting[]): readonly (readonly Waiting[])[] {
  const batches: Waiting[][] = [];
  let room = 0;
  for (const one of all) {
    if (one.requests.length > room) {
      batches.push([]);
      room = 20;
    }
    batches.at(-1)?.push(one);
    room -= one.requests.length;
  }
  return batches;
}

async function postOne(graph: Graph, senders: readonly Waiting[]): Promise<void> {
  const requests = senders.flatMap(({ requests }, nth) =>
    requests.map((request) => ({ ...request, id: `${nth}.${request.id}` })),
  );
  try {
    const { responses } = Object(await graph.post('/$batch', { requests }));
    const all: readonly unknown[] = Array.isArray(responses) ? responses : [];
    senders.forEach(({ answered }, nth) => {
      answered(
        all.flatMap((response) => {
          const [sender, id] = String(Object(response).id).split('.');
          return Number(sender) === nth ? [{ ...Object(response), id }] : [];
        }),
      );
    });
  } catch (error) {
    for (const { failed } of senders) failed(error);
  }
}

function requestOf(part: Part, index: number) {
  const headers = {
    ...(part.body === undefined ? {} : { 'Content-Type': 'application/json' }),
    ...(part.ifMatch ? { 'If-Match': part.ifMatch } : {}),
  };
  return { id: String(index), method: part.method, url: part.path, headers, body: part.body };
}

function lostAnswer(trouble: GraphTroubled): PartAnswer {
  return { ok: false, lost: true, trouble };
}
