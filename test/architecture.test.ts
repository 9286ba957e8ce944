import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const src = path.resolve(import.meta.dirname, '../src');

/** Which folder may import which (design section 4). A folder may always import itself. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
  schema: [],
  school: ['schema'],
  microsoft365: ['schema'],
  app: ['school', 'schema'],
  cards: ['school', 'schema'],
  ui: ['school', 'schema'],
  bot: ['app', 'cards', 'school', 'schema'],
  tab: ['ui', 'school', 'schema'],
  outlook: ['ui', 'school', 'schema'],
  provision: ['app', 'school', 'schema', 'microsoft365'],
  server: ['app', 'bot', 'cards', 'microsoft365', 'provision', 'school', 'schema'],
  standin: [],
  run: ['app', 'bot', 'cards', 'microsoft365', 'provision', 'school', 'schema', 'server', 'standin', 'tab', 'ui'],
};

function filesOf(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const full = path.join(folder, name);
    if (statSync(full).isDirectory()) return filesOf(full);
    return /\.(ts|tsx|mjs)$/.test(name) ? [full] : [];
  });
}

function importsOf(file: string): readonly string[] {
  const text = readFileSync(file, 'utf8');
  const found = text.matchAll(/(?:from\s+|import\s*\(\s*|import\s+)['"](\.[^'"]+)['"]/g);
  return [...found].map((match) => path.resolve(path.dirname(file), match[1] ?? ''));
}

const roomOf = (file: string): string => path.relative(src, file).split(path.sep)[0] ?? '';

describe('imports point one way', () => {
  for (const room of readdirSync(src).filter((name) => statSync(path.join(src, name)).isDirectory())) {
    it(`${room} imports only ${mayImport[room]?.join(', ') || 'nothing of ours'}`, () => {
      const allowed = mayImport[room];
      expect(allowed, `src/${room} is not in the table of the design`).toBeDefined();
      const wrong = filesOf(path.join(src, room)).flatMap((file) =>
        importsOf(file)
          .filter((target) => target.startsWith(src))
          .filter((target) => roomOf(target) !== room && !allowed?.includes(roomOf(target)))
          .map((target) => `${path.relative(src, file)} → ${path.relative(src, target)}`),
      );
      expect(wrong).toEqual([]);
    });
  }
});

describe('the pure core', () => {
  const core = [...filesOf(path.join(src, 'school')), ...filesOf(path.join(src, 'schema'))];

  it('reads no clock, network, process or React', () => {
    const forbidden = /\bDate\.now\(|new Date\(\)|\bfetch\(|process\.env|from 'react'|from 'node:|Math\.random\(/;
    const wrong = core.filter((file) => forbidden.test(readFileSync(file, 'utf8')));
    expect(wrong.map((file) => path.relative(src, file))).toEqual([]);
  });
});

describe('Graph', () => {
  it('is called by microsoft365 only', () => {
    const wrong = filesOf(src)
      .filter((file) => !['microsoft365', 'standin', 'run'].includes(roomOf(file)))
      .filter((file) => /microsoft-graph-client|\/v1\.0\//.test(readFileSync(file, 'utf8')));
    expect(wrong.map((file) => path.relative(src, file))).toEqual([]);
  });

  it('is not told apart from its stand-in anywhere', () => {
    const wrong = filesOf(src)
      .filter((file) => !['standin', 'run'].includes(roomOf(file)))
      .filter((file) => /if \(.*\b(mock|standin|stand-in)\b/i.test(readFileSync(file, 'utf8')));
    expect(wrong.map((file) => path.relative(src, file))).toEqual([]);
  });
});
