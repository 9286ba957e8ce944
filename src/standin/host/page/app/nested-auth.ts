import type { Person } from '../wire.ts';
import { Refused, send } from '../wire.ts';

/** What the host's bridge knows of whoever signs in through it. */
export interface Signed {
  readonly person: Person;
  readonly tenantId: string;
  /** Host name of the authority, part of MSAL's account. */
  readonly environment: string;
}

interface BridgeRequest {
  readonly messageType: string;
  readonly method: string;
  readonly requestId: string;
  readonly tokenParams?: { readonly clientId?: string; readonly scope?: string };
}

interface Issued {
  readonly token: string;
  readonly idToken: string;
  readonly scope: string;
  readonly expiresIn: number;
}

/** Answers one message of MSAL's nested app authentication bridge with the stand-in's tokens for the person signed in. */
export async function answerBridge(data: string, signed: Signed): Promise<string> {
  const request: BridgeRequest = JSON.parse(data);
  const answer = (rest: object) =>
    JSON.stringify({ messageType: 'NestedAppAuthResponse', requestId: request.requestId, ...rest });
  switch (request.method) {
    case 'GetInitContext':
      return answer({
        success: true,
        initContext: {
          sdkName: 'standin',
          sdkVersion: '1.0.0',
          capabilities: {},
          accountContext: accountContext(signed),
        },
      });
    case 'GetToken':
    case 'GetTokenPopup':
      return answer(await token(request, signed));
    default:
      return answer({
        success: false,
        error: { status: 'NESTED_APP_AUTH_UNAVAILABLE', description: `${request.method} is not played here.` },
      });
  }
}

async function token(request: BridgeRequest, signed: Signed): Promise<object> {
  try {
    const { clientId, scope } = request.tokenParams ?? {};
    const issued = await send<Issued>('/host/token', { user: signed.person.id, nested: { clientId, scope } });
    return {
      success: true,
      token: {
        access_token: issued.token,
        id_token: issued.idToken,
        expires_in: issued.expiresIn,
        scope: issued.scope,
        properties: null,
      },
      account: {
        ...accountContext(signed),
        localAccountId: signed.person.id,
        username: signed.person.mail,
        name: signed.person.displayName,
      },
    };
  } catch (error) {
    const description = error instanceof Error ? error.message : 'No token.';
    return {
      success: false,
      error: { status: error instanceof Refused ? 'PERSISTENT_ERROR' : 'NO_NETWORK', description },
    };
  }
}

function accountContext({ person, tenantId, environment }: Signed) {
  return { homeAccountId: `${person.id}.${tenantId}`, environment, tenantId };
}
