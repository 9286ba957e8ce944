import { isRow } from '../state/rows.ts';
import type { Answer, Call } from './call.ts';
import { GraphFailure, invalid } from './failure.ts';

/** Answers one part; never throws. */
export type AnswerPart = (part: Part) => Promise<Answer>;

/** One request inside a `$batch`. */
export interface Part {
  readonly id: string;
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly dependsOn: readonly string[];
}

/** `POST /$batch`: at most 20 parts, each answered by itself; a part whose forerunner failed is answered 424. */
export async function answerBatch(
  call: Call,
  body: Readonly<Record<string, unknown>>,
  answer: AnswerPart,
): Promise<Answer> {
  const parts = partsOf(body);
  if (call.method !== 'POST') throw invalid('The batch takes POST.');
  const answered = new Map<string, Answer>();
  for (const wave of inWaves(parts)) {
    await Promise.all(
      wave.map(async (part) => {
        const failed = part.dependsOn.some((id) => (answered.get(id)?.status ?? 500) >= 400);
        answered.set(part.id, failed ? failedDependency() : await answer(part));
      }),
    );
  }
  const responses = parts.map((part) => {
    const one = answered.get(part.id);
    return {
      id: part.id,
      status: one?.status ?? 500,
      headers: { 'Content-Type': 'application/json', ...one?.headers },
      ...(one?.bytes === undefined ? {} : { body: one.bytes.toString('base64') }),
      ...(one?.body === undefined ? {} : { body: one.body }),
    };
  });
  // Graph answers in any order: the last parts come first here, so that a client must look at the ids.
  return { status: 200, body: { responses: responses.reverse() } };
}

function partsOf(body: Readonly<Record<string, unknown>>): readonly Part[] {
  const { requests } = body;
  if (!Array.isArray(requests) || requests.length === 0) throw batchInvalid('The batch has no requests.');
  if (requests.length > 20) throw batchInvalid(`Number of batch request steps exceeds the maximum value of 20.`);
  const ids = new Set<string>();
  return requests.map((request: unknown) => {
    if (
      !isRow(request) ||
      typeof request.id !== 'string' ||
      typeof request.method !== 'string' ||
      typeof request.url !== 'string'
    ) {
      throw batchInvalid('Each request needs id, method and url.');
    }
    if (ids.has(request.id.toLowerCase())) throw batchInvalid(`Request id '${request.id}' is used twice.`);
    ids.add(request.id.toLowerCase());
    const headers = isRow(request.headers) ? request.headers : {};
    const named = Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
    );
    if (request.body !== undefined && named['content-type'] === undefined) {
      throw batchInvalid(`Request '${request.id}' has a body and no Content-Type.`);
    }
    const dependsOn = Array.isArray(request.dependsOn) ? request.dependsOn.map(String) : [];
    return {
      id: request.id,
      method: request.method.toUpperCase(),
      url: request.url,
      headers: named,
      body: request.body,
      dependsOn,
    };
  });
}

/** Parts that run at the same time, each wave after those it depends on. Refuses unknown forerunners and circles. */
function inWaves(parts: readonly Part[]): readonly (readonly Part[])[] {
  const waves: Part[][] = [];
  const placed = new Set<string>();
  let left = [...parts];
  while (left.length > 0) {
    const ready = left.filter((part) => part.dependsOn.every((id) => placed.has(id)));
    if (ready.length === 0)
      throw batchInvalid('dependsOn names a request that is not in the batch, or forms a circle.');
    waves.push(ready);
    for (const { id } of ready) placed.add(id);
    left = left.filter((part) => !ready.includes(part));
  }
  return waves;
}

function failedDependency(): Answer {
  return {
    status: 424,
    body: { error: { code: 'failedDependency', message: 'A request that this one depends on failed.' } },
  };
}

function batchInvalid(message: string): GraphFailure {
  return new GraphFailure(400, 'BadRequest', message);
}
