import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { State } from './state/state.ts';
import type { AppPermission, Tenant } from './tenants/tenant.ts';

/** A request whose body has been read whole. `path` has no query and is not decoded. */
export interface StandinRequest {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  /** Query as it came, without the question mark. */
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One part of the stand-in: Graph, Entra, connector, host page or control. */
export interface Part {
  readonly name: string;
  /** Answers the request and returns true; false when the request is not this part's. May answer later (waiting GETs). */
  handle(request: StandinRequest, response: ServerResponse): Promise<boolean> | boolean;
  /** The tenant has been emptied and is now this one; the scenario has not been loaded yet. */
  onReset?(tenant: Tenant): void;
  /** The scenario has been loaded: install the bot, greet people. */
  afterScenario?(tenant: Tenant): Promise<void>;
}

/** Who calls Graph: an app registration with the permissions in its token. */
export interface AppCaller {
  readonly appId: string;
  readonly permissions: readonly AppPermission[];
}

/** Entra, as the other parts see it. */
export interface Entra extends Part {
  /** Who this Authorization header speaks for. Throws TokenRefused when it is missing, foreign, expired or for something else. */
  verifyGraphToken(authorization: string | undefined): Promise<AppCaller>;
  /** A token for the app's own API as Teams would get it for this person. Throws when there is no such person. */
  issueUserToken(oid: string, options?: UserTokenOptions): Promise<string>;
  /** A Graph token of this app registration, without asking for its secret. */
  issueGraphToken(appId: string): Promise<string>;
  /** Uploads a certificate (PEM) to an app registration, as an administrator does in the admin centre. Throws when it is none. */
  registerCertificate(appId: string, pem: string): void;
}

/** `authorizedParty` is the `azp` claim; default: Teams' web client. */
export interface UserTokenOptions {
  readonly authorizedParty?: string;
}

/** A token that Graph does not accept; `message` says why. */
export class TokenRefused extends Error {}

/** The school's time in the tenant. */
export interface Clock {
  /** The school's time now, as an instant (`2026-11-24T08:45:00.000Z`). */
  now(): string;
}

/** Settings from the environment. */
export interface StandinConfig {
  readonly dataDir: string;
  readonly port: number;
  /** Where the bot listens, e.g. `http://127.0.0.1:3978/api/messages`. */
  readonly botEndpoint: string;
  /** Where the app's pages are, e.g. `http://localhost:3978`; the tab is at `/tab/`. */
  readonly appUrl: string;
  /** Loads a scenario through Graph; the scenario's name is appended as last argument. Empty: nothing is loaded. */
  readonly scenarioCommand: string;
  /** Scenario of the first start. */
  readonly scenario: string;
}

/** What every part is given when it is made. */
export interface StandinContext {
  readonly state: State;
  readonly clock: Clock;
  readonly config: StandinConfig;
  /** The tenant as it is now; another one after a reset. */
  tenant(): Tenant;
  /** Base URL of the stand-in, e.g. `http://127.0.0.1:3979`, known once it listens. */
  baseUrl(): string;
}
