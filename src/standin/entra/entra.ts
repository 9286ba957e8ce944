import type { ServerResponse } from 'node:http';
import {
  type AppCaller,
  type Entra,
  type StandinContext,
  type StandinRequest,
  TokenRefused,
  type UserTokenOptions,
} from '../part.ts';
import { API_CLIENT_ID, BOT_ID } from '../tenants/registrations.ts';
import type { Person, Tenant } from '../tenants/tenant.ts';
import { answerJson, EntraRefusal } from './answers.ts';
import { type Certificates, openCertificates } from './certificates.ts';
import { createKeyRing } from './keys.ts';
import { answerToken, appClaims } from './token-endpoint.ts';
import {
  CONNECTOR_AUDIENCE,
  CONNECTOR_AUTHORITY,
  createMint,
  GRAPH_AUDIENCE,
  type Mint,
  TEAMS_WEB_CLIENT,
} from './tokens.ts';

/** What may be set in Entra. */
export interface EntraSettings {
  /** How long a token is good, in seconds on the machine's clock; default an hour. Negative: issued expired. */
  readonly tokenLifetimeSeconds?: number;
}

/** Entra with the two things that only the connector and the host page need. */
export interface FullEntra extends Entra {
  /** The token with which the connector calls the bot. */
  issueConnectorToken(): Promise<string>;
  /** The app id of whoever calls the connector. Throws TokenRefused unless the token is for the connector. */
  verifyConnectorToken(authorization: string | undefined): Promise<string>;
  /** The id token that goes with a person's token in nested app authentication. */
  issueIdToken(oid: string): Promise<string>;
}

/** Entra ID on this machine: token endpoint, published keys, and the tokens that the other parts give out and check. */
export function createEntra(context: StandinContext, settings: EntraSettings = {}): FullEntra {
  const keys = createKeyRing(context.state);
  const certificates = openCertificates(context.state);
  const mint = createMint(keys, context.baseUrl, () => settings.tokenLifetimeSeconds ?? 3600);
  return {
    name: 'entra',
    async handle(request, response) {
      const found = /^\/([^/]+)(\/.+)$/.exec(request.path);
      const [, authority = '', rest = ''] = found ?? [];
      if (rest === '/oauth2/v2.0/token')
        await token(mint, certificates, context.tenant(), authority, request, response);
      else if (rest === '/discovery/v2.0/keys')
        known(authority, context.tenant(), response, () => ({ keys: [keys(authority).jwk] }));
      else if (rest === '/v2.0/.well-known/openid-configuration')
        known(authority, context.tenant(), response, () => configuration(context.baseUrl(), authority, mint));
      else return false;
      return true;
    },
    async verifyGraphToken(authorization) {
      const claims = await check(mint, context.tenant().tenantId, GRAPH_AUDIENCE, authorization);
      return callerOf(context.tenant(), claims);
    },
    async verifyConnectorToken(authorization) {
      const claims = await check(mint, context.tenant().tenantId, CONNECTOR_AUDIENCE, authorization);
      return String(claims.appid);
    },
    async issueUserToken(oid, options = {}) {
      const tenant = context.tenant();
      return await mint.sign(tenant.tenantId, API_CLIENT_ID, userClaims(tenant, personOf(tenant, oid), options));
    },
    async issueIdToken(oid) {
      const tenant = context.tenant();
      const person = personOf(tenant, oid);
      return await mint.sign(tenant.tenantId, API_CLIENT_ID, whoIs(tenant, person));
    },
    async issueGraphToken(appId) {
      const tenant = context.tenant();
      const app = tenant.apps.find((one) => one.appId === appId);
      if (app === undefined) throw new Error(`No app registration ${appId} in tenant ${tenant.name}.`);
      return await mint.sign(tenant.tenantId, GRAPH_AUDIENCE, appClaims(tenant, app, GRAPH_AUDIENCE));
    },
    registerCertificate: certificates.register,
    async issueConnectorToken() {
      return await mint.sign(CONNECTOR_AUTHORITY, BOT_ID, { serviceurl: context.baseUrl() });
    },
  };
}

async function token(
  mint: Mint,
  certificates: Certificates,
  tenant: Tenant,
  authority: string,
  request: StandinRequest,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method !== 'POST') {
      throw new EntraRefusal(400, 'invalid_request', 900561, 'The endpoint only accepts POST requests.');
    }
    const form = new URLSearchParams(request.body.toString('utf8'));
    answerJson(response, 200, await answerToken(mint, certificates, tenant, authority, form));
  } catch (error) {
    if (!(error instanceof EntraRefusal)) throw error;
    answerJson(response, error.status, error.body());
  }
}

function known(authority: string, tenant: Tenant, response: ServerResponse, body: () => unknown): void {
  if (authority === tenant.tenantId || authority === CONNECTOR_AUTHORITY) {
    answerJson(response, 200, body());
  } else {
    const refusal = new EntraRefusal(400, 'invalid_tenant', 90002, `Tenant '${authority}' not found.`);
    answerJson(response, 400, refusal.body());
  }
}

function configuration(base: string, authority: string, mint: Mint): Record<string, unknown> {
  return {
    issuer: mint.issuer(authority),
    token_endpoint: `${base}/${authority}/oauth2/v2.0/token`,
    authorization_endpoint: `${base}/${authority}/oauth2/v2.0/authorize`,
    jwks_uri: `${base}/${authority}/discovery/v2.0/keys`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code', 'id_token', 'token'],
    subject_types_supported: ['pairwise'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    tenant_region_scope: 'EU',
  };
}

async function check(
  mint: Mint,
  authority: string,
  audience: string,
  authorization: string | undefined,
): Promise<Record<string, unknown>> {
  const [, bearer] = /^Bearer\s+(\S+)$/i.exec(authorization ?? '') ?? [];
  if (bearer === undefined) throw new TokenRefused('Access token is empty.');
  try {
    return await mint.verify(bearer, authority, audience);
  } catch (error) {
    throw new TokenRefused(error instanceof Error ? error.message : 'CompactToken parsing failed.');
  }
}

function callerOf(tenant: Tenant, claims: Record<string, unknown>): AppCaller {
  const app = tenant.apps.find((one) => one.appId === claims.appid);
  if (app === undefined) throw new TokenRefused('The identity of the calling application could not be established.');
  const roles = new Set(Array.isArray(claims.roles) ? claims.roles : []);
  return { appId: app.appId, permissions: app.permissions.filter((permission) => roles.has(permission.name)) };
}

function personOf(tenant: Tenant, oid: string): Person {
  const person = tenant.people.find((one) => one.id === oid);
  if (person === undefined) throw new Error(`No person ${oid} in tenant ${tenant.name}.`);
  return person;
}

function whoIs(tenant: Tenant, person: Person): Record<string, unknown> {
  return {
    tid: tenant.tenantId,
    oid: person.id,
    sub: person.id,
    name: person.displayName,
    preferred_username: person.userPrincipalName,
  };
}

function userClaims(tenant: Tenant, person: Person, options: UserTokenOptions): Record<string, unknown> {
  return { ...whoIs(tenant, person), scp: 'access', azp: options.authorizedParty ?? TEAMS_WEB_CLIENT, azpacr: '0' };
}
