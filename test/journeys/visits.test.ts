import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp, until } from './world/app.ts';
import { axeFinds, tabFrame } from './world/axe.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let browser: Visits;
let leader: Visitor;
let visitor: Visitor;
const phone = { width: 360, height: 780 };

beforeAll(async () => {
  app = await startApp('visits', 5440, '2026-11-24T10:20:00.000Z');
  browser = await openBrowser();
  leader = await browser.visit(app, await app.personIn('ap-leader'), phone);
  visitor = await browser.visit(app, await app.personIn('visitor'), phone);
  for (const who of [leader, visitor]) await openVisits(who);
});
afterAll(async () => {
  await browser.close();
  await app.stop();
});

/** Opens the screen; on a phone it stands behind “More”. */
async function openVisits(who: Visitor) {
  await who.open('AP app');
  const bar = who.tab.getByRole('navigation');
  await bar.waitFor();
  const entry = bar.getByRole('button', { name: 'Visits' });
  if (!(await entry.isVisible())) await bar.getByRole('button', { name: 'More' }).click();
  await entry.click();
}

const press = (who: Visitor, name: string | RegExp) =>
  who.tab.getByRole('button', typeof name === 'string' ? { name, exact: true } : { name }).click();
const visits = async (title?: string) =>
  (await app.items('AP Visits')).filter(({ fields }) => title === undefined || fields.Title === title);
const farm = async () => (await visits('vi-farm-november'))[0]?.fields ?? {};
/** What the browser of the tab keeps of visits. */
const kept = async (who: Visitor) =>
  await tabFrame(who.page).evaluate(() =>
    Object.entries(localStorage)
      .filter(([key]) => key.startsWith('ap-visit:'))
      .map(([key, value]) => `${key} ${value}`),
  );
const asked = (who: Visitor, heading: string) => who.tab.getByRole('heading', { name: heading, exact: true }).waitFor();

async function answer(who: Visitor, heading: string, yes: boolean, note?: string) {
  await asked(who, heading);
  await press(who, yes ? 'Yes' : 'No');
  if (note) await who.tab.getByRole('textbox', { name: /^Note/ }).fill(note);
  await press(who, 'Next');
}

const questions = [
  ['Did you speak to staff?', true, 'Lead tutor'],
  ['Did you speak to pupils?', true, 'A.M. likes the goats'],
  ['Did you speak to parents?', false, 'At work that day'],
  ['Did you look at pupils’ work?', true, 'Folders in horticulture'],
  ['Did you watch lessons?', true, 'Pruning, well led'],
  ['Did you watch breaks and free time?', true, 'The gate was shut'],
  ['Is safeguarding as agreed?', true, undefined],
  ['Does their attendance agree with ours?', true, undefined],
  ['Are pupils getting nearer to their objectives?', true, undefined],
  ['Have the premises changed?', false, undefined],
  ['Have staff changed?', false, undefined],
] as const;

describe('planning', () => {
  test('what is overdue stands first; a closed day is asked about, and the plan stands in the list', async () => {
    await leader.tab.getByRole('heading', { level: 1, name: /visits are due/ }).waitFor();
    const first = leader.tab.getByRole('main').getByRole('listitem').first();
    expect(await first.innerText()).toMatch(/Infirmary Tuition Service[\s\S]*was due by/);
    await press(leader, 'Plan a visit to Infirmary Tuition Service');
    await leader.tab.getByLabel('Planned for').fill('2026-11-28');
    await leader.tab.getByLabel('Who goes').selectOption({ label: 'Graham Ashcombe' });
    await press(leader, 'Save the plan');
    await leader.tab.getByText('Sat 28 Nov is no school day', { exact: false }).waitFor();
    await leader.tab.getByLabel('Planned for').fill('2026-11-27');
    await press(leader, 'Save the plan');
    const planned = async () => (await visits()).find(({ fields }) => fields.PlannedFor === '2026-11-27');
    await until(async () => (await planned()) !== undefined);
    expect((await planned())?.fields).toMatchObject({
      Provider: 'pr-hospital',
      Site: 'si-hospital',
      VisitorName: 'Graham Ashcombe',
      Stage: 'Planned',
    });
  });

  test('with a time it is planned in front of who goes there’s calendar, undone, planned again, and stands there', async () => {
    const ofDay = async () => (await visits()).filter(({ fields }) => fields.PlannedFor === '2026-12-02');
    const before = (await ofDay()).length;
    const fill = async () => {
      await press(leader, 'Plan a visit to Riverside College');
      await leader.tab.getByLabel('Who goes').selectOption({ label: 'Petra Longmirely' });
      await leader.tab.getByLabel('Planned for').fill('2026-12-02');
      await leader.tab.getByLabel('From').fill('10:15');
      await leader.tab.getByLabel('Announced').check();
      await leader.tab.getByText(/Petra Longmirely makes a visit to .* \(10:00 to 11:00\) then/).waitFor();
      await press(leader, 'Wed 2 Dec, 11:30 to 12:30');
      await leader.tab.getByText('Petra Longmirely is free then.').waitFor();
      expect(await axeFinds(tabFrame(leader.page))).toEqual([]);
      await press(leader, 'Save the plan');
    };
    await fill();
    await press(leader, /^Undo/);
    await leader.tab.getByRole('button', { name: /^Undo/ }).waitFor({ state: 'detached' });
    expect((await ofDay()).length).toBe(before);
    await fill();
    await leader.tab
      .getByText(/The provider has no e-mail address for reviews\. Ring/)
      .first()
      .waitFor();
    const card = leader.tab.getByRole('list', { name: 'Visits to Riverside College' });
    await card.getByText('In the calendar').waitFor({ timeout: 60_000 });
    expect((await ofDay()).map(({ fields }) => fields.Start).toSorted()).toEqual(['10:00', '11:30']);
    const wide = await leader.tab.locator('html').evaluate((page) => page.scrollWidth - page.clientWidth);
    expect(wide).toBe(0);
  }, 180_000);
});

describe('a visit on a phone', () => {
  test('a visitor sees their own visits, and what to know before', async () => {
    await press(visitor, /^Open the visit Tue 24 Nov/);
    await visitor.tab.getByText('The gate to the lane, and how breaks are supervised').waitFor();
    await visitor.tab.getByText(/Fit a latch/).waitFor();
    await press(visitor, 'Write the visit up');
    await asked(visitor, 'Did you speak to staff?');
    expect(await axeFinds(tabFrame(visitor.page))).toEqual([]);
    const wide = await visitor.tab.locator('html').evaluate((page) => page.scrollWidth - page.clientWidth);
    expect(wide).toBe(0);
  });

  test('the line drops in the middle: nothing is lost, and nobody can read what is kept', async () => {
    for (const [heading, yes, note] of questions.slice(0, 3)) await answer(visitor, heading, yes, note);
    await visitor.page.context().setOffline(true);
    for (const [heading, yes, note] of questions.slice(3)) await answer(visitor, heading, yes, note);
    await asked(visitor, 'What do pupils say?');
    await visitor.tab.getByLabel('In their own words').fill('Amber Mallowfield says it is fine.');
    await press(visitor, 'Next');
    await press(visitor, 'Good');
    await press(visitor, 'Next');
    await press(visitor, 'Next');
    await press(visitor, 'Save the visit');
    await visitor.tab.getByText(/cannot be reached.*kept on this device/).waitFor();
    const [entry = ''] = await kept(visitor);
    expect(entry).toMatch(/^ap-visit:vi-farm-november /);
    expect(entry).not.toMatch(/Amber|Mallowfield|goats|Lead tutor/);
    expect((await farm()).Stage).toBe('Planned');
  });

  test('the page opened anew brings it back; saved, it stands in the list and the browser keeps nothing', async () => {
    await visitor.page.context().setOffline(false);
    await visitor.page.reload();
    await openVisits(visitor);
    await press(visitor, /^Open the visit Tue 24 Nov/);
    await press(visitor, 'Write the visit up');
    await visitor.tab.getByText('What you wrote before is back.', { exact: false }).waitFor();
    for (const [heading, yes, note] of questions) {
      await asked(visitor, heading);
      expect(await visitor.tab.getByRole('button', { name: yes ? 'Yes' : 'No', pressed: true }).count()).toBe(1);
      expect(await visitor.tab.getByRole('textbox', { name: /^Note/ }).inputValue()).toBe(note ?? '');
      await press(visitor, 'Next');
    }
    for (const _ of ['pupils', 'judgement', 'actions']) await press(visitor, 'Next');
    await press(visitor, 'Save the visit');
    await visitor.tab.getByText('The visit is saved.').waitFor();
    await until(async () => (await farm()).Stage === 'Done');
    expect(await farm()).toMatchObject({
      Date: '2026-11-24',
      Judgement: 'Good',
      Staff: 'Yes',
      StaffNote: 'Lead tutor',
      Parents: 'No',
      ParentsNote: 'At work that day',
      Unstructured: 'Yes',
      Staffing: 'No',
    });
    expect(await kept(visitor)).toEqual([]);
  });

  test('the report is noted as shared', async () => {
    await press(visitor, /^Share the report of Tue 24 Nov/);
    await visitor.tab.getByLabel('How was it shared?').selectOption('Mail');
    await press(visitor, 'Save');
    await until(async () => (await farm()).ReportSharedOn === '2026-11-24');
  });

  test('the link in the appointment opens the visit', async () => {
    const context = encodeURIComponent(JSON.stringify({ subEntityId: 'visits/vi-online-december' }));
    const host = app.standinUrl.replace('127.0.0.1', 'localhost');
    await visitor.page.goto(`${host}/l/entity/alternative-provision/today?context=${context}`);
    await visitor.tab.getByText('How lessons at home are supervised').waitFor();
    await press(visitor, 'All visits');
    await visitor.tab.getByRole('heading', { level: 1, name: /visit/ }).waitFor();
  });
});

describe('stop', () => {
  const reviews = async () =>
    (await app.items('AP Reviews')).filter(
      ({ fields }) => fields.Kind === 'Emergency' && fields.CalledOn === '2026-11-24',
    );

  test('wants an action, asks once what will follow, and calls an emergency review of every placement there', async () => {
    expect(await reviews()).toEqual([]);
    await press(leader, /^Open the visit Fri 27 Nov/);
    await press(leader, 'Write the visit up');
    for (const [heading, yes, note] of questions) await answer(leader, heading, yes, note);
    await press(leader, 'Next');
    await press(leader, 'Stop');
    await leader.tab.getByLabel('Reasons').fill('Nobody knew which pupils were there.');
    await press(leader, 'Next');
    await press(leader, 'Next');
    await press(leader, 'Save the visit');
    await leader.tab.getByText('Agree on at least one action', { exact: false }).waitFor();
    await press(leader, 'Add an action');
    await leader.tab.getByLabel('Action 1: what is to be done').fill('Take the register at the door.');
    await leader.tab.getByLabel('Who sees to it').selectOption({ label: 'Graham Ashcombe' });
    await leader.tab.getByLabel('By when').fill('2026-11-25');
    await press(leader, 'Next');
    await press(leader, 'Save the visit');
    await leader.tab.getByText(/Stop means: an emergency review of all 3 placements there/).waitFor();
    expect(await reviews()).toEqual([]);
    await leader.tab.getByLabel('Visited on').fill('2026-11-23');
    await leader.tab.getByText(/Stop means:/).waitFor({ state: 'detached' });
    await leader.tab.getByLabel('Visited on').fill('2026-11-24');
    await press(leader, 'Save the visit');
    await press(leader, 'Save all the same');
    await leader.tab.getByText('The visit is saved.').waitFor();
    await until(async () => (await reviews()).length === 3);
    expect((await reviews()).map(({ fields }) => fields.Placement).toSorted()).toEqual([
      'pl-dev-hospital',
      'pl-elin-tuition',
      'pl-zoe-hospital',
    ]);
  });

  test('suspends the provider, keeps the action, and the DSL and the head have a card', async () => {
    const provider = (await app.items('AP Providers')).find(({ fields }) => fields.Title === 'pr-hospital');
    expect(provider?.fields.Status).toBe('Suspended');
    const agreed = (await app.items('AP Actions')).filter(({ fields }) => fields.Provider === 'pr-hospital');
    expect(agreed.map(({ fields }) => [fields.Text, fields.Status])).toEqual([
      ['Take the register at the door.', 'Open'],
    ]);
    const told = async () =>
      (await app.items('AP Messages')).filter(
        ({ fields }) => fields.Purpose === 'visit-stop' && fields.State === 'Sent',
      );
    await until(async () => (await told()).length >= 2);
    const people = [(await app.personIn('dsl')).id, (await app.personIn('head')).id];
    expect((await told()).map(({ fields }) => fields.To)).toEqual(expect.arrayContaining(people));
  });
});

test('nothing went wrong in the pages by themselves', () => {
  expect(browser.uncaught).toEqual([]);
});
