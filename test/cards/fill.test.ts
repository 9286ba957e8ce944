import { describe, expect, it } from 'vitest';
import { fillTemplate } from '../../src/cards/fill.ts';

const block = (text: string) => ({ body: [{ type: 'TextBlock', text }] });

describe('filling a template', () => {
  it('keeps the type of a value that is the whole string', () => {
    expect(fillTemplate({ count: '${n}', ok: '${yes}' }, { n: 7, yes: false })).toEqual({ count: 7, ok: false });
  });
  it('repeats over $data and knows index and root', () => {
    const template = { items: [{ $data: '${rows}', t: '${$index}: ${name} of ${$root.total}' }] };
    expect(fillTemplate(template, { total: 2, rows: [{ name: 'a' }, { name: 'b' }] })).toEqual({
      items: [{ t: '0: a of 2' }, { t: '1: b of 2' }],
    });
  });
  it('leaves out what $when denies, before it asks for anything inside', () => {
    expect(fillTemplate({ items: [{ $when: '${has}', t: '${gone}' }] }, { has: false })).toEqual({ items: [] });
  });
  it('never expands a value again', () => {
    expect(fillTemplate({ t: 'x ${v}' }, { v: '${secret}', secret: 'no' })).toEqual({ t: 'x ${secret}' });
  });
  it('escapes Markdown in text but not in other places', () => {
    expect(fillTemplate(block('**${v}**'), { v: '[x](y) *_#' })).toEqual(block('**\\[x\\]\\(y\\) \\*\\_\\#**'));
    expect(fillTemplate({ title: '${v}' }, { v: '[x]' })).toEqual({ title: '[x]' });
  });
  it.each([
    ['a value that is missing', '${gone}'],
    ['an expression that is no path', '${if(a, b, c)}'],
    ['an expression that is not closed', 'x ${v'],
    ['a path into the prototype', '${v.constructor}'],
  ])('refuses %s', (_what, text) => {
    expect(() => fillTemplate(block(text), { v: {} })).toThrow();
  });
});
