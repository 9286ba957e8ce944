import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import { findBrowser } from '../../../src/run/browser.mjs';
import type { RunningApp, TenantPerson } from './app.ts';

/** A person at the page that plays Teams: one browser page, signed in as them. */
export interface Visitor {
  readonly page: Page;
  /** Our tab, in the frame in which the host shows it. */
  readonly tab: FrameLocator;
  /** Opens a part of the host: Teams (the channel), Chat, AP app, Calendar, Mail. */
  open(part: 'Teams' | 'Chat' | 'AP app' | 'Calendar' | 'Mail'): Promise<void>;
}

/** A real browser with visitors. */
export interface Visits {
  visit(
    app: Pick<RunningApp, 'standinUrl'>,
    person: TenantPerson,
    size?: { width: number; height: number },
  ): Promise<Visitor>;
  /** What went wrong in any page, by itself: uncaught errors. */
  readonly uncaught: string[];
  close(): Promise<void>;
}

/** Starts the browser that is installed; each visitor has a storage of their own. */
export async function openBrowser(): Promise<Visits> {
  const browser: Browser = await chromium.launch({
    executablePath: findBrowser(),
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  const uncaught: string[] = [];
  return {
    uncaught,
    async visit(app, person, size = { width: 1280, height: 900 }) {
      const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
      const page = await context.newPage();
      page.setDefaultTimeout(15_000);
      page.on('pageerror', (error) => uncaught.push(error.message));
      await page.goto(app.standinUrl.replace('127.0.0.1', 'localhost'));
      await page.getByRole('button', { name: 'Close' }).click();
      await page.getByLabel('You are').selectOption(person.id);
      return {
        page,
        tab: page.frameLocator('iframe'),
        async open(part) {
          await page
            .getByRole('button', { name: new RegExp(`^${part}`) })
            .first()
            .click();
        },
      };
    },
    close: () => browser.close(),
  };
}
