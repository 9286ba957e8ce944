import { describe, expect, it } from 'vitest';
import { barContact } from '../../../src/school/contacts/bar-contact.action.ts';
import { saveContact } from '../../../src/school/contacts/save-contact.action.ts';
import { pupil } from '../facts.ts';
import { knownTo, problemsOf, savesOf } from '../knowing.ts';

const mother = { key: 'pu-1|co-1', pupil: 'pu-1', person: 'co-1', type: 'Parent', name: 'Mrs Sparrow', version: '3' };
const known = knownTo(['attendance-officer'], { pupil: [pupil, { ...pupil, key: 'pu-2' }], contact: [mother] });
const save = (wish: object) => saveContact.attempt(known, { pupil: 'pu-1', ...wish });

describe('a contact', () => {
  it('is added for one pupil, to be rung unless said otherwise', () => {
    const [added] = savesOf(save({ values: { name: 'Mr Sparrow', type: 'Parent', phone1: '01632 960001' } }));
    expect(added).toMatchObject({ seen: null, values: { pupil: 'pu-1', name: 'Mr Sparrow', mayContact: true } });
    expect(added?.key).toMatch(/^pu-1\|co-new\d+$/);
  });

  it('is the same person for a brother or sister, and once for each pupil', () => {
    const values = { name: 'Mrs Sparrow', type: 'Parent' };
    expect(savesOf(save({ pupil: 'pu-2', person: 'co-1', values }))[0]?.key).toBe('pu-2|co-1');
    expect(problemsOf(save({ person: 'co-1', values }))).toEqual([
      ['person', 'This person is a contact of the pupil already. Correct that one.'],
    ]);
  });

  it('is corrected at the version that was seen, in what was said only', () => {
    expect(savesOf(save({ contact: mother.key, seen: '3', values: { phone2: '' } }))[0]).toEqual({
      kind: 'save',
      record: 'contact',
      key: mother.key,
      seen: '3',
      values: { phone2: undefined },
    });
    expect(problemsOf(save({ pupil: 'pu-2', contact: mother.key, values: {} }))[0]?.[1]).toBe(
      'That is no contact of this pupil.',
    );
  });

  it.each(['01632 960001', '+44 1632 960001', '(01632) 960001 ext 12'])('takes the number %s', (phone1) => {
    expect(problemsOf(save({ contact: mother.key, seen: '3', values: { phone1 } }))).toEqual([]);
  });

  it.each(['ask mum', '12345', '01632 96000l'])('does not take the number %s', (phone1) => {
    expect(problemsOf(save({ contact: mother.key, seen: '3', values: { phone1 } }))).toEqual([
      ['values.phone1', 'Give a telephone number such as 01632 960001.'],
    ]);
  });

  it('is barred by the DSL alone, with a reason that the journal does not repeat', () => {
    expect(barContact.roles).toEqual(['dsl', 'deputy-dsl']);
    expect(problemsOf(save({ contact: mother.key, values: { barred: true } }))).toEqual([
      ['values', 'Unknown: barred. Leave it out.'],
    ]);
    const bar = (wish: object) => barContact.attempt(known, { contact: mother.key, seen: '3', ...wish });
    expect(problemsOf(bar({ barred: true }))).toEqual([['reason', 'Say why. Only the DSL reads it.']]);
    expect(bar({ barred: true, reason: 'Court order' })).toMatchObject({
      because: 'Contact barred by the DSL',
      changes: [{ values: { barred: true, barredReason: 'Court order' } }],
    });
    expect(savesOf(bar({ barred: false }))[0]?.values).toEqual({ barred: false, barredReason: undefined });
  });
});
