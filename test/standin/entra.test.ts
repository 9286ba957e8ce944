import { createRemoteJWKSet, decodeJwt, jwtVerify } from 'jose';
import { afterEach, expect, test } from 'vitest';
import { createEntra, type EntraSettings, type FullEntra } from '../../src/standin/entra/entra.ts';
import { TokenRefused } from '../../src/standin/part.ts';
import { API_CLIENT_ID, BOT_ID, OFFICER, type SmallStandin, startSmall, TENANT_ID } from './small-standin.ts';

let running: SmallStandin | undefined;
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

async function start(settings: EntraSettings = {}): Promise<{ url: string; entra: FullEntra }> {
  let entra: FullEntra | undefined;
  running = await startSmall((context) => {
    entra = createEntra(context, settings);
    return [entra];
  });
  if (entra === undefined) throw new Error('not made');
  return { url: running.url, entra };
}

async function ask(url: string, form: Record<string, string>, tenant = TENANT_ID) {
  const response = await fetch(`${url}/${tenant}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams(form),
  });
  const body: Record<string, unknown> = JSON.parse(await response.text());
  return { status: response.status, body };
}

const API = { grant_type: 'client_credentials', client_id: API_CLIENT_ID, client_secret: 'standin-api-secret' };
const BOT = { grant_type: 'client_credentials', client_id: BOT_ID, client_secret: 'standin-bot-secret' };
const FOR_GRAPH = { scope: 'https://graph.microsoft.com/.default' };
const FOR_CONNECTOR = { scope: 'https://api.botframework.com/.default' };

test('the app with its secret gets a Graph token that carries the permissions it was given', async () => {
  const { url, entra } = await start();
  const { status, body } = await ask(url, { ...API, ...FOR_GRAPH });
  expect(status).toBe(200);
  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 3600 });
  const keys = createRemoteJWKSet(new URL(`${url}/${TENANT_ID}/discovery/v2.0/keys`));
  const good = await jwtVerify(String(body.access_token), keys, {
    issuer: `${url}/${TENANT_ID}/v2.0`,
    audience: 'https://graph.microsoft.com',
  });
  expect(good.payload).toMatchObject({ appid: API_CLIENT_ID, tid: TENANT_ID, roles: ['Sites.Selected', 'Mail.Send'] });
  const caller = await entra.verifyGraphToken(`Bearer ${body.access_token}`);
  expect(caller.appId).toBe(API_CLIENT_ID);
  expect(caller.permissions[1]).toEqual({ name: 'Mail.Send', mailboxes: ['ap.reviews@hillcrest.example'] });
});

test.each([
  ['a wrong secret', { ...API, ...FOR_GRAPH, client_secret: 'guessed' }, 401, 'invalid_client', 7000215],
  ['no secret at all', { ...API, ...FOR_GRAPH, client_secret: '' }, 401, 'invalid_client', 7000218],
  ['an unknown client', { ...API, ...FOR_GRAPH, client_id: TENANT_ID }, 400, 'unauthorized_client', 700016],
  ['a resource nobody knows', { ...API, scope: 'https://other.example/.default' }, 400, 'invalid_resource', 500011],
  ['a scope without .default', { ...API, scope: 'User.Read' }, 400, 'invalid_scope', 1002012],
  ['no scope', { ...API }, 400, 'invalid_request', 900144],
  ['another grant', { ...API, ...FOR_GRAPH, grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
])('%s is refused with the AADSTS number', async (_, form, status, error, code) => {
  const { url } = await start();
  const answer = await ask(url, form);
  expect(answer.status).toBe(status);
  expect(answer.body).toMatchObject({ error, error_codes: [code] });
  expect(String(answer.body.error_description)).toContain(`AADSTS${code}: `);
  expect(answer.body).not.toHaveProperty('access_token');
});

test('an unknown tenant is refused by the token endpoint, the keys and the configuration', async () => {
  const { url } = await start();
  const answer = await ask(url, { ...API, ...FOR_GRAPH }, 'contoso.example');
  expect(answer).toMatchObject({ status: 400, body: { error_codes: [90002] } });
  for (const path of ['discovery/v2.0/keys', 'v2.0/.well-known/openid-configuration']) {
    expect((await fetch(`${url}/contoso.example/${path}`)).status).toBe(400);
  }
});

test('the configuration names this issuer and where its keys are', async () => {
  const { url } = await start();
  const response = await fetch(`${url}/${TENANT_ID}/v2.0/.well-known/openid-configuration`);
  expect(await response.json()).toMatchObject({
    issuer: `${url}/${TENANT_ID}/v2.0`,
    jwks_uri: `${url}/${TENANT_ID}/discovery/v2.0/keys`,
  });
});

test('Graph refuses no token, nonsense, the connector’s token, a person’s token and a forged one', async () => {
  const { url, entra } = await start();
  const bot = await ask(url, { ...BOT, ...FOR_CONNECTOR });
  const graph = await ask(url, { ...API, ...FOR_GRAPH });
  const [head, , tail] = String(graph.body.access_token).split('.');
  const claims = { ...decodeJwt(String(graph.body.access_token)), roles: ['Sites.FullControl.All'] };
  const forged = `${head}.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.${tail}`;
  const wrong = [
    [undefined, 'Access token is empty.'],
    ['Bearer nonsense', 'CompactToken parsing failed.'],
    [`Bearer ${bot.body.access_token}`, 'Access token validation failure. Invalid audience.'],
    [`Bearer ${await entra.issueUserToken(OFFICER)}`, 'Access token validation failure. Invalid audience.'],
    [`Bearer ${forged}`, 'Signature validation failed.'],
  ] as const;
  for (const [header, says] of wrong) {
    await expect(entra.verifyGraphToken(header)).rejects.toThrow(new TokenRefused(says));
  }
});

test('a token whose hour is over is refused', async () => {
  const { url, entra } = await start({ tokenLifetimeSeconds: -1 });
  const { body } = await ask(url, { ...API, ...FOR_GRAPH });
  await expect(entra.verifyGraphToken(`Bearer ${body.access_token}`)).rejects.toThrow('the token is expired');
});

test('a person’s token is for our API, from the tenant, with scope and party as Teams’ web client has them', async () => {
  const { url, entra } = await start();
  expect(decodeJwt(await entra.issueUserToken(OFFICER))).toMatchObject({
    iss: `${url}/${TENANT_ID}/v2.0`,
    aud: API_CLIENT_ID,
    tid: TENANT_ID,
    oid: OFFICER,
    scp: 'access',
    azp: '5e3ce6c0-2b1f-4285-8d4b-75ee78787346',
    name: 'Rowan Pike',
    preferred_username: 'rowan.pike@hillcrest.example',
  });
  const nested = decodeJwt(await entra.issueUserToken(OFFICER, { authorizedParty: API_CLIENT_ID }));
  expect(nested.azp).toBe(API_CLIENT_ID);
  await expect(entra.issueUserToken(TENANT_ID)).rejects.toThrow('No person');
});

test('what the connector sends is signed by another issuer with another key', async () => {
  const { url, entra } = await start();
  const token = await entra.issueConnectorToken();
  const its = createRemoteJWKSet(new URL(`${url}/botframework.com/discovery/v2.0/keys`));
  const { payload } = await jwtVerify(token, its, { issuer: `${url}/botframework.com/v2.0`, audience: BOT_ID });
  expect(payload.serviceurl).toBe(url);
  expect(payload).not.toHaveProperty('scp');
  const tenants = createRemoteJWKSet(new URL(`${url}/${TENANT_ID}/discovery/v2.0/keys`));
  await expect(jwtVerify(token, tenants)).rejects.toThrow();
});

test('keys outlive a restart, so tokens in use stay good', async () => {
  const { entra } = await start();
  const token = `Bearer ${await entra.issueGraphToken(API_CLIENT_ID)}`;
  if (running === undefined) throw new Error('not running');
  const again = createEntra(running.context);
  expect((await again.verifyGraphToken(token)).appId).toBe(API_CLIENT_ID);
});
