import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { recordsTable, withTable } from '../src/run/readme-tables.ts';

it("the README's table of records is the one that the records give (npm run policy writes it)", () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');
  expect(readme).toBe(withTable(readme, 'records', recordsTable()));
  expect(readme).toContain('AP Attendance');
});
