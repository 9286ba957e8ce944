import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';
import { buttons, cardOf, chatsOf, dataOf, type Standing, wordsOf } from './world/chat.ts';

let app: RunningApp;
let chats: ReturnType<typeof chatsOf>;
let channel = '';
const who: Record<string, TenantPerson> = {};
const chat: Record<string, string> = {};
const people = { officer: 'attendance-officer', leader: 'ap-leader', dsl: 'dsl', deputy: 'deputy-dsl', head: 'head' };

beforeAll(async () => {
  app = await startApp('bot', 5200, '2026-11-24T08:45:00.000Z');
  chats = chatsOf(app);
  channel = await chats.channel();
  for (const [name, role] of Object.entries(people)) {
    const person = await app.personIn(role);
    who[name] = person;
    chat[name] = await chats.personal(person);
  }
});
afterAll(() => app.stop());

const person = (name: string): TenantPerson => {
  const found = who[name];
  if (!found) throw new Error(`Nobody is ${name}.`);
  return found;
};
const clock = (time: string, day = '2026-11-24') =>
  app.control('POST', '/standin/clock', { now: `${day}T${time}:00.000Z`, frozen: true });
const marks = async (session = 'AM') =>
  (await app.items('AP Attendance', "fields/Month eq '2026-11'")).filter(
    ({ fields }) => fields.Date === '2026-11-24' && fields.Session === session,
  );
const registers = async (word = 'Morning') =>
  (await chats.messages(channel)).filter((each) => each.summary?.startsWith(`${word} register`));
async function register(word = 'Morning'): Promise<Standing> {
  await until(async () => (await registers(word)).length > 0);
  const found = (await registers(word)).at(-1);
  if (!found) throw new Error('There is no register card.');
  return found;
}
/** The last thing the bot said in a chat, as words. */
async function lastSaid(conversation: string): Promise<string> {
  const said = (await chats.messages(conversation)).filter((each) => each.from?.role !== 'user').at(-1);
  return said?.attachments ? wordsOf(cardOf(said)) : (said?.text ?? '');
}
async function asks(name: string, text: string): Promise<string> {
  const answered = await chats.type(chat[name] ?? '', person(name), text);
  expect(answered.status).toBeLessThan(300);
  return lastSaid(chat[name] ?? '');
}
const placementOf = async (initials: string) => {
  const pupil = (await app.items('AP Pupils')).find(({ fields }) => fields.Initials === initials);
  const rows = await app.items('AP Placements');
  return String(
    rows.find(({ fields }) => fields.Pupil === pupil?.fields.Title && fields.Stage === 'Active')?.fields.Title,
  );
};

describe('what is typed', () => {
  test('help names the commands; an unknown word says so', async () => {
    const help = await asks('officer', 'help');
    for (const command of ['today', 'absent', 'help']) expect(help).toContain(command);
    expect(await asks('officer', 'xyzzy')).toContain('no pupil of yours by that name');
  });

  test('today answers in counts', async () => {
    expect(await asks('officer', 'Today')).toMatch(/Morning: 12 expected, 0 here/);
  });

  test("a pupil's name is answered in the personal chat; two of one beginning are told apart", async () => {
    const answer = await asks('officer', 'bea fallowmere');
    expect(answer).toContain('Bea Fallowmere Y9');
    expect(answer).toMatch(/Morning \d\d:\d\d/);
    expect(await asks('officer', 'B.F.')).toContain('Bea Fallowmere');
  });

  test('in the channel a name is answered privately: nothing about the pupil stands there', async () => {
    const before = (await chats.messages(chat.officer ?? '')).length;
    await chats.type(channel, person('officer'), '<at>Alternative Provision</at> Bea Fallowmere');
    const said = (await chats.messages(channel)).filter((each) => each.from?.role !== 'user').at(-1);
    expect(said?.text).toBe('I have answered you in your personal chat.');
    expect((await chats.messages(chat.officer ?? '')).length).toBe(before + 1);
    expect(await lastSaid(chat.officer ?? '')).toContain('Bea Fallowmere');
  });

  test('someone whose role reads no pupils learns nothing', async () => {
    const governor = await app.personIn('governor');
    const conversation = await chats.personal(governor);
    for (const text of ['Bea Fallowmere', 'absent', 'today']) {
      await chats.type(conversation, governor, text);
      expect(await lastSaid(conversation)).toMatch(/role/i);
      expect(await lastSaid(conversation)).not.toContain('Fallowmere');
    }
  });

  test('"use this channel" is for the AP leader, in a channel', async () => {
    await chats.type(channel, person('officer'), 'use this channel');
    expect(await lastSaid(channel)).toMatch(/AP leader/i);
    expect(await asks('leader', 'use this channel')).toBe(
      'Write this in the channel where the register cards should go.',
    );
    await chats.type(channel, person('leader'), '<at>Alternative Provision</at> use this channel');
    expect(await lastSaid(channel)).toBe('The register cards come to this channel from the next round.');
  });
});

describe('the morning register', () => {
  test('is posted once though two servers keep the time, with counts alone in its notification', async () => {
    await app.startServer(5202);
    await clock('08:51');
    const card = await register();
    expect(card.summary).toBe('Morning register: 12 to confirm');
    await clock('08:53');
    expect(await registers()).toHaveLength(1);
    await app.killServer(5202);
  });

  test('forged answers change nothing: a foreign placement, another day, another card, a verb nobody knows', async () => {
    const card = await register();
    const own = dataOf(cardOf(card), 'record-attendance', 'Save');
    const press = (verb: string, data: object, by = 'officer') =>
      chats.press(channel, person(by), card.id, verb, { ...own, ...data });
    const foreign = await press('record-attendance', { 'status:pl-nobody': 'AttendedOnTime' });
    expect(wordsOf(foreign.body)).toContain('a pupil who is not on this card. Nothing was saved.');
    const place = await placementOf('B.F.');
    const status = { [`status:${place}`]: 'AttendedOnTime' };
    for (const more of [{ date: '2026-11-23' }, { session: 'PM' }, { round: '2026-11-24|pm' }]) {
      const answer = await press('record-attendance', { ...status, ...more });
      expect(wordsOf(answer.body)).toContain('does not belong to this card. Nothing was changed.');
    }
    for (const verb of ['delete-everything', '__proto__', 'constructor', 'toString']) {
      expect(wordsOf((await press(verb, status)).body)).toContain('no longer in use');
    }
    expect(wordsOf((await press('acknowledge', status)).body)).toContain('does not belong to this card');
    const wrong = await press('record-attendance', { [`status:${place}`]: 'Present' });
    expect(wordsOf(wrong.body)).toContain('Nothing was saved.');
    expect(await marks()).toHaveLength(0);
  });

  test('a person whose role does not save is told so, and nothing is saved', async () => {
    const card = await register();
    const data = dataOf(cardOf(card), 'record-attendance', 'Save');
    const place = await placementOf('B.F.');
    const answer = await chats.press(channel, person('dsl'), card.id, 'record-attendance', {
      ...data,
      [`status:${place}`]: 'AttendedOnTime',
    });
    expect(wordsOf(answer.body)).toMatch(/attendance officer|AP leader/i);
    expect(await marks()).toHaveLength(0);
  });

  test('a late time before the start is refused with the start, and what was typed stays', async () => {
    const card = await register();
    const place = await placementOf('K.B.');
    const answer = await chats.press(channel, person('officer'), card.id, 'record-attendance', {
      ...dataOf(cardOf(card), 'record-attendance', 'Save'),
      [`status:${place}`]: 'AttendedLate',
      [`time:${place}`]: '08:15',
    });
    expect(wordsOf(answer.body)).toMatch(/Nothing was saved[\s\S]*K\.B\. Y9: .*start/);
    expect(JSON.stringify(answer.body)).toContain('08:15');
    expect(await marks()).toHaveLength(0);
  });

  test('a press is saved; the same press again stands like that; an older card is told who was first', async () => {
    await clock('09:20');
    const card = await register();
    const old = dataOf(cardOf(card), 'record-attendance', 'Save');
    const place = await placementOf('K.B.');
    const press = (by: string, status: string) =>
      chats.press(channel, person(by), card.id, 'record-attendance', { ...old, [`status:${place}`]: status });
    expect(wordsOf((await press('officer', 'AttendedOnTime')).body)).toContain('Saved: 1.');
    expect(wordsOf((await press('officer', 'AttendedOnTime')).body)).toContain('Stood like that before: 1.');
    const late = wordsOf((await press('leader', 'ProviderClosed')).body);
    expect(late).toContain(`K.B. Y9: ${person('officer').displayName} saved this at 09:20. Yours was not saved.`);
    const [mark, ...more] = await marks();
    expect([mark?.fields.ProviderStatus, more.length]).toEqual(['AttendedOnTime', 0]);
  });

  test('the same row is reported again later: sent home, with the time and the reason for the change', async () => {
    await until(async () => wordsOf(cardOf(await register())).includes('K.B. Y9 · On time'));
    const card = await register();
    const place = await placementOf('K.B.');
    const answer = await chats.press(channel, person('officer'), card.id, 'record-attendance', {
      ...dataOf(cardOf(card), 'record-attendance', 'Save'),
      [`status:${place}`]: 'SentHome',
      [`time:${place}`]: '09:40',
      [`note:${place}`]: 'unwell',
      [`amend:${place}`]: 'rang at 09:40',
    });
    await clock('09:41');
    const again = await chats.press(channel, person('officer'), card.id, 'record-attendance', {
      ...dataOf(cardOf(card), 'record-attendance', 'Save'),
      [`status:${place}`]: 'SentHome',
      [`time:${place}`]: '09:40',
      [`note:${place}`]: 'unwell',
      [`amend:${place}`]: 'rang at 09:40',
    });
    expect(wordsOf(answer.body) + wordsOf(again.body)).toContain('Saved: 1.');
    const [mark] = await marks();
    expect(mark?.fields).toMatchObject({ ProviderStatus: 'SentHome', Left: '09:40', AmendReason: 'rang at 09:40' });
    expect(String(mark?.fields.AmendedFrom)).toContain('AttendedOnTime');
  });

  test('provider closed and not expected need no follow-up; not expected says why', async () => {
    const card = await register();
    const [one, two] = [await placementOf('B.F.'), await placementOf('A.M.')];
    const data = dataOf(cardOf(card), 'record-attendance', 'Save');
    const bare = await chats.press(channel, person('officer'), card.id, 'record-attendance', {
      ...data,
      [`status:${two}`]: 'NotExpected',
    });
    expect(wordsOf(bare.body)).toMatch(/A\.M\. Y11: .*why/i);
    const answer = await chats.press(channel, person('officer'), card.id, 'record-attendance', {
      ...data,
      [`status:${one}`]: 'ProviderClosed',
      [`status:${two}`]: 'NotExpected',
      [`note:${two}`]: 'college taster day',
    });
    expect(wordsOf(answer.body)).toContain('Saved: 2.');
    const codes = (await marks())
      .filter(({ fields }) => fields.ProviderStatus === 'ProviderClosed')
      .map(({ fields }) => fields.Code ?? '');
    expect(codes).toEqual(['']);
  });

  test('codes that are copied are ticked by one press, and the rows say so', async () => {
    const card = await register();
    const place = await placementOf('A.M.');
    await chats.press(channel, person('officer'), card.id, 'all-arrived', dataOf(cardOf(card), 'all-arrived'));
    await until(async () => buttons(cardOf(await register())).some(({ verb }) => verb === 'copy-to-register'));
    const now = cardOf(await register());
    const answer = await chats.press(
      channel,
      person('officer'),
      card.id,
      'copy-to-register',
      dataOf(now, 'copy-to-register'),
    );
    expect(wordsOf(answer.body)).toMatch(/Ticked: \d+\./);
    const copied = (await marks()).filter(({ fields }) => fields.RegisterCopied === true);
    expect(copied.length).toBeGreaterThan(0);
    expect(copied.every(({ fields }) => fields.Code !== undefined)).toBe(true);
    expect(place).not.toBe('undefined');
  });
});
