import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { withTables } from '../src/run/readme-tables.ts';

it("the README's tables of records and clauses are those that the code gives (npm run policy writes it)", () => {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../README.md'), 'utf8');
  expect(readme).toBe(withTables(readme));
  expect(readme).toContain('AP Attendance');
  expect(readme).toContain('n-not-settled');
});
