import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { expectContractKept, openTrial, type Trial } from './trial.ts';

let trial: Trial;
beforeAll(async () => {
  trial = await openTrial();
}, 60_000);
afterAll(() => trial.stop());

const users = () => `/sites/${trial.site}/lists/User%20Information%20List/items`;

describe('the grants on a site', () => {
  it('are seen and given with Sites.FullControl.All only; no grant on the site is enough', async () => {
    const where = `/sites/${trial.site}/permissions`;
    for (const as of ['app', 'provision'] as const) {
      expect((await trial.graph('GET', where, undefined, { as })).status).toBe(403);
      const raise = { roles: ['fullcontrol'], grantedTo: { application: { id: 'x' } } };
      expect((await trial.graph('POST', where, raise, { as })).status).toBe(403);
    }
    const { status, body } = await trial.graph('GET', where, undefined, { as: 'outsider' });
    expect([status, body.value.map(({ roles }) => roles)]).toEqual([200, [['write'], ['fullcontrol']]]);
  });
});

describe('whom a site knows', () => {
  it('is a hidden list: two owners, the site’s groups, SharePoint itself and the applications', async () => {
    const { status, body } = await trial.graph('GET', `${users()}?$expand=fields`);
    expect(status).toBe(200);
    const fields = body.value.map((item) => item.fields);
    expect(fields.filter(({ IsSiteAdmin }) => IsSiteAdmin).map(({ Title }) => Title)).toEqual([
      'Graham Ashcombe',
      'Imelda Farrantly',
    ]);
    expect(fields.filter(({ ContentType }) => ContentType === 'SharePointGroup')).toHaveLength(3);
    expect(fields.find(({ Name }) => Name === 'SHAREPOINT\\system')).toBeDefined();
    expect(fields.filter(({ Name }) => String(Name).startsWith('i:0i.t|'))).toHaveLength(2);
    const lists = await trial.graph('GET', `/sites/${trial.site}/lists`);
    expect(lists.body.value.map(({ displayName }) => displayName)).not.toContain('User Information List');
    await expectContractKept(trial);
  });

  it('shows the fields that are named, none unasked, and takes no write', async () => {
    const some = await trial.graph('GET', `${users()}?$expand=fields($select=Title)`);
    expect(some.body.value[0]?.fields).toEqual({ Title: 'System Account' });
    expect((await trial.graph('GET', users())).body.value[0]?.fields).toBeUndefined();
    expect((await trial.graph('POST', users(), { fields: {} }, { as: 'outsider' })).status).toBe(404);
    expect((await trial.graph('GET', `${users()}?$filter=fields/IsSiteAdmin eq true`)).status).toBe(400);
  });

  it('grows with whom an owner lets in; a Microsoft 365 group then owns the library', async () => {
    const drive = `/sites/${trial.site}/drive?$select=id,owner`;
    const owner = async () => Object(Object((await trial.graph('GET', drive)).body).owner);
    expect(await owner()).toEqual({ user: { displayName: 'Graham Ashcombe' } });
    expect((await trial.control('POST', '/site-users', { site: trial.site, login: 'x' })).status).toBe(400);
    const login = 'c:0o.c|federateddirectoryclaimprovider|7e000000';
    const group = { site: trial.site, login, title: 'Staff', kind: 'DomainGroup' };
    expect((await trial.control('POST', '/site-users', { ...group, kind: 'Horse' })).status).toBe(400);
    expect((await trial.control('POST', '/site-users', group)).status).toBe(200);
    expect(await owner()).toMatchObject({ group: { id: '7e000000', displayName: 'Staff' } });
    const { body } = await trial.graph('GET', `${users()}?$expand=fields`);
    expect(body.value.at(-1)?.fields).toMatchObject({ Title: 'Staff', Name: login, ContentType: 'DomainGroup' });
  });
});
