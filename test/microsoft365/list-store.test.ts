import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { connectGraph } from '../../src/microsoft365/graph.ts';
import { type ListStore, openListStore } from '../../src/microsoft365/list-store.ts';
import { createLists } from '../../src/provision/create-lists.ts';
import { roleAssignment } from '../../src/school/office/role-assignment.record.ts';
import { provider } from '../../src/school/providers/provider.record.ts';
import { openTrial, type Trial } from '../standin/trial.ts';

const kinds = { roleAssignment, provider };
let trial: Trial;
let lists: ReadonlyMap<string, string>;
let store: ListStore<typeof kinds>;

const graphAs = (who: 'app' | 'provision') =>
  connectGraph({
    graphUrl: trial.standin.url,
    token: async () => trial.tokens[who],
    userAgent: 'NONISV|Test|AP/1.0',
    patienceSeconds: 3,
  });
const role = (key: string) => ({
  person: key,
  personName: 'Robin Example',
  role: 'dsl',
  from: '2026-09-01',
  state: 'Active',
});
const listOf = (name: string) => `/sites/${trial.site}/lists/${lists.get(name)}`;
const add = (key: string, entry = `je-${key}`) =>
  store.write(entry, [{ record: 'roleAssignment', key, values: role(key), seen: null }]);

beforeAll(async () => {
  trial = await openTrial();
  lists = await createLists(graphAs('provision'), trial.site, () => undefined);
});
afterAll(() => trial.stop());
beforeEach(async () => {
  await trial.control('DELETE', '/faults');
  store = openListStore({
    school: 'sch-test',
    site: trial.site,
    graph: graphAs('app'),
    kinds,
    today: () => '2028-02-29',
    yearsKept: (retention) => (retention === 'provider' ? 7 : undefined),
  });
});

test('a create whose answer is lost is found by its entry and stands once', async () => {
  await store.sync(['roleAssignment']);
  await trial.control('POST', '/faults', { match: 'POST /v1.0/$batch', drop: 'after', times: 1 });
  expect((await add('lost-answer'))[0]?.outcome).toBe('unchanged');
  const { body } = await trial.graph(
    'GET',
    `${listOf('AP Roles')}/items?$expand=fields&$filter=fields/RecordKey eq 'lost-answer'`,
  );
  expect(body.value).toHaveLength(1);
});

test('what an entry made already is not sent again when it goes on', async () => {
  await store.sync(['roleAssignment']);
  await add('goes-on');
  const before = store.cost().requests;
  expect(await add('goes-on')).toMatchObject([{ outcome: 'unchanged' }]);
  expect(store.cost().requests).toBe(before);
  expect((await add('goes-on', 'je-another'))[0]?.outcome).toBe('superseded');
});

test('what is written of a long entry is known while the rest is sent', async () => {
  await store.sync(['roleAssignment']);
  await trial.control('POST', '/faults', { match: 'POST /v1.0/$batch', delayMs: 500, times: 2 });
  const keys = Array.from({ length: 25 }, (_, n) => `long-${n}`);
  const writes = keys.map((key) => ({ record: 'roleAssignment' as const, key, values: role(key), seen: null }));
  const known = () => keys.filter((key) => store.known().roleAssignment.get(key)?.entry === 'je-long').length;
  const seen = new Set<number>();
  const looking = setInterval(() => seen.add(known()), 20);
  const written = await store.write('je-long', writes);
  clearInterval(looking);
  expect([...seen]).toEqual([0, 20]);
  expect(written.map(({ outcome }) => outcome)).toEqual(keys.map(() => 'saved'));
  expect(known()).toBe(25);
});

test('of two parts the throttled one alone is sent again', async () => {
  await store.sync(['roleAssignment']);
  await trial.control('POST', '/faults', {
    match: 'POST /v1.0/sites/**/items',
    status: 429,
    retryAfter: 1,
    times: 1,
  });
  const written = await store.write(
    'je-two',
    ['one', 'two'].map((key) => ({ record: 'roleAssignment' as const, key, values: role(key), seen: null })),
  );
  expect(written.map(({ outcome }) => outcome)).toEqual(['saved', 'saved']);
});

test('a row of a list kept whole is created or overwritten without being read first, whoever was faster', async () => {
  await store.sync(['roleAssignment']);
  const save = (key: string, name: string) => {
    const values = { ...role(key), personName: name };
    return store.write(`je-${name}`, [{ record: 'roleAssignment', key, values, seen: 'any' }]);
  };
  const before = store.cost().requests;
  expect((await save('any-new', 'Robin'))[0]?.outcome).toBe('saved');
  expect(store.cost().requests - before).toBe(1);
  // Somebody else's row, of which memory does not know yet.
  const fields = {
    Title: 'any-theirs',
    RecordKey: 'any-theirs',
    Person: 'any-theirs',
    PersonName: 'Theirs',
    Role: 'dsl',
  };
  const made = await trial.graph('POST', `${listOf('AP Roles')}/items`, { fields });
  expect(made.status).toBe(201);
  expect((await save('any-theirs', 'Ours'))[0]?.outcome).toBe('saved');
  expect(store.known().roleAssignment.get('any-theirs')?.personName).toBe('Ours');
});

test('a version that somebody has passed is superseded, and the row that stands comes with it', async () => {
  await add('versions');
  const seen = store.known().roleAssignment.get('versions')?.version ?? '';
  const change = (entry: string, personName: string) =>
    store.write(entry, [{ record: 'roleAssignment', key: 'versions', values: { personName }, seen }]);
  expect((await change('je-first', 'First'))[0]?.outcome).toBe('saved');
  expect((await change('je-first', 'First'))[0]?.outcome).toBe('unchanged');
  const [late] = await change('je-second', 'Second');
  expect(late).toMatchObject({ outcome: 'superseded', current: { personName: 'First', entry: 'je-first' } });
});

test('a row deleted by hand is superseded, and the list is not called gone', async () => {
  await add('deleted');
  const version = store.known().roleAssignment.get('deleted')?.version ?? '';
  const { body } = await trial.graph(
    'GET',
    `${listOf('AP Roles')}/items?$expand=fields&$filter=fields/RecordKey eq 'deleted'`,
  );
  await trial.graph('DELETE', `${listOf('AP Roles')}/items/${body.value[0]?.id}`, undefined, { as: 'outsider' });
  const [written] = await store.write('je-late', [
    { record: 'roleAssignment', key: 'deleted', values: { personName: 'Late' }, seen: version },
  ]);
  expect(written).toEqual({ outcome: 'superseded' });
  expect(store.known().roleAssignment.get('deleted')).toBeUndefined();
});

test('after a 410 the list is loaded again, deletions in between included', async () => {
  await add('stays');
  await add('goes');
  await store.sync(['roleAssignment']);
  const { body } = await trial.graph(
    'GET',
    `${listOf('AP Roles')}/items?$expand=fields&$filter=fields/RecordKey eq 'goes'`,
  );
  await trial.graph('DELETE', `${listOf('AP Roles')}/items/${body.value[0]?.id}`, undefined, { as: 'outsider' });
  await trial.control('POST', '/faults', { match: 'GET /v1.0/sites/**/delta', status: 410, times: 1 });
  await store.sync(['roleAssignment']);
  expect(store.known().roleAssignment.get('stays')?.personName).toBe('Robin Example');
  expect(store.known().roleAssignment.get('goes')).toBeUndefined();
  expect(store.ageSeconds(['roleAssignment'])).toBeLessThan(10);
  expect(store.ageSeconds(['provider'])).toBe(Infinity);
});

test('lists that stand are asked together, in one request; a changed row and a deleted one come with it', async () => {
  await add('together');
  await store.sync(['roleAssignment']);
  await store.sync(['provider']);
  await trial.graph('POST', `${listOf('AP Providers')}/items`, {
    fields: { Title: 'pr-new', RecordKey: 'pr-new', Name: 'New Farm', Type: 'NonSchool', Status: 'Approved' },
  });
  const before = store.cost();
  await store.sync(['roleAssignment', 'provider', 'roleAssignment']);
  const after = store.cost();
  expect([after.requests - before.requests, after.units - before.units]).toEqual([1, 2]);
  expect(store.known().provider.get('pr-new')?.name).toBe('New Farm');
});

test('one list whose token has run out is loaded again; the other is not troubled', async () => {
  await store.sync(['roleAssignment']);
  await store.sync(['provider']);
  await trial.control('POST', '/faults', { match: 'GET /v1.0/sites/**/delta', status: 410, times: 2 });
  await add('after-410');
  await store.sync(['roleAssignment', 'provider']);
  expect(store.known().roleAssignment.get('after-410')?.personName).toBe('Robin Example');
  expect(store.ageSeconds()).toBeLessThan(10);
});

test('a list that does not answer is named to who asked for it, and its age stays what it was', async () => {
  await store.sync(['roleAssignment']);
  await store.sync(['provider']);
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  const roles = `**/lists/${lists.get('AP Roles')}/items/delta`;
  await trial.control('POST', '/faults', { match: `GET /v1.0/sites/${roles}`, status: 500 });
  await expect(store.sync(['roleAssignment', 'provider'])).rejects.toThrow(/answered 500/);
  expect(store.ageSeconds(['roleAssignment'])).toBeGreaterThan(1);
  expect(store.ageSeconds(['provider'])).toBeLessThan(1);
});

test('delta items twice and in no order leave the latest version standing', async () => {
  await trial.control('POST', '/settings', { deltaDuplicates: true, deltaOutOfOrder: true });
  await store.sync(['roleAssignment']);
  await add('twice');
  const { body } = await trial.graph(
    'GET',
    `${listOf('AP Roles')}/items?$expand=fields&$filter=fields/RecordKey eq 'twice'`,
  );
  await trial.graph('PATCH', `${listOf('AP Roles')}/items/${body.value[0]?.id}/fields`, { PersonName: 'Latest' });
  await store.sync(['roleAssignment']);
  await trial.control('POST', '/settings', { deltaDuplicates: false, deltaOutOfOrder: false });
  expect(store.known().roleAssignment.get('twice')?.personName).toBe('Latest');
});

test('a list kept whole is read page by page beyond the threshold', async () => {
  await trial.control('POST', '/settings', { threshold: 3, pageSize: 2 });
  for (const key of ['p1', 'p2', 'p3', 'p4']) await add(key);
  await store.sync(['roleAssignment']);
  await trial.control('POST', '/settings', { threshold: 5000, pageSize: 200 });
  expect(['p1', 'p2', 'p3', 'p4'].filter((key) => store.known().roleAssignment.get(key))).toHaveLength(4);
});

test('a row is kept for the years of its class; 29 February becomes 1 March', async () => {
  const [written] = await store.write('je-provider', [
    { record: 'provider', key: 'pr-kept', values: { name: 'Sparrow Farm' }, seen: null },
  ]);
  expect(written?.outcome).toBe('saved');
  const { body } = await trial.graph(
    'GET',
    `${listOf('AP Providers')}/items?$expand=fields&$filter=fields/RecordKey eq 'pr-kept'`,
  );
  expect(body.value[0]?.fields.RetainUntil).toBe('2035-03-01');
});

test('a column gone by hand is named by its label, nothing is lost, and what was known stays to be read', async () => {
  await add('known-before');
  await store.sync(['roleAssignment']);
  await trial.graph('DELETE', `${listOf('AP Roles')}/columns/PersonName`, undefined, { as: 'provision' });
  const says = 'is gone or was renamed in SharePoint. Put it back, or run provision migrate, then provision check.';
  const [written] = await add('after-column');
  expect(written).toMatchObject({
    outcome: 'later',
    says: expect.stringContaining('(PersonName) of the list AP Roles'),
  });
  await expect(store.sync(['roleAssignment'])).rejects.toMatchObject({
    kind: 'ColumnGone',
    says: expect.stringContaining(says),
  });
  expect(store.known().roleAssignment.get('known-before')?.personName).toBe('Robin Example');
  await createLists(graphAs('provision'), trial.site, () => undefined);
  expect((await add('after-column'))[0]?.outcome).toBe('saved');
});

test('a list gone by hand is named, with what to do; put back, the same write is carried out', async () => {
  await store.sync(['provider']);
  await trial.graph('DELETE', listOf('AP Providers'), undefined, { as: 'provision' });
  const put = () =>
    store.write('je-gone', [{ record: 'provider', key: 'pr-gone', values: { name: 'Sparrow Farm' }, seen: null }]);
  expect(await put()).toEqual([
    {
      outcome: 'later',
      says: 'The list AP Providers is gone or was renamed in SharePoint. Put it back under that name, then run provision check.',
    },
  ]);
  await expect(store.sync(['provider'])).rejects.toMatchObject({ kind: 'ListGone' });
  lists = await createLists(graphAs('provision'), trial.site, () => undefined);
  expect((await put())[0]?.outcome).toBe('saved');
});

test('rows that memory does not keep are read by an indexed field, and by their key; quotes are no trouble', async () => {
  await add('found-by-key');
  await add("o'quill");
  const byPerson = await store.find('roleAssignment', 'person', "o'quill");
  expect(byPerson.map(({ key, entry }) => [key, entry])).toEqual([["o'quill", "je-o'quill"]]);
  expect((await store.find('roleAssignment', 'recordKey', 'found-by-key')).map(({ role }) => role)).toEqual(['dsl']);
  expect(await store.find('roleAssignment', 'recordKey', 'nobody')).toEqual([]);
  await trial.control('POST', '/faults', { match: 'GET /v1.0/sites/**', status: 503 });
  await expect(store.find('roleAssignment', 'recordKey', 'found-by-key')).rejects.toThrow();
});
