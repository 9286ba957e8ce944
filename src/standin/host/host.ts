import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { answerJson } from '../entra/answers.ts';
import type { Part, StandinContext } from '../part.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.map': 'application/json',
};

/** Serves the page that plays Teams: its files under `/host/`, itself at `/`, and what it must know at `/host/config.json`. */
export function createHost(context: StandinContext, dist: string): Part {
  return {
    name: 'host',
    handle(request, response) {
      if (request.method !== 'GET') return false;
      if (request.path === '/host/config.json') {
        answerJson(response, 200, { appUrl: context.config.appUrl, tenantId: context.tenant().tenantId });
        return true;
      }
      if (request.path !== '/' && !request.path.startsWith('/host/')) return false;
      const name = request.path === '/' || request.path === '/host/' ? 'index.html' : path.basename(request.path);
      const file = path.join(dist, name);
      if (!existsSync(file)) return false;
      response.writeHead(200, {
        'Content-Type': types[path.extname(file)] ?? 'application/octet-stream',
        'Cache-Control': 'no-cache',
      });
      createReadStream(file).pipe(response);
      return true;
    },
  };
}
