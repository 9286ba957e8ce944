import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp, until } from './world/app.ts';
import { axeFinds, tabFrame } from './world/axe.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let officer: Visitor;
/** The placement whose provider was closed by key. */
let closed = '';

beforeAll(async () => {
  app = await startApp('today-by-keyboard', 5240, '2026-11-24T09:20:00.000Z');
  visits = await openBrowser();
  officer = await visits.visit(app, await app.personIn('attendance-officer'));
  await officer.open('AP app');
  await officer.tab.getByRole('row').first().waitFor();
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

const marks = async () =>
  (await app.items('AP Attendance', "fields/Date eq '2026-11-24'")).filter(({ fields }) => fields.Session === 'AM');
const press = (key: string) => officer.page.keyboard.press(key);
const focused = () => tabFrame(officer.page).evaluate(() => document.activeElement?.getAttribute('data-row') ?? '');
const statusOf = async (placement: string) =>
  (await marks()).find(({ fields }) => fields.Placement === placement)?.fields.ProviderStatus;

/** Down to the next pupil whom nobody has reported yet. */
async function downToOpen(): Promise<string> {
  const label = () => tabFrame(officer.page).evaluate(() => document.activeElement?.getAttribute('aria-label') ?? '');
  do await press('ArrowDown');
  while (!(await label()).includes('Not reported'));
  return await focused();
}

describe('a morning without a mouse', () => {
  test('arrows move between the rows of all providers', async () => {
    await officer.tab.getByRole('row').first().focus();
    const first = await focused();
    await press('ArrowDown');
    const second = await focused();
    await press('ArrowUp');
    expect([await focused(), second !== first, second !== '']).toEqual([first, true, true]);
  });

  test('1 and Enter say that a pupil is there; the row keeps the focus', async () => {
    const placement = await focused();
    await press('1');
    expect(await statusOf(placement)).toBeUndefined();
    await press('Enter');
    await until(async () => (await statusOf(placement)) === 'AttendedOnTime');
    await until(async () => (await focused()) === placement);
  });

  test('2 asks for the time with now filled in, and Enter in the field saves', async () => {
    const placement = await downToOpen();
    await press('2');
    const time = officer.tab.getByLabel('Arrived at', { exact: true });
    await until(async () => await time.evaluate((field) => field === document.activeElement));
    expect(await time.inputValue()).toBe('09:20');
    await press('Enter');
    await until(async () => (await statusOf(placement)) === 'AttendedLate' && (await focused()) === placement);
  });

  test('a save that is answered late does not take the keyboard from the next row', async () => {
    let answer = () => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    await officer.page.route('**/api/actions/record-attendance', async (route) => {
      const response = await route.fetch();
      await answered;
      await route.fulfill({ response });
    });
    const first = await downToOpen();
    await press('1');
    await press('Enter');
    await until(async () => (await statusOf(first)) === 'AttendedOnTime');
    const next = await downToOpen();
    await press('2');
    const time = officer.tab.getByLabel('Arrived at', { exact: true });
    await until(async () => await time.evaluate((field) => field === document.activeElement));
    answer();
    await officer.tab.locator(`[data-row="${first}"]`).getByText('Saved.').waitFor();
    await officer.page.unroute('**/api/actions/record-attendance');
    expect(await time.evaluate((field) => field === document.activeElement)).toBe(true);
    await press('Enter');
    await until(async () => (await statusOf(next)) === 'AttendedLate' && (await focused()) === next);
  });

  test('the same key again goes back into what is asked, and what was typed is still there', async () => {
    const placement = await downToOpen();
    await press('2');
    const time = officer.tab.getByLabel('Arrived at', { exact: true });
    await time.fill('09:17');
    await officer.tab.locator(`[data-row="${placement}"]`).focus();
    await press('2');
    expect(await time.evaluate((field) => field === document.activeElement)).toBe(true);
    expect(await time.inputValue()).toBe('09:17');
    await officer.tab.getByRole('button', { name: 'Cancel', exact: true }).press('Enter');
    await until(async () => (await focused()) === placement);
    expect(await statusOf(placement)).toBeUndefined();
  });

  test('Esc leaves without saving, and 5 closes the provider for a pupil', async () => {
    const placement = await downToOpen();
    await press('3');
    await officer.tab.getByRole('button', { name: 'Ill', exact: true }).waitFor();
    await press('Escape');
    await until(async () => (await focused()) === placement);
    expect(await statusOf(placement)).toBeUndefined();
    await press('5');
    await press('Enter');
    closed = placement;
    await until(async () => (await statusOf(placement)) === 'ProviderClosed' && (await focused()) === placement);
  });

  test('the rarer answers are behind a button that opens by keyboard, with the first in focus', async () => {
    const placement = await downToOpen();
    await officer.tab
      .locator(`[data-row="${placement}"]`)
      .getByRole('button', { name: /^More for/ })
      .focus();
    await press('Enter');
    await officer.tab.getByRole('menuitem', { name: 'Absent, no word' }).waitFor();
    await until(
      async () =>
        (await tabFrame(officer.page).evaluate(() => document.activeElement?.getAttribute('role'))) === 'menuitem',
    );
    await press('Enter');
    await until(async () => (await statusOf(placement)) === 'AbsentNoReason');
    await officer.tab.locator(`[data-row="${placement}"]`).focus();
  });

  test('taking a mark back asks why, and the list keeps what stood before', async () => {
    await officer.tab.locator(`[data-row="${closed}"]`).focus();
    const placement = closed;
    await press('1');
    await officer.tab.getByLabel('Why is it changed?').waitFor();
    await officer.page.keyboard.type('wrong pupil');
    await press('Enter');
    await until(async () => (await statusOf(placement)) === 'AttendedOnTime');
    const row = (await marks()).find(({ fields }) => fields.Placement === placement);
    expect(row?.fields.AmendReason).toBe('wrong pupil');
    expect(String(row?.fields.AmendedFrom)).toContain('ProviderClosed');
  });
});

describe('for everybody', () => {
  test.each([
    ['Light', 1280],
    ['Dark', 1280],
    ['High contrast', 1280],
    ['Light', 360],
  ])('axe finds nothing in %s at %i pixels, in the tab and around it', async (theme, width) => {
    const visitor = await visits.visit(app, await app.personIn('ap-leader'), { width, height: 900 });
    await visitor.page.getByLabel('Theme').selectOption({ label: theme });
    const what = theme === 'Light' ? 'all' : 'colours';
    const found: string[] = [];
    for (const part of ['Teams', 'Chat', 'AP app'] as const) {
      await visitor.open(part);
      await visitor.page.waitForTimeout(400);
      found.push(...(await axeFinds(visitor.page, what)).map((line) => `${part}: ${line}`));
    }
    await visitor.tab.getByRole('navigation').waitFor();
    for (const screen of [
      'Today',
      'Unsettled',
      'Board',
      'Reviews',
      'My actions',
      'Pupils',
      'Placements',
      'People',
      'Calendar',
      'Settings',
      'Providers',
      'Visits',
      'Sheets',
      'Import',
    ]) {
      await unfold(visitor, screen);
      await visitor.tab.getByRole('navigation').getByRole('button', { name: screen }).click();
      await visitor.page.waitForTimeout(600);
      found.push(...(await axeFinds(tabFrame(visitor.page), what)).map((line) => `${screen}: ${line}`));
      if (screen === 'Pupils') {
        await visitor.tab.getByRole('button', { name: 'Open Bea Fallowmere Y9' }).click();
        await visitor.tab.getByText('week by week').waitFor();
        await visitor.tab.getByRole('button', { name: 'Correct', exact: true }).click();
        found.push(...(await axeFinds(tabFrame(visitor.page), what)).map((line) => `A pupil: ${line}`));
      }
      if (screen === 'Placements') {
        await visitor.tab
          .getByRole('button', { name: /^Open Bea Fallowmere/ })
          .first()
          .click();
        await visitor.tab.getByRole('button', { name: 'Change sessions' }).click();
        found.push(...(await axeFinds(tabFrame(visitor.page), what)).map((line) => `A placement: ${line}`));
      }
      if (screen === 'People') {
        await visitor.tab.getByRole('button', { name: 'Give a role' }).click();
        found.push(...(await axeFinds(tabFrame(visitor.page), what)).map((line) => `A role: ${line}`));
      }
      if (screen === 'Visits') {
        await visitor.tab.getByRole('button', { name: /^Open the visit Tue 24 Nov/ }).click();
        await visitor.tab.getByRole('button', { name: 'Write the visit up' }).click();
        await visitor.tab.getByRole('heading', { name: 'Did you speak to staff?' }).waitFor();
        found.push(...(await axeFinds(tabFrame(visitor.page), what)).map((line) => `A visit: ${line}`));
      }
      const wide = await visitor.tab.locator('html').evaluate((page) => page.scrollWidth - page.clientWidth);
      if (wide > 0) found.push(`${screen}: ${wide} px too wide`);
    }
    await visitor.page.context().close();
    expect(found).toEqual([]);
  });

  test('nothing went wrong in the pages by themselves', () => {
    expect(visits.uncaught).toEqual([]);
  });
});

/** On a phone the rarer screens stand behind “More”. */
async function unfold(visitor: Visitor, screen: string) {
  const bar = visitor.tab.getByRole('navigation');
  if (!(await bar.getByRole('button', { name: screen }).isVisible()))
    await bar.getByRole('button', { name: 'More' }).click();
}
