import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';
import { axeFinds, tabFrame } from './world/axe.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

const schools = ['sch-01', 'sch-02', 'sch-03'];

interface Reviews {
  readonly booked: readonly {
    readonly review: string;
    readonly day: string;
    readonly start: string;
    readonly end: string;
    readonly inOutlook: boolean;
  }[];
  readonly counts: { readonly due: number; readonly booked: number };
}

let app: RunningApp;
let visits: Visits;
let desk: Visitor;
let leader: TenantPerson;

// Somebody who leads AP at one school of a trust is given the role at the two others by their heads.
beforeAll(async () => {
  app = await startApp('trust-reviews', 5754, '2026-11-02T08:45:00.000Z', 'trust');
  await app.control('POST', '/standin/settings', { unitsPerMinute: 1_000_000 });
  leader = await app.personIn('ap-leader', 0);
  for (const nth of [1, 2]) {
    const { status, body } = await app.act(await app.personIn('head', nth), 'give-role', {
      person: leader.id,
      role: 'ap-leader',
      from: '2026-11-02',
    });
    expect([status, body.problems]).toEqual([200, undefined]);
  }
  visits = await openBrowser();
  desk = await visits.visit(app, leader);
  await desk.open('AP app');
}, 180_000);
afterAll(async () => {
  await visits.close();
  await app.stop();
});

async function reviewsOf(school: string): Promise<Reviews> {
  const { status, body } = await app.view(leader, 'reviews', { school });
  expect(status).toBe(200);
  return body.data as Reviews;
}

test('a person with several schools is asked which one, is remembered there, and can go to another', async () => {
  const { status, body } = await app.view(leader, 'me');
  expect([status, (Object(body) as { schools: unknown[] }).schools.length]).toEqual([403, 3]);
  await desk.tab.getByRole('heading', { name: 'Which school?' }).waitFor();
  expect(await axeFinds(tabFrame(desk.page))).toEqual([]);
  await desk.tab.getByRole('list', { name: 'Your schools' }).getByRole('button').first().click();
  await desk.tab.getByRole('navigation', { name: 'Screens' }).waitFor();
  await desk.tab.getByRole('button', { name: 'Another school' }).click();
  await desk.tab.getByRole('list', { name: 'Your schools' }).getByRole('button').nth(1).click();
  await desk.tab.getByText('Brackenfield Academy').first().waitFor();
});

test('the pane in Outlook knows the school that was chosen, and asks again when they go to another', async () => {
  await desk.open('Calendar');
  await desk.page.getByRole('button', { name: 'New meeting' }).click();
  await desk.page.getByRole('button', { name: 'AP review', exact: true }).click();
  const pane = desk.page.frameLocator('iframe[title="AP review"]');
  await pane.getByRole('heading', { name: 'Make this meeting a review' }).waitFor();
  await pane.getByRole('button', { name: 'Another school' }).click();
  await pane.getByRole('heading', { name: 'Which school?' }).waitFor();
  const frame = desk.page.frames().find((each) => each.url().includes('/outlook/pane.html'));
  expect(frame && (await axeFinds(frame))).toEqual([]);
  await pane.getByRole('list', { name: 'Your schools' }).getByRole('button').nth(1).click();
  await pane.getByLabel('Whose review is it?').waitFor();
  await desk.page.getByRole('button', { name: 'Close the pane' }).click();
  await desk.open('AP app');
  await desk.tab.getByText('Brackenfield Academy').first().waitFor();
});

test('the reviews of all their schools are one plan, in which they are in one place at a time, and one press books them', async () => {
  const due = (await Promise.all(schools.map(reviewsOf))).reduce((sum, { counts }) => sum + counts.due, 0);
  expect(due).toBeGreaterThan(15);
  await desk.tab.getByRole('navigation', { name: 'Screens' }).getByRole('button', { name: 'Reviews' }).click();
  await desk.tab.getByRole('tab', { name: 'Plan' }).click();
  await desk.tab.getByRole('switch', { name: 'All my schools in one plan' }).click();
  await desk.tab.getByRole('heading', { name: `${due} reviews of 3 schools with a time` }).waitFor();
  expect(await axeFinds(tabFrame(desk.page))).toEqual([]);
  await desk.tab.getByRole('button', { name: `Book all (${due})` }).click();
  await desk.tab.getByText(`${due} meetings: invitations go out in a moment.`).waitFor();
  await desk.tab
    .getByText(`${due} meetings stand in Outlook, and the invitations are out.`)
    .waitFor({ timeout: 90_000 });
  const booked = (await Promise.all(schools.map(reviewsOf))).map((one) => one.booked);
  expect(booked.map((of) => of.length > 4 && of.every(({ inOutlook }) => inOutlook))).toEqual([true, true, true]);
  const all = booked.flat();
  expect(all).toHaveLength(due);
  for (const one of all) {
    for (const other of all) {
      if (one === other || one.day !== other.day) continue;
      expect(one.end <= other.start || other.end <= one.start, `${one.day} ${one.start} ${other.start}`).toBe(true);
    }
  }
}, 180_000);

test('a link to a review names no school: on a new device one is chosen first, then the review is open', async () => {
  const [booked] = (await reviewsOf('sch-01')).booked;
  if (!booked) throw new Error('The school has a review in the calendar.');
  const { body } = await app.view(leader, 'review-pack', { review: booked.review, school: 'sch-01' });
  const { who } = Object(Object(body).data);
  const phone = await visits.visit(app, leader, { width: 360, height: 780 });
  const context = encodeURIComponent(JSON.stringify({ subEntityId: `reviews/${booked.review}` }));
  await phone.page.goto(
    `${app.standinUrl.replace('127.0.0.1', 'localhost')}/l/entity/ap/today?context=${context}&as=${leader.id}`,
  );
  await phone.tab.getByRole('button', { name: 'Ashdown Academy' }).click();
  await phone.tab.getByRole('heading', { level: 1, name: new RegExp(`^${who} · `) }).waitFor();
});

test('what was booked in three schools is cancelled with a message in one go', async () => {
  await desk.tab.getByRole('button', { name: 'Undo: cancel with a message…' }).click();
  await desk.tab.getByLabel('Why? Everybody invited reads this').fill('The trust plans anew.');
  await desk.tab.getByRole('button', { name: /^Cancel \d+ meetings and tell everybody/ }).click();
  await until(async () => (await Promise.all(schools.map(reviewsOf))).every(({ booked }) => booked.length === 0), 90);
  await desk.tab.getByRole('heading', { name: /reviews of 3 schools with a time/ }).waitFor();
}, 120_000);

/** Ends the role of the second school's own AP leader, so that both schools wait for the same person. */
async function leadAlone(): Promise<void> {
  const head = await app.personIn('head', 1);
  const { body } = await app.view(head, 'people');
  const { roles } = body.data as {
    roles: { assignment: string; seen: string; person: string; role: string }[];
  };
  const own = roles.find(({ role, person }) => role === 'ap-leader' && person !== leader.id);
  const ended = await app.act(head, 'end-role', { ...pick(own), lastDay: '2026-11-01' });
  expect([ended.status, ended.body.problems]).toEqual([200, undefined]);
}

const pick = (line: { assignment: string; seen: string } | undefined) => ({
  assignment: line?.assignment,
  seen: line?.seen,
});

test('a time at which another school has the same person is told where it is moved to, before anything is booked', async () => {
  await leadAlone();
  const all = desk.tab.getByRole('switch', { name: 'All my schools in one plan' });
  await all.click();
  await desk.tab.getByRole('list', { name: 'Proposed times', exact: true }).waitFor();
  await all.click();
  await desk.tab.getByRole('button', { name: /^Ashdown Academy/, expanded: false }).click();
  const first = desk.tab.getByRole('list', { name: 'Proposed times of Ashdown Academy' }).getByRole('listitem').first();
  await first.getByRole('button', { name: /^Change time/ }).click();
  const [day, from] = [first.getByLabel('Day', { exact: true }), first.getByLabel('From', { exact: true })];
  const [date, time] = [await day.inputValue(), await from.inputValue()];
  await first.getByRole('button', { name: /^Change time/ }).click();
  await desk.tab.getByRole('button', { name: /^Brackenfield Academy/ }).click();
  const other = desk.tab.getByRole('list', { name: 'Proposed times of Brackenfield Academy' }).getByRole('listitem');
  await other
    .last()
    .getByRole('button', { name: /^Change time/ })
    .click();
  await other.last().getByLabel('Day', { exact: true }).fill(date);
  await other.last().getByLabel('From', { exact: true }).fill(time);
  const initials = leader.displayName.replace(/^(\w).* (\w)\w*$/, '$1.$2.');
  const says = new RegExp(
    `^${initials} is at the review of .* \\(Ashdown Academy\\): .*, ${time} to .*Choose another time`,
  );
  await other.last().getByText(says).waitFor();
  await desk.tab.getByRole('button', { name: /^Brackenfield Academy .*1 moved.*1 at a time that is taken/ }).waitFor();
  for (const label of ['Dark', 'Light']) {
    await desk.page.getByLabel('Theme').selectOption({ label });
    await desk.page.waitForTimeout(400);
    expect([label, await axeFinds(tabFrame(desk.page))]).toEqual([label, []]);
  }
}, 60_000);

test('over HTTP too nobody is booked into two schools at a time, while the first booking still waits', async () => {
  const dueIn = async (school: string) => {
    const { body } = await app.view(leader, 'review-plan', { school });
    return (body.data as { rows: { review: string }[] }).rows[0]?.review;
  };
  const [one, two] = [await dueIn('sch-01'), await dueIn('sch-02')];
  const at = async (school: string, review: string | undefined, start: string, end: string) => {
    const slot = { start: `2026-11-12T${start}`, end: `2026-11-12T${end}` };
    return (await app.act(leader, 'book-reviews', { school, reviews: [{ review, ...slot }] })).body;
  };
  const booked = await at('sch-01', one, '10:00', '10:45');
  expect(booked.problems).toBeUndefined();
  expect((await at('sch-02', two, '10:44', '11:29')).problems).toEqual([
    {
      field: 'reviews.0.start',
      says: `${leader.displayName} is at a review of another school on Thu 12 Nov at 10:00 (until 10:45). Choose another time.`,
    },
  ]);
  const next = await at('sch-02', two, '10:45', '11:30');
  expect(next.problems).toBeUndefined();
  for (const [school, { accepted }] of [
    ['sch-01', booked],
    ['sch-02', next],
  ] as const) {
    expect((await app.act(leader, 'undo-booking', { school, entry: accepted?.entry })).status).toBe(200);
  }
});

test('nothing went wrong in the page by itself', () => {
  expect(visits.uncaught).toEqual([]);
});
