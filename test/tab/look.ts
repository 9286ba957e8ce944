import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { card, dayWith, officer } from './canned-day.ts';

/** Draws the built tab inside a page that plays the host, and writes pictures: `npx tsx test/tab/look.ts <folder>`. */
const folder = process.argv[2] ?? '.';
const dist = path.resolve(import.meta.dirname, '../../dist/tab');
const origin = 'http://localhost:4678';
const runtime = {
  apiVersion: 4,
  isLegacyTeams: false,
  isNAAChannelRecommended: false,
  supports: { app: { notifySuccessResponse: {} }, pages: { config: {} } },
};
const hostPage = `<!doctype html><body style="margin:0"><script>
const theme = new URLSearchParams(location.search).get('theme');
const answers = {
  initialize: ['content', 'web', ${JSON.stringify(JSON.stringify(runtime))}, '{"version":"2.0.0"}'],
  getContext: [{ entityId: 'today', locale: 'en-gb', theme, hostName: 'Teams', frameContext: 'content', userObjectId: 'x', tid: 'y' }],
  'authentication.getAuthToken': [true, 'token'],
  'appInitialization.success': [],
};
addEventListener('message', (event) => {
  const args = answers[event.data.func];
  if (args) event.source.postMessage({ id: event.data.id, uuidAsString: event.data.uuidAsString, args }, event.origin);
});
</script><iframe src="/tab/" style="border:0;width:100vw;height:100vh;display:block"></iframe>`;

const views: Readonly<Record<string, unknown>> = { me: officer, today: dayWith(), 'follow-up': card };
const server = createServer((request, response) => {
  const { pathname } = new URL(request.url ?? '/', origin);
  const json = (body: unknown) => response.setHeader('content-type', 'application/json').end(JSON.stringify(body));
  if (pathname === '/host') return response.setHeader('content-type', 'text/html').end(hostPage);
  if (pathname === '/tab/config.json')
    return json({ clientId: 'c', tenantId: 't', authority: origin, scope: 's', hostOrigins: [origin] });
  if (pathname.startsWith('/api/views/'))
    return json({ asOf: '2026-11-24T09:22:00Z', data: views[pathname.slice(11)] });
  if (pathname.startsWith('/api/actions/'))
    return json({ problems: [{ field: 'x', says: 'Give the time of arrival.' }] });
  if (!pathname.startsWith('/tab/')) return response.writeHead(404).end();
  const file = path.join(dist, path.basename(pathname) === 'tab' ? 'index.html' : path.basename(pathname));
  response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'text/html').end(readFileSync(file));
}).listen(4678, '127.0.0.1');

const browser = await chromium.launch({
  executablePath: '/usr/bin/chromium',
  args: ['--headless=new', '--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
});
const sizes = [
  ['default', 1200],
  ['dark', 1200],
  ['contrast', 1200],
  ['default', 360],
] as const;
for (const [theme, width] of sizes) {
  const page = await browser.newPage({ viewport: { width, height: 800 } });
  page.on('pageerror', (error) => process.stdout.write(`page error: ${error.message}\n`));
  await page.goto(`${origin}/host?theme=${theme}`);
  const tab = page.frameLocator('iframe');
  await tab.getByText('not located', { exact: false }).first().waitFor({ timeout: 15_000 });
  await tab.getByRole('button', { name: 'Late… – A.M. Y11' }).click();
  await page.screenshot({ path: path.join(folder, `${theme}-${width}.png`) });
  const wide = await tab.locator('main').evaluate((main) => main.scrollWidth - main.clientWidth);
  process.stdout.write(`${theme} ${width}: ${wide} px too wide\n`);
  if (theme !== 'default') continue;
  await tab.getByRole('button', { name: 'Call log for J.S. Y10' }).first().click();
  await tab.getByText('Is J.S. on the way?').waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: path.join(folder, `follow-up-${width}.png`) });
}
await browser.close();
server.close();
