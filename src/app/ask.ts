import { type Problem, parse } from '../schema/parse.ts';
import type { Instant } from '../school/moment.ts';
import { views } from '../school/views.ts';
import { schoolFor, seenBy } from './facts.ts';
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

const OLDEST_SECONDS = 30;

/** Answers a question from memory: checks parameters and role, shows the view. Every read goes through here. */
export async function ask(world: World, question: Question): Promise<Answer> {
  const view = Object.hasOwn(views, question.view) ? views[question.view] : undefined;
  if (!view) return { kind: 'unknown', says: `There is no view called ${question.view}.` };
  const found = schoolFor(world, question.school, question.by);
  if ('says' in found) return found;
  const { school } = found;
  if (school.store.ageSeconds() > OLDEST_SECONDS) await school.store.sync(view.needs).catch(() => undefined);
  const seen = seenBy(world, school, question.by, question.name);
  const may =
    question.by === 'clock' || view.roles === 'anyone' || seen.by.roles.some((role) => view.roles.includes(role));
  if (!may) {
    const says =
      seen.by.roles.length === 0
        ? 'You have no role in this school. Ask your AP leader.'
        : 'Your role may not see this.';
    return { kind: 'forbidden', says };
  }
  const params = parse(view.params, question.params);
  if (!params.ok) return { kind: 'problems', problems: params.problems };
  const data = view.show(seen, params.value);
  const asOf = new Date(Date.parse(seen.now.instant) - school.store.ageSeconds() * 1000).toISOString();
  return { kind: 'shown', school: school.key, asOf: `${asOf.slice(0, 19)}Z`, data };
}
