import type { FrameLocator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { tagProperty } from '../../src/microsoft365/calendar.ts';
import { invitationBody, reviewLink } from '../../src/school/reviews/meeting-words.ts';
import { type RunningApp, startApp, type TenantPerson, until } from './world/app.ts';
import { axeFinds } from './world/axe.ts';
import { openBrowser, type Visitor, type Visits } from './world/browser.ts';

const organiser = 'ap.reviews@hillcrest.example';
const review = 'pl-jess-farm|halfterm|2026-11-02|halfterm';
const subject = 'AP review – J.S. Y10';

let app: RunningApp;
let visits: Visits;
let token: string;
let leader: TenantPerson;
let governor: TenantPerson;
let people: readonly (TenantPerson & { readonly mail: string })[];

async function graph<T>(method: string, where: string, body?: unknown): Promise<T> {
  const response = await fetch(`${app.standinUrl}/v1.0${where}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      prefer: 'IdType="ImmutableId", outlook.timezone="Europe/London"',
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${where}: ${response.status} ${await response.text()}`);
  return await response.json();
}

interface Event {
  readonly id: string;
  readonly subject: string;
  readonly iCalUId: string;
  readonly isDraft: boolean;
  readonly sensitivity: string;
  readonly start: { readonly dateTime: string };
  readonly body: { readonly content: string };
  readonly attendees: readonly { readonly emailAddress: { readonly address: string } }[];
  readonly singleValueExtendedProperties?: readonly { readonly value: string }[];
}

async function eventsOf(mailbox: string): Promise<readonly Event[]> {
  const tag = encodeURIComponent(`singleValueExtendedProperties($filter=id eq '${tagProperty}')`);
  return (await graph<{ value: Event[] }>('GET', `/users/${mailbox}/events?$top=200&$expand=${tag}`)).value;
}

/** What stands in the organiser's calendar with a tag of ours for the review. */
async function taggedFor(wanted: string) {
  return (await eventsOf(organiser)).flatMap((event) => {
    const tag = event.singleValueExtendedProperties?.[0]?.value ?? '';
    return tag.startsWith(wanted) ? [{ ...event, tag }] : [];
  });
}

const row = async (list: string, key: string) =>
  (await app.items(list)).find(({ fields }) => fields.RecordKey === key)?.fields;

const mailOf = ({ id }: TenantPerson) => people.find((one) => one.id === id)?.mail;
const hasCalendar = (address: string) => people.some(({ mail }) => mail === address);

/** Gives the pupil whose review it is a parent who can be written to; their address. */
async function parentOf(wanted: string): Promise<string> {
  const email = 'parent.at.home@home.example';
  const [placement = ''] = wanted.split('|');
  const pupil = (await row('AP Placements', placement))?.Pupil;
  const values = { type: 'Parent', name: 'Parent at home', email, parentalResponsibility: true };
  const { body } = await app.act(leader, 'save-contact', {
    pupil,
    values: { ...values, mayContact: true, mayAttend: true, emailAgreedForNotices: true },
  });
  expect(body.problems).toBeUndefined();
  return email;
}

/** Opens the meeting in the calendar of whoever is there, and the pane beside it. */
async function openPane(visitor: Visitor, meeting: string): Promise<FrameLocator> {
  await visitor.open('Calendar');
  await visitor.page.getByRole('button', { name: meeting }).first().click();
  return await pressPane(visitor);
}

/** What axe finds in the pane in these themes, and whether it is wider than it has room. */
async function paneFinds({ page }: Visitor, themes: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const theme of themes) {
    await page.getByLabel('Theme').selectOption({ label: theme });
    await page.waitForTimeout(400);
    const frame = page.frames().find((each) => each.url().includes('/outlook/pane.html'));
    if (!frame) throw new Error('The pane is not open.');
    const wider = await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth);
    found.push(...(await axeFinds(frame)), ...(wider > 0 ? [`${theme}: ${wider} px too wide`] : []));
  }
  return found;
}

async function pressPane({ page }: Visitor): Promise<FrameLocator> {
  await page.getByRole('button', { name: 'AP review', exact: true }).click();
  return page.frameLocator('iframe[title="AP review"]');
}

beforeAll(async () => {
  app = await startApp('review-pane', 5680, '2026-11-24T11:00:00.000Z');
  token = (Object(await app.control('POST', '/standin/app-token')) as { token: string }).token;
  leader = await app.personIn('ap-leader');
  governor = await app.personIn('governor');
  people = (await app.control('GET', '/standin/users')) as typeof people;
  const link = `https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(reviewLink('app', review))}&data=05`;
  const body = invitationBody({ audience: 'Staff', review, statutory: false, link }).replace(/ap-review:[^<]*/, '');
  await graph('POST', `/users/${organiser}/events`, {
    subject,
    body: { contentType: 'html', content: body },
    start: { dateTime: '2026-11-24T10:00:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-11-24T10:45:00', timeZone: 'Europe/London' },
    sensitivity: 'private',
    attendees: [leader, governor].map((one) => ({
      type: 'required',
      emailAddress: { address: mailOf(one), name: one.displayName },
    })),
  });
  await graph('POST', `/users/${organiser}/events`, {
    subject: 'Staff briefing',
    body: { contentType: 'text', content: 'As every week.' },
    start: { dateTime: '2026-11-25T08:15:00', timeZone: 'Europe/London' },
    end: { dateTime: '2026-11-25T08:30:00', timeZone: 'Europe/London' },
    attendees: [{ type: 'required', emailAddress: { address: mailOf(leader), name: leader.displayName } }],
  });
  const { body: known } = await app.view(leader, 'providers');
  const { providers }: { providers: readonly { provider: string; seen: string }[] } = Object(known.data);
  const farm = providers.find(({ provider }) => provider === 'pr-farm');
  const input = { provider: 'pr-farm', seen: farm?.seen, values: { reviewEmail: 'office@farm.example' } };
  expect((await app.act(leader, 'save-provider', input)).body.done).toBeDefined();
  visits = await openBrowser();
});
afterAll(async () => {
  await visits?.close();
  await app?.stop();
});

describe('in an open review meeting', () => {
  let visitor: Visitor;
  let pane: FrameLocator;
  const field = (label: string) =>
    pane
      .locator('input, textarea, select')
      .and(pane.getByLabel(new RegExp(`^${label}\\s*\\*?$`)))
      .first();

  test('somebody asked finds the pack by the link in its text, whatever a mail filter made of it', async () => {
    visitor = await visits.visit(app, leader);
    pane = await openPane(visitor, subject);
    await pane.getByRole('heading', { name: 'Jess Sandringlow · Hill Farm Learning' }).waitFor();
    await pane.getByText('Half-termly review. Booked for Tue 24 Nov, 10:00 to 10:45').waitFor();
    await pane.getByRole('region', { name: 'Attendance' }).getByText('since the review on', { exact: false }).waitFor();
    await pane.getByRole('list', { name: 'The newest sessions, oldest first' }).waitFor();
  });

  test('an action of the last review is ticked off there', async () => {
    const last = pane.getByRole('list', { name: 'Actions of the last review' });
    await last.getByRole('checkbox', { name: /^Find a mathematics group/ }).click();
    await last.getByText('✓ Find a mathematics group', { exact: false }).waitFor();
    await last.getByText('Done on Tue 24 Nov', { exact: false }).waitFor();
    const [done] = (await app.items('AP Actions')).filter(({ fields }) =>
      String(fields.Text).startsWith('Find a math'),
    );
    expect(done?.fields).toMatchObject({ Status: 'Done', CompletedOn: '2026-11-24' });
  });

  test('finished too soon, the keyboard is at the first thing that is missing', async () => {
    await pane.getByRole('button', { name: 'Finish', exact: true }).click();
    const answer = pane.getByRole('radiogroup').first().getByRole('radio').first();
    await until(() => answer.evaluate((element) => element === document.activeElement));
  });

  test('what is said is saved as it is typed', async () => {
    for (const group of await pane.getByRole('radiogroup').all()) await group.getByLabel('Partly').check();
    await field('What the pupil says').fill('I like the greenhouse.');
    await field('What the parents say').fill('She sleeps better.');
    await until(async () => (await row('AP Reviews', review))?.ParentVoice === 'She sleeps better.');
    expect(await row('AP Reviews', review)).toMatchObject({ PupilVoice: 'I like the greenhouse.', Stage: 'Booked' });
  });

  test('Finish says what is missing, then what will follow, and does it', async () => {
    const finish = pane.getByRole('button', { name: 'Finish', exact: true });
    await finish.click();
    await pane.getByText('Choose what is decided.').first().waitFor();
    await field('Safe there').selectOption('Yes');
    await field('Decision').selectOption('Continue');
    await field('Reasons for the decision').fill('It works.');
    await field('Next step back to school').fill('Fridays in school after Easter.');
    await field('Next review').fill('2027-02-04');
    await pane.getByRole('checkbox', { name: /^The pupil/ }).check();
    await pane.getByRole('checkbox', { name: /^Parent: Parent of/ }).check();
    await field('Minutes').fill('Attendance and the way back.');
    await pane.getByText('Finish, and there follows: next review Thu 4 Feb, to be booked.').waitFor();
    await finish.click();
    await pane.getByText('Written up on Tue 24 Nov.').waitFor();
    const download = visitor.page.waitForEvent('download');
    await pane.getByRole('button', { name: 'Minutes' }).click();
    expect((await download).suggestedFilename()).toMatch(/^AP review .* 2026-11-24 [a-z0-9]+\.docx$/);
    expect(await row('AP Reviews', review)).toMatchObject({
      Stage: 'Held',
      HeldOn: '2026-11-24',
      Decision: 'Continue',
      ChangedByName: leader.displayName,
    });
    expect(await row('AP Reviews', 'pl-jess-farm|halfterm|2027-01-04|halfterm')).toMatchObject({
      Stage: 'Planned',
      ScheduledFor: '2027-02-04',
    });
    const progress = (await app.items('AP Progress')).filter(({ fields }) => fields.Review === review);
    expect(progress.map(({ fields }) => fields.Progress)).toEqual(['Partly', 'Partly']);
  });

  test('the pinned pane follows to another meeting, which is no review', async () => {
    await visitor.page.getByRole('button', { name: 'Staff briefing' }).first().click();
    await pane.getByText('This meeting is no AP review.', { exact: false }).waitFor();
    await visitor.page.context().close();
  });

  test('somebody without the role is told so, and sees nothing of it', async () => {
    const other = await visits.visit(app, governor);
    const refused = await openPane(other, subject);
    await refused.getByText('Your role does not show this. Ask the AP leader if it should.').waitFor();
    expect(await refused.locator('body').innerText()).not.toContain('Sandringlow');
    await other.page.context().close();
  });
});

describe('a new meeting', () => {
  interface Waiting {
    readonly review: string;
    readonly says: string;
    /** Who gets an invitation of their own. */
    readonly apart: readonly string[];
  }

  /** Reviews that may have a meeting then, as their choice in the pane says. */
  async function waiting(start: string, end: string): Promise<readonly Waiting[]> {
    const offers = await app.view(leader, 'meeting-offer', { start, end });
    const due = (offers.body.data as { due: { review: string; says: string }[] }).due;
    const free = await Promise.all(
      due.map(async (one) => {
        const { body } = await app.view(leader, 'meeting-offer', { start, end, review: one.review });
        const { offer } = body.data as { offer?: { problems: string[]; asksWhyLate: boolean; apart: string[] } };
        return offer && offer.problems.length === 0 && !offer.asksWhyLate ? [{ ...one, apart: offer.apart }] : [];
      }),
    );
    return free.flat();
  }

  async function newMeeting(visitor: Visitor, start: string): Promise<FrameLocator> {
    await visitor.page.getByRole('button', { name: 'New meeting' }).click();
    await visitor.page.getByLabel('Starts').fill(start);
    return await pressPane(visitor);
  }

  test('of the mailbox that organises becomes a review: staff in it, the others apart, found by our tag', async () => {
    const wanted = (await waiting('2026-12-01T14:00', '2026-12-01T14:30')).find(({ apart }) => apart.length > 0);
    if (!wanted) throw new Error('No review of the demonstration waits for a meeting.');
    const parent = await parentOf(wanted.review);
    const visitor = await visits.visit(app, leader);
    await visitor.open('Calendar');
    await visitor.page.getByLabel('Calendar of').selectOption({ label: 'AP reviews, Hillcrest Academy' });
    const pane = await newMeeting(visitor, '2026-12-01T14:00');
    await pane.getByLabel('Whose review is it?').selectOption(wanted.review);
    await pane.getByRole('list', { name: 'In this meeting' }).getByText(leader.displayName).waitFor();
    await pane.getByRole('list', { name: 'Get an invitation of their own' }).waitFor();
    // A colleague puts a parent in by hand, just after the pane has saved the meeting.
    const adopting = '**/api/actions/adopt-meeting';
    await visitor.page.route(adopting, async (route) => {
      const { event } = route.request().postDataJSON();
      const { attendees } = await graph<Event>('GET', `/users/${organiser}/events/${event}`);
      const asked = [...attendees, { type: 'optional', emailAddress: { address: parent } }];
      await graph('PATCH', `/users/${organiser}/events/${event}`, { attendees: asked });
      await route.continue();
    });
    await pane.getByRole('button', { name: 'Make it a review' }).click();
    await pane.getByRole('alert').getByText(`Take ${parent} out of this meeting first.`, { exact: false }).waitFor();
    expect(await row('AP Reviews', wanted.review)).not.toMatchObject({ Stage: 'Booked' });
    await visitor.page.unroute(adopting);

    // Opened again, the draft has them all; the pinned pane says who leaves it, and goes on.
    await visitor.page.getByRole('button', { name: 'Close', exact: true }).click();
    await visitor.page.getByRole('button', { name: 'Week after' }).click();
    await visitor.page.getByRole('button', { name: /not sent/ }).click();
    await pane.getByRole('list', { name: 'Leaves this meeting' }).getByText(parent).waitFor();
    await pane.getByRole('button', { name: 'Make it a review' }).press('Enter');
    const heading = pane.getByRole('heading', { name: 'This meeting is a review now' });
    await heading.waitFor();
    await until(() => heading.evaluate((element) => element === document.activeElement));
    await pane.getByRole('button', { name: /^Undo/ }).waitFor();
    expect(await paneFinds(visitor, ['Dark', 'High contrast', 'Light'])).toEqual([]);
    expect(await visitor.page.getByLabel('Subject').inputValue()).toMatch(/^AP review – [A-Z.]+ Y\d+$/);
    expect(await visitor.page.getByLabel('Private').isChecked()).toBe(true);

    // Tagged while it is open in Outlook, and still nobody is told.
    await until(async () => Boolean((await row('AP Reviews', wanted.review))?.EventId));
    const stands = await row('AP Reviews', wanted.review);
    expect(stands).toMatchObject({ Stage: 'Booked', ScheduledFor: '2026-12-01', Start: '14:00' });
    const tagged = await taggedFor(wanted.review);
    const staff = tagged.find(({ id }) => id === stands?.EventId);
    expect(staff).toMatchObject({ isDraft: true, sensitivity: 'private' });
    expect(staff?.subject).toMatch(/^AP review – /);
    expect(tagged.filter(({ tag }) => tag.includes('|staff|'))).toEqual([staff]);
    const mails = staff?.attendees.map(({ emailAddress }) => emailAddress.address) ?? [];
    expect(mails).toContain(mailOf(leader));
    expect(mails.filter((mail) => !mail.endsWith('@hillcrest.example'))).toEqual([]);
    const copies = async (of: string) => (await eventsOf(of)).filter(({ iCalUId }) => iCalUId === staff?.iCalUId);
    expect(await Promise.all(mails.filter(hasCalendar).map(copies))).toEqual(mails.filter(hasCalendar).map(() => []));

    await visitor.page.getByRole('button', { name: 'Send', exact: true }).click();
    await visitor.page.getByText('Sent. Everybody asked has been told.').waitFor();
    for (const mail of mails.filter(hasCalendar)) {
      expect(await copies(mail)).toMatchObject([{ sensitivity: 'private', start: staff?.start, isDraft: false }]);
    }
    expect(await taggedFor(wanted.review)).toHaveLength(tagged.length);
    expect(tagged.length).toBeGreaterThan(1);
    const meetings = (await app.items('AP Meetings')).filter(({ fields }) => fields.Review === wanted.review);
    expect(meetings.map(({ fields }) => fields.EventId).toSorted()).toEqual(tagged.map(({ id }) => id).toSorted());
    const invitees = (await app.items('AP Invitees')).filter(({ fields }) => fields.Review === wanted.review);
    expect(invitees.map(({ fields }) => fields.Mail)).toEqual(expect.arrayContaining([parent, mailOf(leader)]));
    await pane.getByText('Booked for Tue 1 Dec, 14:00', { exact: false }).waitFor();
    await visitor.page.context().close();
  });

  test('in one’s own calendar is noted as planned, and what that means is said', async () => {
    const [wanted] = await waiting('2026-12-02T14:00', '2026-12-02T14:30');
    if (!wanted) throw new Error('No review of the demonstration waits for a meeting.');
    const before = (await eventsOf(organiser)).length;
    const visitor = await visits.visit(app, leader);
    await visitor.open('Calendar');
    const pane = await newMeeting(visitor, '2026-12-02T14:00');
    await pane.getByLabel('Whose review is it?').selectOption(wanted.review);
    await pane.getByRole('button', { name: 'Make it a review' }).click();
    await pane.getByText(`This meeting is in your own calendar.`, { exact: false }).waitFor();
    await pane.getByText('Planned for Wed 2 Dec, not booked yet.', { exact: false }).waitFor();
    expect(await row('AP Reviews', wanted.review)).toMatchObject({ Stage: 'Planned', ScheduledFor: '2026-12-02' });
    expect((await eventsOf(organiser)).length).toBe(before);
    await visitor.page.context().close();
  });

  test('on a Sunday is refused before anything is changed', async () => {
    const visitor = await visits.visit(app, leader);
    await visitor.open('Calendar');
    const pane = await newMeeting(visitor, '2026-12-06T14:00');
    const choice = pane.getByLabel('Whose review is it?');
    await choice.selectOption({ index: 1 });
    await pane.getByText('Sun 6 Dec is a weekend', { exact: false }).waitFor();
    const press = pane.getByRole('button', { name: 'Make it a review' });
    expect(await press.isDisabled()).toBe(true);
    expect(await paneFinds(visitor, ['High contrast', 'Dark', 'Light'])).toEqual([]);
    // Put right in Outlook, it is looked at again.
    await visitor.page.getByLabel('Starts').fill('2026-12-07T14:00');
    await pane.getByRole('button', { name: 'I have changed it: look again' }).click();
    await pane.getByText('Sun 6 Dec is a weekend', { exact: false }).waitFor({ state: 'detached' });
    await visitor.page.context().close();
  });
});

describe('for everybody', () => {
  test('axe finds nothing in any theme, and nothing is wider than the pane', async () => {
    const visitor = await visits.visit(app, leader);
    const pane = await openPane(visitor, subject);
    await pane.getByRole('heading', { name: /Jess Sandringlow/ }).waitFor();
    expect(await paneFinds(visitor, ['Light', 'Dark', 'High contrast'])).toEqual([]);
    await visitor.page.context().close();
  });

  test('nothing went wrong in the pages by themselves', () => {
    expect(visits.uncaught).toEqual([]);
  });
});
