import type { State } from '../state/state.ts';

/** Limits and answer variants, because they differ between tenants, change over time or are not documented. */
export interface Settings {
  /** Most items one filter predicate may match. */
  readonly threshold: number;
  /** Items to a page when `$top` is not given. */
  readonly pageSize: number;
  /** Most indexed columns on one list. */
  readonly maxIndexes: number;
  /** A list with more items than this takes no new index. */
  readonly lateIndexLimit: number;
  /** How a broken unique column is answered. */
  readonly uniqueViolation: '400' | '409';
  /** How a stale ETag is answered. */
  readonly staleEtag: '412' | '409';
  /** How a transactionId that was used before is answered. */
  readonly duplicateTransaction: '400' | '409';
  /** An item that has earlier versions comes twice in a delta page: an earlier version, later the present one. */
  readonly deltaDuplicates: boolean;
  /** Delta pages list the latest change first. */
  readonly deltaOutOfOrder: boolean;
  /** Life of a delta token in seconds of the machine's clock. */
  readonly deltaLifetime: number;
  /** Whether an app with Sites.Selected may call items/delta. */
  readonly deltaForSelected: boolean;
  /** Resource units an app may spend in a minute. */
  readonly unitsPerMinute: number;
  /** Whether a 429 says when to come back. */
  readonly retryAfterHeader: boolean;
  /** Every write fails as on a full disk. */
  readonly diskFull: boolean;
}

/** The values that hold when nothing else has been set. */
export const usualSettings: Settings = {
  threshold: 5000,
  pageSize: 200,
  maxIndexes: 20,
  lateIndexLimit: 20_000,
  uniqueViolation: '400',
  staleEtag: '412',
  duplicateTransaction: '400',
  deltaDuplicates: false,
  deltaOutOfOrder: false,
  deltaLifetime: 30 * 24 * 3600,
  deltaForSelected: true,
  unitsPerMinute: 1250,
  retryAfterHeader: true,
  diskFull: false,
};

const variants: Readonly<Record<string, readonly string[]>> = {
  uniqueViolation: ['400', '409'],
  staleEtag: ['412', '409'],
  duplicateTransaction: ['400', '409'],
};

/** The settings in force. */
export function readSettings(state: State): Settings {
  return { ...usualSettings, ...state.get<Partial<Settings>>('settings') };
}

/** Changes some settings and keeps them. Returns what is wrong, or nothing. */
export function changeSettings(state: State, changes: Readonly<Record<string, unknown>>): string | undefined {
  const usual: Readonly<Record<string, unknown>> = { ...usualSettings };
  for (const [name, value] of Object.entries(changes)) {
    if (!(name in usual)) return `There is no setting "${name}".`;
    if (typeof value !== typeof usual[name]) return `The setting "${name}" takes a ${typeof usual[name]}.`;
    const allowed = variants[name];
    if (allowed && !allowed.includes(String(value))) return `The setting "${name}" takes ${allowed.join(' or ')}.`;
  }
  state.set('settings', { ...state.get<Partial<Settings>>('settings'), ...changes });
  return undefined;
}
