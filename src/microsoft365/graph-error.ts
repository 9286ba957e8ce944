/** The few ways in which Graph says no, as far as we act on them differently. */
export type GraphTrouble =
  /** Somebody else saved this: 412, or 409 resourceModified. */
  | 'changed'
  /** A unique column already holds the value; `field` names it. */
  | 'duplicate'
  | 'not-found'
  | 'forbidden'
  | 'signed-out'
  /** 410: start the delta again. */
  | 'gone'
  /** Throttled, down, or no answer: worth trying again. */
  | 'unavailable'
  /** Refused for good: the request breaks a rule of the list. */
  | 'refused';

/** Graph said no. `message` is Graph's own; `requestId` is for support. Neither holds a pupil's name. */
export class GraphError extends Error {
  override readonly name = 'GraphError';
  constructor(
    readonly trouble: GraphTrouble,
    readonly status: number,
    message: string,
    readonly details: {
      readonly requestId?: string;
      readonly retryAfterSeconds?: number;
      readonly field?: string;
    } = {},
  ) {
    super(message);
  }
}

const duplicateWords = /duplicate values were found in the following field\(s\) in the list: \[([^\]]+)\]/;

/** Names an answer of Graph that is not a success. Looks at the wording first, then the code, then the status. */
export function graphErrorOf(
  status: number,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): GraphError {
  const error = errorIn(body);
  const details = { requestId: headers['request-id'], retryAfterSeconds: waitOf(headers) };
  const duplicate = duplicateWords.exec(error.message);
  if (duplicate) return new GraphError('duplicate', status, error.message, { ...details, field: duplicate[1] });
  return new GraphError(troubleOf(status, error.code), status, error.message || `Graph answered ${status}.`, details);
}

function troubleOf(status: number, code: string): GraphTrouble {
  if (status === 412 || code === 'resourceModified') return 'changed';
  if (status === 409 && code === 'nameAlreadyExists') return 'duplicate';
  if (status === 401) return 'signed-out';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not-found';
  if (status === 410) return 'gone';
  if (status === 429 || status >= 500 || status === 423) return 'unavailable';
  return 'refused';
}

/** Seconds to wait: the larger of Retry-After and RateLimit-Reset. */
function waitOf(headers: Readonly<Record<string, string>>): number | undefined {
  const spent = headers['ratelimit-remaining'] === '0' ? Number(headers['ratelimit-reset'] ?? 0) : 0;
  const after = headers['retry-after'];
  const asked = after === undefined ? 0 : /^\d+$/.test(after) ? Number(after) : (Date.parse(after) - Date.now()) / 1000;
  const seconds = Math.max(Number.isFinite(asked) ? asked : 0, spent);
  return seconds > 0 ? seconds : undefined;
}

function errorIn(body: unknown): { code: string; message: string } {
  if (typeof body === 'object' && body !== null && 'error' in body) {
    const { error } = body;
    if (typeof error === 'object' && error !== null) {
      const code = 'code' in error ? String(error.code) : '';
      return { code, message: 'message' in error ? String(error.message) : '' };
    }
  }
  return { code: '', message: '' };
}
