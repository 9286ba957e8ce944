import { Router } from 'express';
import { handOutMinutes } from '../../app/hand-out.ts';
import { type ApiParts, guarded, say } from './api.ts';

/** `GET /api/documents/minutes/{review}`: the minutes of a review as a Word document, for who may read the review. */
export function documentRoutes(parts: ApiParts): Router {
  const router = Router();
  router.get(
    '/documents/minutes/:review',
    guarded(parts, async (person, request, response) => {
      const { school } = request.query;
      const handed = await handOutMinutes(parts.world, {
        school: typeof school === 'string' ? school : undefined,
        review: String(request.params.review),
        by: person.id,
        name: person.name,
      });
      switch (handed.kind) {
        case 'document':
          response.set('Cache-Control', 'no-store').attachment(handed.fileName).type(handed.type);
          response.send(Buffer.from(handed.content));
          return;
        case 'problems':
          return say(response, 400, handed.problems[0]?.says ?? 'Say which review.');
        case 'forbidden':
          return say(response, 403, handed.says);
        case 'unknown':
          return say(response, 404, handed.says);
      }
    }),
  );
  return router;
}
