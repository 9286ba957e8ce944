/** The ways in which Microsoft 365 says no. */
export type GraphTrouble =
  /** Somebody else saved this item meanwhile. */
  | 'Changed'
  /** A unique column holds the value already. */
  | 'Duplicate'
  | 'NotFound'
  /** A list of ours is gone or was renamed by hand. */
  | 'ListGone'
  /** A column of ours is gone or was renamed by hand; `field` names it. */
  | 'ColumnGone'
  /** A filter on a column without an index; `field` names it. */
  | 'NotIndexed'
  /** More items match than one question may touch. */
  | 'TooMany'
  /** Signed in, but without the right on this site, mailbox or person. */
  | 'Forbidden'
  /** The token is missing, foreign or has run out. */
  | 'NotSignedIn'
  | 'Throttled'
  /** No answer, or one that says: later. */
  | 'Unavailable'
  /** A delta token has run out. */
  | 'Gone'
  /** No room is left. */
  | 'Full'
  /** Refused for good: the request itself is wrong. */
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
  /** The column of a duplicate, an unknown field or a missing index. */
  readonly field: string | undefined;
  /** `says`: a sentence for staff where one is known, with what to do. */
  constructor(
    readonly kind: GraphTrouble,
    readonly refusal: Refusal,
    readonly says?: string,
  ) {
    super(`Microsoft 365 answered ${refusal.status || 'nothing'} ${refusal.code ?? ''} (${kind}).`.replace('  ', ' '));
    this.field = duplicateIn(refusal.message) ?? /Field '(\w+)'/.exec(refusal.message ?? '')?.[1];
  }
}

/** The kind of a refusal. A duplicate is known by its wording first: both 400 and 409 are in use for it. */
export function graphTrouble(refusal: Refusal): GraphTroubled {
  return new GraphTroubled(kindOf(refusal), refusal);
}

const byStatus: Readonly<Record<number, GraphTrouble>> = {
  401: 'NotSignedIn',
  403: 'Forbidden',
  404: 'NotFound',
  409: 'Unavailable',
  410: 'Gone',
  412: 'Changed',
  423: 'Unavailable',
  429: 'Throttled',
  507: 'Full',
};

function kindOf({ status, code, message = '' }: Refusal): GraphTrouble {
  if (duplicateIn(message) !== undefined) return 'Duplicate';
  if (status === 409 && code === 'resourceModified') return 'Changed';
  if (status === 422 || /list view threshold|too many resources/i.test(message)) return 'TooMany';
  if (status === 400 && /Field '\w+' is not recognized/i.test(message)) return 'ColumnGone';
  if (status === 400 && /as it is not indexed/i.test(message)) return 'NotIndexed';
  return byStatus[status] ?? (status === 0 || status >= 500 ? 'Unavailable' : 'Refused');
}

function duplicateIn(message: string | undefined): string | undefined {
  return /duplicate values were found in the following field\(s\) in the list: \[([^\]]+)\]/i.exec(message ?? '')?.[1];
}
