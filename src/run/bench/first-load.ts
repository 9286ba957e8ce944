import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findBrowser } from '../browser.mjs';
import { root } from '../environment.mjs';
import { median, ratio, rounded } from './measure.ts';
import type { BenchTenant } from './processes.ts';

interface Opened {
  readonly ms: number;
  /** Bytes of JavaScript, compressed as a server sends them. */
  readonly bytes: number;
}

/**
 * The tab opened cold in the host until a pupil's row stands there, against a bare Fluent page that joins the host, signs in
 * and asks one question the same way. Both pages' files come from the disk through the same hands; every run is a new profile.
 */
export async function benchFirstLoad(tenant: BenchTenant, runs: number) {
  const people = (await tenant.control('GET', '/standin/users')) as readonly { id: string; roles: readonly string[] }[];
  const officer = people.find(({ roles }) => roles.includes('attendance-officer'))?.id ?? '';
  const browser = await chromium.launch({ executablePath: findBrowser(), args: ['--no-sandbox'] });
  const tab: Opened[] = [];
  const bare: Opened[] = [];
  try {
    for (let run = 0; run < runs + 1; run++) {
      const both = [
        await open(browser, tenant, officer, 'dist/tab', (page) =>
          page.frameLocator('iframe').getByRole('row').first().waitFor(),
        ),
        await open(browser, tenant, officer, 'dist/bare', (page) =>
          page
            .frameLocator('iframe')
            .getByText(/^Signed in as/)
            .waitFor(),
        ),
      ] as const;
      // The first of each warms the disk and the servers.
      if (run === 0) continue;
      tab.push(both[0]);
      bare.push(both[1]);
    }
  } finally {
    await browser.close();
  }
  const ms = (all: readonly Opened[]) => median(all.map((one) => one.ms));
  const bytes = (all: readonly Opened[]) => median(all.map((one) => one.bytes));
  return {
    runs,
    tab: { ms: rounded(ms(tab), 0), javascriptKilobytes: rounded(bytes(tab) / 1024) },
    bare: { ms: rounded(ms(bare), 0), javascriptKilobytes: rounded(bytes(bare) / 1024) },
    timeRatio: ratio(ms(tab), ms(bare)),
    bytesRatio: ratio(bytes(tab), bytes(bare)),
  };
}

async function open(
  browser: Browser,
  tenant: BenchTenant,
  person: string,
  files: string,
  usable: (page: Page) => Promise<void>,
): Promise<Opened> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  let bytes = 0;
  await context.route(/\/tab(\/(?!config\.json).*)?$/, async (route) => {
    const name = path.basename(new URL(route.request().url()).pathname);
    const script = name.endsWith('.js');
    const body = readFileSync(path.join(root, files, script ? name : 'index.html'));
    if (script) bytes += gzipSync(body).length;
    await route.fulfill({ body, contentType: script ? 'text/javascript' : 'text/html' });
  });
  await page.goto(tenant.standinUrl.replace('127.0.0.1', 'localhost'));
  await page.getByRole('button', { name: 'Close' }).click();
  await page.getByLabel('You are').selectOption(person);
  await page.waitForTimeout(300);
  const began = performance.now();
  await page
    .getByRole('button', { name: /^AP app/ })
    .first()
    .click();
  await usable(page);
  const ms = performance.now() - began;
  await context.close();
  return { ms, bytes };
}

/** Builds the page to compare with, as the tab is built. Throws when webpack refuses. */
export function buildBarePage(): void {
  const config = path.join(root, 'src/run/bench/bare/webpack.config.ts');
  const { status } = spawnSync('npx', ['webpack', '--mode', 'production', '--config', config], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('The bare page could not be built.');
}
