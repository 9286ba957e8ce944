import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSites } from '../../src/provision/sites.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sites-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function fileWith(text: string): string {
  const file = path.join(folder, 'sites.json');
  writeFileSync(file, text);
  return file;
}

describe('the file that says which school is on which site', () => {
  it('gives every school with its site', () => {
    const places = [{ school: 'sch-a', site: 'host,1,2' }];
    expect(readSites(fileWith(JSON.stringify(places)))).toEqual(places);
  });
  it('may name who else has been accepted on a site', () => {
    const places = [{ school: 'sch-a', site: 'host,1,2', accepted: ['c:0t.c|tenant|1'] }];
    expect(readSites(fileWith(JSON.stringify(places)))).toEqual(places);
  });
  it('is refused when it is not there', () => {
    expect(() => readSites(path.join(folder, 'sites.json'))).toThrow('there is no such file');
  });
  it('is refused when it lists no school', () => {
    expect(() => readSites(fileWith('[]'))).toThrow('lists no school');
  });
  it.each(['', '{', '{}', '[{"school":"sch-a"}]', '[{"school":"sch-a","site":""}]'])(
    'is refused when it reads %j',
    (text) => {
      expect(() => readSites(fileWith(text))).toThrow('must be a JSON list');
    },
  );
});
