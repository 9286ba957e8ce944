import { Client, type Context, HTTPMessageHandler, type Middleware } from '@microsoft/microsoft-graph-client';
import { GraphError, graphErrorOf } from './graph-error.ts';
import type { TokenSource } from './sign-in.ts';

/** Where Graph is and who asks. */
export interface GraphConnection {
  /** Base URL without the version, such as `https://graph.microsoft.com`. */
  readonly url: string;
  readonly token: TokenSource;
  /** Milliseconds after which we stop trying again; default 15 s. */
  readonly patienceMs?: number;
}

/** An answer of Graph: body and the item's ETag where there is one. */
export type GraphBody = Readonly<Record<string, unknown>>;

/** The one way to Graph: signs in, waits as told, names errors, counts what it costs. */
export interface Graph {
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<GraphBody>;
  post(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<GraphBody>;
  patch(path: string, body: unknown, headers?: Readonly<Record<string, string>>): Promise<GraphBody>;
  delete(path: string): Promise<void>;
  /** Follows `@odata.nextLink` to the end. Gives all values and the delta link, if there was one. */
  pages(path: string): Promise<{ readonly value: readonly GraphBody[]; readonly deltaLink?: string }>;
  /** Requests made since the start. */
  readonly requests: () => number;
}

/** Connects to Graph through Microsoft's client, with our own sign-in and throttle handlers in its chain. */
export function connectGraph(connection: GraphConnection): Graph {
  let requests = 0;
  const version = `${connection.url}/v1.0`;
  const http = new HTTPMessageHandler();
  const counting: Middleware = {
    async execute(context) {
      requests += 1;
      await http.execute(context);
    },
  };
  const throttle = throttleHandler(connection.patienceMs ?? 15_000, counting);
  const client = Client.initWithMiddleware({
    middleware: signInHandler(connection, throttle),
    baseUrl: `${connection.url}/`,
  });

  async function send(
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<GraphBody> {
    try {
      const request = client
        .api(path.startsWith(version) ? path.slice(version.length) : path)
        .version('v1.0')
        .headers({ ...headers });
      const answer: unknown = await (method === 'get'
        ? request.get()
        : method === 'delete'
          ? request.delete()
          : request[method](body));
      return typeof answer === 'object' && answer !== null ? { ...answer } : {};
    } catch (error) {
      throw named(error);
    }
  }

  return {
    get: (path, headers) => send('get', path, undefined, headers),
    post: (path, body, headers) => send('post', path, body, headers),
    patch: (path, body, headers) => send('patch', path, body, headers),
    async delete(path) {
      await send('delete', path);
    },
    async pages(path) {
      const value: GraphBody[] = [];
      let next: string | undefined = path;
      let deltaLink: string | undefined;
      while (next !== undefined) {
        const page: GraphBody = await send('get', next);
        if (Array.isArray(page.value)) value.push(...page.value);
        next = typeof page['@odata.nextLink'] === 'string' ? page['@odata.nextLink'] : undefined;
        deltaLink = typeof page['@odata.deltaLink'] === 'string' ? page['@odata.deltaLink'] : deltaLink;
      }
      return { value, deltaLink };
    },
    requests: () => requests,
  };
}

function named(error: unknown): GraphError {
  if (error instanceof GraphError) return error;
  if (typeof error === 'object' && error !== null && 'statusCode' in error) {
    const { statusCode, message, code } = error as { statusCode: number; message?: string; code?: string };
    if (statusCode > 0) return graphErrorOf(statusCode, { error: { code: code ?? '', message: message ?? '' } });
  }
  return new GraphError('unavailable', 0, 'Microsoft 365 does not answer.');
}

/** Puts the bearer token on every request; asks once for a fresh one when Graph does not take it. */
function signInHandler(connection: GraphConnection, next: Middleware): Middleware {
  const sign = async (context: Context, fresh: boolean) => {
    const token = await connection.token({ fresh });
    const headers = new Headers(context.options?.headers as HeadersInit | undefined);
    headers.set('Authorization', `Bearer ${token}`);
    headers.set('User-Agent', 'NONISV|AlternativeProvision|App/1.0');
    context.options = { ...context.options, headers: Object.fromEntries(headers) };
  };
  return {
    async execute(context) {
      await sign(context, false);
      await next.execute(context);
      if (context.response?.status !== 401) return;
      await sign(context, true);
      await next.execute(context);
    },
  };
}

/**
 * Waits as Graph says (Retry-After, RateLimit-Reset) and tries again. Creates are tried again only where they were
 * refused unread (429, 503): after 504 or a lost answer they may have taken effect, so the caller looks first.
 */
function throttleHandler(patienceMs: number, next: Middleware): Middleware {
  return {
    async execute(context) {
      const until = Date.now() + patienceMs;
      for (let attempt = 0; ; attempt++) {
        const lost = await next.execute(context).then(
          () => undefined,
          (error: unknown) => error ?? new Error('lost'),
        );
        const status = lost ? 0 : (context.response?.status ?? 0);
        const method = context.options?.method ?? 'GET';
        const again = status === 429 || status === 503 || (method === 'GET' && (lost !== undefined || status >= 500));
        const wait = waitBefore(attempt, context.response);
        if (!again || Date.now() + wait > until) {
          if (lost) throw new GraphError('unavailable', 0, 'Microsoft 365 does not answer.');
          return;
        }
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
    },
  };
}

function waitBefore(attempt: number, response: Response | undefined): number {
  const named = response
    ? graphErrorOf(response.status, {}, Object.fromEntries(response.headers)).details.retryAfterSeconds
    : undefined;
  return named === undefined ? Math.min(8_000, 300 * 2 ** attempt) * (0.75 + Math.random() / 2) : named * 1000;
}
