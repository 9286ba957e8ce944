import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { provisionSettings } from '../../src/provision/settings.ts';
import { ConfigTrouble, readConfig } from '../../src/server/config.ts';
import { selfSigned } from '../standin/self-signed.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'config-'));
afterAll(() => rmSync(folder, { recursive: true }));
const { keyPem, pem, thumbprint } = selfSigned();
const key = path.join(folder, 'api.key');
const certificate = path.join(folder, 'api.pem');
writeFileSync(key, keyPem);
writeFileSync(certificate, pem);

const set = { TENANT_ID: 't', API_CLIENT_ID: 'a', BOT_ID: 'b', BOT_SECRET: 's', SITES: '[]' };

function troubles(env: Readonly<Record<string, string>>): readonly string[] {
  try {
    readConfig(env);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigTrouble)) throw error;
    return error.sentences;
  }
}

describe('what the server is told from outside', () => {
  it('holds the API’s secret or its certificate', () => {
    expect(readConfig({ ...set, API_CLIENT_SECRET: 's' }).api.credential).toEqual({ secret: 's' });
    const withCertificate = readConfig({ ...set, API_CERTIFICATE_KEY: key, API_CERTIFICATE: certificate });
    expect(withCertificate.api.credential).toMatchObject({ thumbprint });
  });

  it('keeps it from starting when neither or both are there, said beside all else that is missing', () => {
    const neither = troubles({ ...set, TENANT_ID: '' });
    expect(neither).toHaveLength(2);
    expect(neither[0]).toContain('TENANT_ID is not set.');
    expect(neither[1]).toContain('API_CLIENT_SECRET is not set.');
    expect(neither[1]).toContain('Or sign in with a certificate: API_CERTIFICATE_KEY and API_CERTIFICATE.');
    const both = troubles({ ...set, API_CLIENT_SECRET: 's', API_CERTIFICATE_KEY: key, API_CERTIFICATE: certificate });
    expect(both).toEqual([
      'API_CLIENT_SECRET and API_CERTIFICATE_KEY are both set. Keep one, and take the other away in Entra too.',
    ]);
  });
});

describe('what the command line is told', () => {
  const given = { TENANT_ID: 't', PROVISION_CLIENT_ID: 'p', SITES: '@sites.json' };
  it('takes a secret or a certificate, and asks for one of them', () => {
    expect(provisionSettings({ ...given, PROVISION_CLIENT_SECRET: 's' }).sitesFile).toBe('sites.json');
    const certified = { ...given, PROVISION_CERTIFICATE_KEY: key, PROVISION_CERTIFICATE: certificate };
    expect(provisionSettings(certified).sitesFile).toBe('sites.json');
    expect(() => provisionSettings(given)).toThrow('PROVISION_CLIENT_SECRET is not set.');
    expect(() => provisionSettings({ ...certified, PROVISION_CLIENT_SECRET: 's' })).toThrow('are both set');
  });
});
