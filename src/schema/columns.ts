import type { Field } from './fields.ts';
import type { RecordKind } from './record.ts';

/** A SharePoint column as Graph's `columnDefinition` wants it on create. */
export interface ColumnDefinition {
  readonly name: string;
  readonly displayName?: string;
  readonly indexed?: boolean;
  readonly enforceUniqueValues?: boolean;
  readonly text?: { readonly allowMultipleLines?: boolean; readonly maxLength?: number; readonly textType?: 'plain' };
  readonly choice?: {
    readonly choices: readonly string[];
    readonly allowTextEntry: boolean;
    readonly displayAs: string;
  };
  readonly number?: { readonly decimalPlaces?: string };
  readonly boolean?: Record<string, never>;
}

/** The column name of a field: `providerStatus` → `ProviderStatus`. ASCII, fixed once made. */
export function columnName(field: string): string {
  return field.charAt(0).toUpperCase() + field.slice(1);
}

/** Columns that every list of ours has: the key (unique), the journal entry that wrote the item, and retention. */
const common: readonly ColumnDefinition[] = [
  { name: 'RecordKey', indexed: true, enforceUniqueValues: true, text: { maxLength: 255 } },
  { name: 'Entry', text: { maxLength: 255 } },
  { name: 'RetainUntil', indexed: true, text: { maxLength: 10 } },
  { name: 'LegalHold', boolean: {} },
];

/** All columns of a record's list beside `Title` (which holds the RecordKey, never a name). */
export function columnsOf(kind: RecordKind): readonly ColumnDefinition[] {
  return [...common, ...Object.entries(kind.fields).map(([name, field]) => column(name, field))];
}

function column(name: string, field: Field): ColumnDefinition {
  const base = {
    name: columnName(name),
    ...(field.indexed ? { indexed: true } : {}),
    ...(field.unique ? { enforceUniqueValues: true } : {}),
  };
  switch (field.kind) {
    case 'yesNo':
      return { ...base, boolean: {} };
    case 'number':
      return { ...base, number: {} };
    case 'choice':
      return { ...base, choice: { choices: field.options ?? [], allowTextEntry: false, displayAs: 'dropDownMenu' } };
    case 'longText':
    case 'json':
      return { ...base, text: { allowMultipleLines: true, textType: 'plain' } };
    default:
      return { ...base, text: { maxLength: 255 } };
  }
}
