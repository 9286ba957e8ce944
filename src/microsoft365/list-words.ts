import { columnName } from '../schema/columns.ts';
import type { RecordKind } from '../schema/record.ts';
import { GraphTroubled, type Refusal } from './graph-error.ts';

/** The list is not on its site under its name: says so, and what to do. */
export function listGone(kind: RecordKind, refusal: Refusal = { status: 404 }): GraphTroubled {
  return new GraphTroubled(
    'ListGone',
    refusal,
    `The list ${kind.list} is gone or was renamed in SharePoint. Put it back under that name, then run provision check.`,
  );
}

/** A column of the list is not there under its internal name: says which by its label, and what to do. */
export function columnGone(kind: RecordKind, column: string, refusal: Refusal = { status: 400 }): GraphTroubled {
  return new GraphTroubled(
    'ColumnGone',
    refusal,
    `The column ${labelOf(kind, column)} of the list ${kind.list} is gone or was renamed in SharePoint. Put it back, or run provision migrate, then provision check.`,
  );
}

/** A refusal in words for whoever looks after the lists; undefined when waiting is all there is to do. */
export function refusedWords(kind: RecordKind, trouble: GraphTroubled): string | undefined {
  if (trouble.says) return trouble.says;
  switch (trouble.kind) {
    case 'NotFound':
    case 'ListGone':
      return listGone(kind).says;
    case 'ColumnGone':
      return columnGone(kind, trouble.field ?? '').says;
    case 'NotIndexed':
      return `The column ${labelOf(kind, trouble.field ?? '')} of the list ${kind.list} has lost its index. Run provision check.`;
    case 'TooMany':
      return `The list ${kind.list} holds more rows than one question may touch. Run provision check.`;
    case 'Forbidden':
    case 'NotSignedIn':
      return `The app may not use the list ${kind.list}. An administrator runs provision check.`;
    case 'Full':
      return `There is no room left in SharePoint for the list ${kind.list}. An administrator makes room on the site.`;
    case 'Refused':
    case 'Duplicate':
    case 'Changed':
    case 'Gone':
      return `Microsoft 365 refused to save to the list ${kind.list} (${trouble.refusal.code ?? trouble.refusal.status}).`;
    case 'Throttled':
    case 'Unavailable':
      return undefined;
    default: {
      const never: never = trouble.kind;
      return never;
    }
  }
}

/** `Provider status (ProviderStatus)`, or the internal name alone where the record has no such field. */
function labelOf(kind: RecordKind, column: string): string {
  const field = Object.entries(kind.fields).find(([name]) => columnName(name) === column)?.[1];
  return field ? `${field.label} (${column})` : column;
}
