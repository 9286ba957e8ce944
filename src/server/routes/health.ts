import { Router } from 'express';
import type { Health } from '../health.ts';

/** `GET /health`: no token, no names. */
export function healthRoutes(health: Health): Router {
  const router = Router();
  router.get('/health', (_request, response) => {
    response.set('Cache-Control', 'no-store').json(health.now());
  });
  return router;
}
