import type { Problem } from '../../schema/parse.ts';
import type { ChangeResult } from '../../school/change.ts';
import type { Finding } from '../../school/finding.ts';
import type { TokenSource } from '../host/token.ts';

/** What went wrong outside the school's rules: a sentence for staff, the request id for support. */
export interface Trouble {
  readonly says: string;
  readonly requestId?: string;
}

/** A view's data and when the app knew it. */
export interface Shown<D> {
  readonly asOf: string;
  /** Seconds since it was known to be so; absent while it is at most half a minute. */
  readonly ageSeconds?: number;
  readonly data: D;
}

/** What became of a wish. `accepted`: it is in the journal; Microsoft 365 is slow, or it waits and can be undone until an instant. */
export type Outcome =
  | { readonly kind: 'done'; readonly entry: string; readonly results: readonly ChangeResult[] }
  | { readonly kind: 'accepted'; readonly entry: string; readonly undoUntil?: string }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** Parameters of a view: opaque ids and dates only, since they stand in the address. */
export type Params = Readonly<Record<string, string | undefined>>;

/** Our app's API for one signed-in person. */
export interface Api {
  show<D>(view: string, params: Params): Promise<Shown<D>>;
  /** Asks for a view before the screen that shows it is there; its first `show` within a few seconds takes this answer. */
  ahead(view: string): void;
  act(action: string, input: unknown): Promise<Outcome>;
}

/** Thrown by `show`: carries the trouble in words. */
export class NotShown extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.says);
    this.trouble = trouble;
  }
}

const silence: Trouble = { says: 'The app cannot be reached. Check the connection; this page tries again by itself.' };

/** Speaks to the API with the host's token; a 401 is tried once more with a fresh one. */
export function apiWith(token: TokenSource): Api {
  async function send(path: string, init: RequestInit): Promise<Response> {
    const once = async (fresh: boolean) =>
      fetch(path, {
        ...init,
        headers: { authorization: `Bearer ${await token(fresh)}`, 'content-type': 'application/json' },
      });
    const answer = await once(false);
    return answer.status === 401 ? once(true) : answer;
  }

  const asked = new Map<string, { readonly answer: Promise<Response>; readonly at: number }>();
  /** An answer that was asked for ahead, if it is still fresh; it serves once. */
  function taken(path: string): Promise<Response> | undefined {
    const held = asked.get(path);
    asked.delete(path);
    return held && Date.now() - held.at < 5_000 ? held.answer : undefined;
  }

  return {
    ahead(view) {
      const path = `/api/views/${view}`;
      const answer = send(path, { method: 'GET' });
      answer.catch(() => undefined);
      asked.set(path, { answer, at: Date.now() });
    },
    async show<D>(view: string, params: Params): Promise<Shown<D>> {
      const path = `/api/views/${view}${queryOf(params)}`;
      const answer = await (taken(path) ?? send(path, { method: 'GET' })).catch(() => undefined);
      if (!answer) throw new NotShown(silence);
      if (!answer.ok) throw new NotShown(await troubleOf(answer));
      return answer.json();
    },
    async act(action, input) {
      const answer = await send(`/api/actions/${action}`, { method: 'POST', body: JSON.stringify(input) }).catch(
        () => undefined,
      );
      if (!answer) return { kind: 'trouble', trouble: { says: 'The app cannot be reached. Not saved. Try again.' } };
      if (!answer.ok) return { kind: 'trouble', trouble: await troubleOf(answer) };
      return outcomeOf(await answer.json());
    },
  };
}

function queryOf(params: Params): string {
  const given = Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** The API's own answer form (`done`, `accepted`, `refused`, `problems`) as one tagged value. */
export function outcomeOf(answer: {
  readonly done?: { readonly entry: string; readonly results: readonly ChangeResult[] };
  readonly accepted?: { readonly entry: string; readonly undoUntil?: string };
  readonly refused?: readonly Finding[];
  readonly problems?: readonly Problem[];
}): Outcome {
  if (answer.done) return { kind: 'done', ...answer.done };
  if (answer.accepted) return { kind: 'accepted', ...answer.accepted };
  if (answer.refused) return { kind: 'refused', findings: answer.refused };
  if (answer.problems) return { kind: 'problems', problems: answer.problems };
  return { kind: 'trouble', trouble: { says: 'The app gave an answer this page does not know. Reload the page.' } };
}

async function troubleOf(answer: Response): Promise<Trouble> {
  const body: { message?: string; requestId?: string } = await answer.json().catch(() => ({}));
  const known = answer.status === 401 ? 'You are not signed in. Close this tab in Teams and open it again.' : undefined;
  return {
    says: known ?? body.message ?? 'The app does not answer just now. Try again in a minute.',
    requestId: body.requestId || undefined,
  };
}
