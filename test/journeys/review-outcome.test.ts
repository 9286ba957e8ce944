import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp, until } from './world/app.ts';
import { axeFinds, tabFrame } from './world/axe.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let leader: Visitor;

const review = 'pl-jess-farm|halfterm|2026-11-02|halfterm';

beforeAll(async () => {
  app = await startApp('review-outcome', 5430, '2026-11-24T11:00:00.000Z');
  visits = await openBrowser();
  leader = await visits.visit(app, await app.personIn('ap-leader'));
  await leader.open('AP app');
  await openReview(leader);
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

async function openReview(visitor: Visitor) {
  const bar = visitor.tab.getByRole('navigation');
  await bar.waitFor();
  const pupils = bar.getByRole('button', { name: 'Pupils' });
  if (!(await pupils.isVisible())) await bar.getByRole('button', { name: 'More' }).click();
  await pupils.click();
  await visitor.tab.getByRole('button', { name: /^Open Jess Sandringlow/ }).click();
  await visitor.tab.getByRole('button', { name: /^Open the review: Booked for Tue 24 Nov, 10:00 to 10:45/ }).click();
  await visitor.tab.getByRole('heading', { name: /Hill Farm/ }).waitFor();
}

const row = async (list: string, key: string) =>
  (await app.items(list)).find(({ fields }) => fields.RecordKey === key)?.fields;
const tab = () => leader.tab;
const field = (label: string) =>
  tab()
    .locator('input, textarea, select')
    .and(tab().getByLabel(new RegExp(`^${label}\\s*\\*?$`)));
const fill = (label: string, value: string) => field(label).fill(value);
const choose = (label: string, value: string) => field(label).selectOption(value);
const finish = () => tab().getByRole('button', { name: 'Finish', exact: true }).click();

describe('the pack', () => {
  test('opens on when, with whom and what is due, then attendance, last actions and the agenda', async () => {
    await tab().getByText('Half-termly review. Booked for Tue 24 Nov, 10:00 to 10:45, Hill Farm.').waitFor();
    await tab().getByText('Due by Fri 18 Dec (8.3).').waitFor();
    await tab()
      .getByRole('region', { name: 'Attendance' })
      .getByText('since the review on', { exact: false })
      .waitFor();
    const last = tab().getByRole('list', { name: 'Actions of the last review' });
    await last.getByText('Was due Fri 20 Nov').waitFor();
    expect(await tab().getByRole('region', { name: 'Agenda' }).getByRole('listitem').count()).toBe(12);
  });
});

describe('the outcome', () => {
  test('is not closed with gaps: each is said at its field', async () => {
    await finish();
    await tab().getByText('Write what the pupil says, or below why not, with what was tried.').waitFor();
    await tab().getByText('Choose what is decided.').first().waitFor();
    expect((await row('AP Reviews', review))?.Stage).toBe('Booked');
  });

  test('what is missing stays said while what was typed is saved', async () => {
    await fill('Report of the provider', 'Punctual.');
    await finish();
    await until(async () => (await row('AP Reviews', review))?.ProviderReport === 'Punctual.');
    await until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0);
    await tab()
      .getByText(/things are missing or wrong/)
      .waitFor();
    await tab().getByText('Choose what is decided.').first().waitFor();
  });

  test('saves as it is typed, and somebody else finds it there', async () => {
    await fill('What the pupil says', 'I like the greenhouse.');
    await fill('What the parents say', 'She sleeps better.');
    await fill('Minutes', 'Attendance and the way back.');
    await until(async () => (await row('AP Reviews', review))?.Minutes === 'Attendance and the way back.');
    expect(await row('AP Reviews', review)).toMatchObject({ PupilVoice: 'I like the greenhouse.', Stage: 'Booked' });
  });

  test('a decision to vary changes the week, with actions and the next review; what follows is said first', async () => {
    await choose('Safe there', 'Yes');
    await tab()
      .getByRole('checkbox', { name: /^The pupil/ })
      .check();
    await tab()
      .getByRole('checkbox', { name: /^Parent: Parent of/ })
      .check();
    for (const group of await tab().getByRole('radiogroup').all()) await group.getByLabel('Partly').check();
    await choose('Decision', 'Vary');
    await fill('Reasons for the decision', 'Ready for more time in school.');
    await fill('Next step back to school', 'Fridays in school.');
    await tab().getByRole('checkbox', { name: 'The weekly sessions change' }).check();
    await fill('First day of the new week', '2026-12-01');
    await tab().getByRole('button', { name: 'Take away Friday AM' }).click();
    await tab().getByRole('button', { name: 'Add an action' }).click();
    await fill('What is to be done', 'Tell the tutor group');
    await choose('Who', 'tutor');
    await field('By').fill('2026-11-30');
    await fill('Next review', '2027-02-26');
    await tab().getByText('Fri AM back in school from Tue 1 Dec', { exact: false }).waitFor();
    await finish();
    await tab()
      .getByText('Fri 26 Feb is too late: the next review is due by Fri 12 Feb (8.3). Choose an earlier day.')
      .first()
      .waitFor();
    await fill('Next review', '2027-02-04');
    await tab().getByText('next review Thu 4 Feb, to be booked; 1 action;', { exact: false }).waitFor();
    await finish();
    await tab().getByText('Written up on Tue 24 Nov.').waitFor();
    await tab().getByText('Word document, filed in the school’s library.').waitFor();
    expect(
      await tab()
        .locator('h1')
        .evaluate((heading) => heading === document.activeElement),
    ).toBe(true);
  });

  test('stands in the lists: review, objectives, people, actions, week, next review', async () => {
    const { displayName } = await app.personIn('ap-leader');
    expect(await row('AP Reviews', review)).toMatchObject({
      Stage: 'Held',
      HeldOn: '2026-11-24',
      CompletedOn: '2026-11-24',
      Decision: 'Vary',
      NextReview: '2027-02-04',
      ChangedByName: displayName,
    });
    expect(await row('AP Reviews', 'pl-jess-farm|halfterm|2027-01-04|halfterm')).toMatchObject({
      Stage: 'Planned',
      ScheduledFor: '2027-02-04',
      DueBy: '2027-02-12',
    });
    const progress = (await app.items('AP Progress')).filter(({ fields }) => fields.Review === review);
    expect(progress.map(({ fields }) => fields.Progress)).toEqual(['Partly', 'Partly']);
    const came = (await app.items('AP Invitees')).filter(({ fields }) => fields.Review === review && fields.Attended);
    expect(came.map(({ fields }) => fields.Part).toSorted()).toEqual(['Parent', 'Pupil']);
    const agreed = (await app.items('AP Actions')).filter(({ fields }) => fields.Source === review);
    expect(agreed.map(({ fields }) => [fields.Text, fields.Owner, fields.Due, fields.Status])).toEqual([
      ['Tell the tutor group', 'tutor', '2026-11-30', 'Open'],
    ]);
    expect((await row('AP Schedule', 'sl-jess-farm-fri-am'))?.ValidTo).toBe('2026-11-30');
    expect((await row('AP Schedule', 'sl-jess-farm-tue-am'))?.ValidTo).toBeUndefined();
  });

  test('another version is refused with who and when, and a second time does no harm', async () => {
    const person = await app.personIn('ap-leader');
    const stale = await app.act(person, 'record-review-outcome', { review, seen: 'W/"old"', minutes: 'Mine' });
    expect(stale.body.done?.results).toMatchObject([{ about: review, outcome: 'superseded', by: person.displayName }]);
    const again = { review, seen: 'W/"old"', finish: true, minutes: 'Attendance and the way back.' };
    const twice = await app.act(person, 'record-review-outcome', again);
    expect(twice.body.done?.results).toMatchObject([{ about: review, outcome: 'unchanged' }]);
  });
});

describe('for everybody', () => {
  test.each([
    ['Light', 1280],
    ['Dark', 1280],
    ['High contrast', 1280],
    ['Light', 360],
  ])('axe finds nothing in %s at %i pixels', async (theme, width) => {
    const visitor = await visits.visit(app, await app.personIn('ap-leader'), { width, height: 900 });
    await visitor.page.getByLabel('Theme').selectOption({ label: theme });
    await visitor.open('AP app');
    const bar = visitor.tab.getByRole('navigation');
    await bar.waitFor();
    const pupils = bar.getByRole('button', { name: 'Pupils' });
    if (!(await pupils.isVisible())) await bar.getByRole('button', { name: 'More' }).click();
    await pupils.click();
    await visitor.tab.getByRole('button', { name: /^Open Jess/ }).click();
    const found: string[] = [];
    for (const [which, part] of [
      ['Planned', 'Outcome'],
      ['Held', 'What came of it'],
    ] as const) {
      await visitor.tab
        .getByRole('button', { name: new RegExp(`^Open the review: ${which}`) })
        .first()
        .click();
      await visitor.tab
        .getByRole('form', { name: part })
        .or(visitor.tab.getByRole('region', { name: part }))
        .waitFor();
      await visitor.page.waitForTimeout(400);
      found.push(...(await axeFinds(tabFrame(visitor.page))).map((line) => `${which}: ${line}`));
      const wider = await visitor.tab.locator('html').evaluate((page) => page.scrollWidth - page.clientWidth);
      if (wider > 0) found.push(`${which}: ${wider} px too wide`);
      await visitor.tab.getByRole('button', { name: 'Back' }).click();
    }
    await visitor.page.context().close();
    expect(found).toEqual([]);
  });

  test('nothing went wrong in the pages by themselves', () => {
    expect(visits.uncaught).toEqual([]);
  });
});
