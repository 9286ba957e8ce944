import { afterAll, beforeAll, expect, test } from 'vitest';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';
import { cardOf, chatsOf, dataOf, type Standing, wordsOf } from './world/chat.ts';

let app: RunningApp;
let chats: ReturnType<typeof chatsOf>;
let officer: TenantPerson;
let channel = '';

beforeAll(async () => {
  app = await startApp('bot-through-the-day', 5210, '2026-11-24T08:45:00.000Z');
  // A week of school goes by in half a minute here: the minute's allowance is not what is tried.
  await app.control('POST', '/standin/settings', { unitsPerMinute: 20_000 });
  chats = chatsOf(app);
  channel = await chats.channel();
  officer = await app.personIn('attendance-officer');
});
afterAll(() => app.stop());

const clock = (time: string, day = '2026-11-24') =>
  app.control('POST', '/standin/clock', { now: `${day}T${time}:00.000Z`, frozen: true });
const messages = async (purpose: string, day = '2026-11-24') =>
  (await app.items('AP Messages', `fields/Date eq '${day}'`)).filter(({ fields }) => fields.Purpose === purpose);
const inChat = async (person: TenantPerson, holds: string) =>
  (await chats.messages(await chats.personal(person))).filter(
    (each) => each.attachments && wordsOf(cardOf(each)).includes(holds),
  );
const registers = async (word: string) =>
  (await chats.messages(channel)).filter((each) => each.summary?.startsWith(`${word} register`));
async function register(word: string, nth = -1): Promise<Standing> {
  await until(async () => (await registers(word)).length > 0);
  const found = (await registers(word)).at(nth);
  if (!found) throw new Error('There is no register card.');
  return found;
}
const fault = (match: string, more: object) => app.control('POST', '/standin/faults', { match, ...more });

test('a card that Teams took while its answer was lost comes again, and the older one says which to use', async () => {
  await fault('POST /v3/conversations', { drop: 'after', times: 1 });
  await clock('08:51');
  await until(async () => (await registers('Morning')).length === 2, 30);
  await app.control('DELETE', '/standin/faults');
  await until(async () => (await messages('register'))[0]?.fields.State === 'Sent');
  const older = await register('Morning', 0);
  const pressed = await chats.press(
    channel,
    officer,
    older.id,
    'record-attendance',
    dataOf(cardOf(older), 'record-attendance', 'Save'),
  );
  expect(wordsOf(pressed.body)).toBe('Use the card of 08:51.');
  const newer = await register('Morning');
  const refreshed = await chats.press(channel, officer, newer.id, 'refresh', {});
  expect(wordsOf(refreshed.body)).toContain('Morning register');
});

test('silence is chased thirty minutes after each start, with the number of the attendance contact, and not before', async () => {
  const starts = (await app.view(officer, 'today')).body.data as {
    sessions: { providers: { name: string; firstStart: string; attendancePhone?: string }[] }[];
  };
  const farm = starts.sessions[0]?.providers.find(({ name }) => name.startsWith('Hill Farm'));
  expect(farm?.firstStart).toBe('09:15');
  await clock('09:44');
  expect(await inChat(officer, 'No answer from Hill Farm')).toHaveLength(0);
  await clock('09:45');
  await until(async () => (await inChat(officer, 'No answer from Hill Farm')).length === 1);
  const [chase] = await inChat(officer, 'No answer from Hill Farm');
  expect(JSON.stringify(cardOf(chase))).toContain(`tel:${farm?.attendancePhone?.replace(/\s/g, '')}`);
  await clock('10:00');
  await until(async () => (await inChat(officer, 'No answer from Hill Farm')).length === 2);
});

test('sixty minutes after the start the AP leader hears of the silence, and the DSL of each pupil at risk', async () => {
  const leader = await app.personIn('ap-leader');
  expect(await inChat(leader, 'No answer from Hill Farm')).toHaveLength(0);
  await clock('10:15');
  await until(async () => (await inChat(leader, 'No answer from Hill Farm')).length === 1);
  const flagged = (await app.items('AP Pupils')).filter(
    ({ fields }) =>
      ['CIN', 'CP', 'Other'].includes(String(fields.SocialWorker)) ||
      fields.Cla === 'CLA' ||
      fields.YouthJustice === true ||
      String(fields.RiskFlags ?? '') !== '',
  );
  const keys = new Set(flagged.map(({ fields }) => String(fields.Title)));
  const told = (await messages('dsl-alert')).filter(
    ({ fields }) => fields.By === 'Chat' && !String(fields.Title).includes('|deputy'),
  );
  const pupils = told.map(({ fields }) => String(fields.About).split('|')[0] ?? '');
  expect(pupils.length).toBeGreaterThan(0);
  expect(pupils.every((pupil) => keys.has(pupil))).toBe(true);
});

test('a pupil at risk who is absent without a word goes to the DSL at once; blocked there, to the deputy by card and mail', async () => {
  await clock('12:51');
  const dsl = await app.personIn('dsl');
  const deputy = await app.personIn('deputy-dsl');
  await chats.block(await chats.personal(dsl), true);
  const afternoon = await register('Afternoon');
  const today = (await app.view(officer, 'today')).body.data as {
    sessions: {
      providers: {
        rows: { placement: string; pupil: string; flagged: boolean; expected: boolean; seen: string | null }[];
      }[];
    }[];
  };
  const row = today.sessions[1]?.providers
    .flatMap(({ rows }) => rows)
    .find(({ flagged, expected }) => flagged && expected);
  expect(row).toBeDefined();
  const answer = await chats.press(channel, officer, afternoon.id, 'record-attendance', {
    ...dataOf(cardOf(afternoon), 'record-attendance', 'Save'),
    [`status:${row?.placement}`]: 'AbsentNoReason',
  });
  expect(wordsOf(answer.body)).toContain('Saved: 1.');
  const about = `${row?.pupil}|2026-11-24|pm`;
  const alerts = async () => (await messages('dsl-alert')).filter(({ fields }) => fields.About === about);
  await until(async () => (await alerts()).some(({ fields }) => fields.To === dsl.id && fields.State === 'Failed'));
  await clock('12:53');
  await until(async () => {
    const to = (await alerts()).filter(({ fields }) => fields.To === deputy.id && fields.State === 'Sent');
    return to.length === 2;
  });
  const ways = (await alerts()).filter(({ fields }) => fields.To === deputy.id).map(({ fields }) => fields.By);
  expect(ways.toSorted()).toEqual(['Chat', 'Mail']);
  const board = (await app.view(await app.personIn('ap-leader'), 'board')).body.data;
  expect(JSON.stringify(board)).toContain('urgent-not-acknowledged');
});

test('the head is last in line, and the finding goes when somebody acknowledges', async () => {
  const head = await app.personIn('head');
  const deputy = await app.personIn('deputy-dsl');
  await clock('13:09');
  await until(async () =>
    (await messages('dsl-alert')).some(({ fields }) => fields.To === head.id && fields.By === 'Mail'),
  );
  const waiting = (await chats.messages(await chats.personal(deputy))).filter(
    (each) => each.attachments && JSON.stringify(cardOf(each)).includes('"acknowledge"'),
  );
  for (const card of waiting) {
    const answer = await chats.press(
      await chats.personal(deputy),
      deputy,
      card.id,
      'acknowledge',
      dataOf(cardOf(card), 'acknowledge'),
    );
    expect(wordsOf(answer.body)).toContain('Acknowledged. Thank you.');
  }
  await until(async () => {
    const board = (await app.view(await app.personIn('ap-leader'), 'board')).body.data;
    return !JSON.stringify(board).includes('urgent-not-acknowledged');
  });
  await chats.block(await chats.personal(await app.personIn('dsl')), false);
});

test("a card in somebody's chat answers nobody else", async () => {
  const deputy = await app.personIn('deputy-dsl');
  const theirs = await chats.personal(officer);
  const [card] = await inChat(officer, 'No answer from Hill Farm');
  await expect(chats.press(theirs, deputy, card?.id ?? '', 'refresh', {})).rejects.toThrow('403');
});

test('a press while SharePoint is slow or down is answered within five seconds, and what was not saved says so', async () => {
  const card = await register('Afternoon');
  const today = (await app.view(officer, 'today')).body.data as {
    sessions: { providers: { rows: { placement: string; status: string; expected: boolean }[] }[] }[];
  };
  const open =
    today.sessions[1]?.providers
      .flatMap(({ rows }) => rows)
      .filter(({ status, expected }) => expected && status === 'NotReported') ?? [];
  const press = async (placement: string | undefined) => {
    const from = Date.now();
    const answer = await chats.press(channel, officer, card.id, 'record-attendance', {
      ...dataOf(cardOf(card), 'record-attendance', 'Save'),
      [`status:${placement}`]: 'AttendedOnTime',
    });
    return { said: wordsOf(answer.body), status: answer.status, within: Date.now() - from < 5_000 };
  };
  await fault('* /v1.0/**', { status: 503 });
  expect(await press(open[0]?.placement)).toMatchObject({
    status: 200,
    within: true,
    said: expect.stringContaining('Not saved'),
  });
  await app.control('DELETE', '/standin/faults');
  const saved = async (placement: string | undefined) =>
    (await app.items('AP Attendance', "fields/Month eq '2026-11'")).some(
      ({ fields }) =>
        fields.Placement === placement &&
        fields.Date === '2026-11-24' &&
        fields.Session === 'PM' &&
        fields.ProviderStatus === 'AttendedOnTime',
    );
  expect(await saved(open[0]?.placement)).toBe(false);
  await until(async () => (await press(open[0]?.placement)).said.includes('Saved: 1.'));
  const attendance = await app.listId('AP Attendance');
  await fault(`POST /v1.0/sites/*/lists/${attendance}/items`, { delayMs: 7_000, times: 1 });
  const slow = await press(open[1]?.placement);
  expect(slow).toMatchObject({ status: 200, within: true });
  expect(slow.said).toMatch(/Received. It is being written|Saved: 1/);
  await app.control('DELETE', '/standin/faults');
  await until(() => saved(open[1]?.placement), 90);
}, 180_000);

test('at half past three the officer and the AP leader have the list of what is open', async () => {
  await clock('15:29');
  expect(await messages('open-list')).toHaveLength(0);
  await clock('15:30');
  await until(async () => (await messages('open-list')).length === 2);
  const leader = await app.personIn('ap-leader');
  expect((await messages('open-list')).map(({ fields }) => fields.To).toSorted()).toEqual(
    [officer.id, leader.id].toSorted(),
  );
});

test('a round whose session is over is not posted; the day begins anew on the next', async () => {
  await clock('12:31', '2026-11-25');
  expect(await messages('register', '2026-11-25')).toHaveLength(0);
  const unsettled = JSON.stringify((await app.view(officer, 'unsettled')).body.data);
  expect(unsettled).toContain('2026-11-25');
});

test('after five school days the cards hold counts and no pupil; the fifth day itself still shows them', async () => {
  await clock('09:00', '2026-12-01');
  const fifth = wordsOf(cardOf(await register('Morning', 1)));
  expect(fifth).toMatch(/K\.B\. Y9/);
  await clock('09:00', '2026-12-02');
  // Fifteen cards fold in a minute.
  for (const minute of ['09:01', '09:02', '09:03']) await clock(minute, '2026-12-02');
  await until(
    async () =>
      !/[A-Z]\.[A-Z]\. Y\d/.test(
        wordsOf(cardOf((await registers('Morning')).filter(({ timestamp }) => timestamp < '2026-11-25').at(-1))),
      ),
  );
  await until(async () => {
    const old = (await chats.messages(await chats.personal(officer))).filter(
      ({ timestamp, attachments }) => attachments && timestamp < '2026-11-25',
    );
    return old.length > 0 && old.every((each) => wordsOf(cardOf(each)).startsWith('Closed: Tue 24 Nov'));
  });
});
