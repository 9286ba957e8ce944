import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { policy } from '../school/policy.ts';
import { records } from '../school/records.ts';
import { fieldRightsTable, viewRightsTable } from './rights-tables.ts';

/** The README's table of records, from their declarations. */
export function recordsTable(): string {
  const rows = Object.values(records).map(
    (kind) => `| ${kind.list} | ${kind.says} | ${kind.keyOf.replaceAll('|', '\\|')} | ${kind.retention} |`,
  );
  return ['| list | a row is | key | kept as |', '| --- | --- | --- | --- |', ...rows].join('\n');
}

/** The README's table of clauses: what watches each, or why nothing does. */
export function clausesTable(): string {
  const rows = policy.map(({ clause, says, watchedBy, keptBy }) => {
    const watch = keptBy ?? watchedBy.map((rule) => `\`${rule.name}\` ${rule.says}`).join('<br>');
    return `| ${clause} | ${says} | ${watch} |`;
  });
  return ['| clause | about | watched by |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The README with its generated tables as the code gives them now. */
export function withTables(readme: string): string {
  const tables = {
    records: recordsTable(),
    clauses: clausesTable(),
    fields: fieldRightsTable(),
    presses: viewRightsTable(),
  };
  return Object.entries(tables).reduce((text, [mark, table]) => withTable(text, mark, table), readme);
}

/** Puts a generated table between its two marks. */
export function withTable(readme: string, mark: string, table: string): string {
  return readme.replace(
    new RegExp(`<!-- ${mark} -->[\\s\\S]*<!-- /${mark} -->`),
    () => `<!-- ${mark} -->\n${table}\n<!-- /${mark} -->`,
  );
}

const file = path.resolve(import.meta.dirname, '../../README.md');
if (process.argv[1]?.endsWith('readme-tables.ts')) {
  writeFileSync(file, withTables(readFileSync(file, 'utf8')));
}
