import { decodeJwt } from 'jose';
import type { Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { localEnvironment } from '../../src/run/environment.mjs';
import { type RunningApp, startApp, until } from './world/app.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let officer: Visitor;
const asked: { readonly user?: string; readonly nested?: { readonly clientId?: string; readonly scope?: string } }[] =
  [];
const carried: string[] = [];

beforeAll(async () => {
  app = await startApp('signing-in', 5250, '2026-11-24T09:20:00.000Z');
  visits = await openBrowser();
  officer = await visits.visit(app, await app.personIn('attendance-officer'));
  officer.page.on('request', (request: Request) => {
    const { pathname } = new URL(request.url());
    if (pathname === '/host/token') asked.push(JSON.parse(request.postData() ?? '{}'));
    const token = /^Bearer (.+)$/.exec(request.headers().authorization ?? '')?.[1];
    if (token && pathname.startsWith('/api/')) carried.push(token);
  });
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

const { API_CLIENT_ID } = localEnvironment({ port: 5250, standinPort: 5251, dataDir: '' });
const whoseIsLast = () => decodeJwt(carried.at(-1) ?? '').oid;

test('the tab signs in through the host by nested app authentication, for the one scope of our API', async () => {
  const person = await app.personIn('attendance-officer');
  await officer.open('AP app');
  await officer.tab.getByText(person.displayName).first().waitFor();
  expect(asked.length).toBeGreaterThan(0);
  for (const wish of asked) {
    expect(wish.nested?.clientId).toBe(API_CLIENT_ID);
    expect(wish.nested?.scope?.split(' ')).toContain(`api://${API_CLIENT_ID}/access`);
  }
  expect(carried.length).toBeGreaterThan(0);
  const claims = decodeJwt(carried[0] ?? '');
  expect([claims.oid, claims.scp, claims.azp]).toEqual([person.id, 'access', API_CLIENT_ID]);
});

test('a token that the server no longer takes is renewed without a word', async () => {
  const before = asked.length;
  let refused = 0;
  await officer.page.route('**/api/views/today**', async (route) => {
    refused += 1;
    if (refused > 1) return route.continue();
    return route.fulfill({
      status: 401,
      contentType: 'application/json',
      body: '{"message":"The token has run out."}',
    });
  });
  await until(async () => refused > 1, 40);
  await officer.page.unroute('**/api/views/today**');
  expect(asked.length).toBeGreaterThan(before);
  await officer.tab.getByRole('row').first().waitFor();
  expect(await officer.tab.getByRole('alert').count()).toBe(0);
});

test('another person at the same page has a token of their own', async () => {
  const leader = await app.personIn('ap-leader');
  await officer.page.getByLabel('You are').selectOption(leader.id);
  await officer.tab.getByText(leader.displayName).first().waitFor();
  await until(async () => whoseIsLast() === leader.id);
});

test('nothing went wrong in the page by itself', () => {
  expect(visits.uncaught).toEqual([]);
});
