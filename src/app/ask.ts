import type { Problem } from '../schema/parse.ts';
import type { Instant } from '../school/moment.ts';
import type { World } from './ports.ts';

/** A question: which view, for whom. */
export interface Question {
  /** School key; optional for a person with one school. */
  readonly school?: string;
  readonly view: string;
  readonly params: unknown;
  /** Entra object id of who asks, or `clock` for the app's own rounds and channel cards. */
  readonly by: string;
  /** Display name as the token has it, for people without an assignment. */
  readonly name?: string;
}

/** What the question gets. */
export type Answer =
  | { readonly kind: 'shown'; readonly school: string; readonly asOf: Instant; readonly data: unknown }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'forbidden'; readonly says: string }
  | { readonly kind: 'unknown'; readonly says: string };

/** Answers a question from memory: checks parameters and role, shows the view. Every read goes through here. */
export async function ask(_world: World, question: Question): Promise<Answer> {
  return { kind: 'unknown', says: `There is no view called ${question.view}.` };
}
