import { describe, expect, it } from 'vitest';
import { roles } from '../../../src/school/office/role-assignment.record.ts';
import { providersView } from '../../../src/school/providers/providers.view.ts';
import { saveProvider } from '../../../src/school/providers/save-provider.action.ts';
import { saveSite } from '../../../src/school/providers/save-site.action.ts';
import { pupil, type Rows, seenBy } from '../facts.ts';
import { farm, knownTo, placement, problemsOf, savesOf } from '../knowing.ts';

const rows: Rows = { ...farm, pupil: [pupil] };
const save = (wish: object) => saveProvider.attempt(knownTo(['ap-leader'], rows), wish);

describe('the providers', () => {
  it('stand with their sites and how many pupils are there, named nowhere', () => {
    const { providers, may } = providersView.show(seenBy(['trust-send'], rows), {});
    expect(providers).toMatchObject([
      { name: 'Hill Farm', pupilsNow: 1, sites: [{ name: 'The farm', kind: 'Main' }] },
      { name: 'Brightlane', pupilsNow: 0 },
    ]);
    expect(may.save).toBe(false);
    expect(JSON.stringify(providers)).not.toMatch(/Juno|J\.S\.|pu-1/);
  });

  it('count nobody whose placement is paused or has ended', () => {
    const count = (more: Readonly<Record<string, unknown>>) =>
      providersView.show(seenBy(['head'], { ...rows, placement: [placement('pl-1', more)] }), {}).providers[1]
        ?.pupilsNow;
    expect(count({ pausedFrom: '2026-05-12' })).toBe(0);
    expect(count({ stage: 'Ended', actualEnd: '2026-05-11' })).toBe(0);
  });

  it('are no matter for governors (they have sums), and for nobody without a line in the matrix', () => {
    const readers = roles.filter((role) => providersView.roles !== 'anyone' && providersView.roles.includes(role));
    expect(roles.filter((role) => !readers.includes(role))).toEqual(['governor', 'trustee', 'data-protection']);
  });
});

describe('a provider', () => {
  it('is added as prospective, and corrected at the version seen', () => {
    expect(savesOf(save({ values: { name: 'Moor Forge', type: 'NonSchool' } }))[0]).toMatchObject({
      seen: null,
      values: { name: 'Moor Forge', status: 'Prospective' },
    });
    expect(savesOf(save({ provider: 'pr-farm', seen: '1', values: { attendancePhone: '01632 960201' } }))[0]).toEqual({
      kind: 'save',
      record: 'provider',
      key: 'pr-farm',
      seen: '1',
      values: { attendancePhone: '01632 960201' },
    });
  });

  it.each([
    [{ values: { type: 'NonSchool' } }, 'values.name', 'Name is missing.'],
    [
      { values: { name: 'hill farm', type: 'NonSchool' } },
      'values.name',
      'A provider of this name is in the list already.',
    ],
    [{ provider: 'pr-farm', seen: '1', values: { urn: '12345' } }, 'values.urn', 'A URN has six digits.'],
    [{ provider: 'pr-farm', seen: '1', values: { ukprn: '1234567x' } }, 'values.ukprn', 'A UKPRN has eight digits.'],
    [{ provider: 'pr-farm', values: {} }, 'seen', 'Say which version you saw.'],
    [{ provider: 'pr-none', seen: '1', values: {} }, 'provider', 'There is no such provider.'],
  ])('%j is refused', (wish, field, says) => {
    expect(problemsOf(save(wish))).toEqual([[field, says]]);
  });
});

describe('a site', () => {
  const site = (wish: object) => saveSite.attempt(knownTo(['ap-leader'], rows), { provider: 'pr-farm', ...wish });

  it('is added with its address, or without where lessons are online', () => {
    const barn = { name: 'The barn', kind: 'Satellite', address: '2 Invented Lane' };
    expect(savesOf(site({ values: barn }))[0]).toMatchObject({
      seen: null,
      values: { ...barn, provider: 'pr-farm', inUse: true },
    });
    expect(problemsOf(site({ values: { ...barn, address: undefined } }))).toEqual([
      ['values.address', 'Give the address: the school must know where its pupils are.'],
    ]);
    expect(problemsOf(site({ values: { name: 'Lessons', kind: 'Online' } }))).toEqual([]);
  });

  it('is corrected at its own provider only', () => {
    const values = { address: '1 Invented Lane', inUse: false };
    expect(savesOf(site({ site: 'si-farm', seen: '1', values }))[0]).toMatchObject({
      key: 'si-farm',
      seen: '1',
      values,
    });
    expect(problemsOf(site({ site: 'si-online', seen: '1', values }))).toEqual([
      ['site', 'That site is not one of this provider.'],
    ]);
  });
});
