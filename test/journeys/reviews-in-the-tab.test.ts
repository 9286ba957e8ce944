import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';
import { axeFinds, tabFrame } from './world/axe.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let leader: TenantPerson;
let desk: Visitor;

beforeAll(async () => {
  app = await startApp('reviews-in-the-tab', 5450, '2026-11-24T09:20:00.000Z');
  await app.control('POST', '/standin/settings', { unitsPerMinute: 1_000_000 });
  visits = await openBrowser();
  leader = await app.personIn('ap-leader');
  desk = await visits.visit(app, leader);
  await desk.open('AP app');
  await desk.tab.getByRole('navigation').getByRole('button', { name: 'Reviews' }).click();
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

interface Plan {
  readonly rows: readonly { readonly review: string; readonly start: string; readonly end: string }[];
  readonly unplaced: readonly object[];
}
const plan = async () => (await app.view(leader, 'review-plan')).body.data as Plan;
const booked = async () =>
  (await app.items('AP Reviews')).filter(
    ({ fields }) => fields.Stage === 'Booked' && String(fields.ScheduledFor) > '2026-11-24',
  );

describe('the half terms', () => {
  test('say what is held, due and missed, a press on a held one opens it', async () => {
    await desk.tab.getByRole('heading', { name: /reviews? to book in Autumn 2/ }).waitFor();
    const grid = desk.tab.getByRole('region', { name: 'Reviews by half term' });
    expect(await grid.innerText()).toContain('Autumn 2 (now)');
    await grid
      .getByRole('button', { name: /^✓ held/ })
      .first()
      .click();
    await desk.tab.getByRole('region', { name: 'A review', exact: true }).waitFor();
    await desk.tab.getByRole('button', { name: 'Back' }).click();
    expect(await axeFinds(tabFrame(desk.page))).toEqual([]);
  });
});

describe('the plan', () => {
  test('proposes a time for each review that is due, on a school day in its half term', async () => {
    const { rows } = await plan();
    expect(rows.length).toBeGreaterThan(5);
    for (const { start } of rows) expect(start.slice(0, 10) > '2026-11-24' && start < '2026-12-19').toBe(true);
    expect(new Set(rows.map(({ review }) => review)).size).toBe(rows.length);
    await desk.tab.getByRole('tab', { name: 'Plan' }).click();
    await desk.tab.getByRole('list', { name: 'Proposed times' }).waitFor();
    expect(await desk.tab.getByRole('list', { name: 'Proposed times' }).locator('> li').count()).toBe(rows.length);
    expect(await axeFinds(tabFrame(desk.page))).toEqual([]);
  });

  test('a review is drawn to another time with the mouse, and moved by day and quarter of an hour with the arrow keys', async () => {
    const week = desk.tab.getByRole('region', { name: 'The plan by weeks' });
    const block = week.getByRole('button', { name: /online; with/ }).first();
    const pupil = (await block.innerText()).split('\n')[0]?.slice(6) ?? '';
    const same = week.getByRole('button', { name: pupil }).first();
    await same.dragTo(week.locator('[data-slot="2026-11-27T14"]'), { targetPosition: { x: 30, y: 26 } });
    expect(await same.getAttribute('aria-label')).toMatch(/: Fri 27 Nov, 14:\d\d to 1[45]:\d\d, .*moved by you/);
    const time = (await same.innerText()).slice(0, 5);
    await same.focus();
    // The next weekday is Monday, in the week after, and the block keeps the keyboard.
    await desk.page.keyboard.press('ArrowRight');
    await desk.page.keyboard.press('ArrowDown');
    await until(async () => (await same.getAttribute('aria-label'))?.includes(': Mon 30 Nov') === true);
    expect((await same.innerText()).slice(0, 5) > time).toBe(true);
    expect(await same.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await desk.tab.getByText(/Moved by you; proposed was/).waitFor();
    expect(await axeFinds(tabFrame(desk.page))).toEqual([]);
    const row = desk.tab.getByRole('listitem').filter({ hasText: 'Moved by you' });
    await row.getByRole('button', { name: /^Change time/ }).click();
    await row.getByRole('button', { name: 'Put back' }).click();
    await desk.tab.getByRole('button', { name: /^Change time/, expanded: true }).click();
    await desk.tab.getByText(/Moved by you; proposed was/).waitFor({ state: 'detached' });
  });

  test('a time changed to a holiday is refused beside its review, and nothing is booked', async () => {
    const change = desk.tab.getByRole('button', { name: /^Change time/ }).first();
    await change.click();
    const day = desk.tab.getByLabel('Day', { exact: true });
    const before = await day.inputValue();
    await day.fill('2026-12-28');
    await desk.tab.getByRole('button', { name: /^Book all/ }).click();
    await desk.tab.getByText('Nothing is booked yet: the list says what is in the way.').waitFor();
    expect(await booked()).toEqual([]);
    await day.fill(before);
    await change.click();
  });

  test('booked and taken back within twenty seconds, no meeting is made', async () => {
    await desk.tab.getByRole('button', { name: /^Book all/ }).click();
    await desk.tab.getByRole('button', { name: /^Undo/ }).press('Enter');
    const bookAll = desk.tab.getByRole('button', { name: /^Book all/ });
    await bookAll.waitFor();
    // Whoever pressed with the keyboard goes on where the press was.
    await desk.page.keyboard.press('Tab');
    expect(await bookAll.evaluate((element) => element === element.ownerDocument.activeElement)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 22_000));
    expect(await booked()).toEqual([]);
    expect(await app.items('AP Meetings')).toEqual([]);
  }, 60_000);

  test('left to go, every review stands once, as the plan said, with a meeting for staff', async () => {
    const { rows } = await plan();
    await desk.tab.getByRole('button', { name: /^Book all/ }).click();
    await desk.tab.getByText(/invitations go out/).waitFor();
    await until(async () => (await booked()).length === rows.length, 90);
    await until(async () => {
      const staff = (await app.items('AP Meetings')).filter(({ fields }) => fields.Audience === 'Staff');
      return staff.length === rows.length && staff.every(({ fields }) => fields.EventId);
    }, 90);
    const stands = await booked();
    for (const { review, start } of rows) {
      const own = stands.filter(({ fields }) => String(fields.Title) === review);
      expect(own.map(({ fields }) => `${fields.ScheduledFor}T${fields.Start}`)).toEqual([start]);
    }
    await desk.tab.getByRole('heading', { name: 'Every review of Autumn 2 is booked or held' }).first().waitFor();
    await desk.tab.getByText(`${rows.length} meetings stand in Outlook, and the invitations are out.`).waitFor();
    expect(await axeFinds(tabFrame(desk.page))).toEqual([]);
  }, 200_000);

  test('moved from the list in the calendar, the review follows', async () => {
    await until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0, 90);
    const shown = desk.page.waitForResponse(/views\/reviews/);
    await desk.tab.getByRole('tab', { name: /^In the calendar/ }).click();
    await (await shown).finished();
    const [first] = (await booked()).toSorted((a, b) =>
      `${a.fields.ScheduledFor}${a.fields.Start}`.localeCompare(`${b.fields.ScheduledFor}${b.fields.Start}`),
    );
    // The first line is today's, which was not booked here.
    await desk.tab
      .getByRole('button', { name: /^Move: / })
      .nth(1)
      .click();
    await desk.tab.getByLabel('Day', { exact: true }).fill('2026-12-17');
    await desk.tab.getByLabel('From', { exact: true }).fill('08:10');
    await desk.tab.getByRole('button', { name: 'Move and tell everybody' }).click();
    await until(async () => {
      const now = (await booked()).find(({ fields }) => fields.Title === first?.fields.Title);
      return now?.fields.ScheduledFor === '2026-12-17' && now.fields.Start === '08:10';
    });
    expect(await axeFinds(tabFrame(desk.page))).toEqual([]);
  });
});

describe('beside the calendar', () => {
  test('whom no invitation reaches is rung, and one press notes how and when', async () => {
    await desk.tab
      .getByRole('button', { name: /^To ask/ })
      .first()
      .click();
    const press = desk.tab.getByRole('button', { name: /^Rang: / }).first();
    const who = (await press.getAttribute('aria-label'))?.replace('Rang: ', '');
    await press.click();
    await until(async () =>
      (await app.items('AP Invitees')).some(
        ({ fields }) =>
          fields.PersonName === who && fields.AskedBy === 'Call' && fields.AskedOn === '2026-11-24' && !fields.Mail,
      ),
    );
    // The other presses wait until it is noted.
    await desk.tab.getByText('✓ Rang on Tue 24 Nov').waitFor();
    await until(async () => (await desk.tab.getByRole('button', { name: /^Rang: /, disabled: true }).count()) === 0);
    await desk.page.waitForTimeout(400);
    expect(await axeFinds(tabFrame(desk.page))).toEqual([]);
  });

  test('the booked reviews are seen as a week and as a month', async () => {
    await desk.tab.getByRole('tab', { name: 'Week', exact: true }).click();
    const week = desk.tab.getByRole('region', { name: 'Reviews by week' });
    expect(await week.getByRole('button', { name: /^◷ \d\d:\d\d/ }).count()).toBeGreaterThan(0);
    expect(await axeFinds(tabFrame(desk.page))).toEqual([]);
    await desk.tab.getByRole('tab', { name: 'Month', exact: true }).click();
    const month = desk.tab.getByRole('region', { name: 'Reviews by month' });
    await month.getByRole('button', { name: 'The month after' }).click();
    await month.getByText('December 2026').waitFor();
    expect(await month.getByRole('button', { name: /^\d\d:\d\d .*Y\d/ }).count()).toBeGreaterThan(5);
    expect(await axeFinds(tabFrame(desk.page))).toEqual([]);
    await desk.tab.getByRole('tab', { name: 'List', exact: true }).click();
  });

  test('an emergency review is called after a concern, and a request in writing noted', async () => {
    await desk.tab.getByRole('tab', { name: 'Half terms' }).click();
    await desk.tab.getByRole('button', { name: 'Emergency review…' }).click();
    await desk.tab.getByLabel('Whose placement').selectOption({ index: 1 });
    await desk.page.setViewportSize({ width: 360, height: 900 });
    const wide = await desk.tab.getByRole('main').evaluate((main) => main.scrollWidth - main.clientWidth);
    expect(wide).toBe(0);
    await desk.page.setViewportSize({ width: 1280, height: 900 });
    await desk.tab.getByLabel('Day of the concern').fill('2026-11-24');
    await desk.tab.getByRole('button', { name: 'Call the review' }).click();
    await until(async () =>
      (await app.items('AP Reviews')).some(
        ({ fields }) => fields.Kind === 'Emergency' && fields.DueBy === '2026-11-24' && fields.Stage === 'Planned',
      ),
    );
    await desk.tab.getByRole('button', { name: 'A parent or the authority asks…' }).click();
    await desk.tab.getByLabel('Whose placement').selectOption({ index: 1 });
    await desk.tab.getByLabel('Who asks').selectOption('Parent');
    await desk.tab.getByLabel('Received on').fill('2026-11-23');
    await desk.tab.getByRole('button', { name: 'Note the request' }).click();
    await until(async () =>
      (await app.items('AP Review Requests')).some(
        ({ fields }) => fields.From === 'Parent' && fields.ReceivedOn === '2026-11-23',
      ),
    );
    expect(await axeFinds(tabFrame(desk.page))).toEqual([]);
  });
});

describe('after the twenty seconds', () => {
  test('*Undo* means to cancel with a message, says so, and leaves no meeting of that booking', async () => {
    const before = (await booked()).length;
    await desk.tab.getByRole('tab', { name: 'Plan' }).click();
    await desk.tab.getByRole('button', { name: 'Undo: cancel with a message…' }).click();
    const press = desk.tab.getByRole('button', { name: /^Cancel \d+ meetings and tell everybody/ });
    expect(await press.isDisabled()).toBe(true);
    await desk.tab.getByLabel('Why? Everybody invited reads this').fill('The plan is made anew.');
    // What Microsoft 365 did not take in time is said, and pressed again.
    const none = async () => (await booked()).length === 0;
    for (let tries = 1; tries <= 6 && !(await none()); tries += 1) {
      if (await press.isEnabled()) await press.click();
      await until(none, 25).catch(() => undefined);
    }
    await until(none);
    expect(before).toBeGreaterThan(5);
    await until(async () => {
      const staff = (await app.items('AP Meetings')).filter(({ fields }) => fields.Audience === 'Staff');
      return staff.every(({ fields }) => !fields.EventId);
    }, 60);
  }, 240_000);
});

test('nothing went wrong in the pages by themselves', () => {
  expect(visits.uncaught).toEqual([]);
});
