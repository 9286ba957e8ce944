import { z } from 'zod';
import type { Problem } from '../../schema/parse.ts';
import { action, type Decision, type Known } from '../action.ts';
import type { Change } from '../change.ts';
import type { Role } from '../office/role-assignment.record.ts';
import { type ImportKind, importKinds, targetsOf } from './import-kinds.ts';
import { planImport, standingOf } from './plan-import.ts';

/** Rows of a file that are one act: what there is of them stands in the journal before the first is written. */
export const rowsAtOnce = 500;

const input = z.strictObject({
  kind: z.enum(importKinds, { error: () => `Choose one of: ${importKinds.join(', ')}.` }),
  rows: z
    .array(z.strictObject({ line: z.number().int().min(1), cells: z.record(z.string(), z.string().max(2_000)) }))
    .min(1, 'There is no row to import.')
    .max(rowsAtOnce, `Send at most ${rowsAtOnce} rows at once.`),
  /** What each heading of the file means, to be remembered for the next file of this kind. */
  headings: z.record(z.string().max(255), z.string().max(64)).optional(),
});

/** What import-records takes: rows of a file under the names of their targets. */
export type ImportRecords = z.infer<typeof input>;

/** Who may import what (domain.md 10.2): the officer pupils and contacts, the AP leader all, the DSL pupils' flags. */
export const importRoles: Readonly<Record<ImportKind, readonly Role[]>> = {
  pupils: ['ap-leader', 'attendance-officer', 'dsl', 'deputy-dsl'],
  contacts: ['ap-leader', 'attendance-officer'],
  providers: ['ap-leader'],
  placements: ['ap-leader'],
  calendar: ['ap-leader', 'head'],
};

/** True when the person may write social-care and risk flags. */
export function mayWriteFlags(roles: readonly Role[]): boolean {
  return roles.includes('dsl') || roles.includes('deputy-dsl');
}

/** Rows of a file become records. Every row is planned again as for the preview; where one is refused, none is saved and the refused are named. */
export const importRecords = action<ImportRecords>({
  name: 'import-records',
  says: 'Add or correct pupils, contacts, providers, placements or the calendar from a file.',
  input,
  roles: ['ap-leader', 'attendance-officer', 'dsl', 'deputy-dsl', 'head'],
  needs: ['pupil', 'contact', 'provider', 'site', 'placement', 'scheduleSlot', 'setting', 'calendarEntry'],
  decide,
});

function decide(known: Known, { kind, rows, headings }: ImportRecords): Decision {
  if (!known.by.roles.some((role) => importRoles[kind].includes(role))) {
    return {
      problems: [
        {
          field: 'kind',
          says:
            kind === 'calendar'
              ? 'Only the AP leader or the head may load the calendar.'
              : `Only the AP leader may import ${kind}.`,
        },
      ],
    };
  }
  const flags = mayWriteFlags(known.by.roles);
  const allowed = new Set(targetsOf(kind, true).map(({ name }) => name));
  const unknown = rows.flatMap(({ cells }) => Object.keys(cells)).find((name) => !allowed.has(name));
  if (unknown) return { problems: [{ field: 'rows', says: `"${unknown}" is not something that can be imported.` }] };
  const context = {
    standing: standingOf(known.records),
    today: known.now.today,
    freshId: known.freshId,
    mayWriteFlags: flags,
  };
  const planned = planImport(context, kind, rows);
  const problems = planned.flatMap((row, index): Problem[] =>
    row.outcome === 'refused' ? [{ field: `rows.${index}`, says: `Line ${row.line}: ${row.says.join(' ')}` }] : [],
  );
  if (problems.length > 0) return { problems };
  const changes: Change[] = planned.flatMap((row) => ('saves' in row ? row.saves : []));
  return {
    changes: [...changes, ...remember(known, kind, headings)],
    because: `${rows.length} rows of ${kind} imported`,
    about: kind,
  };
}

/** The key of the setting that keeps what the headings of a kind of file mean. */
export function headingsKey(kind: ImportKind): string {
  return `headings|${kind}`;
}

function remember(known: Known, kind: ImportKind, headings: ImportRecords['headings']): readonly Change[] {
  if (!headings) return [];
  const held = known.records.setting.get(headingsKey(kind));
  if (held && JSON.stringify(held.value) === JSON.stringify(headings)) return [];
  return [
    {
      kind: 'save',
      record: 'setting',
      key: headingsKey(kind),
      seen: held?.version ?? null,
      values: { value: headings, changedBy: known.by.id, changedAt: known.now.instant },
    },
  ];
}
