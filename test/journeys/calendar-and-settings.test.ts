import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp, until } from './world/app.ts';
import { axeFinds, tabFrame } from './world/axe.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let leader: Visitor;

beforeAll(async () => {
  app = await startApp('calendar-and-settings', 5390, '2026-11-24T09:20:00.000Z');
  visits = await openBrowser();
  leader = await visits.visit(app, await app.personIn('ap-leader'));
  await leader.open('AP app');
  await screen(leader, 'Calendar');
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

const screen = async (visitor: Visitor, name: string) => {
  const bar = visitor.tab.getByRole('navigation');
  await bar.waitFor();
  const entry = bar.getByRole('button', { name });
  if (!(await entry.isVisible())) await bar.getByRole('button', { name: 'More' }).click();
  await entry.click();
};
const press = (name: string | RegExp, visitor = leader) =>
  visitor.tab.getByRole('button', { name, exact: typeof name === 'string' }).click();
/** A field by its label, with or without the star of one that is required. */
const field = (label: string) => leader.tab.getByLabel(new RegExp(`^${label.replace(/[()?]/g, '\\$&')}\\s*\\*?$`));
const fill = (label: string, value: string) => field(label).fill(value);
const choose = (label: string, value: string) => field(label).selectOption(value);
const entry = async (key: string) =>
  (await app.items('AP Calendar')).find(({ fields }) => fields.RecordKey === key)?.fields;
const schoolTime = (now: string) => app.control('POST', '/standin/clock', { now, frozen: true });
const cards = async (round: string) =>
  (await app.items('AP Messages')).filter(
    ({ fields }) => String(fields.Round) === round && fields.Purpose === 'register',
  );

interface Day {
  readonly sessions: readonly {
    readonly providers: readonly {
      readonly name: string;
      readonly rows: readonly { readonly placement: string; readonly expected: boolean }[];
    }[];
  }[];
}
const dayOf = async (date: string): Promise<Day> =>
  (await app.view(await app.personIn('attendance-officer'), 'today', { date })).body.data as Day;

describe('Calendar', () => {
  test('opens on its answer: is the year loaded, how many days, what is today', async () => {
    await leader.tab.getByRole('heading', { name: '2026/27 is loaded: 191 school days in 6 half terms' }).waitFor();
    await leader.tab.getByText('Today: Tue 24 Nov, week B, Autumn 2, day 17 of 35').waitFor();
    await leader.tab.getByRole('table', { name: 'Weeks of Autumn 2' }).getByText('Today, Tue 24 Nov').waitFor();
  });

  test('a date that cannot be right is refused beside its field, and nothing typed is lost', async () => {
    await press('Add a date…');
    await fill('First day', '2026-11-28');
    await press('Save');
    await leader.tab.getByText('Sat 28 Nov 2026 is at the weekend. Look at the year.').waitFor();
    await choose('What is it?', 'HalfTerm');
    await fill('Name', 'Autumn 3');
    await fill('First day', '2026-12-18');
    await fill('Last day', '2026-12-17');
    await press('Save');
    await leader.tab.getByText('It ends on Thu 17 Dec 2026, before it begins on Fri 18 Dec 2026.').waitFor();
    await fill('Last day', '2026-12-18');
    await press('Save');
    await leader.tab.getByText('It overlaps Autumn 2 (Mon 2 Nov 2026 to Fri 18 Dec 2026).').waitFor();
    expect(await field('Name').inputValue()).toBe('Autumn 3');
  });

  test('an INSET day is added: one school day fewer, and the day says why', async () => {
    await choose('What is it?', 'INSET');
    await fill('First day', '2026-11-25');
    await fill('Last day', '');
    await press('Save');
    await leader.tab.getByRole('heading', { name: '2026/27 is loaded: 190 school days' }).waitFor();
    await leader.tab.getByText('Added.').waitFor();
    expect(await entry('inset|2026-11-25')).toMatchObject({ Kind: 'INSET', LastDay: '2026-11-25', Sessions: 'Both' });
    await leader.tab.getByText('Wed 25 Nov: INSET').waitFor();
  });

  test('a provider that closes that day expects nobody, and no day of a bank holiday is asked for', async () => {
    await press('Record a closure…');
    await choose('Who is closed?', 'pr-farm');
    await fill('Day', '2026-11-25');
    await press('Save');
    await leader.tab.getByText('Say why it is closed, such as Snow.').waitFor();
    await fill('Why, such as Snow', 'Lambing course');
    await press('Save');
    await leader.tab.getByText('The closure is noted').waitFor();
    const farm = (await dayOf('2026-11-25')).sessions
      .flatMap(({ providers }) => providers)
      .filter(({ name }) => name === 'Hill Farm Learning');
    expect(farm.length).toBeGreaterThan(0);
    expect(farm.flatMap(({ rows }) => rows).filter(({ expected }) => expected)).toEqual([]);

    await press('Add a date…');
    await choose('What is it?', 'BankHoliday');
    await fill('Day', '2026-11-26');
    await fill('Name', 'Day of the jubilee');
    await press('Save');
    await until(async () =>
      (await app.items('AP Calendar')).some(({ fields }) => fields.Name === 'Day of the jubilee'),
    );
  });

  test('the rounds go by it: on the INSET day no code comes of a mark, on the holiday nobody is asked', async () => {
    await schoolTime('2026-11-25T09:20:00.000Z');
    const officer = await app.personIn('attendance-officer');
    const [held] =
      (await dayOf('2026-11-25')).sessions[0]?.providers.flatMap(({ rows }) =>
        rows.filter(({ expected }) => expected),
      ) ?? [];
    const marks = [{ placement: held?.placement, status: 'AttendedOnTime', seen: null }];
    await app.act(officer, 'record-attendance', { date: '2026-11-25', session: 'AM', marks });
    const row = (await app.items('AP Attendance')).find(
      ({ fields }) => fields.Placement === held?.placement && fields.Date === '2026-11-25' && fields.Session === 'AM',
    );
    expect(row?.fields.ProviderStatus).toBe('AttendedOnTime');
    expect(row?.fields.Code).toBeUndefined();
    expect(await cards('2026-11-25|am')).not.toEqual([]);
    await schoolTime('2026-11-26T09:20:00.000Z');
    expect(await cards('2026-11-26|am')).toEqual([]);
  });

  test('what touches a marked day is said first; the mark stays, and the entry is kept with who and why', async () => {
    const inAutumn = leader.tab.getByRole('region', { name: 'Autumn 2' });
    await inAutumn.getByRole('button', { name: /dates? in Autumn 2/ }).click();
    await press('Take away INSET · Wed 25 Nov');
    await fill('Why is it taken away?', 'Held in July instead');
    await press('Take away');
    await leader.tab.getByText('Pupils are marked on Wed 25 Nov (1 mark). Their marks stay as they are').waitFor();
    await press('Save all the same');
    await leader.tab.getByText('Taken away.').waitFor();
    const { displayName } = await app.personIn('ap-leader');
    expect(await entry('inset|2026-11-25')).toMatchObject({
      State: 'Withdrawn',
      Why: 'Held in July instead',
      ChangedByName: displayName,
    });
    await leader.tab.getByText('Taken away or moved (1)').click();
    await leader.tab.getByText('Held in July instead').waitFor();
    expect((await app.items('AP Attendance')).some(({ fields }) => fields.Date === '2026-11-25')).toBe(true);
  });

  test('the officer reads it and may close, the tutor has no such screen', async () => {
    const officer = await visits.visit(app, await app.personIn('attendance-officer'));
    await officer.open('AP app');
    await screen(officer, 'Calendar');
    await officer.tab.getByRole('button', { name: 'Record a closure…' }).waitFor();
    expect(await officer.tab.getByRole('button', { name: 'Add a date…' }).count()).toBe(0);
    const tutor = await app.personIn('tutor');
    expect((await app.view(tutor, 'calendar')).status).toBe(403);
    expect((await app.view(tutor, 'settings')).status).toBe(403);
    const values = { kind: 'INSET', firstDay: '2026-12-01' };
    const byOfficer = await app.act(await app.personIn('attendance-officer'), 'save-calendar-entry', { values });
    expect(byOfficer.status).toBe(403);
    await officer.page.context().close();
  });
});

describe('Settings', () => {
  test('a value past the law is refused with the law', async () => {
    await screen(leader, 'Settings');
    await leader.tab.getByRole('heading', { name: 'Every number is the policy’s own' }).waitFor();
    await press('Change N is settled within');
    await fill('New value, in school days', '6');
    await press('Ask the head');
    await leader.tab.getByText('N is settled within: at most 5. The law gives five school days').waitFor();
    await press('Cancel');
  });

  test('a number of the policy, changed from a day, waits for the head and counts when the head agrees', async () => {
    await press('Change First chase after');
    await fill('New value, in minutes', '25');
    await fill('From', '2026-11-30');
    await fill('Why (may stay empty)', 'The farm answers fast');
    await press('Ask the head');
    await leader.tab.getByRole('heading', { name: '1 change waits for the head' }).waitFor();

    const head = await visits.visit(app, await app.personIn('head'));
    await head.open('AP app');
    await screen(head, 'Settings');
    await head.tab.getByRole('heading', { name: '1 change waits for you' }).waitFor();
    await press(/^Agree: First chase after: 25 minutes/, head);
    await head.tab.getByText('Agreed.').waitFor();
    await head.page.context().close();
  });

  test('from its day on it is listed with who changed it, who agreed, and what was before', async () => {
    const [by, agreed] = [await app.personIn('ap-leader'), await app.personIn('head')];
    const settings = () => app.view(by, 'settings').then(({ body }) => JSON.stringify(body.data));
    expect(await settings()).not.toContain(`"shown":"25 minutes","usual"`);
    await schoolTime('2026-11-30T07:00:00.000Z');
    await until(async () => (await settings()).includes(`"shown":"25 minutes","usual"`));
    await screen(leader, 'Calendar');
    await screen(leader, 'Settings');
    await leader.tab.getByRole('heading', { name: '1 setting differs from the policy' }).waitFor();
    const row = leader.tab.getByRole('listitem').filter({ hasText: 'First chase after' });
    await row.getByText(`Since Mon 30 Nov 2026, by ${by.displayName}, agreed by ${agreed.displayName}`).waitFor();
    expect(await row.innerText()).toContain('the policy says 30 minutes');
    await row.getByText('Earlier (1)').click();
    await row.getByText('30 minutes · at the start').waitFor();
    const kept = (await app.items('AP Settings')).find(({ fields }) => fields.RecordKey === 'setting|confirmminutes|1');
    expect(kept?.fields).toMatchObject({ ValidFrom: '2026-11-30', Value: '25', State: 'Active' });
  });
});

describe('for everybody', () => {
  test.each([
    ['Light', 1280],
    ['Dark', 1280],
    ['Light', 360],
  ])('axe finds nothing in %s at %i pixels, forms open', async (theme, width) => {
    const visitor = await visits.visit(app, await app.personIn('ap-leader'), { width, height: 900 });
    await visitor.page.getByLabel('Theme').selectOption({ label: theme });
    await visitor.open('AP app');
    const found: string[] = [];
    const look = async (what: string) => {
      await visitor.page.waitForTimeout(400);
      found.push(...(await axeFinds(tabFrame(visitor.page))).map((line) => `${what}: ${line}`));
      const wide = await visitor.tab.locator('html').evaluate((page) => page.scrollWidth - page.clientWidth);
      if (wide > 0) found.push(`${what}: ${wide} px too wide`);
    };
    await screen(visitor, 'Calendar');
    await press(/dates? in Autumn 2/, visitor);
    await press(/^Correct Autumn 2/, visitor);
    await press('Record a closure…', visitor);
    await look('Closure');
    await press('Add a date…', visitor);
    await look('Calendar');
    await screen(visitor, 'Settings');
    await press('Change First chase after', visitor);
    await look('Settings');
    await visitor.page.context().close();
    expect(found).toEqual([]);
  });

  test('nothing went wrong in the pages by themselves', () => {
    expect(visits.uncaught).toEqual([]);
  });
});
