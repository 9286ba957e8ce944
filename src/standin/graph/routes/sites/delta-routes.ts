import { integer, object, rows, text } from '../../../state/rows.ts';
import { type Answer, type Call, option, type Route, top } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { denied, GraphFailure } from '../../failure.ts';
import { itemBody, wantedFields } from '../../lists/bodies.ts';
import { type Item, readItem } from '../../lists/item-table.ts';
import { holds } from '../../permissions.ts';
import { type OpenList, openList } from './open-list.ts';

/** `items/delta`: what has changed since a token, in pages, with deletions. */
export function deltaRoutes(desk: Desk): Route[] {
  const cost = (call: Call) => (option(call, 'token') === undefined ? 2 : 1);
  return [
    {
      method: 'GET',
      path: '/sites/{site}/lists/{list}/items/delta',
      units: cost,
      answer: (call) => delta(desk, call),
    },
  ];
}

/** `seq` counts the list's changes; a token is the list, the tenant's generation, the last change seen and its birthday. */
function delta(desk: Desk, call: Call): Answer {
  const open = openList(desk, call, 'read');
  if (!desk.settings().deltaForSelected && !holds(call.caller, 'Sites.FullControl.All')) throw denied();
  const token = option(call, 'token');
  const last = lastSeq(desk, open);
  if (token === 'latest') return answer(call, [], linkWith(call, 'delta', make(desk, open, last)));
  const since = token === undefined ? -1 : seqOf(desk, call, open, token);
  const size = top(call, desk.settings().pageSize, 5000);
  const changes = changesAfter(desk, open, since, size + 1);
  const page = changes.slice(0, size);
  const seen = changes.length > size ? (page.at(-1)?.seq ?? since) : last;
  const wanted = wantedFields(option(call, 'expand'));
  const view = { tenant: desk.context.tenant(), ...open };
  const bodies = page.map((change) =>
    'item' in change
      ? itemBody(view, change.item, wanted)
      : {
          id: String(change.gone),
          deleted: { state: 'deleted' },
          parentReference: { siteId: open.site.id, id: open.list.id },
        },
  );
  const shaken = shake(desk, bodies, page, (item) => itemBody(view, item, wanted), open);
  return answer(call, shaken, linkWith(call, changes.length > size ? 'next' : 'delta', make(desk, open, seen)));
}

type Change = { readonly seq: number } & ({ readonly item: Item } | { readonly gone: number });

function changesAfter(desk: Desk, open: OpenList, since: number, limit: number): Change[] {
  const { db } = desk.context.state;
  const items: Change[] = rows(
    db,
    'select * from items where list = ? and seq > ? order by seq limit ?',
    open.list.n,
    since,
    limit,
  ).map((found) => ({ item: readItem(found), seq: integer(found, 'seq') }));
  const gone: Change[] =
    since < 0
      ? []
      : rows(
          db,
          'select * from gone_items where list = ? and seq > ? order by seq limit ?',
          open.list.n,
          since,
          limit,
        ).map((found) => ({ gone: integer(found, 'id'), seq: integer(found, 'seq') }));
  return [...items, ...gone].sort((a, b) => a.seq - b.seq).slice(0, limit);
}

/** The untidiness that a client must bear: an item twice (an earlier version first, the last one holds), items in no order. */
function shake(
  desk: Desk,
  bodies: readonly unknown[],
  page: readonly Change[],
  show: (item: Item) => unknown,
  open: OpenList,
): readonly unknown[] {
  const { deltaDuplicates, deltaOutOfOrder } = desk.settings();
  const earlier = deltaDuplicates
    ? page.flatMap((change) =>
        'item' in change && change.item.version > 1 ? [show(before(desk, open, change.item))] : [],
      )
    : [];
  return [...earlier, ...(deltaOutOfOrder ? [...bodies].reverse() : bodies)];
}

function before(desk: Desk, open: OpenList, item: Item): Item {
  const found = rows(
    desk.context.state.db,
    'select * from versions where list = ? and item = ? and version = ?',
    open.list.n,
    item.id,
    item.version - 1,
  )[0];
  return found
    ? { ...item, version: item.version - 1, fields: object(found, 'fields'), modified: text(found, 'modified') }
    : item;
}

function lastSeq(desk: Desk, open: OpenList): number {
  const found = rows(desk.context.state.db, 'select seq from lists where n = ?', open.list.n)[0];
  return found ? integer(found, 'seq') : 0;
}

function make(desk: Desk, open: OpenList, seq: number): string {
  const held = { list: open.list.id, generation: desk.generation(), seq, born: Math.floor(Date.now() / 1000) };
  return Buffer.from(JSON.stringify(held)).toString('base64url');
}

function seqOf(desk: Desk, call: Call, open: OpenList, token: string): number {
  try {
    const held = JSON.parse(Buffer.from(token, 'base64url').toString()) as Record<string, unknown>;
    const age = Date.now() / 1000 - Number(held.born);
    const good =
      held.list === open.list.id && held.generation === desk.generation() && age <= desk.settings().deltaLifetime;
    if (good) return Number(held.seq);
  } catch {
    // A token that cannot be read is as good as one that has expired.
  }
  throw new GraphFailure(410, 'resyncChangesApplyDifferences', 'The delta token is no longer valid. Start again.', {
    headers: { Location: linkWith(call, 'next', undefined).link },
  });
}

function linkWith(
  call: Call,
  kind: 'next' | 'delta',
  token: string | undefined,
): { kind: 'next' | 'delta'; link: string } {
  const query = new URLSearchParams();
  for (const [key, value] of call.query) if (!/^\$?(token|skiptoken|deltatoken)$/i.test(key)) query.append(key, value);
  if (token !== undefined) query.append('token', token);
  return { kind, link: `${call.root}${call.path}?${query}` };
}

function answer(
  call: Call,
  value: readonly unknown[],
  { kind, link }: { kind: 'next' | 'delta'; link: string },
): Answer {
  return {
    status: 200,
    body: {
      '@odata.context': `${call.root}/$metadata#Collection(listItem)`,
      [kind === 'next' ? '@odata.nextLink' : '@odata.deltaLink']: link,
      value,
    },
  };
}
