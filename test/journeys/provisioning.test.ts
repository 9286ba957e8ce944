import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { selfSigned } from '../standin/self-signed.ts';
import { type RunningApp, startApp } from './world/app.ts';

let app: RunningApp;

beforeAll(async () => {
  app = await startApp('provisioning', 4970, '2026-11-24T08:45:00.000Z');
});
afterAll(() => app.stop());

test('what was loaded passes the check, which lists who can open the site', () => {
  const { status, says } = app.provision(['check']);
  expect(status).toBe(0);
  expect(says.split('\n').filter((line) => line.endsWith('can open the site: owner.'))).toHaveLength(2);
  expect(says).toContain('Graph does not tell');
  expect(says).toContain('All lists and columns are in place.\n');
});

test('making the lists again changes nothing', () => {
  const { status, says } = app.provision(['create']);
  expect(status).toBe(0);
  expect(says.trim()).not.toMatch(/made|added/);
});

test('a scenario is refused where records stand already, in one sentence, and nothing is added', async () => {
  const before = (await app.items('AP Pupils')).length;
  const { status, says } = app.provision(['load', 'demonstration']);
  expect(status).toBe(1);
  expect(says).toContain('holds records already, so nothing was loaded');
  expect(await app.items('AP Pupils')).toHaveLength(before);
});

test('an unknown scenario is refused with those that there are', () => {
  const { status, says } = app.provision(['load', 'nowhere']);
  expect([status, says.includes('demonstration, empty')]).toEqual([1, true]);
});

test('the check without a school says so, and does not pass', () => {
  const { status, says } = app.provision(['check'], { SITES: '@/nowhere/sites.json' });
  expect(status).toBe(1);
  expect(says).toContain('there is no such file');
});

test('what the environment lacks is listed, all of it', () => {
  const { status, says } = app.provision(['check'], { TENANT_ID: '', PROVISION_CLIENT_SECRET: '' });
  expect(status).toBe(1);
  expect(says).toContain('TENANT_ID is not set.');
  expect(says).toContain('PROVISION_CLIENT_SECRET is not set.');
});

test('a certificate signs in where it has been uploaded, and not before', async () => {
  const { keyPem, pem } = selfSigned();
  const folder = mkdtempSync(path.join(tmpdir(), 'certificate-'));
  const [key, certificate] = [path.join(folder, 'set-up.key'), path.join(folder, 'set-up.pem')];
  writeFileSync(key, keyPem, { mode: 0o600 });
  writeFileSync(certificate, pem);
  const certified = { PROVISION_CLIENT_SECRET: '', PROVISION_CERTIFICATE_KEY: key, PROVISION_CERTIFICATE: certificate };
  const early = app.provision(['check'], certified);
  expect([early.status, early.says.includes('401 AADSTS700027 (NotSignedIn)')]).toEqual([1, true]);
  await app.control('POST', '/standin/certificates', {
    app: '9a7c2e44-1d5e-4b89-8a36-5e2f7d4c1f33',
    certificate: pem,
  });
  expect(app.provision(['check'], certified).status).toBe(0);
  const both = app.provision(['check'], { ...certified, PROVISION_CLIENT_SECRET: 'standin-provision-secret' });
  expect([both.status, both.says.includes('are both set')]).toEqual([1, true]);
});

test('the first two roles are refused for somebody unknown, written once, and left alone the second time', async () => {
  const unknown = app.provision(['create', '--head', 'nobody@hillcrest.example']);
  expect(unknown.status).toBe(1);
  expect(unknown.says).toContain('Nobody in the tenant signs in as nobody@hillcrest.example, so no role was written.');
  const before = (await app.items('AP Roles')).length;
  const words = [
    'create',
    '--head',
    'imelda.farrantly@hillcrest.example',
    '--ap-lead',
    'nasreen.valecroft@hillcrest.example',
  ];
  expect(app.provision([...words, '--dry-run']).says).toContain('Nasreen Valecroft would become ap-leader');
  expect(await app.items('AP Roles')).toHaveLength(before);
  const { status, says } = app.provision(words);
  expect([status, says.includes('Imelda Farrantly is head already.')]).toEqual([0, true]);
  expect(says).toContain('Nasreen Valecroft is now ap-leader');
  expect(app.provision(words).says).toContain('Nasreen Valecroft is ap-leader already.');
  expect(await app.items('AP Roles')).toHaveLength(before + 1);
});

test('a wrong flag is answered with what there is', () => {
  const { status, says } = app.provision(['create', '--heda', 'x']);
  expect(status).toBe(2);
  expect(says).toContain("'--heda'");
  expect(says).toContain('create [--head <upn>] [--ap-lead <upn>]');
});

test('the check names a column that somebody has made to take the same value twice, or taken the index from', async () => {
  const { token } = Object(await app.control('POST', '/standin/app-token'));
  const site = 'hillcrest.sharepoint.example,11111111-aaaa-4bbb-8ccc-000000000001,22222222-aaaa-4bbb-8ccc-000000000001';
  const change = (column: string, body: unknown) =>
    fetch(`${app.standinUrl}/v1.0/sites/${site}/lists/AP%20Pupils/columns/${column}`, {
      method: 'PATCH',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    });
  await change('Upn', { enforceUniqueValues: false });
  await change('RetainUntil', { indexed: false });
  const { status, says } = app.provision(['check']);
  expect(status).toBe(1);
  expect(says).toContain('AP Pupils: column Upn must enforce unique values.');
  expect(says).toContain('AP Pupils: column RetainUntil must be indexed.');
});

test('a migration says what it would do and writes nothing, then does it, and the check is content', () => {
  const dry = app.provision(['migrate', '--dry-run']);
  expect(dry.status).toBe(0);
  expect(dry.says).toContain('AP Pupils: column Upn would enforce unique values.');
  expect(dry.says).toContain('AP Pupils: column RetainUntil would be indexed.');
  expect(app.provision(['check']).status).toBe(1);
  const { status, says } = app.provision(['migrate']);
  expect(says).toContain('AP Pupils: column Upn enforces unique values now.');
  expect(says).toContain('AP Pupils: column RetainUntil is indexed now.');
  expect(status).toBe(0);
  expect(app.provision(['check']).status).toBe(0);
  expect(app.provision(['migrate', '--soon']).status).toBe(2);
});

test('making a list that has gone is only said in a dry run, and is done without it', async () => {
  const { token } = Object(await app.control('POST', '/standin/app-token'));
  const gone = await fetch(`${app.standinUrl}/v1.0/sites/${app.site}/lists/${await app.listId('AP Calls')}`, {
    method: 'DELETE',
    headers: { Authorization: `Bearer ${token}` },
  });
  expect(gone.status).toBe(204);
  const dry = app.provision(['create', '--dry-run']);
  expect([dry.status, dry.says.includes('AP Calls: would be made with')]).toEqual([0, true]);
  expect(app.provision(['check']).says).toContain('AP Calls: must be made with');
  expect(app.provision(['create']).says).toContain('AP Calls: made with');
  expect(app.provision(['check']).status).toBe(0);
});

test('the check fails on anybody more who is let into the site', async () => {
  await app.control('POST', '/standin/site-users', { site: app.site, login: 'c:0(.s|true', title: 'Everyone' });
  const { status, says } = app.provision(['check']);
  expect(status).toBe(1);
  expect(says).toContain('Everyone stands for everybody, and is known to the site.');
});
