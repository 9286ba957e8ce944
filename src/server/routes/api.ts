import { randomUUID } from 'node:crypto';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { Logger } from 'pino';
import { ask } from '../../app/ask.ts';
import { entryProgress } from '../../app/entry-progress.ts';
import { NotSaved, perform } from '../../app/perform.ts';
import { planSchools } from '../../app/plan-schools.ts';
import type { World } from '../../app/ports.ts';
import { NotSignedIn, type SignedInPerson } from '../user-token.ts';

/** What the API routes need. */
export interface ApiParts {
  readonly world: World;
  readonly signIn: (authorization: string | undefined) => Promise<SignedInPerson>;
  readonly log: Logger;
}

type Work = (person: SignedInPerson, request: Request, response: Response) => Promise<void>;

/** `POST /api/actions/{name}`, `GET /api/views/{name}` and what belongs to them, in the forms that design section 7 pins. */
export function apiRoutes(parts: ApiParts): Router {
  const router = Router();
  router.use(express.json({ limit: '512kb' }), unreadable);
  router.post(
    '/actions/:name',
    guarded(parts, (person, request, response) => act(parts.world, person, request, response)),
  );
  router.get(
    '/views/:name',
    guarded(parts, (person, request, response) => show(parts.world, person, request, response)),
  );
  router.get(
    '/review-plans',
    guarded(parts, (person, _request, response) => planAll(parts.world, person, response)),
  );
  router.get(
    '/entries/:entry',
    guarded(parts, (person, request, response) => follow(parts.world, person, request, response)),
  );
  return router;
}

/** How far something is that was answered with `accepted`. */
async function follow(world: World, person: SignedInPerson, request: Request, response: Response): Promise<void> {
  const { school } = request.query;
  const answer = await entryProgress(world, {
    school: typeof school === 'string' ? school : undefined,
    entry: String(request.params.entry),
    by: person.id,
    name: person.name,
  });
  if (answer.kind === 'forbidden') return say(response, 403, answer.says, answer.schools);
  if (answer.kind === 'unknown') return say(response, 404, answer.says);
  const { state, items, saved } = answer;
  response.set('Cache-Control', 'no-store').json({ state, items, saved });
}

/** One plan for all of a person's schools, as lines of JSON: how far it has come, at last the plans. */
async function planAll(world: World, person: SignedInPerson, response: Response): Promise<void> {
  const steps = planSchools(world, { by: person.id, name: person.name });
  response.status(200).set({ 'Content-Type': 'application/x-ndjson', 'Cache-Control': 'no-store' });
  for (;;) {
    const step = await steps.next();
    response.write(`${JSON.stringify(step.done ? { plans: step.value } : { progress: step.value })}\n`);
    // Nobody waits for it any more where the page went elsewhere.
    if (step.done || response.destroyed) break;
  }
  response.end();
}

/** A body that is no JSON, or too large, is answered like everything else here: a sentence and the request id. */
function unreadable(error: unknown, _request: Request, response: Response, next: NextFunction): void {
  if (!error) {
    next();
    return;
  }
  response.set('request-id', randomUUID());
  const { status, type } = Object(error);
  const tooLarge = type === 'entity.too.large';
  const says = tooLarge
    ? 'That is too much at once. Send at most 512 kB.'
    : 'Send the input as JSON. What came cannot be read.';
  say(response, typeof status === 'number' ? status : 400, says);
}

async function act(world: World, person: SignedInPerson, request: Request, response: Response): Promise<void> {
  const body: unknown = request.body;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    return say(response, 400, 'Send the input as a JSON object.');
  }
  const { school, ...input } = body as Record<string, unknown>;
  const outcome = await perform(world, {
    school: typeof school === 'string' ? school : undefined,
    action: String(request.params.name),
    input,
    by: person.id,
    name: person.name,
    via: 'Tab',
  });
  switch (outcome.kind) {
    case 'done':
      response.json({ done: { entry: outcome.entry, results: outcome.results, ...saying(outcome.says) } });
      return;
    case 'accepted':
      response
        .status(202)
        .json({ accepted: { entry: outcome.entry, undoUntil: outcome.undoUntil, ...saying(outcome.says) } });
      return;
    case 'refused':
      response.json({ refused: outcome.findings });
      return;
    case 'problems':
      response.json({ problems: outcome.problems });
      return;
    case 'forbidden':
      return say(response, 403, outcome.says, outcome.schools);
    case 'unknown':
      return say(response, 404, outcome.says);
  }
}

async function show(world: World, person: SignedInPerson, request: Request, response: Response): Promise<void> {
  const { school, ...params } = request.query;
  const answer = await ask(world, {
    school: typeof school === 'string' ? school : undefined,
    view: String(request.params.name),
    params,
    by: person.id,
    name: person.name,
  });
  switch (answer.kind) {
    case 'shown':
      response.set('Cache-Control', 'no-store').json({
        asOf: answer.asOf,
        ...(answer.ageSeconds > 0 ? { ageSeconds: answer.ageSeconds } : {}),
        school: answer.school,
        // Nothing to see is an answer too; JSON leaves out what is undefined, and the page would wait for it.
        data: answer.data ?? null,
      });
      return;
    case 'problems':
      response
        .status(400)
        .json({ message: answer.problems[0]?.says, problems: answer.problems, requestId: requestId(response) });
      return;
    case 'forbidden':
      return say(response, 403, answer.says, answer.schools);
    case 'unknown':
      return say(response, 404, answer.says);
  }
}

/** A route for who is signed in: the token is checked first, and what fails is answered in a sentence with the request id. */
export function guarded(parts: ApiParts, work: Work) {
  return async (request: Request, response: Response): Promise<void> => {
    response.set('request-id', randomUUID());
    try {
      await work(await parts.signIn(request.headers.authorization), request, response);
    } catch (error) {
      if (error instanceof NotSignedIn) return say(response, 401, error.message);
      const notSaved = error instanceof NotSaved;
      // A plan that is half told cannot become another answer: it breaks off, and the page says that it did not come.
      if (response.headersSent) response.destroy();
      parts.log.error(
        { requestId: requestId(response), kind: error instanceof Error ? error.name : 'unknown' },
        'request failed',
      );
      if (response.headersSent) return;
      say(
        response,
        503,
        notSaved
          ? error.message
          : 'Microsoft 365 does not answer just now. Nothing was changed. Try again in a minute.',
      );
    }
  };
}

function saying(says: readonly string[]): { readonly says?: string } {
  return says.length === 0 ? {} : { says: says.join(' ') };
}

/** Answers with a sentence and the request id. `schools`: those between which the person has to choose. */
export function say(response: Response, status: number, message: string, schools?: readonly object[]): void {
  response.status(status).json({ message, requestId: requestId(response), schools });
}

function requestId(response: Response): string {
  return String(response.get('request-id') ?? '');
}
