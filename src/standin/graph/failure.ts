/** A refusal as Graph words it: status, code and message, sometimes an inner code and headers such as Retry-After. */
export class GraphFailure extends Error {
  readonly status: number;
  readonly code: string;
  readonly inner: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(status: number, code: string, message: string, more: FailureDetails = {}) {
    super(message);
    this.status = status;
    this.code = code;
    this.inner = more.inner;
    this.headers = more.headers ?? {};
    this.extra = more.extra ?? {};
  }
}

/** `extra` is put beside code and message; `inner` is the inner error's code. */
export interface FailureDetails {
  readonly inner?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly extra?: Readonly<Record<string, unknown>>;
}

/** The request cannot be understood or breaks a rule of the list. */
export function invalid(message: string): GraphFailure {
  return new GraphFailure(400, 'invalidRequest', message);
}

/** SharePoint's "not there", also for what one may not know about. */
export function notFound(message = 'The resource could not be found.'): GraphFailure {
  return new GraphFailure(404, 'itemNotFound', message);
}

/** The token or the grant does not cover this. */
export function denied(message = 'Access denied'): GraphFailure {
  return new GraphFailure(403, 'accessDenied', message);
}

/** Exchange's "not there". */
export function mailboxItemNotFound(): GraphFailure {
  return new GraphFailure(404, 'ErrorItemNotFound', 'The specified object was not found in the store.');
}

/** Graph's error body, with the request's ids. */
export function errorBody(failure: GraphFailure, ids: RequestIds): unknown {
  const innerError = {
    ...(failure.inner === undefined ? {} : { code: failure.inner }),
    date: ids.date,
    'request-id': ids.requestId,
    'client-request-id': ids.clientRequestId,
  };
  return { error: { code: failure.code, message: failure.message, ...failure.extra, innerError } };
}

/** What every answer of Graph carries so that support can find the request. `date` has no zone, as Graph writes it. */
export interface RequestIds {
  readonly date: string;
  readonly requestId: string;
  readonly clientRequestId: string;
}
