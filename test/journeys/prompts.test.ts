import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ListRow, type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';
import { type Answered, buttons, cardOf, chatsOf, dataOf, inputsOf, type Standing, wordsOf } from './world/chat.ts';

const organiser = 'ap.reviews@hillcrest.example';
const autumn2 = 'halfterm|2026-11-02';
/** The first of the reviews that are booked, and its day. */
const early = { review: '', day: '' };

let app: RunningApp;
let chats: ReturnType<typeof chatsOf>;
let leader: TenantPerson;
let cover: TenantPerson;

beforeAll(async () => {
  // Monday 2 November 2026, the first school day of the half term, at twenty past eight.
  app = await startApp('prompts', 5600, '2026-11-02T08:20:00.000Z');
  // Days go by in seconds here, while SharePoint counts by the minute of the machine's clock: ten minutes' budget for each.
  await app.control('POST', '/standin/settings', { unitsPerMinute: 12_500 });
  chats = chatsOf(app);
  leader = await app.personIn('ap-leader');
  cover = await app.personIn('senco');
});
afterAll(() => app.stop());

const round = (now: string) => app.control('POST', '/standin/clock', { now, frozen: true });
/** What was ever told a person, sent by now or not. */
const told = async (purpose: string, to: TenantPerson = leader) =>
  (await app.items('AP Messages')).filter(({ fields }) => fields.Purpose === purpose && fields.To === to.id);
const messages = async (purpose: string, to: TenantPerson = leader) =>
  (await told(purpose, to)).filter(({ fields }) => fields.State === 'Sent');
const inChat = async (title: RegExp, person: TenantPerson = leader) =>
  (await chats.messages(await chats.personal(person))).filter((one) => title.test(words(one)));
const words = (message: Standing | undefined) => wordsOf(message?.attachments?.[0]?.content);
const reviews = async () =>
  (await app.items('AP Reviews', `fields/HalfTerm eq '${autumn2}'`)).map(({ fields }: ListRow) => fields);

/** The one card of this title that comes to a person's chat. */
async function theCard(title: RegExp, person: TenantPerson = leader): Promise<Standing> {
  await until(async () => (await inChat(title, person)).length > 0);
  const [only, ...more] = await inChat(title, person);
  expect(more).toEqual([]);
  if (!only) throw new Error('There is no such card.');
  return only;
}

/** Presses a button of the card as it stands now; answers the words of what the bot says. */
async function press(
  title: RegExp,
  verb: string,
  typed: Readonly<Record<string, unknown>> = {},
  person: TenantPerson = leader,
): Promise<string> {
  return await again(async () => {
    const card = await theCard(title, person);
    const data = { ...dataOf(cardOf(card), verb), ...typed };
    return await chats.press(await chats.personal(person), person, card.id, verb, data);
  });
}

/** Presses until it is not asked to press again in a minute; the words of the last answer. */
async function again(pressing: () => Promise<Answered>): Promise<string> {
  let said = '';
  await until(async () => {
    said = wordsOf((await pressing()).body);
    const saved = !said.includes('Press again in a minute.');
    if (!saved) await new Promise((resolve) => setTimeout(resolve, 2_000));
    return saved;
  });
  return said;
}

async function events(): Promise<readonly { subject: string; sensitivity: string }[]> {
  const { token }: { token: string } = Object(await app.control('POST', '/standin/app-token'));
  const response = await fetch(`${app.standinUrl}/v1.0/users/${organiser}/events?$top=500`, {
    headers: { Authorization: `Bearer ${token}`, Prefer: 'IdType="ImmutableId"' },
  });
  return Object(await response.json()).value;
}

const openEntries = () => app.items('AP Journal', "fields/State eq 'Open'");

test('on the first school day of the half term the AP leader has one card with how many reviews are to be booked, and nobody else has it', async () => {
  const card = await theCard(/^Reviews of Autumn 2/);
  expect(words(card)).toMatch(/17 reviews are to be booked, due by Fri 18 Dec\.\n.*people get an invitation/);
  expect(words(card)).not.toMatch(/[A-Z]\.[A-Z]\. Y\d/);
  expect(card.summary).toBe('17 reviews to book');
  const head = await app.personIn('head');
  expect(await told('review-planner', head)).toEqual([]);
  await round('2026-11-02T08:25:00.000Z');
  expect(await told('review-planner')).toHaveLength(1);
});

test('Book all is undone on the card while it waits; pressed again, every review stands in the calendar, and the same card says so', async () => {
  const first = await press(/^Reviews of Autumn 2/, 'book-plan');
  expect(first).toContain('17 reviews are being booked.');
  const { body } = Object(await app.view(leader, 'review-planner', { halfTerm: autumn2, stage: 'first' }));
  const [waiting] = body.data.waiting;
  const planner = await theCard(/^Reviews of Autumn 2/);
  const undone = await chats.press(await chats.personal(leader), leader, planner.id, 'undo-booking', {
    halfTerm: autumn2,
    entry: waiting.entry,
  });
  expect(wordsOf(undone.body)).toContain('Undone: nobody was invited.');
  expect(buttons(undone.body).map(({ title }) => title)).toContain('Book all (17)');
  expect(await events()).toEqual([]);

  await until(async () => words(await theCard(/^Reviews of Autumn 2/)).includes('Book all (17)'));
  await press(/^Reviews of Autumn 2/, 'book-plan');
  await until(async () => words(await theCard(/^Reviews of Autumn 2/)).includes('is booked or held.'), 100);
  expect((await theCard(/^Reviews of Autumn 2/)).id).toBe(planner.id);
  const booked = (await reviews()).filter(({ Stage }) => Stage === 'Booked');
  expect(booked).toHaveLength(18);
  // The rows come first, the meetings after them.
  await until(async () => (await events()).length === 17 && (await openEntries()).length === 0, 100);
  const made = await events();
  for (const { subject, sensitivity } of made) {
    expect([subject, sensitivity]).toEqual([expect.stringMatching(/^AP review – \S+ Y\d+$/), 'private']);
  }
  const [next] = booked.toSorted((a, b) => String(a.ScheduledFor).localeCompare(String(b.ScheduledFor)));
  Object.assign(early, { review: String(next?.RecordKey), day: String(next?.ScheduledFor) });
}, 240_000);

test('the school day before a review those who come to it are reminded, without a number or a flag', async () => {
  await round('2026-11-03T08:30:00.000Z');
  await until(async () => (await messages('review-soon')).length > 0);
  const about = (await told('review-soon')).filter(({ fields }) => fields.About === early.review);
  expect(about).toHaveLength(1);
  const [soon] = await inChat(/^Review on/);
  expect(words(soon)).toMatch(/^Review on .*\n\S+ Y\d+: \w{3} \d+ Nov, \d\d:\d\d to \d\d:\d\d\n/);
  expect(words(soon)).not.toMatch(/%|flag|concern|EHCP/);
  expect(soon?.summary).toBe('1 review is near');
});

test('a review that is over is asked for the day after; without a reason nothing is noted, with one it is not held', async () => {
  const after = new Date(Date.parse(`${early.day}T08:30:00Z`) + 86_400_000).toISOString();
  await round(after);
  const card = await theCard(/^Write up the review of/);
  expect(words(card)).toContain('is to be written up by');
  expect(await press(/^Write up the review of/, 'not-held')).toContain('Say why it was not held.');
  const answer = await press(/^Write up the review of/, 'not-held', { notHeld: 'The family was ill.' });
  expect(answer).toContain('Noted as not held');
  const row = (await reviews()).find(({ RecordKey }) => RecordKey === early.review);
  expect([row?.Stage, row?.Minutes]).toEqual(['Missed', 'Not held: The family was ill.']);
  expect((await told('review-write-up')).filter(({ fields }) => fields.About === early.review)).toHaveLength(1);
  expect((await theCard(/^Review of .*\nNoted as not held/)).id).toBe(card.id);
});

test('a visit that is due is planned from its card: a closed day is refused with a sentence, and the plan stands in the list', async () => {
  const due = /^Plan a visit: Infirmary Tuition Service/;
  expect(words(await theCard(due))).toContain('was due by Thu 1 Oct and none is planned');
  const visitor = await app.personIn('visitor');
  const closed = await press(due, 'plan-visit', { plannedFor: '2026-11-14', visitor: visitor.id });
  expect(closed).toContain('Sat 14 Nov is no school day');
  await press(due, 'plan-visit', { plannedFor: '2026-11-20', visitor: visitor.id });
  const rows = async () => (await app.items('AP Visits')).filter(({ fields }) => fields.PlannedFor === '2026-11-20');
  expect((await rows()).map(({ fields }) => [fields.Provider, fields.Visitor, fields.Stage])).toEqual([
    ['pr-hospital', visitor.id, 'Planned'],
  ]);
});

test('while the AP leader is away, whoever covers has the cards, and may answer them', async () => {
  const from = '2026-11-17';
  const head = await app.personIn('head');
  const asked = { person: cover.id, role: 'ap-leader', from, to: '2026-11-20', coverFor: leader.id };
  expect((await app.act(head, 'give-role', asked)).status).toBe(200);
  const before = (await told('review-write-up')).length;
  await round('2026-11-17T08:40:00.000Z');
  await until(async () => (await messages('review-write-up', cover)).length > 0);
  expect(await told('review-write-up')).toHaveLength(before);
  const [row] = await messages('review-write-up', cover);
  const card = (await chats.messages(await chats.personal(cover))).find(({ id }) => id === row?.fields.Activity);
  const title = new RegExp(`^${words(card).split('\n')[0]}`);
  const answer = await press(title, 'not-held', { notHeld: 'The provider was closed.' }, cover);
  expect(answer).toContain('Noted as not held');
  const missed = (await reviews()).find(({ RecordKey }) => RecordKey === row?.fields.About);
  expect(missed?.Stage).toBe('Missed');
});

/** The cards that come by themselves, and a button of each; nothing is asked about a review that is near. */
const answers = {
  'review-planner': 'book-plan',
  'statutory-invite': 'note-invitation',
  'review-write-up': 'not-held',
  'visit-due': 'plan-visit',
  'review-soon': 'refresh',
} as const;

/** A card of this purpose in a person's chat that can be answered; one that is just drawn again is waited for. */
async function openCard(purpose: keyof typeof answers, person: TenantPerson): Promise<Standing> {
  const chat = await chats.personal(person);
  let found: Standing | undefined;
  await until(async () => {
    const sent = (await messages(purpose, person)).map(({ fields }) => fields.Activity);
    found = (await chats.messages(chat))
      .filter(({ id }) => sent.includes(id))
      .find((card) => buttons(cardOf(card)).some(({ verb }) => verb === answers[purpose]));
    return found !== undefined;
  });
  if (!found) throw new Error(`Nobody asks ${person.displayName} about ${purpose}.`);
  return found;
}

/** Answers a card of whoever covers, filled in as it stands, as this person; the words of the bot. */
async function answer(purpose: keyof typeof answers, person: TenantPerson): Promise<string> {
  const chat = await chats.personal(cover);
  return await again(async () => {
    const card = await openCard(purpose, cover);
    const data = { ...inputsOf(cardOf(card)), ...dataOf(cardOf(card), answers[purpose]), notHeld: 'Nobody came.' };
    return await chats.press(chat, person, card.id, answers[purpose], data, person !== cover);
  });
}

/** Every row that an answer could write, and what these people are in the journal with. */
async function written(by: readonly TenantPerson[]): Promise<readonly string[]> {
  const lists = ['AP Reviews', 'AP Invitees', 'AP Visits', 'AP Meetings'];
  const rows = await Promise.all(lists.map((list) => app.items(list)));
  const own = (await app.items('AP Journal')).filter(({ fields }) => by.some(({ id }) => id === fields.By));
  return [...rows.flat(), ...own].map(({ fields, eTag }) => `${fields.RecordKey} ${eTag}`);
}

test('a card of somebody else answers nobody, not the one who is away nor the head, and nothing is written', async () => {
  const others = [leader, await app.personIn('head')];
  const before = await written(others);
  for (const purpose of Object.keys(answers) as (keyof typeof answers)[]) {
    for (const other of others) {
      const refused = 'This card is for somebody else. Nothing was changed.';
      expect([purpose, await answer(purpose, other)]).toEqual([purpose, refused]);
    }
  }
  expect(await written(others)).toEqual(before);
}, 60_000);

test('…while whoever covers answers each of them, and it is written', async () => {
  expect(await answer('review-soon', cover)).toMatch(/^Review on/);
  expect(await answer('statutory-invite', cover)).toContain('Noted.');
  expect(await answer('review-write-up', cover)).toContain('Noted as not held');
  expect(await answer('visit-due', cover)).toContain('Planned.');
  const visits = (await app.items('AP Visits')).filter(({ fields }) => fields.PlannedFor === '2026-11-18');
  expect(visits.map(({ fields }) => [fields.Provider, fields.Stage])).toEqual([['pr-college', 'Planned']]);
  expect((await app.items('AP Invitees')).map(({ fields }) => fields.AskedBy)).toContain('Letter');
  expect(await answer('review-planner', cover)).toContain('The invitations go out in 20 seconds');
  const [booking] = (await openEntries()).filter(({ fields }) => fields.Action === 'book-reviews');
  expect(booking?.fields.By).toBe(cover.id);
  expect(await press(/^Reviews of Autumn 2/, 'undo-booking', {}, cover)).toContain('Undone: nobody was invited.');
}, 60_000);

test('one of them is noted as booked already from the card, and none is set aside that clause 8.3 asks for', async () => {
  const title = /^Reviews of Autumn 2/;
  const { body } = await app.view(cover, 'review-planner', { halfTerm: autumn2, stage: 'amber' });
  const { due, toBook, maySetAside }: { due: { review: string }[]; toBook: number; maySetAside: boolean } = Object(
    body.data,
  );
  const which = due[0]?.review;
  expect([due.length, maySetAside]).toEqual([toBook, false]);
  const planner = await openCard('review-planner', cover);
  expect(wordsOf(cardOf(planner))).not.toContain('not needed');
  const noDay = { which, day: '', from: '10:00', where: 'school' };
  expect(await press(title, 'already-booked', noDay, cover)).toContain('Say for which day it is booked');
  const holiday = { which, day: '2026-12-29', from: '10:00', where: 'school' };
  expect(await press(title, 'already-booked', holiday, cover)).toContain('lies in a holiday');
  const agreed = { which, day: '2026-12-09', from: '10:00', where: 'school' };
  expect(await press(title, 'already-booked', agreed, cover)).toContain('Noted as booked.');
  const [row] = await app.items('AP Reviews', `fields/RecordKey eq '${which}'`);
  const { Stage, ScheduledFor, Start, End, EventId } = row?.fields ?? {};
  expect([Stage, ScheduledFor, Start, End, EventId]).toEqual(['Booked', '2026-12-09', '10:00', '10:45', undefined]);
  await until(async () => words(await theCard(title, cover)).includes(`${toBook - 1} review`));
  const aside = await app.act(cover, 'set-aside-review', { review: due[1]?.review, reason: 'The family is away.' });
  expect(aside.body.problems?.[0]?.says).toContain('in every half term (8.3)');
}, 60_000);

test('a review of a direction that nobody has booked is booked from the card on its agreed day, which sends the invitation', async () => {
  const key = 're-agreed-day';
  const day = '2026-11-26';
  const direction = (await reviews()).find(({ Kind }) => Kind === 'OSDStatutory');
  const { token }: { token: string } = Object(await app.control('POST', '/standin/app-token'));
  const written = await fetch(
    `${app.standinUrl}/v1.0/sites/${app.site}/lists/${await app.listId('AP Reviews')}/items`,
    {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({
        fields: {
          Title: key,
          RecordKey: key,
          Placement: direction?.Placement,
          Pupil: direction?.Pupil,
          Kind: 'OSDStatutory',
          Stage: 'Planned',
          ScheduledFor: day,
          DueBy: day,
        },
      }),
    },
  );
  expect(written.status).toBe(201);
  await round('2026-11-17T08:55:00.000Z');
  const chat = await chats.personal(cover);
  const card = async (words: RegExp) => {
    let found: Standing | undefined;
    await until(async () => {
      const sent = (await messages('statutory-invite', cover)).filter(({ fields }) => fields.About === key);
      const ids = sent.map(({ fields }) => fields.Activity);
      found = (await chats.messages(chat)).find((one) => ids.includes(one.id) && words.test(wordsOf(cardOf(one))));
      return found !== undefined;
    });
    return cardOf(found);
  };
  const id = async () =>
    (await messages('statutory-invite', cover)).find(({ fields }) => fields.About === key)?.fields.Activity as string;
  const pressed = (verb: string, words: RegExp) =>
    again(async () => await chats.press(chat, cover, await id(), verb, dataOf(await card(words), verb)));
  const unbooked = /Nobody is invited to the review of the direction on Thu 26 Nov yet: it is not booked/;
  expect(await pressed('book-review', unbooked)).toContain('The invitations go out in 20 seconds');
  expect(await pressed('undo-booking', /It is being booked for Thu 26 Nov/)).toContain('Undone: nobody was invited.');
  expect(await pressed('book-review', unbooked)).toContain('The invitations go out in 20 seconds');
  await until(async () => {
    const [row] = await app.items('AP Reviews', `fields/RecordKey eq '${key}'`);
    return row?.fields.Stage === 'Booked' && row.fields.ScheduledFor === day && Boolean(row.fields.EventId);
  }, 100);
}, 200_000);
