import type { RecordKind } from '../schema/record.ts';

/**
 * Which fields a correction changes, by their labels and without their values: "tutor group, UPN". For the journal, which
 * a pupil's page shows; empty where nothing differs.
 */
export function whatChanged(
  kind: RecordKind,
  stands: Readonly<Record<string, unknown>>,
  values: Readonly<Record<string, unknown>>,
): string {
  return Object.keys(values)
    .filter((field) => !same(stands[field], values[field]))
    .flatMap((field) => kind.fields[field]?.label ?? [])
    .map((label) => (/^[A-Z][a-z]/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label))
    .join(', ');
}

function same(before: unknown, after: unknown): boolean {
  return JSON.stringify(before ?? '') === JSON.stringify(after ?? '');
}
