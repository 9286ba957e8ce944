import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { allRules, policy } from '../../src/school/policy.ts';

const sections = [5, 3, 2, 5, 5, 5, 12, 8, 7, 7, 1, 2];
const clauses = sections.flatMap((count, section) =>
  Array.from({ length: count }, (_, nth) => `${section + 1}.${nth + 1}`),
);

describe('the policy map', () => {
  it('holds the 62 clauses, each once, in the order of the policy', () => {
    expect(policy.map((each) => each.clause)).toEqual(clauses);
    expect(policy).toHaveLength(62);
  });

  it('gives each clause either rules or the reason why none watches it, never both', () => {
    for (const { clause, watchedBy, keptBy, says } of policy) {
      expect([clause, watchedBy.length > 0], clause).toEqual([clause, keptBy === undefined]);
      expect(says.length, clause).toBeGreaterThan(5);
    }
  });

  it('puts each rule under its own clause, once', () => {
    for (const { clause, watchedBy } of policy) {
      for (const rule of watchedBy) expect([rule.name, rule.clause]).toEqual([rule.name, clause]);
    }
    expect(new Set(allRules.map((rule) => rule.name)).size).toBe(allRules.length);
  });

  it('forgets no rule that stands in the folders', () => {
    const school = path.resolve(import.meta.dirname, '../../src/school');
    const files = readdirSync(school, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.rule.ts'),
    );
    const written = files.flatMap((name) =>
      [...readFileSync(path.join(school, name), 'utf8').matchAll(/^ {2}name: '([^']+)'/gm)].map(([, rule]) => rule),
    );
    expect(written.toSorted()).toEqual(allRules.map((rule) => rule.name).toSorted());
  });
});
