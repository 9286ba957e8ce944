import type { Problem } from '../../schema/parse.ts';
import type { ChangeResult } from '../../school/change.ts';
import type { Finding } from '../../school/finding.ts';
import type { SchoolPlan } from '../../school/reviews/review-plan.types.ts';
import type { TokenSource } from '../host/nested-token.ts';

/** What went wrong outside the school's rules: a sentence for staff, the request id for support. */
export interface Trouble {
  readonly says: string;
  readonly requestId?: string;
  /** The person's schools, where one of them has to be chosen first. */
  readonly schools?: readonly SchoolNamed[];
}

/** A school by its key and name. */
export interface SchoolNamed {
  readonly school: string;
  readonly name: string;
}

/** How far a plan for several schools has come: reading calendars of so many schools, then planning so many reviews. */
export interface PlanningProgress {
  readonly part: 'reading' | 'planning';
  readonly done: number;
  readonly of: number;
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
  | {
      readonly kind: 'done';
      readonly entry: string;
      readonly results: readonly ChangeResult[];
      /** What the person ought to know though it is done. */
      readonly says?: string;
    }
  | { readonly kind: 'accepted'; readonly entry: string; readonly undoUntil?: string; readonly says?: string }
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] }
  | { readonly kind: 'problems'; readonly problems: readonly Problem[] }
  | { readonly kind: 'trouble'; readonly trouble: Trouble };

/** Parameters of a view: opaque ids and dates only, since they stand in the address. */
export type Params = Readonly<Record<string, string | undefined>>;

/** Our app's API for one signed-in person. */
export interface Api {
  /** Key of the school that was chosen, of a person with several. */
  readonly school?: string;
  show<D>(view: string, params: Params): Promise<Shown<D>>;
  /** Asks for a view before the screen that shows it is there; its first `show` within a few seconds takes this answer. */
  ahead(view: string): void;
  act(action: string, input: unknown): Promise<Outcome>;
  /** How far something is that was answered with `accepted`; throws `NotShown`. */
  progressOf(entry: string): Promise<EntryProgress>;
  /** Fetches a document that the server hands out, such as the minutes of a review by its key; throws NotShown. */
  fetchDocument(kind: 'minutes', key: string): Promise<HandedOut>;
  /** One plan for all schools in which the person books reviews; throws `NotShown`. */
  planSchools(onProgress: (progress: PlanningProgress) => void): Promise<readonly SchoolPlan[]>;
}

/** How far an action is that goes on by itself. `items`: records that it saves, 0 once only its state is known. */
export interface EntryProgress {
  readonly state: 'Open' | 'Done' | 'Refused';
  readonly items: number;
  readonly saved: number;
}

/** A document with the name that the server gives it. */
export interface HandedOut {
  readonly file: Blob;
  readonly name: string;
}

/** Thrown by `show` and `fetchDocument`: carries the trouble in words. */
export class NotShown extends Error {
  readonly trouble: Trouble;
  constructor(trouble: Trouble) {
    super(trouble.says);
    this.trouble = trouble;
  }
}

const silence: Trouble = { says: 'The app cannot be reached. Check the connection; this page tries again by itself.' };

/**
 * Speaks to the API with the host's token, of the school that was chosen; a 401 is tried once more with a fresh one. `several`
 * hears of the person's schools where one of them has to be chosen first.
 */
export function apiWith(token: TokenSource, school?: string, several?: (schools: readonly SchoolNamed[]) => void): Api {
  async function troubleOf(answer: Response): Promise<Trouble> {
    const trouble = await troubleIn(answer);
    if (trouble.schools) several?.(trouble.schools);
    return trouble;
  }
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

  const inSchool = (params: Params): Params =>
    school === undefined || params.school !== undefined ? params : { ...params, school };

  return {
    school,
    ahead(view) {
      const path = `/api/views/${view}${queryOf(inSchool({}))}`;
      const answer = send(path, { method: 'GET' });
      answer.catch(() => undefined);
      asked.set(path, { answer, at: Date.now() });
    },
    async show<D>(view: string, params: Params): Promise<Shown<D>> {
      const path = `/api/views/${view}${queryOf(inSchool(params))}`;
      const answer = await (taken(path) ?? send(path, { method: 'GET' })).catch(() => undefined);
      if (!answer) throw new NotShown(silence);
      if (!answer.ok) throw new NotShown(await troubleOf(answer));
      return answer.json();
    },
    async act(action, input) {
      const answer = await send(`/api/actions/${action}`, {
        method: 'POST',
        body: JSON.stringify(school === undefined ? input : { school, ...Object(input) }),
      }).catch(() => undefined);
      if (!answer) return { kind: 'trouble', trouble: { says: 'The app cannot be reached. Not saved. Try again.' } };
      if (!answer.ok) return { kind: 'trouble', trouble: await troubleOf(answer) };
      return outcomeOf(await answer.json());
    },
    async progressOf(entry) {
      const path = `/api/entries/${encodeURIComponent(entry)}${queryOf(inSchool({}))}`;
      const answer = await send(path, { method: 'GET' }).catch(() => undefined);
      if (!answer) throw new NotShown(silence);
      if (!answer.ok) throw new NotShown(await troubleOf(answer));
      return answer.json();
    },
    async fetchDocument(kind, key) {
      const path = `/api/documents/${kind}/${encodeURIComponent(key)}${queryOf(inSchool({}))}`;
      const answer = await send(path, { method: 'GET' }).catch(() => undefined);
      if (!answer) throw new NotShown({ says: 'The app cannot be reached. Check the connection and try again.' });
      if (!answer.ok) throw new NotShown(await troubleOf(answer));
      return { file: await answer.blob(), name: nameIn(answer.headers.get('content-disposition') ?? '') };
    },
    async planSchools(onProgress) {
      const answer = await send('/api/review-plans', { method: 'GET' }).catch(() => undefined);
      if (!answer) throw new NotShown(silence);
      if (!answer.ok) throw new NotShown(await troubleOf(answer));
      for await (const line of linesOf(answer)) {
        const said: { progress?: PlanningProgress; plans?: readonly SchoolPlan[] } = JSON.parse(line);
        if (said.plans) return said.plans;
        if (said.progress) onProgress(said.progress);
      }
      throw new NotShown({
        says: 'The plan did not come to an end: Microsoft 365 or the app did not answer. Try again.',
      });
    },
  };
}

/** The name of a file in its header: letters beyond ASCII come in a field of their own. */
function nameIn(disposition: string): string {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  return coded ? decodeURIComponent(coded) : (/filename="?([^";]+)/i.exec(disposition)?.[1] ?? 'document');
}

/** Lines of an answer as they come in; none more once it breaks off. */
async function* linesOf(answer: Response): AsyncGenerator<string, void> {
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const piece = await reader?.read().catch(() => undefined);
    if (!piece || piece.done) return;
    const lines = `${rest}${piece.value}`.split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
}

function queryOf(params: Params): string {
  const given = Object.entries(params).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]));
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** The API's own answer form (`done`, `accepted`, `refused`, `problems`) as one tagged value. */
export function outcomeOf(answer: {
  readonly done?: { readonly entry: string; readonly results: readonly ChangeResult[]; readonly says?: string };
  readonly accepted?: { readonly entry: string; readonly undoUntil?: string; readonly says?: string };
  readonly refused?: readonly Finding[];
  readonly problems?: readonly Problem[];
}): Outcome {
  if (answer.done) return { kind: 'done', ...answer.done };
  if (answer.accepted) return { kind: 'accepted', ...answer.accepted };
  if (answer.refused) return { kind: 'refused', findings: answer.refused };
  if (answer.problems) return { kind: 'problems', problems: answer.problems };
  return { kind: 'trouble', trouble: { says: 'The app gave an answer this page does not know. Reload the page.' } };
}

async function troubleIn(answer: Response): Promise<Trouble> {
  const body: { message?: string; requestId?: string; schools?: readonly SchoolNamed[] } = await answer
    .json()
    .catch(() => ({}));
  const known = answer.status === 401 ? 'You are not signed in. Close this page and open it again.' : undefined;
  return {
    says: known ?? body.message ?? 'The app does not answer just now. Try again in a minute.',
    requestId: body.requestId || undefined,
    ...(body.schools ? { schools: body.schools } : {}),
  };
}
