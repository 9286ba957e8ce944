import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { connectGraph, type Graph } from '../../src/microsoft365/graph.ts';
import { check } from '../../src/provision/check.ts';
import { createLists } from '../../src/provision/create-lists.ts';
import { expectContractKept, openTrial, type Trial } from '../standin/trial.ts';

let trial: Trial;
let said: string[] = [];

const graphAs = (who: keyof Trial['tokens']): Graph =>
  connectGraph({
    graphUrl: trial.standin.url,
    token: async () => trial.tokens[who],
    userAgent: 'NONISV|AlternativeProvision|Test/1.0',
  });
const run = (graph: Graph, accepted?: readonly string[]) =>
  check(graph, [{ school: 'sch-a', site: trial.site, accepted }], (sentence) => said.push(sentence));
const letIn = (login: string, title: string, more: Readonly<Record<string, unknown>> = {}) =>
  trial.control('POST', '/site-users', { site: trial.site, login, title, ...more });

beforeAll(async () => {
  trial = await openTrial();
  await createLists(graphAs('provision'), trial.site, () => undefined);
}, 60_000);
afterAll(() => trial.stop());
beforeEach(() => {
  said = [];
});

it('lists the two owners, says what it cannot see, and is content', async () => {
  expect(await run(graphAs('provision'))).toBe(0);
  expect(said[0]).toBe('sch-a: Graham Ashcombe (graham.ashcombe@hillcrest.example) can open the site: owner.');
  expect(said[1]).toBe('sch-a: Imelda Farrantly (imelda.farrantly@hillcrest.example) can open the site: owner.');
  expect(said[2]).toContain('Which applications have a grant Graph tells only to Sites.FullControl.All');
  expect(said[3]).toContain('AP records, Hillcrest Academy Members');
  expect(said[4]).toBe('All lists and columns are in place.');
  expect(said).toHaveLength(5);
  await expectContractKept(trial);
});

it('lists the applications for somebody who may see them', async () => {
  expect(await run(graphAs('outsider'))).toBe(0);
  expect(said).toContain(
    'sch-a: Alternative Provision (3b0f8d0a-52c7-4a8e-9d43-7f6b1f1c2a11) may use the site: write.',
  );
  expect(said.join('\n')).not.toContain('Graph tells only to Sites.FullControl.All');
});

it('fails on one person more, until somebody has looked at them and accepted them', async () => {
  const tutor = 'i:0#.f|membership|callum.wetherbourne@hillcrest.example';
  await letIn(tutor, 'Callum Wetherbourne', { mail: 'callum.wetherbourne@hillcrest.example' });
  expect(await run(graphAs('provision'))).toBe(1);
  const found = said.filter((sentence) => sentence.includes('Callum Wetherbourne'));
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('is not an owner, and is known to the site');
  expect(await run(graphAs('provision'), [tutor])).toBe(0);
});

it('fails on a site that has become a team’s', async () => {
  await letIn('c:0o.c|federateddirectoryclaimprovider|7e000000', 'Hillcrest staff', { kind: 'DomainGroup' });
  expect(await run(graphAs('provision'))).toBe(1);
  expect(said.join('\n')).toContain('sch-a: The site belongs to the Microsoft 365 group Hillcrest staff');
});

it('fails where the site has no library for documents', async () => {
  await trial.control('POST', '/faults', { match: 'GET /v1.0/sites/*/drive', status: 404, times: 1 });
  expect(await run(graphAs('provision'))).toBe(1);
  expect(said.filter((sentence) => sentence.includes('no document library'))).toHaveLength(1);
});

it('fails where a list is missing, and does not say that all is in place', async () => {
  await trial.graph('DELETE', `/sites/${trial.site}/lists/AP%20Calls`, undefined, { as: 'outsider' });
  expect(await run(graphAs('provision'))).toBe(1);
  expect(said.join('\n')).toContain('sch-a: AP Calls: must be made with');
  expect(said).not.toContain('All lists and columns are in place.');
});
