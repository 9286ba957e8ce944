import type { HeldColumn } from '../microsoft365/lists.ts';
import type { ColumnDefinition } from '../schema/columns.ts';

/** A list as the records want it. */
export interface WantedList {
  readonly list: string;
  readonly columns: readonly ColumnDefinition[];
}

/** A list as it stands on a site. */
export interface HeldList {
  readonly id: string;
  readonly columns: readonly HeldColumn[];
}

/** What about a column that stands is to change. */
export type ColumnChange = 'index' | 'unique' | 'choices' | 'closed' | 'lines' | 'length';

/** One thing that brings a site nearer to what the records say; or, with `leave`, one thing that stays as it is and is only named. */
export type Step =
  | { readonly do: 'make-list'; readonly list: string; readonly columns: readonly ColumnDefinition[] }
  | { readonly do: 'add-column'; readonly list: string; readonly column: ColumnDefinition }
  | {
      readonly do: 'change-column';
      readonly list: string;
      readonly column: string;
      /** Graph's id of the column. */
      readonly id: string;
      readonly what: ColumnChange;
      readonly change: Partial<ColumnDefinition>;
      /** The choices that are new. */
      readonly added: readonly string[];
    }
  | {
      readonly do: 'leave';
      readonly list: string;
      readonly column: string;
      /** `kind`: it can never hold what we write. `not-ours`: somebody added it, and no record knows it. */
      readonly why: 'kind' | 'not-ours';
    };

/**
 * What it takes to bring the lists that stand (by name) to those that are wanted, in the order in which it is to be done.
 * Nothing is ever taken away: neither lists, nor columns, nor choices that a row may hold, nor room for text. A column's kind
 * and its internal name are fixed once it is made (SharePoint), so a column of another kind is named and left.
 */
export function stepsFor(wanted: readonly WantedList[], held: ReadonlyMap<string, HeldList>): readonly Step[] {
  return wanted.flatMap(({ list, columns }): readonly Step[] => {
    const standing = held.get(list);
    if (standing === undefined) return [{ do: 'make-list', list, columns }];
    const byName = new Map(standing.columns.map((column) => [column.name.toLowerCase(), column]));
    const known = new Set(columns.map(({ name }) => name.toLowerCase()));
    const foreign = standing.columns.filter(({ name, builtIn }) => !builtIn && !known.has(name.toLowerCase()));
    return [
      ...columns.flatMap((column) => columnSteps(list, column, byName.get(column.name.toLowerCase()))),
      ...foreign.map(({ name }) => ({ do: 'leave', list, column: name, why: 'not-ours' }) as const),
    ];
  });
}

function columnSteps(list: string, wanted: ColumnDefinition, held: HeldColumn | undefined): readonly Step[] {
  if (held === undefined) return [{ do: 'add-column', list, column: wanted }];
  const shorter = wanted.text !== undefined && wanted.text.allowMultipleLines !== true && held.severalLines;
  if (held.kind !== kindOf(wanted) || shorter) return [{ do: 'leave', list, column: wanted.name, why: 'kind' }];
  const change = (what: ColumnChange, change: Partial<ColumnDefinition>, added: readonly string[] = []): Step => ({
    do: 'change-column',
    list,
    column: wanted.name,
    id: held.id,
    what,
    change,
    added,
  });
  const steps: Step[] = [];
  const { choice, text } = wanted;
  const added = choice?.choices.filter((one) => !held.choices.includes(one)) ?? [];
  const kept = held.choices.filter((one) => choice?.choices.includes(one) !== true);
  if (choice && added.length > 0)
    steps.push(change('choices', { choice: { ...choice, choices: [...choice.choices, ...kept] } }, added));
  else if (choice && held.freeText) steps.push(change('closed', { choice: { ...choice, choices: [...held.choices] } }));
  if (text?.allowMultipleLines && !held.severalLines) steps.push(change('lines', { text }));
  else if (text?.maxLength !== undefined && held.maxLength !== undefined && held.maxLength < text.maxLength)
    steps.push(change('length', { text: { maxLength: text.maxLength } }));
  if (wanted.indexed && !held.indexed) steps.push(change('index', { indexed: true }));
  if (wanted.enforceUniqueValues && !held.unique)
    steps.push(change('unique', { indexed: true, enforceUniqueValues: true }));
  return steps;
}

function kindOf({ text, choice, number }: ColumnDefinition): HeldColumn['kind'] {
  if (text) return 'text';
  if (choice) return 'choice';
  return number ? 'number' : 'boolean';
}
