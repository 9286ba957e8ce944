import { integer, object, rows, text } from '../../../state/rows.ts';
import { type Call, jsonBody, option, param, type Route, refuseOptions, top } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { GraphFailure, invalid, notFound } from '../../failure.ts';
import { fieldsBody, itemBody, wantedFields } from '../../lists/bodies.ts';
import { fieldsIn, mergeFields, requireFields, withDefaults } from '../../lists/fields.ts';
import { type Filter, parseFilter } from '../../lists/filter.ts';
import {
  addItem,
  countItems,
  countMatches,
  deleteItem,
  etagOf,
  findItem,
  type Item,
  itemsAfter,
  matchesAfter,
  scanAfter,
  updateItem,
  type Writing,
} from '../../lists/item-table.ts';
import { type OpenList, openList } from './open-list.ts';

const ITEM = '/sites/{site}/lists/{list}/items/{item}';

/** Items of a list: paging, one indexed filter, ETags, unique columns, versions. */
export function itemRoutes(desk: Desk): Route[] {
  const { state } = desk.context;
  const writing = (call: Call, open: OpenList): Writing => ({
    by: call.caller.appId,
    now: desk.now(),
    columns: open.columns,
    settings: desk.settings(),
  });
  const view = (open: OpenList) => ({ tenant: desk.context.tenant(), ...open });
  const change = (call: Call, given: Readonly<Record<string, unknown>>): { open: OpenList; item: Item } => {
    const open = openList(desk, call, 'write');
    const old = itemOf(desk, call, open);
    refuseStale(desk, call, open, old);
    const fields = mergeFields(open.columns, old.fields, given);
    requireFields(open.columns, fields);
    const item = state.transaction(() => updateItem(state, open.list, old, fields, writing(call, open)));
    return { open, item };
  };
  return [
    { method: 'GET', path: '/sites/{site}/lists/{list}/items', units: 2, answer: (call) => listItems(desk, call) },
    {
      method: 'POST',
      path: '/sites/{site}/lists/{list}/items',
      units: 2,
      answer(call) {
        const open = openList(desk, call, 'write');
        const fields = withDefaults(open.columns, mergeFields(open.columns, {}, fieldsIn(jsonBody(call))));
        requireFields(open.columns, fields);
        const item = state.transaction(() => addItem(state, open.list, fields, writing(call, open)));
        return { status: 201, body: itemBody(view(open), item, 'all') };
      },
    },
    {
      method: 'GET',
      path: ITEM,
      units: 1,
      answer(call) {
        const open = openList(desk, call, 'read');
        const wanted = wantedFields(option(call, 'expand') ?? 'fields');
        return { status: 200, body: itemBody(view(open), itemOf(desk, call, open), wanted) };
      },
    },
    {
      method: 'PATCH',
      path: ITEM,
      units: 2,
      answer(call) {
        const { open, item } = change(call, fieldsIn(jsonBody(call)));
        return { status: 200, body: itemBody(view(open), item, 'all') };
      },
    },
    {
      method: 'GET',
      path: `${ITEM}/fields`,
      units: 1,
      answer(call) {
        const open = openList(desk, call, 'read');
        return { status: 200, body: fieldsBody(open.list, open.columns, itemOf(desk, call, open), 'all') };
      },
    },
    {
      method: 'PATCH',
      path: `${ITEM}/fields`,
      units: 2,
      answer(call) {
        const { open, item } = change(call, jsonBody(call));
        return { status: 200, body: fieldsBody(open.list, open.columns, item, 'all') };
      },
    },
    {
      method: 'DELETE',
      path: ITEM,
      units: 2,
      answer(call) {
        const open = openList(desk, call, 'write');
        const item = itemOf(desk, call, open);
        refuseStale(desk, call, open, item);
        state.transaction(() => deleteItem(state, open.list, item));
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      path: `${ITEM}/versions`,
      units: 2,
      answer(call) {
        const open = openList(desk, call, 'read');
        const item = itemOf(desk, call, open);
        const kept = rows(
          state.db,
          'select * from versions where list = ? and item = ? order by version desc',
          open.list.n,
          item.id,
        );
        const value = kept.map((one) => ({
          id: `${integer(one, 'version')}.0`,
          lastModifiedDateTime: text(one, 'modified'),
          fields: fieldsBody(
            open.list,
            open.columns,
            { ...item, version: integer(one, 'version'), fields: object(one, 'fields') },
            'all',
          ),
        }));
        return { status: 200, body: { value } };
      },
    },
  ];
}

function itemOf(desk: Desk, call: Call, open: OpenList): Item {
  const item = findItem(desk.context.state, open.list, param(call, 'item'));
  if (!item) throw notFound('The specified item was not found');
  return item;
}

function refuseStale(desk: Desk, call: Call, open: OpenList, item: Item): void {
  const wanted = call.headers['if-match'];
  if (wanted === undefined || wanted === '*' || wanted === etagOf(open.list, item)) return;
  const status = desk.settings().staleEtag === '409' ? 409 : 412;
  throw new GraphFailure(
    status,
    'resourceModified',
    'The resource has changed since the caller last read it; usually an eTag mismatch',
  );
}

function listItems(desk: Desk, call: Call): { status: number; body: unknown } {
  refuseOptions(call, 'orderby', 'search');
  const open = openList(desk, call, 'read');
  const size = top(call, desk.settings().pageSize, 5000);
  const wanted = wantedFields(option(call, 'expand'));
  const after = Number(/p_ID=(\d+)/.exec(Buffer.from(option(call, 'skiptoken') ?? '', 'base64').toString())?.[1] ?? 0);
  const filterText = option(call, 'filter');
  const found =
    filterText === undefined
      ? itemsAfter(desk.context.state, open.list, after, size + 1)
      : filtered(desk, call, open, parseFilter(filterText), after, size + 1);
  const page = found.slice(0, size);
  const view = { tenant: desk.context.tenant(), ...open };
  const body: Record<string, unknown> = { value: page.map((item) => itemBody(view, item, wanted)) };
  if (found.length > size) body['@odata.nextLink'] = nextLink(call, page.at(-1)?.id ?? 0);
  return { status: 200, body };
}

function filtered(desk: Desk, call: Call, open: OpenList, filter: Filter, after: number, limit: number): Item[] {
  const { state } = desk.context;
  const { threshold } = desk.settings();
  const column = open.columns.find((one) => one.name === filter.column);
  if (!column && filter.column !== 'id') throw invalid(`Field '${filter.column}' is not recognized`);
  if (column?.indexed) {
    if (countMatches(state, open.list, filter, threshold) > threshold) throw tooMuch();
    return matchesAfter(state, open.list, filter, after, limit);
  }
  const honoured = /HonorNonIndexedQueriesWarningMayFailRandomly/i.test(call.headers.prefer ?? '');
  if (!honoured) {
    throw invalid(
      `Field '${filter.column}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
    );
  }
  if (countItems(state, open.list) > threshold) throw tooMuch();
  return scanAfter(state, open.list, filter, after, limit);
}

function tooMuch(): GraphFailure {
  return new GraphFailure(422, 'notSupported', 'The request is unprocessable because it uses too many resources', {
    inner: 'tooManyResources',
  });
}

/** The next page's address: the same query with SharePoint's token, which says the last item shown. */
function nextLink(call: Call, last: number): string {
  const query = new URLSearchParams();
  for (const [key, value] of call.query) if (!/^\$?skiptoken$/i.test(key)) query.append(key, value);
  query.append('$skiptoken', Buffer.from(`Paged=TRUE&p_ID=${last}`).toString('base64'));
  return `${call.root}${call.path}?${query.toString().replaceAll('+', '%20')}`;
}
