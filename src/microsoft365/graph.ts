import {
  Client,
  type Context,
  GraphError,
  type GraphRequest,
  HTTPMessageHandler,
  type Middleware,
  ResponseType,
} from '@microsoft/microsoft-graph-client';
import { GraphTroubled, graphTrouble } from './graph-error.ts';
import { repeatWait } from './throttle.ts';

/** What a connection needs. */
export interface GraphConnection {
  /** Base URL without version, such as `https://graph.microsoft.com`. */
  readonly graphUrl: string;
  readonly token: () => Promise<string>;
  /** Such as `NONISV|Trust|AP/1.0`, as SharePoint asks apps to say. */
  readonly userAgent: string;
  /** Seconds that one call may take with all its repeats; default 20. */
  readonly patienceSeconds?: number;
}

/** Graph, for the few verbs we use. Paths begin after `/v1.0`. All throw GraphTroubled. */
export interface Graph {
  get(path: string): Promise<unknown>;
  post(path: string, body: unknown): Promise<unknown>;
  patch(path: string, body: unknown, ifMatch?: string): Promise<unknown>;
  delete(path: string): Promise<void>;
  /** Puts a file's content; `type` is its media type. */
  putBytes(path: string, content: Uint8Array, type: string): Promise<unknown>;
  /** A file's content; follows the redirect to where SharePoint hands it out. */
  getBytes(path: string): Promise<Uint8Array>;
  /** The same Graph, each of whose calls says what it prefers, such as `IdType="ImmutableId"`. */
  preferring(prefer: string): Graph;
  /** Each page's body in turn; follows next links. */
  pages(path: string): AsyncGenerator<Readonly<Record<string, unknown>>>;
  /** The same from a first page that is at hand. */
  pagesAfter(first: Readonly<Record<string, unknown>>): AsyncGenerator<Readonly<Record<string, unknown>>>;
  /** A link that Graph gave, as a path. */
  pathOf(link: string): string;
  /** Resource units (sp-dev-docs, throttling) and requests so far. */
  cost(): { readonly requests: number; readonly units: number };
  /** Counts a part of a batch. */
  count(units: number): void;
  /** Graph said in a part of a batch when to come back: until then (machine's milliseconds) calls that cannot wait so long give up at once. */
  rest(until: number): void;
}

/** Connects to Graph: token, patience with throttling, paging and errors in one place. */
export function connectGraph(connection: GraphConnection): Graph {
  const root = `${connection.graphUrl}/v1.0`;
  let requests = 0;
  let units = 0;
  const quiet = { until: 0 };
  const client = Client.initWithMiddleware({
    baseUrl: connection.graphUrl,
    middleware: [
      signInHandler(connection),
      throttleHandler((connection.patienceSeconds ?? 20) * 1000, quiet),
      new HTTPMessageHandler(),
    ],
  });
  async function asked<T>(cost: number, call: () => Promise<T>): Promise<T> {
    requests += 1;
    units += cost;
    try {
      // Asked here first, as the client would bury a refused sign-in in an error of its own. The token is kept, so it costs nothing.
      await connection.token();
      return await call();
    } catch (error) {
      throw troubleOf(error);
    }
  }
  const pathOf = (link: string) => (link.startsWith(root) ? link.slice(root.length) : link);
  const means: Means = {
    asked,
    pathOf,
    at: (path, headers) => client.api(path).headers(headers),
    cost: () => ({ requests, units }),
    count(more) {
      units += more;
    },
    rest(until) {
      quiet.until = Math.max(quiet.until, until);
    },
  };
  return verbs(means, {});
}

interface Means extends Pick<Graph, 'pathOf' | 'cost' | 'count' | 'rest'> {
  readonly asked: <T>(cost: number, call: () => Promise<T>) => Promise<T>;
  readonly at: (path: string, headers: Readonly<Record<string, string>>) => GraphRequest;
}

function verbs({ asked, at, ...means }: Means, headers: Readonly<Record<string, string>>): Graph {
  const get = (path: string): Promise<unknown> => asked(unitsOf('GET', path), () => at(path, headers).get());
  async function* pagesAfter(first: Readonly<Record<string, unknown>>) {
    let body = first;
    for (;;) {
      yield body;
      const link: unknown = body['@odata.nextLink'];
      if (typeof link !== 'string') return;
      body = Object(await get(means.pathOf(link)));
    }
  }
  return {
    ...means,
    get,
    post: (path, body) => asked(path === '/$batch' ? 0 : 2, () => at(path, headers).post(body)),
    patch: (path, body, ifMatch) =>
      asked(2, () => at(path, { ...headers, ...(ifMatch ? { 'If-Match': ifMatch } : {}) }).patch(body)),
    delete: (path) => asked(2, async () => void (await at(path, headers).delete())),
    putBytes: (path, content, type) =>
      asked(2, () => at(path, { ...headers, 'Content-Type': type }).put(Buffer.from(content))),
    getBytes: (path) =>
      asked(1, async () => {
        const content: ArrayBuffer = await at(path, headers).responseType(ResponseType.ARRAYBUFFER).get();
        return new Uint8Array(content);
      }),
    preferring: (prefer) => verbs({ asked, at, ...means }, { ...headers, Prefer: prefer }),
    async *pages(path) {
      yield* pagesAfter(Object(await get(path)));
    },
    pagesAfter,
  };
}

/** Resource units of one request (sp-dev-docs, throttling): a delta with its token or a next page costs 1, others 2. */
export function unitsOf(method: string, path: string): number {
  return method === 'GET' && /[?&](token|\$skiptoken)=/.test(path) ? 1 : 2;
}

function signInHandler({ token, userAgent }: GraphConnection): Middleware {
  return chained(async (context, next) => {
    const headers = new Headers(context.options?.headers);
    headers.set('Authorization', `Bearer ${await token()}`);
    headers.set('User-Agent', userAgent);
    headers.set('client-request-id', crypto.randomUUID());
    context.options = { ...context.options, headers };
    await next(context);
  });
}

/**
 * Waits and repeats where Graph asks for it. Where the wait is longer than a call's patience, the call gives up, and the
 * others give up at once until that time: asking a service that has said when to come back only costs more. A POST whose answer was lost is not repeated: it may have taken effect. */
function throttleHandler(patience: number, quiet: { until: number }): Middleware {
  return chained(async (context, next) => {
    const until = Date.now() + patience;
    if (quiet.until > until) {
      context.response = Response.json({ error: { code: 'activityLimitReached' } }, { status: 429 });
      return;
    }
    if (quiet.until > Date.now()) await new Promise((resolve) => setTimeout(resolve, quiet.until - Date.now()));
    const method = context.options?.method ?? 'GET';
    for (let tries = 1; ; tries++) {
      context.options = { ...context.options, signal: AbortSignal.timeout(Math.max(1000, until - Date.now())) };
      await next(context);
      const wait = context.response && repeatWait(context.response.status, context.response.headers, method, tries);
      if (wait !== undefined && Date.now() + wait > until) quiet.until = Math.max(quiet.until, Date.now() + wait);
      if (wait === undefined || Date.now() + wait > until) return;
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  });
}

function chained(work: (context: Context, next: (context: Context) => Promise<void>) => Promise<void>): Middleware {
  let next: Middleware | undefined;
  return {
    execute: (context) => work(context, async (given) => await next?.execute(given)),
    setNext(given) {
      next = given;
    },
  };
}

function troubleOf(error: unknown): GraphTroubled {
  if (error instanceof GraphTroubled) return error;
  if (!(error instanceof GraphError)) return graphTrouble({ status: 0 });
  const { code, message, requestId } = error;
  return graphTrouble({
    status: Math.max(0, error.statusCode),
    code: code ?? undefined,
    message,
    requestId: requestId ?? undefined,
  });
}
