import { DefaultInit, graphfi } from '@pnp/graph';
import '@pnp/graph/list-item/index.js';
import '@pnp/graph/lists/index.js';
import '@pnp/graph/sites/index.js';
import { BrowserFetchWithRetry, DefaultParse, InjectHeaders } from '@pnp/queryable';
import type { BenchTenant } from './processes.ts';
import type { watchGraph } from './watch.ts';

/** The same number of marks written one by one through @pnp/graph into the same list: requests, units and milliseconds. */
export async function oneRequestPerMark(
  { site, list }: { readonly site: string; readonly list: string },
  tenant: BenchTenant,
  marks: number,
  watch: ReturnType<typeof watchGraph>,
) {
  const { token } = Object(await tenant.control('POST', '/standin/app-token'));
  const pnp = graphfi().using(
    DefaultInit(`${tenant.standinUrl}/v1.0`),
    InjectHeaders({ Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' }),
    BrowserFetchWithRetry(),
    DefaultParse(),
  );
  const { items } = pnp.sites.getById(site).lists.getById(list);
  const { writes, reads, units, ms } = await watch.during(async () => {
    for (let n = 0; n < marks; n++) await items.add({ fields: markOf(n) } as object);
  });
  return { requests: writes + reads, units, ms };
}

function markOf(n: number) {
  const key = `pnp-${n}|2026-11-20|am`;
  return {
    Title: key,
    RecordKey: key,
    Placement: `pnp-${n}`,
    Pupil: `pnp-${n}`,
    Date: '2024-11-20',
    Month: '2024-11',
    Session: 'AM',
    ProviderStatus: 'AttendedOnTime',
    Code: 'B',
  };
}
