import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp } from './world/app.ts';
import { tabFrame } from './world/axe.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let leader: Visitor;

beforeAll(async () => {
  app = await startApp('every-screen-by-keyboard', 5460, '2026-11-24T09:20:00.000Z');
  visits = await openBrowser();
  leader = await visits.visit(app, await app.personIn('ap-leader'));
  await leader.open('AP app');
  await leader.tab.getByRole('navigation').getByRole('button').first().waitFor();
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

const press = (key: string) => leader.page.keyboard.press(key);
/** What can be reached on a screen: each a stop of the Tab key; of tabs and radios one stands for all. */
const stops =
  'main :is(a[href],button,input,select,textarea,summary,[tabindex="0"]):not([tabindex="-1"],:disabled,[data-tabster-dummy],[role="tab"][aria-selected="false"],[aria-hidden="true"])';
/** Marks every stop that is drawn, and answers how many there are. */
const numbered = () =>
  tabFrame(leader.page).evaluate((wanted) => {
    const drawn = [...document.querySelectorAll<HTMLElement>(wanted)].filter((one) => one.getClientRects().length > 0);
    for (const [nth, one] of drawn.entries()) one.dataset.stop = String(nth);
    return drawn.length;
  }, stops);
const focused = () =>
  tabFrame(leader.page).evaluate(() => (document.activeElement as HTMLElement | null)?.dataset.stop);

const screens = [
  'Today',
  'Unsettled',
  'Board',
  'Reviews',
  'My actions',
  'Pupils',
  'Placements',
  'Providers',
  'Visits',
  'Calendar',
  'Sheets',
  'Import',
  'People',
  'Settings',
] as const;

test.each(screens)('%s is opened and walked through with the keyboard alone', async (screen) => {
  const entry = leader.tab.getByRole('navigation').getByRole('button', { name: screen });
  await entry.focus();
  await press('Enter');
  await leader.tab.getByRole('main').getByRole('heading').first().waitFor();
  await leader.page.waitForTimeout(700);
  const all = await numbered();
  expect(all).toBeGreaterThan(0);
  // From the last entry of the navigation the next stop is the screen's own first.
  await leader.tab.getByRole('navigation').getByRole('button').last().focus();
  const reached: string[] = [];
  for (let presses = 0; presses < Math.min(all, 40) + 3; presses++) {
    await press('Tab');
    const at = await focused();
    if (at !== undefined) reached.push(at);
  }
  const wanted = Array.from({ length: Math.min(all, 40) }, (_, nth) => String(nth));
  expect([screen, wanted.filter((nth) => !reached.includes(nth))]).toEqual([screen, []]);
});

test('nothing went wrong in the pages by themselves', () => {
  expect(visits.uncaught).toEqual([]);
});
