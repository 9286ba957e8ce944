import { readFileSync } from 'node:fs';
import { freshId } from '../app/fresh-id.ts';
import { backlog } from '../app/journal.ts';
import { perform } from '../app/perform.ts';
import type { School, World } from '../app/ports.ts';
import { type HeadingMap, recogniseHeadings } from '../school/imports/headings.ts';
import { type ImportKind, importKinds, targetsOf } from '../school/imports/import-kinds.ts';
import { headingsKey, importRecords, mayWriteFlags } from '../school/imports/import-records.action.ts';
import { mappedRows } from '../school/imports/mapped-rows.ts';
import type { ImportRow, PlannedRow } from '../school/imports/plan.types.ts';
import { planImport, standingOf } from '../school/imports/plan-import.ts';
import { type ImportTable, readTable } from '../school/imports/read-table.ts';
import { momentOf } from '../school/moment.ts';
import { personOn } from '../school/roles.ts';

/** What somebody wants imported at the command line. */
export interface ImportWish {
  readonly kind: string;
  readonly file: string;
  /** Entra object id of the person on whose behalf it is done: their role decides what may be imported. */
  readonly by: string;
  readonly byName: string;
  readonly school?: string;
  readonly dryRun: boolean;
  /** `Heading=target`, mapped by hand; remembered for the next file. */
  readonly map: readonly string[];
}

type Say = (sentence: string) => void;

const rowsAtOnce = 50;

/** Imports a CSV file: says what will be added, changed and refused (by line, never by name), then saves with progress. Answers the exit code: 0 when every row was taken. */
export async function importFile(world: World, wish: ImportWish, say: Say): Promise<number> {
  const { kind } = wish;
  if (!isKind(kind)) throw new Error(`Say what the file holds: ${importKinds.join(', ')}.`);
  const school = schoolOf(world, wish.school);
  const read = readTable(new Uint8Array(readFileSync(wish.file)));
  if ('trouble' in read) throw new Error(read.trouble);
  await school.store.sync(['roleAssignment', ...importRecords.needs]);
  const { today } = momentOf(world.clock.now());
  const person = personOn(school.store.known().roleAssignment, wish.by, today, wish.byName);
  const flags = mayWriteFlags(person.roles);
  const map = mapped(school, kind, read.table, wish.map, flags);
  const left = read.table.headings.filter((heading) => heading !== '' && !(heading in map));
  if (left.length > 0)
    say(`Left out, as nothing here is called so: ${left.join(', ')}. Map one with --map "Heading=name".`);
  const rows = mappedRows(read.table, map);
  const planned = planImport(
    { standing: standingOf(school.store.known()), today, freshId, mayWriteFlags: flags },
    kind,
    rows,
  );
  for (const row of planned) if (row.outcome === 'refused') say(`Line ${row.line}: ${row.says.join(' ')}`);
  say(summary(planned, wish.dryRun));
  const refused = planned.filter(({ outcome }) => outcome === 'refused').length;
  const wanted = rows.filter((_, at) => planned[at]?.outcome === 'add' || planned[at]?.outcome === 'change');
  if (wish.dryRun || wanted.length === 0) return refused > 0 ? 1 : 0;
  const failed = await save(world, school, wish, { kind, rows: wanted, map }, say);
  return refused + failed > 0 ? 1 : 0;
}

function isKind(kind: string): kind is ImportKind {
  return importKinds.some((one) => one === kind);
}

function schoolOf(world: World, asked: string | undefined): School {
  const schools = world.schools();
  const [first, second] = schools.filter(({ key }) => asked === undefined || key === asked);
  if (!first) throw new Error(`There is no school "${asked}". There are: ${schools.map(({ key }) => key).join(', ')}.`);
  if (second) throw new Error(`Say which school: --school, one of ${schools.map(({ key }) => key).join(', ')}.`);
  return first;
}

function mapped(
  school: School,
  kind: ImportKind,
  table: ImportTable,
  byHand: readonly string[],
  flags: boolean,
): HeadingMap {
  const held = school.store.known().setting.get(headingsKey(kind))?.value;
  const remembered: Record<string, string> = {};
  for (const [heading, target] of Object.entries(Object(held)))
    if (typeof target === 'string') remembered[heading] = target;
  const targets = targetsOf(kind, flags).map(({ name }) => name);
  for (const pair of byHand) {
    const [heading = '', target = ''] = pair.split('=').map((part) => part.trim());
    if (!table.headings.includes(heading)) throw new Error(`The file has no heading "${heading}".`);
    if (!targets.includes(target)) throw new Error(`"${target}" cannot be imported. There are: ${targets.join(', ')}.`);
    remembered[heading] = target;
  }
  return recogniseHeadings(kind, table.headings, remembered, flags);
}

function summary(planned: readonly PlannedRow[], dryRun: boolean): string {
  const count = (outcome: PlannedRow['outcome']) => planned.filter((row) => row.outcome === outcome).length;
  const verb = dryRun ? 'would be' : 'will be';
  return `${planned.length} rows: ${count('add')} ${verb} added, ${count('change')} changed, ${count('same')} are the same, ${count('refused')} refused.`;
}

async function save(
  world: World,
  school: School,
  wish: ImportWish,
  { kind, rows, map }: { readonly kind: ImportKind; readonly rows: readonly ImportRow[]; readonly map: HeadingMap },
  say: Say,
): Promise<number> {
  let failed = 0;
  for (let from = 0; from < rows.length; from += rowsAtOnce) {
    const some = rows.slice(from, from + rowsAtOnce);
    const outcome = await perform(world, {
      school: school.key,
      action: importRecords.name,
      input: { kind, rows: some, ...(from === 0 ? { headings: map } : {}) },
      by: wish.by,
      name: wish.byName,
      via: 'Import',
    });
    if (outcome.kind === 'forbidden' || outcome.kind === 'unknown') throw new Error(outcome.says);
    if (outcome.kind === 'problems') {
      failed += some.length;
      for (const { says } of outcome.problems) say(says);
    }
    if (outcome.kind === 'done') failed += outcome.results.filter((result) => result.outcome === 'superseded').length;
    if (outcome.kind === 'accepted') await carriedOut(school);
    say(`${Math.min(from + rowsAtOnce, rows.length)} of ${rows.length} rows sent.`);
  }
  if (failed > 0) say(`${failed} were not saved: somebody changed them meanwhile. Run the import again.`);
  return failed;
}

/** SharePoint lags: what is in the journal goes on by itself; wait for it, two minutes at most. */
async function carriedOut(school: School): Promise<void> {
  for (let tries = 0; tries < 120 && backlog(school).length > 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    await school.store.sync(['journalEntry']).catch(() => undefined);
  }
}
