import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { answer } from '../../src/cards/answer.card.ts';
import type { Card } from '../../src/cards/card.ts';
import { cards } from '../../src/cards/cards.ts';
import { help } from '../../src/cards/help.card.ts';
import { register } from '../../src/cards/register.card.ts';
import type { Register } from '../../src/school/attendance/register.types.ts';

const folder = path.resolve(import.meta.dirname, '../../adaptive-cards');
const schemaFile = path.resolve(
  import.meta.dirname,
  '../../../shared/contracts/adaptive-cards/adaptive-card.1.5.0.json',
);
const all: readonly Card[] = [...Object.values(cards), answer, help];
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const sampleOf = (name: string): unknown => read(path.join(folder, `${name}.sample.json`));

function valid(): ((card: unknown) => string) | undefined {
  if (!existsSync(schemaFile)) return undefined;
  const { $schema: _s, id: _i, ...schema } = Object(read(schemaFile));
  const check = new Ajv({ strict: false, validateFormats: false }).compile(schema);
  return (card) => {
    const { msteams: _m, ...plain } = Object(card);
    return check(plain) ? '' : JSON.stringify(check.errors);
  };
}
const check = valid();

function nodesOf(node: unknown): readonly Record<string, unknown>[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (typeof node !== 'object' || node === null) return [];
  const held: Record<string, unknown> = { ...node };
  return [held, ...Object.values(held).flatMap(nodesOf)];
}

function sampleRegister(): Register {
  return Object(sampleOf('register'));
}

describe.each(all.map((card) => [card.name, card] as const))('the %s card filled with its sample', (name, card) => {
  const filled = card.fill(sampleOf(name), {
    said: [{ text: 'Saved: 1.', tone: 'Good' }],
    todayUrl: 'https://x.example',
  });

  it.runIf(check)('fits the Adaptive Card 1.5 schema', () => {
    expect(check?.(filled)).toBe('');
    expect(filled.version).toBe('1.5');
  });
  it('labels every input and says what is wrong with it', () => {
    const inputs = nodesOf(filled).filter((node) => String(node.type).startsWith('Input.'));
    for (const input of inputs) {
      expect(input.label, String(input.id)).toBeTruthy();
      expect(input.errorMessage, String(input.id)).toBeTruthy();
    }
  });
  it('has a notification without a name or a number to ring', () => {
    const notice = card.notification(sampleOf(name));
    expect(notice).not.toMatch(/Sparrow|Lark|J\.S\.|01632/);
  });
});

it('every template has a card and a sample', () => {
  const templates = readdirSync(folder)
    .filter((file) => file.endsWith('.json') && !file.endsWith('.sample.json'))
    .map((file) => file.replace('.json', ''));
  expect(templates.sort()).toEqual(all.map((card) => card.name).sort());
});

describe('the register card', () => {
  const [provider] = sampleRegister().providers;
  const [row] = provider?.rows ?? [];
  if (!provider || !row) throw new Error('The sample has a row.');

  it('stays below 60 KB with 20 pupils, and below what Teams takes', () => {
    const rows = Array.from({ length: 20 }, (_, i) => ({ ...row, placement: `pl-abcdefghijklmnop${i}` }));
    const text = JSON.stringify(register.fill({ ...sampleRegister(), providers: [{ ...provider, rows }] }));
    expect(Buffer.byteLength(text)).toBeLessThan(60 * 1024);
    expect(text.length * 2).toBeLessThan(100 * 1024);
  });
  it('never shows a name, number or flag, even if its data held one', () => {
    const leaky = { ...row, name: 'Juno Sparrow', flagged: true, note: 'told us in confidence' };
    const contact = { attendanceContact: 'Bo Tarn', attendancePhone: '01632 960123' };
    const text = JSON.stringify(
      register.fill({ ...sampleRegister(), providers: [{ ...provider, ...contact, rows: [leaky] }] }),
    );
    expect(text).not.toMatch(/Sparrow|Tarn|01632|confidence|flagged/);
    expect(text).toContain('J.S. Y10');
  });
  it('keeps what was typed', () => {
    const text = JSON.stringify(
      register.fill(sampleRegister(), { typed: { 'status:pl-1': 'AttendedLate', 'time:pl-1': '09:05' } }),
    );
    expect(text).toContain('"value":"09:05"');
    expect(text).toContain('"value":"AttendedLate"}');
  });
  it('folds an answered row to one line with who and when', () => {
    const texts = nodesOf(register.fill(sampleRegister())).map((node) => String(node.text));
    expect(texts).toContain('A.M. Y11 · On time · 09:18 by Maureen Thornbury');
  });
  it('says of who is noted in school that no provider is waited for, and leaves the pupil out of all arrived', () => {
    const waits = {
      ...row,
      status: 'NotReported',
      changed: undefined,
      time: undefined,
      reason: undefined,
      conflict: undefined,
    } as const;
    const rows = [waits, { ...waits, placement: 'pl-school', initials: 'N.S.', inSchool: 'noted' } as const];
    const nodes = nodesOf(
      register.fill({ ...sampleRegister(), providers: [{ ...provider, canAllArrive: true, rows }] }),
    );
    expect(nodes.map((node) => String(node.text))).toContain(`N.S. ${row.year} · In school`);
    const press = nodes.find((node) => node.verb === 'all-arrived');
    expect(Object.keys(Object(press?.data))).toContain(`seen:${row.placement}`);
    expect(Object.keys(Object(press?.data))).not.toContain('seen:pl-school');
  });
  it('after five school days lists nobody', () => {
    const text = JSON.stringify(register.fill({ ...sampleRegister(), folded: true }));
    expect(text).not.toContain('J.S.');
    expect(text).toContain('2 expected: 1 here');
  });
});
