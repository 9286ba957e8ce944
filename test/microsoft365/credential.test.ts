import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readCredential } from '../../src/microsoft365/credential.ts';
import { daysFromNow, selfSigned } from '../standin/self-signed.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'credential-'));
afterAll(() => rmSync(folder, { recursive: true }));

const put = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};
const good = selfSigned();
const key = put('good.key', good.keyPem);
const certificate = put('good.pem', good.pem);
const hexadecimal = Buffer.from(good.thumbprint, 'base64url').toString('hex').toUpperCase();

const read = (env: Readonly<Record<string, string>>) => readCredential(env, 'API', 'App registration of the API');
function troubles(env: Readonly<Record<string, string>>): readonly string[] {
  const found = read(env);
  return 'troubles' in found ? found.troubles : [];
}

describe('how a registration proves who it is', () => {
  it('is by its secret', () => {
    expect(read({ API_CLIENT_SECRET: ' s ' })).toEqual({ credential: { secret: 's' } });
  });

  it.each([
    ['the certificate’s file', { API_CERTIFICATE: certificate }],
    ['the thumbprint as Entra shows it', { API_CERTIFICATE_THUMBPRINT: hexadecimal }],
    ['the thumbprint as openssl prints it', { API_CERTIFICATE_THUMBPRINT: hexadecimal.replace(/..(?!$)/g, '$&:') }],
    ['the thumbprint as the assertion carries it', { API_CERTIFICATE_THUMBPRINT: good.thumbprint }],
    ['both, where they agree', { API_CERTIFICATE: certificate, API_CERTIFICATE_THUMBPRINT: hexadecimal }],
  ])('is by its key and %s', (_, more) => {
    expect(read({ API_CERTIFICATE_KEY: key, ...more })).toMatchObject({ credential: { thumbprint: good.thumbprint } });
  });

  it('is asked for where nothing is set, with both ways and where to look', () => {
    expect(troubles({ API_CLIENT_SECRET: '  ' })).toEqual([
      'API_CLIENT_SECRET is not set. App registration of the API, Certificates & secrets. Or sign in with a certificate: API_CERTIFICATE_KEY and API_CERTIFICATE.',
    ]);
  });

  const other = selfSigned();
  const old = selfSigned(daysFromNow(-9), daysFromNow(-1));
  it.each<[string, Record<string, string>, string]>([
    [
      'both ways at once',
      { API_CLIENT_SECRET: 's', API_CERTIFICATE_KEY: key },
      'API_CLIENT_SECRET and API_CERTIFICATE_KEY are both set.',
    ],
    ['a certificate without its key', { API_CERTIFICATE: certificate }, 'API_CERTIFICATE_KEY is not set.'],
    ['a key alone', { API_CERTIFICATE_KEY: key }, 'API_CERTIFICATE is not set.'],
    ['a file that is not there', { API_CERTIFICATE_KEY: '/nowhere/k', API_CERTIFICATE: certificate }, 'no such file'],
    [
      'a key that is none',
      { API_CERTIFICATE_KEY: certificate, API_CERTIFICATE: certificate },
      'which cannot be read as an RSA private key (PEM, without a password).',
    ],
    [
      'a key that is too short for Entra',
      { API_CERTIFICATE_KEY: put('short.key', selfSigned(undefined, undefined, 1024).keyPem), API_CERTIFICATE: key },
      'cannot be read as an RSA private key',
    ],
    [
      'a certificate that is none',
      { API_CERTIFICATE_KEY: key, API_CERTIFICATE: key },
      'which cannot be read as a certificate (PEM).',
    ],
    [
      'somebody else’s certificate',
      { API_CERTIFICATE_KEY: key, API_CERTIFICATE: put('other.pem', other.pem) },
      'API_CERTIFICATE_KEY is not the private key of API_CERTIFICATE.',
    ],
    [
      'a certificate that has run out',
      { API_CERTIFICATE_KEY: put('old.key', old.keyPem), API_CERTIFICATE: put('old.pem', old.pem) },
      'Make a new one, and upload it in Entra.',
    ],
    [
      'a thumbprint that is another’s',
      { API_CERTIFICATE_KEY: key, API_CERTIFICATE: certificate, API_CERTIFICATE_THUMBPRINT: other.thumbprint },
      'API_CERTIFICATE_THUMBPRINT is not the thumbprint of API_CERTIFICATE.',
    ],
    [
      'a thumbprint of SHA-1',
      { API_CERTIFICATE_KEY: key, API_CERTIFICATE_THUMBPRINT: hexadecimal.slice(0, 40) },
      'API_CERTIFICATE_THUMBPRINT is not a SHA-256 thumbprint',
    ],
  ])('is refused for %s, in one sentence without the key', (_, env, says) => {
    const found = troubles(env);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(says);
    expect(found[0]).not.toContain('PRIVATE KEY-----');
  });
});
