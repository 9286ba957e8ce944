import { expect, it } from 'vitest';
import { fromItem, toItemFields } from '../../src/schema/items.ts';
import { parse } from '../../src/schema/parse.ts';
import { journalEntry } from '../../src/school/office/journal-entry.record.ts';
import { pupil } from '../../src/school/pupils/pupil.record.ts';

it('a journal entry that has no results yet can be read, or no server could finish it', () => {
  const item = {
    RecordKey: 'je-a',
    Action: 'record-attendance',
    State: 'Open',
    By: 'clock',
    At: '2026-11-24T08:45:00Z',
  };
  expect(fromItem(journalEntry, { fields: item, version: '"a,1"' })).toMatchObject({
    ok: true,
    value: { key: 'je-a', state: 'Open' },
  });
});

it('a set of choices travels as text joined by semicolons, and yes or no that was never set reads as no', () => {
  const values = {
    legalName: 'Amber Mallowfield',
    initials: 'A.M.',
    year: '11',
    onRollFrom: '2024-09-03',
    riskFlags: ['SelfHarm', 'Other'],
  };
  const fields = toItemFields(pupil, values);
  expect(fields.RiskFlags).toBe('SelfHarm; Other');
  expect(fromItem(pupil, { fields: { ...fields, RecordKey: 'pu-a' }, version: '"a,1"' })).toMatchObject({
    ok: true,
    value: { riskFlags: ['SelfHarm', 'Other'], youthJustice: false },
  });
});

it('a missing name and a date that does not exist each get a sentence', () => {
  const parsed = parse(pupil.check, { initials: 'A.M.', year: '11', onRollFrom: '2026-02-30' });
  expect(parsed).toMatchObject({
    ok: false,
    problems: [
      { field: 'legalName', says: 'Legal name is missing.' },
      { field: 'onRollFrom', says: 'On roll from must be a date like 2026-11-24.' },
    ],
  });
});
