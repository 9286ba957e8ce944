import { describe, expect, it } from 'vitest';
import { addPupil } from '../../../src/school/pupils/add-pupil.action.ts';
import { correctPupil } from '../../../src/school/pupils/correct-pupil.action.ts';
import { checkLetter } from '../../../src/school/pupils/upn.ts';
import { pupil } from '../facts.ts';
import { knownTo, problemsOf, savesOf } from '../knowing.ts';

const upn = `${checkLetter('999000000001')}999000000001`;
const known = knownTo(['ap-leader'], { pupil: [pupil, { ...pupil, key: 'pu-2', upn }] });
const correct = (values: object) => correctPupil.attempt(known, { pupil: 'pu-1', seen: '1', values });
const add = (values: object) => addPupil.attempt(known, { values });
const ada = { legalName: 'Ada O’Neill', initials: 'A.O.', year: '9', onRollFrom: '2025-09-01' };

describe('a pupil is corrected', () => {
  it('in what was said only, at the version that was seen', () => {
    expect(savesOf(correct({ tutorGroup: '10C', preferredName: '' }))[0]).toMatchObject({
      key: 'pu-1',
      seen: '1',
      values: { tutorGroup: '10C', preferredName: undefined },
    });
    expect(Object.keys(savesOf(correct({ tutorGroup: '10C' }))[0]?.values ?? {})).toEqual(['tutorGroup']);
  });

  it('never in flags or the roll, which are other people’s or another act', () => {
    for (const field of ['socialWorker', 'cla', 'riskFlags', 'youthJustice', 'onRollTo']) {
      expect(problemsOf(correct({ [field]: 'x' }))).toEqual([['values', `Unknown: ${field}. Leave it out.`]]);
    }
  });

  it('not to a UPN that is mistyped or another pupil’s', () => {
    expect(problemsOf(correct({ upn: `${upn.slice(0, -1)}2` }))[0]?.[1]).toBe(
      'The check letter of the UPN does not fit its digits. One of them is mistyped.',
    );
    expect(problemsOf(correct({ upn: upn.toLowerCase() }))).toEqual([
      ['values.upn', 'Another pupil has this UPN. Look for them in the list first.'],
    ]);
  });

  it('not to a birthday that no pupil of the school can have', () => {
    expect(problemsOf(correct({ dateOfBirth: '2026-05-01' }))[0]?.[0]).toBe('values.dateOfBirth');
    expect(problemsOf(correct({ dateOfBirth: '2011-02-29' }))[0]?.[1]).toBe(
      'Date of birth must be a date like 2026-11-24.',
    );
    expect(problemsOf(correct({ dateOfBirth: '2012-02-29' }))).toEqual([]);
  });

  it('not out of a name', () => {
    expect(problemsOf(correct({ legalName: ' ' }))).toEqual([['values.legalName', 'Legal name is missing.']]);
  });
});

describe('a pupil is added', () => {
  it('with name, initials, year and first day on roll', () => {
    expect(savesOf(add(ada))[0]).toMatchObject({ record: 'pupil', seen: null, values: ada });
    expect(problemsOf(add({}))).toEqual([
      ['values.legalName', 'Legal name is missing.'],
      ['values.initials', 'Initials is missing.'],
      ['values.year', 'Year group is missing.'],
      ['values.onRollFrom', 'On roll from is missing.'],
    ]);
  });

  it('beside one of the same name, not beside one with the same UPN', () => {
    expect(savesOf(add({ ...ada, legalName: pupil.legalName }))).toHaveLength(1);
    expect(problemsOf(add({ ...ada, upn }))).toHaveLength(1);
  });

  it('by the AP leader only (10.2)', () => {
    expect([addPupil.roles, correctPupil.roles]).toEqual([['ap-leader'], ['ap-leader']]);
  });
});
