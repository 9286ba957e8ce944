import { readFileSync } from 'node:fs';
import path from 'node:path';
import compression from 'compression';
import express, { Router } from 'express';
import type { Config } from '../config.ts';

const microsoftHosts = [
  'https://teams.microsoft.com',
  'https://*.teams.microsoft.com',
  'https://*.cloud.microsoft',
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.live.com',
  'https://*.office.com',
  'https://*.microsoft365.com',
];

/** The tab's files under `/tab` and the pane's under `/outlook`, framed only by Teams, Outlook, Microsoft 365 and the origins set. */
export function pageRoutes(config: Config, dist: string): Router {
  const router = Router();
  const ancestors = ["'self'", ...microsoftHosts, ...config.hostOrigins].join(' ');
  router.use((_request, response, next) => {
    response.set('Content-Security-Policy', `frame-ancestors ${ancestors}`);
    response.set('X-Content-Type-Options', 'nosniff');
    response.set('Referrer-Policy', 'no-referrer');
    next();
  });
  router.get('/tab/config.json', (_request, response) => {
    response.json({
      clientId: config.api.clientId,
      tenantId: config.tenantId,
      authority: `${config.authorityUrl}/${config.tenantId}`,
      scope: `api://${config.api.clientId}/access`,
      hostOrigins: config.hostOrigins,
      teamsApp: config.teamsApp,
    });
  });
  const tab = path.join(dist, 'tab');
  // Only files that are the same for everybody: an answer about pupils is never compressed beside a secret.
  router.use('/tab', compression());
  router.use('/tab', express.static(tab, { index: 'index.html', maxAge: '1h', setHeaders: freshIndex }));
  router.get('/tab/{*rest}', (_request, response) => {
    response.set('Cache-Control', 'no-cache').sendFile(path.join(tab, 'index.html'));
  });
  router.get('/outlook/pane.html', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(paneWith(config.officeJsUrl, dist));
  });
  router.use('/outlook', compression());
  router.use('/outlook', express.static(path.join(dist, 'outlook'), { index: false, maxAge: '1h' }));
  return router;
}

/** The pane's page with the address of Office.js in it: Office.js has to stand in the page's head before all else. */
function paneWith(officeJsUrl: string, dist: string): string {
  const page = readFileSync(path.join(dist, 'outlook/pane.html'), 'utf8');
  const address = officeJsUrl.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return page.replace(/"?OFFICE_JS_URL"?/, () => `"${address}"`);
}

function freshIndex(response: express.Response, file: string): void {
  if (file.endsWith('index.html')) response.set('Cache-Control', 'no-cache');
}
