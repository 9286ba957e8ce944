import { randomUUID } from 'node:crypto';
import { type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { createEntra, type FullEntra } from '../../src/standin/entra/entra.ts';
import { daysFromNow, selfSigned } from './self-signed.ts';
import { API_CLIENT_ID, BOT_ID, type SmallStandin, startSmall, TENANT_ID } from './small-standin.ts';

const TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
const ours = selfSigned();
const unknown = selfSigned();
const old = selfSigned(daysFromNow(-30), daysFromNow(-1));
const seconds = () => Math.floor(Date.now() / 1000);

let running: SmallStandin;
let entra: FullEntra | undefined;
beforeAll(async () => {
  running = await startSmall((context) => {
    entra = createEntra(context);
    return [entra];
  });
  for (const { pem } of [ours, old]) entra?.registerCertificate(API_CLIENT_ID, pem);
});
afterAll(() => running.stop());

const endpoint = () => `${running.url}/${TENANT_ID}/oauth2/v2.0/token`;

interface Changes {
  readonly claims?: JWTPayload;
  readonly header?: Readonly<Record<string, unknown>>;
  readonly signer?: typeof ours;
  readonly alg?: string;
}

/** A good assertion, but for these changes. */
async function assertion({ claims = {}, header, signer = ours, alg = 'PS256' }: Changes = {}): Promise<string> {
  const usual = { iss: API_CLIENT_ID, sub: API_CLIENT_ID, aud: endpoint(), jti: randomUUID() };
  const now = seconds();
  return await new SignJWT({ ...usual, nbf: now, exp: now + 300, ...claims })
    .setProtectedHeader({ alg, typ: 'JWT', ...(header ?? { 'x5t#S256': signer.thumbprint }) })
    .sign(signer.privateKey);
}

async function ask(form: Readonly<Record<string, string>>) {
  const response = await fetch(endpoint(), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: API_CLIENT_ID,
      client_assertion_type: TYPE,
      scope: 'https://graph.microsoft.com/.default',
      ...form,
    }),
  });
  const body: Record<string, unknown> = JSON.parse(await response.text());
  return { status: response.status, body };
}

describe('a client assertion', () => {
  it.each(['PS256', 'RS256'])('signed with %s by the registered certificate gets a Graph token', async (alg) => {
    const { status, body } = await ask({ client_assertion: await assertion({ alg }) });
    expect(status).toBe(200);
    expect((await entra?.verifyGraphToken(`Bearer ${body.access_token}`))?.appId).toBe(API_CLIENT_ID);
  });

  it('may name the issuer as its audience, and may be a few minutes late', async () => {
    const late = { aud: `${running.url}/${TENANT_ID}/v2.0`, nbf: seconds() - 500, exp: seconds() - 200 };
    expect((await ask({ client_assertion: await assertion({ claims: late }) })).status).toBe(200);
  });

  it.each<[string, Changes, number, string, number]>([
    ['for another tenant’s door', { claims: { aud: 'https://other.example/token' } }, 401, 'invalid_client', 700023],
    ['for Graph itself', { claims: { aud: 'https://graph.microsoft.com' } }, 401, 'invalid_client', 700023],
    ['by another client', { claims: { iss: BOT_ID } }, 401, 'invalid_client', 700021],
    ['about another client', { claims: { sub: BOT_ID } }, 401, 'invalid_client', 700021],
    ['that has run out', { claims: { exp: seconds() - 301 } }, 401, 'invalid_client', 700024],
    ['whose time has not come', { claims: { nbf: seconds() + 400 } }, 401, 'invalid_client', 700024],
    ['without an end', { claims: { exp: undefined } }, 400, 'invalid_request', 50027],
    ['without an id', { claims: { jti: undefined } }, 400, 'invalid_request', 50027],
    ['without a thumbprint', { header: {} }, 400, 'invalid_request', 50027],
    ['by a certificate nobody uploaded', { signer: unknown }, 401, 'invalid_client', 700027],
    [
      'by another key under our thumbprint',
      { signer: unknown, header: { 'x5t#S256': ours.thumbprint } },
      401,
      'invalid_client',
      700027,
    ],
    ['by a certificate that has run out', { signer: old }, 401, 'invalid_client', 700027],
  ])('%s is refused with the AADSTS number', async (_, changes, status, error, code) => {
    const answer = await ask({ client_assertion: await assertion(changes) });
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ error, error_codes: [code] });
    expect(answer.body).not.toHaveProperty('access_token');
  });

  it.each<[string, Record<string, string>, number]>([
    ['without its type', { client_assertion_type: '' }, 900144],
    ['of another type', { client_assertion_type: 'urn:ietf:params:oauth:grant-type:saml2-bearer' }, 90023],
    ['beside a secret', { client_secret: 'standin-api-secret' }, 90023],
    ['that is no token', { client_assertion: 'nonsense' }, 50027],
  ])('%s is refused', async (_, form, code) => {
    const answer = await ask({ client_assertion: await assertion(), ...form });
    expect(answer).toMatchObject({ status: 400, body: { error: 'invalid_request', error_codes: [code] } });
  });

  it('without a signature is refused, as is one that is signed with the published key', async () => {
    const [, claims] = (await assertion()).split('.');
    const head = (alg: string) =>
      Buffer.from(JSON.stringify({ alg, typ: 'JWT', 'x5t#S256': ours.thumbprint })).toString('base64url');
    expect((await ask({ client_assertion: `${head('none')}.${claims}.` })).body).toMatchObject({
      error_codes: [50027],
    });
    const hmac = await new SignJWT({ iss: API_CLIENT_ID, sub: API_CLIENT_ID, aud: endpoint() })
      .setProtectedHeader({ alg: 'HS256', 'x5t#S256': ours.thumbprint })
      .sign(Buffer.from(ours.pem));
    expect((await ask({ client_assertion: hmac })).body).toMatchObject({ error_codes: [50027] });
  });

  it('is not the bot’s to use', async () => {
    const { body } = await ask({
      client_id: BOT_ID,
      client_assertion: await assertion({ claims: { iss: BOT_ID, sub: BOT_ID } }),
    });
    expect(body).toMatchObject({ error: 'invalid_client', error_codes: [700027] });
  });
});

test('what is no certificate is not taken', () => {
  expect(() => entra?.registerCertificate(API_CLIENT_ID, ours.keyPem)).toThrow();
});
