import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { records } from '../school/records.ts';

/** The README's table of records, from their declarations. */
export function recordsTable(): string {
  const rows = Object.values(records).map(
    (kind) => `| ${kind.list} | ${kind.says} | ${kind.keyOf.replaceAll('|', '\\|')} | ${kind.retention} |`,
  );
  return ['| list | a row is | key | kept as |', '| --- | --- | --- | --- |', ...rows].join('\n');
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
  writeFileSync(file, withTable(readFileSync(file, 'utf8'), 'records', recordsTable()));
}
