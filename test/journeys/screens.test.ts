import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp, until } from './world/app.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let officer: Visitor;

beforeAll(async () => {
  app = await startApp('screens', 5270, '2026-11-24T09:20:00.000Z');
  visits = await openBrowser();
  officer = await visits.visit(app, await app.personIn('attendance-officer'));
  await officer.open('AP app');
});
afterAll(async () => {
  await visits.close();
  await app.stop();
});

const screen = (visitor: Visitor, name: string) =>
  visitor.tab.getByRole('navigation').getByRole('button', { name }).click();
const withN = async () => (await app.items('AP Attendance')).filter(({ fields }) => fields.Code === 'N');

describe('Unsettled', () => {
  test('opens on the nearest deadline, with the count in the navigation', async () => {
    const { rows } = (await app.view(await app.personIn('attendance-officer'), 'unsettled')).body.data as {
      rows: { says: string }[];
    };
    await screen(officer, 'Unsettled');
    await officer.tab.getByRole('heading', { name: `${rows.length} not settled` }).waitFor();
    const first = await officer.tab
      .getByRole('list', { name: 'Not settled' })
      .getByRole('listitem')
      .first()
      .innerText();
    expect(first).toContain((rows[0]?.says ?? '').split(' · ').at(-1));
  });

  test('a code that needs a note is refused without one, and nothing typed is lost', async () => {
    await officer.tab.getByRole('button', { name: /^Settle N ·.*2 school days left/ }).click();
    await officer.tab.getByLabel('Code', { exact: true }).selectOption('Y7');
    await officer.tab.getByRole('button', { name: 'Settle', exact: true }).click();
    await officer.tab.getByText('Code Y7 needs a note: the nature of the cause.').waitFor();
    expect(await officer.tab.getByLabel('Code', { exact: true }).inputValue()).toBe('Y7');
  });

  test('settled, it leaves the list, and the register row holds the code and who', async () => {
    const before = (await withN()).length;
    await officer.tab.getByLabel('Code', { exact: true }).selectOption('I');
    await officer.tab.getByLabel('Note, or why it is settled late').fill('parent rang');
    await officer.tab.getByRole('button', { name: 'Settle', exact: true }).click();
    await until(async () => (await withN()).length === before - 1);
    const settled = (await app.items('AP Attendance')).filter(
      ({ fields }) => fields.Code === 'I' && fields.CodeAt !== undefined,
    );
    expect(settled.some(({ fields }) => fields.Note === 'parent rang')).toBe(true);
  });
});

describe('a session of an earlier day', () => {
  test('is entered late from the list, on its own day, with the reason, and kept', async () => {
    const rows = async () =>
      (await app.items('AP Attendance', "fields/Date eq '2026-11-23'")).filter(
        ({ fields }) =>
          fields.Session === 'AM' &&
          fields.ReportedVia === 'Tab' &&
          fields.ProviderStatus === 'AttendedOnTime' &&
          fields.AmendReason === 'provider rang next day',
      );
    expect(await rows()).toHaveLength(0);
    await officer.tab
      .getByRole('button', { name: /^Report .*Mon 23 Nov AM/ })
      .first()
      .click();
    await officer.tab.getByText('Mon 23 Nov, week B', { exact: false }).first().waitFor();
    const row = officer.tab.getByRole('row', { name: /Bea Fallowmere/ });
    await row.getByRole('button', { name: /^On time/ }).click();
    await row.getByRole('button', { name: 'Save' }).click();
    await row.getByText('Say why it is entered late.').waitFor();
    await row.getByLabel('Why is it entered late?').fill('provider rang next day');
    await row.getByRole('button', { name: 'Save' }).click();
    await until(async () => (await rows()).length === 1);
    await officer.tab.getByRole('button', { name: 'Back to today' }).click();
    await officer.tab.getByRole('tab', { name: /^Morning/ }).waitFor();
  });
});

describe('Board', () => {
  test('is where the AP leader lands: sentences by when they matter, with clause and press', async () => {
    const leader = await visits.visit(app, await app.personIn('ap-leader'));
    await leader.open('AP app');
    await leader.tab.getByRole('heading', { name: /finding/ }).waitFor();
    const now = await leader.tab.getByRole('list', { name: 'Now' }).innerText();
    expect(now).toContain('Clause 4.5');
    await leader.tab.getByLabel('Find a pupil or provider').fill('nobody of this name');
    await leader.tab.getByText('Nothing here fits what you are looking for.').waitFor();
    await leader.tab.getByLabel('Find a pupil or provider').fill('');
  });

  test('is narrowed to one provider, one pupil and one clause, and shown whole again', async () => {
    const leader = await visits.visit(app, await app.personIn('ap-leader'));
    await leader.open('AP app');
    await leader.tab.getByRole('heading', { name: /finding/ }).waitFor();
    const lines = () => leader.tab.getByRole('main').getByRole('listitem').count();
    const all = await lines();
    await leader.tab.getByRole('button', { name: 'Filter', exact: true }).click();
    const { findings } = (await app.view(await app.personIn('ap-leader'), 'board')).body.data as {
      findings: { clause: string; pupilSays?: string; providers: string[] }[];
    };
    const atFarm = findings.filter(({ providers }) => providers.includes('Hill Farm Learning'));
    const [one] = atFarm.filter(({ pupilSays }) => pupilSays);
    expect(atFarm.length).toBeGreaterThan(0);
    expect(atFarm.length).toBeLessThan(all);
    await leader.tab.getByLabel('Provider', { exact: true }).selectOption('Hill Farm Learning');
    await until(async () => (await lines()) === atFarm.length);
    await leader.tab.getByLabel('Pupil', { exact: true }).selectOption(one?.pupilSays ?? '');
    await until(async () => (await lines()) === atFarm.filter(({ pupilSays }) => pupilSays === one?.pupilSays).length);
    await leader.tab.getByLabel('Clause', { exact: true }).selectOption({ index: 1 });
    await leader.tab.getByRole('button', { name: 'Show all' }).click();
    await until(async () => (await lines()) === all);
  });
});

describe('Providers', () => {
  test('say whom to ring, where they are and who is there', async () => {
    await screen(officer, 'Providers');
    const farm = officer.tab.getByRole('listitem').filter({ hasText: 'Hill Farm Learning' });
    const list = (await app.items('AP Providers')).find(({ fields }) => fields.Name === 'Hill Farm Learning');
    expect(await farm.innerText()).toMatch(/\d pupils now/);
    expect(await farm.getByRole('link').getAttribute('href')).toBe(
      `tel:${String(list?.fields.AttendancePhone).replace(/\s/g, '')}`,
    );
  });
});

describe('Sheets', () => {
  test("give the day's register as a file with names and as paper with initials", async () => {
    await screen(officer, 'Sheets');
    await officer.tab.getByRole('table', { name: 'Register of the day' }).waitFor();
    const paper = await officer.tab.getByRole('table', { name: 'Register of the day' }).innerText();
    expect(paper).toContain('A.M.');
    expect(paper).not.toContain('Mallowfield');
    const files: Record<string, Buffer> = {};
    for (const name of ['CSV file', 'Excel workbook']) {
      const [given] = await Promise.all([
        officer.page.waitForEvent('download'),
        officer.tab.getByRole('button', { name }).click(),
      ]);
      expect(given.suggestedFilename()).toMatch(/^AP register 2026-11-24\.(csv|xlsx)$/);
      files[name] = readFileSync(await given.path());
    }
    const [head, ...lines] = files['CSV file']?.toString('utf8').split('\r\n').filter(Boolean) ?? [];
    expect(head).toBe('\uFEFFUPN,Id,Name,Year,Tutor group,Date,AM,AM note,PM,PM note');
    const pupils = (await app.items('AP Pupils')).map(({ fields }) => String(fields.LegalName));
    expect(lines.length).toBeGreaterThan(8);
    for (const line of lines) expect(pupils.some((name) => line.includes(name))).toBe(true);
    expect(files['Excel workbook']?.subarray(0, 2).toString()).toBe('PK');
  });

  test('a day in the holidays says so', async () => {
    await officer.tab.getByLabel('Day', { exact: true }).fill('2026-10-28');
    await officer.tab.getByText('That day is in the holidays.').waitFor();
  });
});

describe('Attendance between two days', () => {
  test('is counted by pupil and by provider from the lists, and leaves as a workbook or a file', async () => {
    await screen(officer, 'Sheets');
    await officer.tab.getByRole('tab', { name: 'Attendance' }).click();
    await officer.tab.getByRole('table', { name: 'By provider' }).waitFor();
    await officer.tab.getByLabel('From', { exact: true }).fill('2026-11-02');
    await officer.tab.getByLabel('To', { exact: true }).fill('2026-11-20');
    const marks = (await app.items('AP Attendance')).filter(
      ({ fields }) => String(fields.Date) >= '2026-11-02' && String(fields.Date) <= '2026-11-20',
    );
    const zoe = (await app.items('AP Pupils')).find(({ fields }) => fields.LegalName === 'Zoë Hartlewick')?.fields
      .Title;
    const hers = marks.filter(
      ({ fields }) =>
        fields.Pupil === zoe && !['NotExpected', 'ProviderClosed'].includes(String(fields.ProviderStatus)),
    );
    const came = hers.filter(({ fields }) =>
      ['AttendedOnTime', 'AttendedLate', 'LeftEarly', 'SentHome'].includes(String(fields.ProviderStatus)),
    );
    expect(hers.length).toBeGreaterThan(5);
    await officer.tab
      .getByRole('row', { name: new RegExp(`Zoë Hartlewick.*\\(${came.length} of ${hers.length}\\)`) })
      .waitFor();
    const [workbook] = await Promise.all([
      officer.page.waitForEvent('download'),
      officer.tab.getByRole('button', { name: 'Excel workbook' }).click(),
    ]);
    expect(workbook.suggestedFilename()).toBe('AP attendance 2026-11-02 to 2026-11-20.xlsx');
    const sheets = Object.keys(unzipSync(new Uint8Array(readFileSync(await workbook.path())))).filter((name) =>
      name.startsWith('xl/worksheets/sheet'),
    );
    expect(sheets).toHaveLength(3);
    await officer.tab.getByRole('button', { name: 'CSV file…' }).click();
    const [file] = await Promise.all([
      officer.page.waitForEvent('download'),
      officer.tab.getByRole('menuitem', { name: 'Sessions' }).click(),
    ]);
    const lines = readFileSync(await file.path(), 'utf8')
      .split('\r\n')
      .filter(Boolean);
    expect(lines.length - 1).toBe(marks.length);
  });

  test('the wrong way round says what to change', async () => {
    await officer.tab.getByLabel('From', { exact: true }).fill('2026-11-23');
    await officer.tab.getByText('The first day is after the last. Change one of them.').waitFor();
  });
});

describe('Pupils', () => {
  test('are found by any part of a name, whatever the accents', async () => {
    await screen(officer, 'Pupils');
    await officer.tab.getByLabel('Find by any part of a name, year or provider').fill('zoe hart');
    await until(
      async () => (await officer.tab.getByRole('list', { name: 'Pupils found' }).getByRole('listitem').count()) === 1,
    );
    await officer.tab.getByRole('button', { name: 'Open Zoë Hartlewick Y8' }).click();
    await officer.tab.getByRole('heading', { name: /Zoë Hartlewick/ }).waitFor();
  });

  test('the picture has a square for every session of the term, and each agrees with the list', async () => {
    const pupil = (await app.items('AP Pupils')).find(({ fields }) => fields.LegalName === 'Zoë Hartlewick');
    const squares = await officer.tab
      .locator('table button')
      .evaluateAll((all) =>
        all.map((one) => ({ says: one.getAttribute('aria-label') ?? '', code: one.textContent ?? '' })),
      );
    const marks = (await app.items('AP Attendance')).filter(
      ({ fields }) =>
        fields.Pupil === pupil?.fields.Title && String(fields.Date) >= '2026-11-02' && fields.Code !== undefined,
    );
    expect(marks.length).toBeGreaterThan(5);
    const short = (day: string) =>
      new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' })
        .format(new Date(`${day}T12:00:00Z`))
        .replace(',', '');
    for (const { fields } of marks) {
      const square = squares.find(({ says }) => says.startsWith(`${short(String(fields.Date))} ${fields.Session}`));
      expect(square?.code, `${fields.Date} ${fields.Session}`).toBe(fields.Code);
    }
  });

  test('an earlier term is a choice away, and agrees with the list as well', async () => {
    const summer = (await app.items('AP Attendance')).filter(
      ({ fields }) =>
        String(fields.Date) >= '2026-04-13' && String(fields.Date) <= '2026-07-31' && fields.Code !== undefined,
    );
    const plainNamed = (await app.items('AP Pupils')).filter(
      ({ fields }) => !fields.PreferredName && summer.some((mark) => mark.fields.Pupil === fields.Title),
    );
    const pupil = plainNamed[0]?.fields;
    const codes = summer.filter(({ fields }) => fields.Pupil === pupil?.Title).length;
    expect(codes).toBeGreaterThan(5);
    await officer.tab.getByRole('button', { name: 'All pupils' }).click();
    await officer.tab.getByRole('button', { name: `Open ${pupil?.LegalName} Y${pupil?.Year}` }).click();
    await officer.tab.getByLabel('Term', { exact: true }).selectOption('Summer 2026');
    const coded = () =>
      officer.tab
        .locator('table button')
        .evaluateAll((all) => all.filter((one) => /code/.test(one.getAttribute('aria-label') ?? '')).length);
    await until(async () => (await coded()) === codes);
    await officer.tab.getByText('Per cent of AP sessions attended, week by week').waitFor();
    await officer.tab.getByLabel('Term', { exact: true }).selectOption({ index: 0 });
    await until(async () => (await coded()) !== codes);
  });

  test('a press on a square says what happened and who changed it', async () => {
    const square = officer.tab.locator('table button').first();
    const says = await square.getAttribute('aria-label');
    await square.click();
    await officer.tab.getByText(says ?? 'nothing', { exact: true }).waitFor();
  });

  test('a governor has no pupils, not even their number', async () => {
    const governor = await visits.visit(app, await app.personIn('governor'));
    await governor.open('AP app');
    await governor.tab.getByText('Nothing here is yours to see.').waitFor();
    expect(await governor.tab.getByRole('navigation').getByRole('button').count()).toBe(0);
  });
});

test('nothing went wrong in the pages by themselves', () => {
  expect(visits.uncaught).toEqual([]);
});
