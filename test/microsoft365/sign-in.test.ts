import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connectGraph } from '../../src/microsoft365/graph.ts';
import { GraphTroubled } from '../../src/microsoft365/graph-error.ts';
import { signIn } from '../../src/microsoft365/sign-in.ts';
import { selfSigned } from '../standin/self-signed.ts';
import { API_CLIENT_ID, TENANT_ID } from '../standin/small-standin.ts';
import { openTrial, type Trial } from '../standin/trial.ts';

const certificate = selfSigned();
const scope = 'https://graph.microsoft.com/.default';

let trial: Trial;
beforeAll(async () => {
  trial = await openTrial();
}, 60_000);
afterAll(() => trial.stop());

const registration = (authorityUrl: string) => ({
  authorityUrl,
  tenantId: TENANT_ID,
  clientId: API_CLIENT_ID,
  credential: certificate,
  scope,
});

describe('signing in with a certificate', () => {
  it('is refused until the certificate is uploaded, and then opens what the app may open', async () => {
    const token = signIn(registration(trial.standin.url));
    const graph = connectGraph({ graphUrl: trial.standin.url, token, userAgent: 'NONISV|Test|Test/1.0' });
    const refused = await graph.get(`/sites/${trial.site}`).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(GraphTroubled);
    expect(refused).toMatchObject({ kind: 'NotSignedIn', refusal: { status: 401, code: 'AADSTS700027' } });
    const upload = { app: API_CLIENT_ID, certificate: certificate.pem };
    expect((await trial.control('POST', '/certificates', upload)).status).toBe(200);
    expect(await graph.get(`/sites/${trial.site}`)).toMatchObject({ id: trial.site });
  });

  it('is refused for good as one sign-in, whatever number Entra has for it, and waits where Entra is away', async () => {
    const nobody = signIn({ ...registration(trial.standin.url), clientId: TENANT_ID });
    await expect(nobody()).rejects.toMatchObject({ kind: 'NotSignedIn', refusal: { code: 'AADSTS700016' } });
    await trial.control('POST', '/faults', { match: 'POST /*/oauth2/v2.0/token', status: 503, times: 1 });
    await expect(signIn(registration(trial.standin.url))()).rejects.toMatchObject({ kind: 'Unavailable' });
    await expect(signIn(registration('http://127.0.0.1:9'))()).rejects.toMatchObject({ kind: 'Unavailable' });
  });

  it('sends a new statement each time: by and about the app, for this door, for ten minutes at most, and no secret', async () => {
    const heard: URLSearchParams[] = [];
    const door = createServer(async (request, response) => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece);
      heard.push(new URLSearchParams(Buffer.concat(pieces).toString()));
      response.end(JSON.stringify({ access_token: 'a', expires_in: 300 }));
    });
    await new Promise<void>((done) => door.listen(0, '127.0.0.1', done));
    const { port } = door.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}`;
    const token = signIn(registration(url));
    await token();
    await token();
    await new Promise((done) => door.close(done));
    const [first, second] = heard.map((form) => form.get('client_assertion') ?? '');
    expect(heard).toHaveLength(2);
    expect(heard[0]?.has('client_secret')).toBe(false);
    expect(heard[0]?.get('client_assertion_type')).toBe('urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
    expect(decodeProtectedHeader(first ?? '')).toEqual({
      alg: 'PS256',
      typ: 'JWT',
      'x5t#S256': certificate.thumbprint,
    });
    const claims = decodeJwt(first ?? '');
    expect(claims).toMatchObject({
      iss: API_CLIENT_ID,
      sub: API_CLIENT_ID,
      aud: `${url}/${TENANT_ID}/oauth2/v2.0/token`,
    });
    const life = Number(claims.exp) - Number(claims.nbf);
    expect(life).toBeGreaterThan(0);
    expect(life).toBeLessThanOrEqual(600);
    expect(decodeJwt(second ?? '').jti).not.toBe(claims.jti);
  });
});
