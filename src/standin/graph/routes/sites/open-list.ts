import type { Site } from '../../../tenants/tenant.ts';
import { type Call, param } from '../../call.ts';
import type { Desk } from '../../desk.ts';
import { notFound } from '../../failure.ts';
import type { Column } from '../../lists/column.ts';
import { columnsOf, findList, type List } from '../../lists/list-table.ts';
import { type Need, openSite } from '../../permissions.ts';
import { webUrlOf } from './site-routes.ts';

/** A list that the caller may use, with its columns and its site. */
export interface OpenList {
  readonly site: Site & { readonly webUrl: string };
  readonly list: List;
  readonly columns: readonly Column[];
}

/** Opens the site and list that a call names. Refuses a caller without the right, and a list that is not there. */
export function openList(desk: Desk, call: Call, need: Need): OpenList {
  const found = openSite(desk, call.caller, param(call, 'site'), need);
  const list = findList(desk.context.state, found.id, param(call, 'list'));
  if (!list) throw notFound('The specified list was not found');
  return { site: { ...found, webUrl: webUrlOf(found) }, list, columns: columnsOf(desk.context.state, list) };
}
