import { openWorld } from './bench-world.ts';
import { median, ratio, rounded, timed } from './measure.ts';
import type { BenchTenant } from './processes.ts';
import { watchGraph } from './watch.ts';

/** The first load of every list of every school, against its page reads alone: the same addresses, read and thrown away. */
export async function benchMirrorStart(tenant: BenchTenant, now: string, runs: number) {
  const starts: number[] = [];
  const reads: number[] = [];
  let pages = 0;
  for (let run = 0; run < runs; run++) {
    const watch = watchGraph(tenant.standinUrl, () => false);
    const fresh = openWorld(tenant, now);
    let gets: readonly string[] = [];
    const started = await timed(async () => {
      ({ gets } = await watch.during(() => fresh.sync()));
    });
    watch.stop();
    starts.push(started.ms);
    pages = gets.length;
    reads.push((await timed(() => readAlone(tenant, gets))).ms);
  }
  return {
    pages,
    startSeconds: rounded(median(starts) / 1000),
    pageReadsSeconds: rounded(median(reads) / 1000),
    startOverPageReads: ratio(median(starts), median(reads)),
  };
}

/** The addresses read as the start reads them: the lists of a school beside each other, the pages of a list one by one. */
async function readAlone(tenant: BenchTenant, gets: readonly string[]): Promise<void> {
  const { token } = Object(await tenant.control('POST', '/standin/app-token'));
  const bySite = new Map<string, Map<string, string[]>>();
  for (const path of gets) {
    const [, site = '', list = ''] = /^\/sites\/([^/]+)(?:\/lists\/([^/?]+))?/.exec(path) ?? [];
    const lists = bySite.get(site) ?? new Map<string, string[]>();
    bySite.set(site, lists.set(list, [...(lists.get(list) ?? []), path]));
  }
  for (const lists of bySite.values()) {
    await Promise.all(
      [...lists.values()].map(async (paths) => {
        for (const path of paths) {
          const response = await fetch(`${tenant.standinUrl}/v1.0${path}`, {
            headers: { Authorization: `Bearer ${token}` },
          });
          await response.arrayBuffer();
        }
      }),
    );
  }
}
