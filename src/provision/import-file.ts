import { readFileSync } from 'node:fs';
import { entryProgress } from '../app/entry-progress.ts';
import { freshId } from '../app/fresh-id.ts';
import { perform } from '../app/perform.ts';
import type { School, World } from '../app/ports.ts';
import { type HeadingMap, recogniseHeadings } from '../school/imports/headings.ts';
import { type ImportKind, importKinds, targetsOf } from '../school/imports/import-kinds.ts';
import { headingsKey, importRecords, mayWriteFlags, rowsAtOnce } from '../school/imports/import-records.action.ts';
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
  const failed = await save(world, school, wish, { kind, rows: wanted, map, flags }, say);
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

interface Sending {
  readonly kind: ImportKind;
  readonly rows: readonly ImportRow[];
  readonly map: HeadingMap;
  readonly flags: boolean;
}

async function save(
  world: World,
  school: School,
  wish: ImportWish,
  { kind, rows, map, flags }: Sending,
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
    if (outcome.kind === 'accepted' && !(await ended(world, school, { by: wish.by, entry: outcome.entry }, say))) {
      failed += some.length;
      say('Microsoft 365 is slow. These rows are kept and go on by themselves; look again before you repeat them.');
      continue;
    }
    if (outcome.kind === 'done' || outcome.kind === 'accepted')
      failed += await notStanding(world, school, kind, some, flags);
    say(`${Math.min(from + rowsAtOnce, rows.length)} of ${rows.length} rows sent.`);
  }
  if (failed > 0) say(`${failed} do not stand in the lists as the file has them. Run the import again to see which.`);
  return failed;
}

/** Seconds without a further record after which nobody waits any longer; a server finishes what is in the journal. */
const patience = 120;

/** SharePoint lags: what is in the journal goes on by itself. Says how far it is; false when nothing more came of it. */
async function ended(
  world: World,
  school: School,
  of: { readonly by: string; readonly entry: string },
  say: Say,
): Promise<boolean> {
  let saved = -1;
  for (let waited = 0; waited < patience; waited += 1) {
    const now = await entryProgress(world, { school: school.key, ...of }).catch(() => undefined);
    if (now && (now.kind !== 'progress' || now.state !== 'Open')) return true;
    if (now && now.saved > saved) {
      saved = now.saved;
      waited = 0;
      say(`${saved} of ${now.items} records saved so far.`);
    }
    await new Promise((resolve) => setTimeout(resolve, 1_000));
  }
  return false;
}

/** Rows that do not stand in the lists as the file has them: what was written would not be written again. */
async function notStanding(world: World, school: School, kind: ImportKind, rows: readonly ImportRow[], flags: boolean) {
  await school.store.sync(importRecords.needs);
  const { today } = momentOf(world.clock.now());
  const context = { standing: standingOf(school.store.known()), today, freshId, mayWriteFlags: flags };
  const again = planImport(context, kind, rows);
  return again.filter(({ outcome }) => outcome === 'add' || outcome === 'change').length;
}
