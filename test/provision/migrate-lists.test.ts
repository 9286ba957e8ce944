import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { connectGraph, type Graph } from '../../src/microsoft365/graph.ts';
import { checkLists, createLists, migrateLists } from '../../src/provision/create-lists.ts';
import { expectContractKept, openTrial, type Trial } from '../standin/trial.ts';

let trial: Trial;
let graph: Graph;
let said: string[] = [];

beforeAll(async () => {
  trial = await openTrial();
  graph = connectGraph({
    graphUrl: trial.standin.url,
    token: async () => trial.tokens.provision,
    userAgent: 'NONISV|AlternativeProvision|Test/1.0',
  });
  await createLists(graph, trial.site, () => undefined);
}, 60_000);
afterAll(() => trial.stop());
beforeEach(() => {
  said = [];
});

const say = (sentence: string) => said.push(sentence);
const columns = (list: string) => `/sites/${trial.site}/lists/${encodeURIComponent(list)}/columns`;
const meddle = async (method: string, where: string, body?: unknown) => {
  const { status } = await trial.graph(method, where, body, { as: 'outsider' });
  expect(status).toBeLessThan(300);
};
/** How many requests so far have changed something. */
async function changes(): Promise<number> {
  const lines = await (await fetch(`${trial.standin.url}/standin/requests?after=0`)).text();
  return lines.split('\n').filter((line) => line !== '' && JSON.parse(line).method !== 'GET').length;
}

it('has nothing to do on lists that were just made', async () => {
  expect(await checkLists(graph, trial.site)).toEqual([]);
  expect(await migrateLists(graph, trial.site, say)).toEqual([]);
  expect(said).toEqual(['All lists and columns are in place.']);
});

it('says what it would do without a write, does it, and then has nothing left to do', async () => {
  await meddle('DELETE', `/sites/${trial.site}/lists/AP%20Calls`);
  await meddle('DELETE', `${columns('AP Pupils')}/RetainUntil`);
  await meddle('PATCH', `${columns('AP Pupils')}/Upn`, { enforceUniqueValues: false });
  await meddle('PATCH', `${columns('AP Attendance')}/Month`, { indexed: false });
  await meddle('PATCH', `${columns('AP Attendance')}/ProviderStatus`, { choice: { choices: ['Maybe'] } });
  await meddle('PATCH', `${columns('AP Attendance')}/Note`, { text: { allowMultipleLines: false, maxLength: 100 } });
  await meddle('POST', columns('AP Pupils'), { name: 'HouseColour', text: {} });
  const before = await changes();
  expect(await migrateLists(graph, trial.site, say, true)).toEqual([]);
  expect(await changes()).toBe(before);
  const would = [...said];
  expect(would.join('\n')).toContain('AP Calls: would be made with');
  expect(would).toContain('AP Pupils: column RetainUntil would be added.');
  expect(would).toContain('AP Pupils: column Upn would enforce unique values.');
  expect(would).toContain('AP Attendance: column Month would be indexed.');
  expect(would.find((one) => one.includes('ProviderStatus'))).toMatch(/would take also: .*Absent/);
  expect(would).toContain('AP Attendance: column Note would take several lines.');
  expect(would).toContain('AP Pupils: column HouseColour is not the app’s. It is left alone.');
  expect((await checkLists(graph, trial.site)).length).toBe(would.length - 1);

  said = [];
  expect(await migrateLists(graph, trial.site, say)).toEqual([]);
  expect(said).toContain('AP Pupils: column RetainUntil added.');
  expect(said).toContain('AP Attendance: column Note takes several lines now.');
  expect(said).toHaveLength(would.length);
  expect(await checkLists(graph, trial.site)).toEqual([]);
  const { body } = await trial.graph('GET', columns('AP Attendance'));
  const status = body.value.find(({ name }) => name === 'ProviderStatus');
  expect(Object(Object(status).choice).choices).toContain('Maybe');
  await expectContractKept(trial);
});

it('goes on where SharePoint refuses a late index, says so, and leaves it for the check to name', async () => {
  await meddle('PATCH', `${columns('AP Providers')}/RetainUntil`, { indexed: false });
  await meddle('DELETE', `${columns('AP Providers')}/RecordKey`);
  await meddle('DELETE', `${columns('AP Sites')}/LegalHold`);
  await trial.control('POST', '/settings', { lateIndexLimit: -1 });
  const undone = await migrateLists(graph, trial.site, say);
  await trial.control('POST', '/settings', { lateIndexLimit: 20_000 });
  expect(undone).toHaveLength(2);
  expect(undone[0]).toContain('AP Providers: column RecordKey is added without index and uniqueness: ');
  expect(undone[1]).toContain('AP Providers: column RetainUntil is not indexed: SharePoint makes no index');
  expect(undone[1]).toContain('more than 20,000 items');
  expect(said).toContain('AP Sites: column LegalHold added.');
  expect(await checkLists(graph, trial.site)).toEqual([
    'AP Providers: column RecordKey must be indexed.',
    'AP Providers: column RecordKey must enforce unique values.',
    'AP Providers: column RetainUntil must be indexed.',
  ]);
  expect(await migrateLists(graph, trial.site, say)).toEqual([]);
  expect(await checkLists(graph, trial.site)).toEqual([]);
});

it('goes on where a value stands twice in a column that must be unique', async () => {
  await meddle('PATCH', `${columns('AP Pupils')}/Upn`, { enforceUniqueValues: false });
  const items = `/sites/${trial.site}/lists/AP%20Pupils/items`;
  for (const key of ['pu-a', 'pu-b'])
    await meddle('POST', items, { fields: { Title: key, RecordKey: key, Upn: 'H801200001001' } });
  const undone = await migrateLists(graph, trial.site, say);
  expect(undone).toHaveLength(1);
  expect(undone[0]).toContain('AP Pupils: column Upn does not enforce unique values: ');
  expect(undone[0]).not.toContain('H801200001001');
});

it('cannot put a column of another kind right, and says so each time', async () => {
  await meddle('DELETE', `${columns('AP Providers')}/LegalHold`);
  await meddle('POST', columns('AP Providers'), { name: 'LegalHold', number: {} });
  const undone = await migrateLists(graph, trial.site, say);
  expect(undone.some((one) => one.startsWith('AP Providers: column LegalHold is of another kind'))).toBe(true);
  expect(said).not.toContain('All lists and columns are in place.');
});
