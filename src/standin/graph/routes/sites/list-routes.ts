import { randomUUID } from 'node:crypto';
import { isRow } from '../../../state/rows.ts';
import { jsonBody, option, param, type Route } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { GraphFailure, invalid, notFound } from '../../failure.ts';
import { listBody, select } from '../../lists/bodies.ts';
import { type Column, changedColumn, columnBody, newColumn } from '../../lists/column.ts';
import { countItems, reindex } from '../../lists/item-table.ts';
import {
  addList,
  deleteColumn,
  deleteList,
  findList,
  listsOf,
  saveColumn,
  updateList,
} from '../../lists/list-table.ts';
import { openSite } from '../../permissions.ts';
import { openList } from './open-list.ts';
import { webUrlOf } from './site-routes.ts';

/** Lists of a site, and the columns of a list. */
export function listRoutes(desk: Desk): Route[] {
  const { state } = desk.context;
  return [
    {
      method: 'GET',
      path: '/sites/{site}/lists',
      units: 2,
      answer(call) {
        const site = openSite(desk, call.caller, param(call, 'site'), 'read');
        const shown = { id: site.id, webUrl: webUrlOf(site) };
        const wanted = /^displayName eq '(.*)'$/.exec(option(call, 'filter') ?? '')?.[1]?.replaceAll("''", "'");
        const found = listsOf(state, site.id).filter((list) => wanted === undefined || list.displayName === wanted);
        return {
          status: 200,
          body: { value: found.map((list) => select(listBody(shown, list), option(call, 'select'))) },
        };
      },
    },
    {
      method: 'POST',
      path: '/sites/{site}/lists',
      units: 2,
      answer(call) {
        const site = openSite(desk, call.caller, param(call, 'site'), 'manage');
        const body = jsonBody(call);
        const { displayName, description } = body;
        if (typeof displayName !== 'string' || displayName === '') throw invalid('The list needs a displayName.');
        if (findList(state, site.id, displayName)) {
          throw new GraphFailure(409, 'nameAlreadyExists', 'The specified name already exists.');
        }
        const given = Array.isArray(body.columns) ? body.columns.filter(isRow) : [];
        const columns = [titleColumn(), ...given.map((column) => newColumn(column, randomUUID()))];
        refuseTooManyIndexes(columns, desk.settings().maxIndexes);
        const list = state.transaction(() =>
          addList(
            state,
            {
              site: site.id,
              name: displayName.replaceAll(' ', ''),
              displayName,
              description: typeof description === 'string' ? description : '',
              template: 'genericList',
              created: desk.now(),
            },
            columns,
          ),
        );
        return { status: 201, body: listBody({ id: site.id, webUrl: webUrlOf(site) }, list) };
      },
    },
    {
      method: 'GET',
      path: '/sites/{site}/lists/{list}',
      units: 1,
      answer(call) {
        const { site, list } = openList(desk, call, 'read');
        return { status: 200, body: select(listBody(site, list), option(call, 'select')) };
      },
    },
    {
      method: 'PATCH',
      path: '/sites/{site}/lists/{list}',
      units: 2,
      answer(call) {
        const { site, list } = openList(desk, call, 'manage');
        const { displayName, description } = jsonBody(call);
        const changed = {
          ...list,
          displayName: typeof displayName === 'string' ? displayName : list.displayName,
          description: typeof description === 'string' ? description : list.description,
        };
        updateList(state, changed, desk.now());
        return { status: 200, body: listBody(site, changed) };
      },
    },
    {
      method: 'DELETE',
      path: '/sites/{site}/lists/{list}',
      units: 2,
      answer(call) {
        const { list } = openList(desk, call, 'manage');
        state.transaction(() => deleteList(state, list));
        return { status: 204 };
      },
    },
    {
      method: 'GET',
      path: '/sites/{site}/lists/{list}/columns',
      units: 2,
      answer: (call) => ({ status: 200, body: { value: openList(desk, call, 'read').columns.map(columnBody) } }),
    },
    {
      method: 'POST',
      path: '/sites/{site}/lists/{list}/columns',
      units: 2,
      answer(call) {
        const { list, columns } = openList(desk, call, 'manage');
        const column = newColumn(jsonBody(call), randomUUID());
        if (columns.some((one) => one.name.toLowerCase() === column.name.toLowerCase())) {
          throw new GraphFailure(409, 'nameAlreadyExists', `A column named '${column.name}' already exists.`);
        }
        refuseTooManyIndexes([...columns, column], desk.settings().maxIndexes);
        if (column.indexed) refuseLateIndex(desk, countItems(state, list));
        state.transaction(() => {
          saveColumn(state, list, column);
          reindex(state, list, column);
        });
        return { status: 201, body: columnBody(column) };
      },
    },
    {
      method: 'PATCH',
      path: '/sites/{site}/lists/{list}/columns/{column}',
      units: 2,
      answer(call) {
        const { list, columns } = openList(desk, call, 'manage');
        const old = byIdOrName(columns, param(call, 'column'));
        const column = changedColumn(old, jsonBody(call));
        if (column.indexed && !old.indexed) refuseLateIndex(desk, countItems(state, list));
        refuseTooManyIndexes(
          columns.map((one) => (one.id === old.id ? column : one)),
          desk.settings().maxIndexes,
        );
        state.transaction(() => {
          saveColumn(state, list, column);
          if (column.indexed !== old.indexed || column.enforceUniqueValues !== old.enforceUniqueValues) {
            reindex(state, list, column);
          }
        });
        return { status: 200, body: columnBody(column) };
      },
    },
    {
      method: 'DELETE',
      path: '/sites/{site}/lists/{list}/columns/{column}',
      units: 2,
      answer(call) {
        const { list, columns } = openList(desk, call, 'manage');
        const column = byIdOrName(columns, param(call, 'column'));
        if (column.builtIn) throw invalid('This column cannot be deleted.');
        state.transaction(() => deleteColumn(state, list, column));
        return { status: 204 };
      },
    },
  ];

  function byIdOrName(columns: readonly Column[], key: string): Column {
    const found = columns.find((column) => column.id === key || column.name === key);
    if (!found) throw notFound('The specified column was not found');
    return found;
  }
}

function titleColumn(): Column {
  const column = newColumn({ name: 'Title', required: true, text: { maxLength: 255 } }, randomUUID());
  return { ...column, builtIn: true };
}

function refuseTooManyIndexes(columns: readonly Column[], most: number): void {
  if (columns.filter((column) => column.indexed).length <= most) return;
  throw invalid(`The list already has the maximum number of indexed columns (${most}).`);
}

function refuseLateIndex(desk: Desk, items: number): void {
  if (items <= desk.settings().lateIndexLimit) return;
  throw new GraphFailure(
    422,
    'notSupported',
    'The attempted operation is prohibited because it exceeds the list view threshold.',
    { inner: 'tooManyResources' },
  );
}
