import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formOf } from '../../src/schema/form.ts';
import { actions } from '../../src/school/actions.ts';
import { roles } from '../../src/school/office/role-assignment.record.ts';
import { allRules } from '../../src/school/policy.ts';
import { records } from '../../src/school/records.ts';
import { rights } from '../../src/school/rights.ts';
import { views } from '../../src/school/views.ts';

const school = path.resolve(import.meta.dirname, '../../src/school');
const tests = path.resolve(import.meta.dirname);
const filesIn = (folder: string) => readdirSync(folder, { recursive: true, encoding: 'utf8' });
const named = (ending: string) =>
  filesIn(school)
    .filter((file) => file.endsWith(ending))
    .map((file) => path.basename(file, ending));
const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

describe('every action', () => {
  const all = Object.entries(actions);

  it('has its own file of the same name, and no file is forgotten', () => {
    expect(named('.action.ts').toSorted()).toEqual(Object.keys(actions).toSorted());
  });

  it.each(all)('%s is the same name in the API, with a sentence', (name, action) => {
    expect(action.name).toBe(name);
    expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(action.says).toMatch(/^[A-Z].{10,}\.$/);
  });

  it.each(all)('%s is done by roles of the permission matrix, or the clock alone', (_, action) => {
    expect(action.roles.length).toBeGreaterThan(0);
    const people = action.roles.filter((role) => role !== 'clock');
    const inMatrix = new Set(Object.values(rights).flatMap((row) => Object.keys(row)));
    for (const role of people) expect([role, inMatrix.has(role)]).toEqual([role, true]);
    expect(people.length === 0 || !action.roles.includes('clock')).toBe(true);
  });

  it.each(all)('%s needs lists that exist', (_, action) => {
    for (const need of action.needs) expect(Object.keys(records)).toContain(need);
    expect(new Set(action.needs).size).toBe(action.needs.length);
  });

  it.each(all)('%s takes an object, refuses what it does not know, and lists its enumerations', (_, action) => {
    const schema = z.toJSONSchema(action.input, { io: 'input', unrepresentable: 'any' });
    expect(schema).toMatchObject({ type: 'object', additionalProperties: false });
    for (const list of enumerations(schema)) expect(list.length).toBeGreaterThan(1);
  });
});

/** All lists of values anywhere in a JSON schema. */
function enumerations(schema: unknown): readonly (readonly unknown[])[] {
  if (Array.isArray(schema)) return schema.flatMap(enumerations);
  if (typeof schema !== 'object' || schema === null) return [];
  return Object.entries(schema).flatMap(([key, value]) =>
    key === 'enum' && Array.isArray(value) ? [value] : enumerations(value),
  );
}

describe('every view', () => {
  const all = Object.entries(views);

  it('has its own file of the same name, and no file is forgotten', () => {
    expect(named('.view.ts').toSorted()).toEqual(Object.keys(views).toSorted());
  });

  it.each(all)('%s is the same name in the API, for roles that exist', (name, view) => {
    expect(view.name).toBe(name);
    expect(view.says).toMatch(/^[A-Z].{10,}\.$/);
    if (view.roles === 'anyone') return;
    expect(view.roles.length).toBeGreaterThan(0);
    for (const role of view.roles) expect(roles).toContain(role);
  });

  it.each(all)('%s needs lists that exist', (_, view) => {
    for (const need of view.needs) expect(Object.keys(records)).toContain(need);
  });
});

describe('every record', () => {
  const all = Object.entries(records);

  it('has its own file of the same name, and no file is forgotten', () => {
    expect(named('.record.ts').toSorted()).toEqual(Object.keys(records).map(kebab).toSorted());
  });

  it.each(all)('%s says its list, key, retention and area', (name, kind) => {
    expect(kind.name).toBe(name);
    expect(kind.list).toMatch(/^AP [A-Z]/);
    expect(kind.keyOf.length).toBeGreaterThan(5);
    expect(['register', 'pupil-file', 'provider', 'governance', 'app']).toContain(kind.retention);
    expect(Object.keys(rights)).toContain(kind.area);
    expect(kind.says).toMatch(/\.$/);
  });

  it.each(all)('%s has a label on each field, and each choice has its values', (_, kind) => {
    for (const [name, field] of Object.entries(kind.fields)) {
      expect([name, field.label.length > 1]).toEqual([name, true]);
      if (field.kind === 'choice' || field.kind === 'choices') expect(field.options?.length).toBeGreaterThan(1);
      if (field.kind === 'link')
        expect([name, Object.keys(records)]).toEqual([name, expect.arrayContaining([field.to])]);
    }
    const inputs = formOf(kind).map((input) => input.label);
    expect(new Set(inputs).size).toBe(inputs.length);
  });

  it('stands in a list of its own', () => {
    const lists = all.map(([, kind]) => kind.list);
    expect(new Set(lists).size).toBe(lists.length);
  });
});

describe('every rule', () => {
  const written = filesIn(tests)
    .filter((file) => file.endsWith('.test.ts'))
    .map((file) => readFileSync(path.join(tests, file), 'utf8'))
    .join('\n');
  const sources = filesIn(school).filter((file) => file.endsWith('.rule.ts'));

  it.each(allRules.map((rule) => [rule.name, rule] as const))('%s names a clause and says one sentence', (_, rule) => {
    expect(rule.clause).toMatch(/^\d{1,2}\.\d{1,2}$/);
    expect(rule.says).toMatch(/^[A-Z].{10,}\.$/);
  });

  it.each(sources)('%s has tests that look at what each of its rules finds', (file) => {
    const text = readFileSync(path.join(school, file), 'utf8');
    for (const [, name] of text.matchAll(/export const (\w+): Rule/g)) {
      const uses = written.match(new RegExp(`\\b${name}\\b`, 'g')) ?? [];
      // Once in the import, and at least once to look.
      expect([name, uses.length >= 2]).toEqual([name, true]);
    }
  });
});
