import { describe, expect, it } from 'vitest';
import { type Part, sendBatch } from '../../src/microsoft365/batch.ts';
import type { Graph } from '../../src/microsoft365/graph.ts';
import { graphTrouble } from '../../src/microsoft365/graph-error.ts';

/** A Graph that answers each part of a batch with its own path, last first, and keeps what it was sent. */
function echo(fail = false) {
  const sent: string[][] = [];
  const graph: Pick<Graph, 'post' | 'count' | 'rest'> = {
    async post(_path, body) {
      const { requests }: { requests: { id: string; url: string }[] } = Object(body);
      sent.push(requests.map(({ url }) => url));
      if (fail) throw graphTrouble({ status: 503 });
      return { responses: requests.map(({ id, url }) => ({ id, status: 200, body: { url } })).reverse() };
    },
    count: () => undefined,
    rest: () => undefined,
  };
  return { graph: graph as Graph, sent };
}

const parts = (name: string, many: number): Part[] =>
  Array.from({ length: many }, (_, nth) => ({ method: 'GET', path: `/${name}/${nth}` }));
const urls = (answers: Awaited<ReturnType<typeof sendBatch>>) => answers.map((one) => one.ok && one.body.url);

describe('parts sent in the same moment', () => {
  it('share one request, and each sender gets its own answers in its own order', async () => {
    const { graph, sent } = echo();
    const [first, second] = await Promise.all([sendBatch(graph, parts('a', 2)), sendBatch(graph, parts('b', 3))]);
    expect(sent).toEqual([['/a/0', '/a/1', '/b/0', '/b/1', '/b/2']]);
    expect(urls(first ?? [])).toEqual(['/a/0', '/a/1']);
    expect(urls(second ?? [])).toEqual(['/b/0', '/b/1', '/b/2']);
  });

  it('fill twenty and no more', async () => {
    const { graph, sent } = echo();
    await Promise.all([
      sendBatch(graph, parts('a', 12)),
      sendBatch(graph, parts('b', 8)),
      sendBatch(graph, parts('c', 1)),
    ]);
    expect(sent.map((batch) => batch.length)).toEqual([20, 1]);
  });

  it('are told each that nothing came back', async () => {
    const { graph, sent } = echo(true);
    const answers = await Promise.all([sendBatch(graph, parts('a', 1)), sendBatch(graph, parts('b', 1))]);
    expect(sent).toHaveLength(1);
    expect(answers.flat().map((one) => !one.ok && one.trouble.kind)).toEqual(['Unavailable', 'Unavailable']);
  });

  it('go by themselves a moment later', async () => {
    const { graph, sent } = echo();
    await sendBatch(graph, parts('a', 1));
    await sendBatch(graph, parts('b', 1));
    expect(sent).toEqual([['/a/0'], ['/b/0']]);
  });
});
