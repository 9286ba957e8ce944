import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ReviewPack } from '../../src/school/reviews/review-pack.types.ts';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';
import { openBrowser, type Visits } from './world/browser.ts';

let app: RunningApp;
let visits: Visits;
let leader: TenantPerson;
let outsider: string;

/** Booked for the day that is shown; and one that was held and written up in the half term before. */
const review = 'pl-jess-farm|halfterm|2026-11-02|halfterm';
const earlier = 'pl-tariq-college|halfterm|2026-09-02|halfterm';
const folder = 'AP minutes/2026-27';

beforeAll(async () => {
  app = await startApp('minutes', 5640, '2026-11-24T11:00:00.000Z');
  leader = await app.personIn('ap-leader');
  outsider = String(Object(await app.control('POST', '/standin/app-token')).token);
});
afterAll(async () => {
  await visits?.close();
  await app.stop();
});

const row = async (key: string) =>
  (await app.items('AP Reviews')).find(({ fields }) => fields.RecordKey === key)?.fields ?? {};
const graph = (where: string) =>
  fetch(`${app.standinUrl}/v1.0/sites/${app.site}/drive/${where}`, {
    headers: { Authorization: `Bearer ${outsider}` },
  });

/** Names of the files that lie in the school's library, read from outside. */
async function filed(): Promise<readonly string[]> {
  const at = await graph(`root:/${encodeURI(folder)}`);
  if (at.status === 404) return [];
  const { id }: { id: string } = await at.json();
  const { value }: { value: readonly { name: string }[] } = await (await graph(`items/${id}/children`)).json();
  return value.map(({ name }) => name);
}

async function fileOf(path: unknown): Promise<Uint8Array> {
  return new Uint8Array(await (await graph(`root:/${encodeURI(String(path))}:/content`)).arrayBuffer());
}

const textOf = (file: Uint8Array) => strFromU8(unzipSync(file)['word/document.xml'] ?? new Uint8Array());

async function packOf(key: string): Promise<ReviewPack> {
  const { body } = await app.view(leader, 'review-pack', { review: key });
  return body.data as ReviewPack;
}

async function minutesFor(person: TenantPerson, key: string): Promise<Response> {
  return await fetch(`${app.appUrl}/api/documents/minutes/${encodeURIComponent(key)}`, {
    headers: { Authorization: `Bearer ${await app.tokenFor(person)}` },
  });
}

const settled = () => until(async () => (await app.items('AP Journal', "fields/State eq 'Open'")).length === 0, 150);

test('of a review that is not written up there are none, and it says so', async () => {
  const answer = await minutesFor(leader, review);
  const { message }: { message: string } = await answer.json();
  expect([answer.status, message]).toEqual([404, 'This review is not written up yet. Its minutes follow when it is.']);
  expect(await filed()).toEqual([]);
});

test('a review that is written up is saved at once, and its minutes follow into the library of the site', async () => {
  const { seen, objectives } = await packOf(review);
  const { status, body } = await app.act(leader, 'record-review-outcome', {
    review,
    seen,
    finish: true,
    heldOn: '2026-11-24',
    safe: 'Yes',
    pupilVoice: 'I like the greenhouse.',
    parentVoice: 'She sleeps better.',
    minutes: 'The way back was talked through.',
    decision: 'Continue',
    decisionReasons: 'It works.',
    reintegrationStep: 'Fridays in school.',
    nextReview: '2027-02-04',
    objectives: objectives.map(({ objective }) => ({ objective, progress: 'Met' })),
    actions: [{ text: 'Order the bus pass', owner: 'tutor', due: '2026-12-01' }],
  });
  expect([status, Object(body).done?.says]).toEqual([
    200,
    'The minutes follow as a Word document in the school’s library.',
  ]);
  await until(async () => typeof (await row(review)).MinutesDocument === 'string');
  const [name = '', ...more] = await filed();
  expect(more).toEqual([]);
  expect((await row(review)).MinutesDocument).toBe(`${folder}/${name}`);
  expect(name).toMatch(/^AP review J\.S\. 10C Y10 2026-11-24 [a-z0-9]+\.docx$/);
  const text = textOf(await fileOf((await row(review)).MinutesDocument));
  for (const said of ['I like the greenhouse.', 'The way back was talked through.', 'Order the bus pass']) {
    expect(text).toContain(said);
  }
  expect(text).not.toMatch(/Jess|Sandringlow/);
  await settled();
});

test('the server hands out the very file, under a name without the pupil’s, and notes who took it', async () => {
  const answer = await minutesFor(leader, review);
  expect(answer.status).toBe(200);
  const [name] = await filed();
  expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="${name}"`);
  expect(answer.headers.get('content-type')).toContain('wordprocessingml');
  expect(answer.headers.get('cache-control')).toBe('no-store');
  expect(new Uint8Array(await answer.arrayBuffer())).toEqual(await fileOf(`${folder}/${name}`));
  const taken = (await app.items('AP Journal')).filter(({ fields }) => fields.Action === 'hand-out-minutes');
  expect(taken.map(({ fields }) => [fields.By, fields.About, fields.State])).toEqual([
    [leader.id, (await row(review)).Pupil, 'Done'],
  ]);
});

test('nobody else has it: no token, no role, another pupil’s tutor', async () => {
  expect((await fetch(`${app.appUrl}/api/documents/minutes/${encodeURIComponent(review)}`)).status).toBe(401);
  expect((await minutesFor(await app.personIn('governor'), review)).status).toBe(403);
  const roles = await app.items('AP Roles');
  const pupil = String((await row(review)).Pupil);
  const foreign = roles.find(({ fields }) => fields.Role === 'tutor' && !String(fields.Pupils).includes(pupil));
  const tutor = (await app.people()).find(({ id }) => id === foreign?.fields.Person);
  if (!tutor) throw new Error('The school has no tutor of other pupils.');
  expect((await minutesFor(tutor, review)).status).toBe(404);
  expect((await minutesFor(leader, 're-nothing')).status).toBe(404);
  const taken = (await app.items('AP Journal')).filter(({ fields }) => fields.Action === 'hand-out-minutes');
  expect(taken).toHaveLength(1);
});

test('a correction takes the place of the file, and there is no second', async () => {
  const { MinutesDocument: path } = await row(review);
  const { seen } = await packOf(review);
  await app.act(leader, 'record-review-outcome', { review, seen, pupilVoice: 'I like the goats more.' });
  await until(async () => textOf(await fileOf(path)).includes('I like the goats more.'));
  expect(await filed()).toHaveLength(1);
  await settled();
});

test('killed between the file and the row that names it, the server is followed by one that finishes it once', async () => {
  await app.control('POST', '/standin/faults', { match: 'PUT /v1.0/**', drop: 'after' });
  const { seen } = await packOf(earlier);
  const { status } = await app.act(leader, 'record-review-outcome', {
    review: earlier,
    seen,
    providerReport: 'Punctual and keen.',
  });
  expect(status).toBe(200);
  await until(async () => (await filed()).length === 2);
  await app.killServer();
  expect((await row(earlier)).MinutesDocument).toBeUndefined();
  expect((await row(earlier)).ProviderReport).toBe('Punctual and keen.');
  await app.startServer();
  // Whoever asks meanwhile has them all the same, made of the lists.
  const early = await minutesFor(leader, earlier);
  expect(textOf(new Uint8Array(await early.arrayBuffer()))).toContain('Punctual and keen.');
  await app.control('DELETE', '/standin/faults');
  await settled();
  expect(await filed()).toHaveLength(2);
  const { MinutesDocument: path } = await row(earlier);
  expect(textOf(await fileOf(path))).toContain('Punctual and keen.');
}, 240_000);

test('while the library is throttled the review is saved and answered in time, and the minutes come after', async () => {
  await app.control('POST', '/standin/faults', { match: 'PUT /v1.0/**', status: 429, retryAfter: 3, times: 2 });
  const { seen } = await packOf(earlier);
  const asked = Date.now();
  const { status } = await app.act(leader, 'record-review-outcome', {
    review: earlier,
    seen,
    providerReport: 'Punctual, keen, and helps others.',
  });
  expect(status).toBe(200);
  expect(Date.now() - asked).toBeLessThan(5_000);
  expect((await row(earlier)).ProviderReport).toBe('Punctual, keen, and helps others.');
  expect(textOf(await fileOf((await row(earlier)).MinutesDocument))).not.toContain('and helps others');
  await settled();
  expect(await app.control('GET', '/standin/faults')).toEqual([]);
  expect(textOf(await fileOf((await row(earlier)).MinutesDocument))).toContain('Punctual, keen, and helps others.');
  expect(await filed()).toHaveLength(2);
}, 240_000);

test('in the tab a finished review gives its minutes at a press', async () => {
  visits = await openBrowser();
  const visitor = await visits.visit(app, leader);
  await visitor.open('AP app');
  const bar = visitor.tab.getByRole('navigation');
  await bar.waitFor();
  await bar.getByRole('button', { name: 'Pupils' }).click();
  await visitor.tab.getByRole('button', { name: /^Open Jess Sandringlow/ }).click();
  await visitor.tab.getByRole('button', { name: /^Open the review: Held on Tue 24 Nov/ }).click();
  await visitor.tab.getByText('Word document, filed in the school’s library.').waitFor();
  const download = visitor.page.waitForEvent('download');
  await visitor.tab.getByRole('button', { name: 'Minutes' }).click();
  expect((await download).suggestedFilename()).toMatch(/^AP review J\.S\. 10C Y10 2026-11-24 [a-z0-9]+\.docx$/);
  expect(visits.uncaught).toEqual([]);
});
