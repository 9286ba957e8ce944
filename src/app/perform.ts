import type { Problem } from '../schema/parse.ts';
import type { Known } from '../school/action.ts';
import type { ChangeResult } from '../school/change.ts';
import type { Finding } from '../school/finding.ts';
import type { World } from './ports.ts';

/** What somebody wants done. */
export interface Wish {
  readonly school?: string;
  readonly action: string;
  readonly input: unknown;
  /** Entra object id, or `clock`. */
  readonly by: string;
  readonly name?: string;
  readonly via: Known['via'];
}

/** What became of it. */
export type Outcome =
  | {
      readonly kind: 'done';
      readonly school: string;
      readonly entry: string;
      readonly results: readonly ChangeResult[];
    }
  /** In the journal; SharePoint lags and it will be carried out. */
  | { readonly kind: 'accepted'; readonly school: string; readonly entry: string }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'forbidden'; readonly says: string }
  | { readonly kind: 'unknown'; readonly says: string };

/** Nothing was written: not even the journal could be reached. Routes answer 503, cards "not saved, press again". */
export class NotSaved extends Error {
  override readonly name = 'NotSaved';
}

/** Does what somebody wants, or says why not: parse, role, needs, decide, journal, carry out. Every write goes through here. */
export async function perform(_world: World, wish: Wish): Promise<Outcome> {
  return { kind: 'unknown', says: `There is no action called ${wish.action}.` };
}
