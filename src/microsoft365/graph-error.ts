/** The few ways in which Microsoft 365 says no. */
export type GraphTrouble =
  | 'Changed'
  | 'Duplicate'
  | 'NotFound'
  | 'Forbidden'
  | 'Throttled'
  | 'Unavailable'
  | 'Gone'
  | 'Refused';

/** What is known of a refusal: status 0 means that no answer came. */
export interface Refusal {
  readonly status: number;
  readonly code?: string;
  readonly message?: string;
  readonly requestId?: string;
}

/** A refusal of Graph by its kind. Its text names columns and codes, never what a record holds. */
export class GraphTroubled extends Error {
  override readonly name = 'GraphTroubled';
  /** The column of a duplicate or of an unknown field. */
  readonly field: string | undefined;
  constructor(
    readonly kind: GraphTrouble,
    readonly refusal: Refusal,
  ) {
    super(`Microsoft 365 answered ${refusal.status || 'nothing'} ${refusal.code ?? ''} (${kind}).`.replace('  ', ' '));
    this.field = duplicateIn(refusal.message) ?? /Field '(\w+)'/.exec(refusal.message ?? '')?.[1];
  }
}

/** The kind of a refusal. A duplicate is known by its wording first: both 400 and 409 are in use for it. */
export function graphTrouble(refusal: Refusal): GraphTroubled {
  return new GraphTroubled(kindOf(refusal), refusal);
}

function kindOf({ status, code, message }: Refusal): GraphTrouble {
  if (duplicateIn(message) !== undefined) return 'Duplicate';
  if (status === 412 || (status === 409 && code === 'resourceModified')) return 'Changed';
  if (status === 404) return 'NotFound';
  if (status === 401 || status === 403) return 'Forbidden';
  if (status === 410) return 'Gone';
  if (status === 429) return 'Throttled';
  return status === 0 || status >= 500 || status === 423 || status === 409 ? 'Unavailable' : 'Refused';
}

function duplicateIn(message: string | undefined): string | undefined {
  return /duplicate values were found in the following field\(s\) in the list: \[([^\]]+)\]/i.exec(message ?? '')?.[1];
}
