import type { App, Tenant } from '../tenants/tenant.ts';
import { EntraRefusal } from './answers.ts';
import type { Certificates } from './certificates.ts';
import { checkAssertion } from './client-assertion.ts';
import { CONNECTOR_AUDIENCE, CONNECTOR_AUTHORITY, GRAPH_AUDIENCE, type Mint } from './tokens.ts';

/** What the token endpoint answers when it agrees. `expires_in` in seconds. */
export interface TokenAnswer {
  readonly token_type: 'Bearer';
  readonly expires_in: number;
  readonly ext_expires_in: number;
  readonly access_token: string;
}

/**
 * `POST /{authority}/oauth2/v2.0/token`: client credentials, by secret or certificate, for Graph or for the connector.
 * Throws EntraRefusal for an unknown authority or client, a wrong secret or assertion, another grant or another resource.
 */
export async function answerToken(
  mint: Mint,
  certificates: Certificates,
  tenant: Tenant,
  authority: string,
  form: URLSearchParams,
): Promise<TokenAnswer> {
  if (authority !== tenant.tenantId && authority !== CONNECTOR_AUTHORITY) {
    throw new EntraRefusal(
      400,
      'invalid_request',
      90002,
      `Tenant '${authority}' not found. Check to make sure you have the correct tenant ID and are signing into the correct cloud.`,
    );
  }
  const grant = needed(form, 'grant_type');
  if (grant !== 'client_credentials') {
    throw new EntraRefusal(
      400,
      'unsupported_grant_type',
      70003,
      `The app requested an unsupported grant type '${grant}'.`,
    );
  }
  const app = clientOf(tenant, form);
  if (form.has('client_assertion')) {
    const issuer = mint.issuer(authority);
    await checkAssertion(form, {
      clientId: app.appId,
      certificates: certificates.of(app.appId),
      audiences: [issuer.replace(/\/v2\.0$/, '/oauth2/v2.0/token'), issuer],
    });
  } else checkSecret(app, form);
  const audience = audienceOf(needed(form, 'scope'));
  const token = await mint.sign(tenant.tenantId, audience, appClaims(tenant, app, audience));
  return { token_type: 'Bearer', expires_in: mint.lifetime(), ext_expires_in: mint.lifetime(), access_token: token };
}

/** Claims of an app's own token: `roles` are the application permissions an administrator consented to. */
export function appClaims(tenant: Tenant, app: App, audience: string): Record<string, unknown> {
  const roles = audience === GRAPH_AUDIENCE ? app.permissions.map((permission) => permission.name) : undefined;
  return {
    appid: app.appId,
    azp: app.appId,
    app_displayname: app.displayName,
    idtyp: 'app',
    oid: `${app.appId.slice(0, 8)}-0000-4000-8000-${app.appId.slice(-12)}`,
    tid: tenant.tenantId,
    ...(roles === undefined ? {} : { roles }),
  };
}

function clientOf(tenant: Tenant, form: URLSearchParams): App {
  const id = needed(form, 'client_id');
  const app = tenant.apps.find((one) => one.appId === id);
  if (app === undefined) {
    throw new EntraRefusal(
      400,
      'unauthorized_client',
      700016,
      `Application with identifier '${id}' was not found in the directory '${tenant.tenantId}'.`,
    );
  }
  return app;
}

function checkSecret(app: App, form: URLSearchParams): void {
  const secret = form.get('client_secret');
  if (secret === null || secret === '') {
    throw new EntraRefusal(
      401,
      'invalid_client',
      7000218,
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  }
  if (secret !== app.secret) {
    throw new EntraRefusal(
      401,
      'invalid_client',
      7000215,
      `Invalid client secret provided. Ensure the secret being sent in the request is the client secret value, not the client secret ID, for a secret added to app '${app.appId}'.`,
    );
  }
}

function audienceOf(scope: string): string {
  if (scope === `${GRAPH_AUDIENCE}/.default`) return GRAPH_AUDIENCE;
  if (scope === `${CONNECTOR_AUDIENCE}/.default`) return CONNECTOR_AUDIENCE;
  if (!scope.endsWith('/.default')) {
    throw new EntraRefusal(
      400,
      'invalid_scope',
      1002012,
      `The provided value for scope ${scope} is not valid. Client credential flows must have a scope value with /.default suffixed to the resource identifier (application ID URI).`,
    );
  }
  const resource = scope.slice(0, -'/.default'.length);
  throw new EntraRefusal(
    400,
    'invalid_resource',
    500011,
    `The resource principal named ${resource} was not found in the tenant.`,
  );
}

function needed(form: URLSearchParams, name: string): string {
  const value = form.get(name);
  if (value === null || value === '') {
    throw new EntraRefusal(
      400,
      'invalid_request',
      900144,
      `The request body must contain the following parameter: '${name}'.`,
    );
  }
  return value;
}
