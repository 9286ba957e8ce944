import type { Tenant } from '../../tenants/tenant.ts';
import { invalid } from '../failure.ts';
import type { Column } from './column.ts';
import type { Fields } from './fields.ts';
import { etagOf, type Item } from './item-table.ts';
import type { List } from './list-table.ts';

/** Which fields go with an item: none, all that are not hidden, or those named. */
export type Wanted = 'none' | 'all' | readonly string[];

/** Reads `$expand=fields` or `$expand=fields($select=A,B)`; refuses other expansions. */
export function wantedFields(expand: string | undefined): Wanted {
  if (expand === undefined || expand === '') return 'none';
  const found = /^fields(?:\((.*)\))?$/.exec(expand.trim());
  if (!found) throw invalid(`Cannot expand '${expand}'.`);
  return found[1] === undefined ? 'all' : selected(found[1]);
}

/** Reads the options inside an expansion; only `$select` is taken. */
function selected(options: string): Wanted {
  const names = /^\$?select=(.*)$/.exec(options.trim())?.[1];
  if (names === undefined) throw invalid(`The option '${options}' is not supported in $expand.`);
  return names.split(',').map((name) => name.trim());
}

/** An item as Graph gives it, with `fields` when they were asked for. */
export function itemBody(view: ItemView, item: Item, wanted: Wanted): Record<string, unknown> {
  const { list, columns, tenant, site } = view;
  const etag = etagOf(list, item);
  return {
    '@odata.etag': etag,
    id: String(item.id),
    eTag: etag,
    createdDateTime: item.created,
    lastModifiedDateTime: item.modified,
    webUrl: `${site.webUrl}/Lists/${encodeURIComponent(list.name)}/${item.id}_.000`,
    createdBy: identity(tenant, item.createdBy),
    lastModifiedBy: identity(tenant, item.modifiedBy),
    parentReference: { id: list.id, siteId: site.id },
    contentType: { id: '0x0100', name: 'Item' },
    ...(wanted === 'none' ? {} : { fields: fieldsBody(list, columns, item, wanted) }),
  };
}

/** What an item is shown against. */
export interface ItemView {
  readonly tenant: Tenant;
  readonly site: { readonly id: string; readonly webUrl: string };
  readonly list: List;
  readonly columns: readonly Column[];
}

/** An item's values as a fieldValueSet; hidden columns only when named, unknown names are refused. */
export function fieldsBody(
  list: List,
  columns: readonly Column[],
  item: Pick<Item, 'id' | 'version' | 'fields' | 'created' | 'modified'>,
  wanted: Exclude<Wanted, 'none'>,
): Record<string, unknown> {
  const { Title } = item.fields;
  const built: Record<string, unknown> = {
    id: String(item.id),
    ContentType: 'Item',
    Created: item.created,
    Modified: item.modified,
    AuthorLookupId: '1',
    EditorLookupId: '1',
    _UIVersionString: `${item.version}.0`,
    Attachments: false,
    Edit: '',
    ItemChildCount: '0',
    FolderChildCount: '0',
    ...(Title === undefined ? {} : { LinkTitle: Title, LinkTitleNoMenu: Title }),
  };
  const etag = { '@odata.etag': etagOf(list, item) };
  if (wanted === 'all') {
    const shown = columns.filter((column) => !column.hidden).map(keyOf);
    return { ...etag, ...pick(item.fields, columns, shown), ...built };
  }
  const unknown = wanted.find((name) => name !== '*' && !(name in built) && !knows(columns, name));
  if (unknown !== undefined) throw invalid(`Field '${unknown}' is not recognized`);
  const all: Record<string, unknown> = { ...pick(item.fields, columns, wanted), ...only(built, wanted) };
  return { ...etag, ...all };
}

/** A list as Graph gives it. */
export function listBody(site: { id: string; webUrl: string }, list: List): Record<string, unknown> {
  return {
    '@odata.etag': `"${list.id},${list.version}"`,
    id: list.id,
    eTag: `"${list.id},${list.version}"`,
    name: list.name,
    displayName: list.displayName,
    description: list.description,
    createdDateTime: list.created,
    lastModifiedDateTime: list.modified,
    webUrl: `${site.webUrl}/Lists/${encodeURIComponent(list.name)}`,
    parentReference: { siteId: site.id },
    list: { contentTypesEnabled: false, hidden: false, template: list.template },
  };
}

/** Keeps only the named properties, and the annotations. */
export function select(body: Record<string, unknown>, names: string | undefined): Record<string, unknown> {
  if (names === undefined) return body;
  const wanted = names.split(',').map((name) => name.trim());
  return Object.fromEntries(Object.entries(body).filter(([key]) => key.startsWith('@') || wanted.includes(key)));
}

function identity(tenant: Tenant, appId: string): Record<string, unknown> {
  const app = tenant.apps.find((one) => one.appId === appId);
  return { application: { id: appId, displayName: app?.displayName ?? 'System account' } };
}

function keyOf(column: Column): string {
  return column.facet === 'lookup' || column.facet === 'personOrGroup' ? `${column.name}LookupId` : column.name;
}

function knows(columns: readonly Column[], name: string): boolean {
  return columns.some((column) => column.name === name || keyOf(column) === name) || name.startsWith('LinkTitle');
}

function pick(fields: Fields, columns: readonly Column[], names: readonly string[]): Record<string, unknown> {
  const picked: Record<string, unknown> = {};
  for (const column of columns) {
    const key = keyOf(column);
    const value = fields[column.name] ?? fields[key];
    if (value !== undefined && (names.includes(key) || names.includes(column.name) || names.includes('*')))
      picked[key] = value;
  }
  return picked;
}

function only(built: Record<string, unknown>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(built).filter(([key]) => names.includes(key)));
}
