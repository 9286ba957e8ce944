import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, until } from './world/app.ts';
import { axeFinds, tabFrame } from './world/axe.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let officer: Visitor;
/** A token from before: nobody signs in while Entra is down, too. */
let token: string;

beforeAll(async () => {
  app = await startApp('microsoft-is-down', 5730, '2026-11-24T09:20:00.000Z');
  visits = await openBrowser();
  officer = await visits.visit(app, await app.personIn('attendance-officer'));
  token = await app.tokenFor(await app.personIn('attendance-officer'));
  await officer.open('AP app');
  await officer.tab.getByRole('tab', { name: /^Morning/ }).waitFor();
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

const screen = (name: string) => officer.tab.getByRole('navigation').getByRole('button', { name }).click();
const said = () => officer.tab.getByText(/Microsoft 365 does not answer\. What stands below is as it was known at/);

test('while Microsoft 365 is down Today stands, says how old it is, and a press says that nothing is saved', async () => {
  await app.control('POST', '/standin/faults', { match: '* /**', status: 503 });
  await said().waitFor({ timeout: 90_000 });
  const row = officer.tab.getByRole('row', { name: /Bea Fallowmere/ });
  await row.getByRole('button', { name: /^On time/ }).click();
  await row.getByText(/Nothing was saved\. Press again in a minute\./).waitFor({ timeout: 20_000 });
  expect(await axeFinds(tabFrame(officer.page))).toEqual([]);
});

test('every view is answered at once from memory, with its age, though each asks Microsoft 365 again', async () => {
  for (const view of ['today', 'unsettled', 'board', 'pupils', 'register-sheet']) {
    const began = Date.now();
    const answer = await fetch(`${app.appUrl}/api/views/${view}`, { headers: { Authorization: `Bearer ${token}` } });
    const { ageSeconds } = (await answer.json()) as { ageSeconds?: number };
    expect([view, answer.status]).toEqual([view, 200]);
    expect(ageSeconds).toBeGreaterThan(30);
    // One asker in twenty seconds waits three for Microsoft 365; the others never do.
    expect(Date.now() - began).toBeLessThan(8_000);
  }
});

test('the day comes as one A4 page from the last mirror: initials, expected times, boxes and the age, no name', async () => {
  await screen('Sheets');
  const table = officer.tab.getByRole('table', { name: 'Register of the day' });
  await table.waitFor({ timeout: 30_000 });
  const head = officer.tab.getByText(/^Register of Tue 24 Nov, as known at 09:\d\d \(.* old\)$/);
  await head.waitFor();
  const paper = await table.innerText();
  expect(paper).toContain('A.M.');
  expect(paper).toContain('09:15 Hill Farm Learning');
  expect(paper).toContain('Hill Farm Learning: not expected');
  expect(paper).not.toContain('Mallowfield');
  // A4 upright at 96 dots an inch, less 1 cm of margin all round.
  await officer.page.setViewportSize({ width: 718, height: 1047 });
  await officer.page.emulateMedia({ media: 'print' });
  const fits = await tabFrame(officer.page).evaluate(() => {
    const [drawn] = [...document.querySelectorAll('table[aria-label="Register of the day"]')];
    const { width, height } = drawn?.getBoundingClientRect() ?? { width: 9e9, height: 9e9 };
    const shown = (selector: string) =>
      [...document.querySelectorAll(selector)].filter((each) => each.getClientRects().length > 0).length;
    return { width, height, navigation: shown('nav'), buttons: shown('main button'), alerts: shown('[role=alert]') };
  });
  expect(fits.width).toBeLessThanOrEqual(718);
  expect(fits.height).toBeLessThanOrEqual(1000);
  expect([fits.navigation, fits.buttons, fits.alerts]).toEqual([0, 0, 0]);
  await officer.page.emulateMedia({ media: 'screen' });
  await officer.page.setViewportSize({ width: 1280, height: 900 });
});

test('the file for the information system is given from memory as well', async () => {
  const [given] = await Promise.all([
    officer.page.waitForEvent('download'),
    officer.tab.getByRole('button', { name: 'CSV file' }).click(),
  ]);
  expect(given.suggestedFilename()).toBe('AP register 2026-11-24.csv');
});

test('once it is back the age is gone and the same press saves', async () => {
  await app.control('DELETE', '/standin/faults');
  await screen('Today');
  await until(async () => (await said().count()) === 0, 90);
  const row = officer.tab.getByRole('row', { name: /Bea Fallowmere/ });
  await row.getByRole('button', { name: /^On time/ }).click();
  await until(
    async () =>
      (await app.items('AP Attendance', "fields/Date eq '2026-11-24'")).some(
        ({ fields }) => fields.ProviderStatus === 'AttendedOnTime' && fields.Session === 'AM',
      ),
    90,
  );
});

test('nothing went wrong in the pages by themselves', () => {
  expect(visits.uncaught).toEqual([]);
});
