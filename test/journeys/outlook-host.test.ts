/// <reference types="office-js" />
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { axeFinds } from './world/axe.ts';
import { type BareOutlook, startBareOutlook } from './world/bare-outlook.ts';
import { openBrowser, type Visits } from './world/browser.ts';

const ORGANISER = 'ap.reviews@hillcrest.example';
const HEAD = 'imelda.farrantly@hillcrest.example';
const headteacher = {
  id: 'a1000000-0000-4000-8000-000000000007',
  displayName: 'Imelda Farrantly',
  mail: HEAD,
  roles: ['head'],
};
const SENCO = 'owen.braddockson@hillcrest.example';
const zoned = (dateTime: string) => ({ dateTime, timeZone: 'GMT Standard Time' });

let outlook: BareOutlook;
let visits: Visits;
let page: Page;
let pane: Frame;
/** Addresses that any page has asked, other than those on this machine. */
const strangers: string[] = [];

const meetings = (mailbox: string) => outlook.meetings(mailbox);
const paneFrame = async (): Promise<Frame> => {
  const frame = await (await page.waitForSelector('iframe[title="AP review"]')).contentFrame();
  if (!frame) throw new Error('The pane has no frame.');
  await frame.waitForFunction('globalThis.Office !== undefined');
  return frame;
};
const choose = (subject: string) => page.getByRole('button', { name: subject }).click();

beforeAll(async () => {
  outlook = await startBareOutlook(5660);
  await outlook.graph('POST', `/users/${ORGANISER}/events`, {
    subject: 'AP review – J.S. Y10',
    body: { contentType: 'html', content: '<p>Bring the <b>plan</b>.</p><script>alert(1)</script>' },
    start: zoned('2026-11-26T14:00:00'),
    end: zoned('2026-11-26T15:00:00'),
    location: { displayName: 'Room 4' },
    sensitivity: 'private',
    attendees: [
      { type: 'required', emailAddress: { address: HEAD, name: 'Imelda Farrantly' } },
      { type: 'optional', emailAddress: { address: 'parent@home.example', name: 'A parent' } },
    ],
  });
  visits = await openBrowser();
  const visitor = await visits.visit(outlook, headteacher);
  page = visitor.page;
  page.on('request', (request) => {
    const { hostname, protocol } = new URL(request.url());
    if (protocol.startsWith('http') && !['localhost', '127.0.0.1'].includes(hostname)) strangers.push(request.url());
  });
  await visitor.open('Calendar');
});
afterAll(async () => {
  await visits?.close();
  await outlook?.stop();
});

describe('an invitation that is open', () => {
  it('says what, when, where and who, and keeps scripts out of its text', async () => {
    await choose('AP review – J.S. Y10');
    const sheet = page.getByRole('article', { name: 'Meeting that is open' });
    await sheet.getByText('Thursday 26 November, 14:00 to 15:00').waitFor();
    expect(await sheet.innerText()).toMatch(
      /Private[\s\S]*Room 4[\s\S]*AP reviews, Hillcrest Academy organises[\s\S]*A parent[\s\S]*Bring the plan\./,
    );
    expect(await sheet.locator('script').count()).toBe(0);
    expect(await sheet.locator('b').innerText()).toBe('plan');
  });

  it('is read on by the keyboard that opened it, and passes axe in every theme', async () => {
    await page.getByRole('button', { name: 'AP review – J.S. Y10' }).focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction('document.activeElement?.tabIndex === -1');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement?.textContent')).toBe('Accept');
    for (const theme of ['contrast', 'dark', 'default']) {
      await page.getByLabel('Theme').selectOption(theme);
      await expect.poll(() => axeFinds(page), { message: theme, timeout: 5000 }).toEqual([]);
    }
  });

  it('tells the pane what it is, as Office.js does for somebody who is asked', async () => {
    await page.getByRole('button', { name: 'AP review', exact: true }).click();
    pane = await paneFrame();
    const seen = await pane.evaluate(async () => {
      const where = await Office.onReady();
      const { mailbox } = Office.context;
      const item = mailbox.item as unknown as Office.AppointmentRead;
      const body = (form: Office.CoercionType) =>
        new Promise<Office.AsyncResult<string>>((resolve) => item.body.getAsync(form, { asyncContext: form }, resolve));
      return {
        where: [where.host, where.platform],
        profile: mailbox.userProfile,
        itemType: item.itemType,
        restId: mailbox.convertToRestId(item.itemId, Office.MailboxEnums.RestVersion.v2_0),
        itemId: item.itemId,
        subject: item.subject,
        start: item.start.toISOString(),
        end: item.end.toISOString(),
        location: item.location,
        sensitivity: item.sensitivity,
        organizer: item.organizer,
        required: item.requiredAttendees,
        optional: item.optionalAttendees,
        html: await body(Office.CoercionType.Html),
        text: (await body(Office.CoercionType.Text)).value,
      };
    });
    const copy = (await meetings(HEAD)).get('AP review – J.S. Y10');
    expect(seen).toMatchObject({
      where: ['Outlook', 'OfficeOnline'],
      profile: { displayName: 'Imelda Farrantly', emailAddress: HEAD, timeZone: 'GMT Standard Time' },
      itemType: 'appointment',
      restId: copy?.id,
      subject: 'AP review – J.S. Y10',
      start: '2026-11-26T14:00:00.000Z',
      end: '2026-11-26T15:00:00.000Z',
      location: 'Room 4',
      sensitivity: 'private',
      organizer: {
        emailAddress: ORGANISER,
        displayName: 'AP reviews, Hillcrest Academy',
        appointmentResponse: 'organizer',
      },
      required: [{ emailAddress: HEAD, appointmentResponse: 'none', recipientType: 'user' }],
      optional: [{ emailAddress: 'parent@home.example', displayName: 'A parent', recipientType: 'externalUser' }],
      html: { status: 'succeeded', asyncContext: 'html' },
      text: 'Bring the plan.',
    });
    expect(seen.html.value).toContain('<b>plan</b>');
    expect(seen.itemId).not.toBe(copy?.id);
  });

  it('signs the person in for MSAL over the nested bridge, with no network', async () => {
    const signed = await pane.evaluate(async () => {
      const clientId = '3b0f8d0a-52c7-4a8e-9d43-7f6b1f1c2a11';
      const authority = 'https://login.microsoftonline.com/8f6d1c1e-6a3b-4f0e-9f57-2d1f0a9b7c01';
      const { msal } = globalThis as unknown as { msal: typeof import('@azure/msal-browser') };
      const client = await msal.createNestablePublicClientApplication({ auth: { clientId, authority } });
      const { accessToken, account } = await client.acquireTokenSilent({ scopes: [`api://${clientId}/access`] });
      const refused = await client
        .acquireTokenSilent({ scopes: ['https://graph.microsoft.com/Calendars.ReadWrite'] })
        .then(
          () => 'given',
          () => 'refused',
        );
      return { claims: JSON.parse(atob(accessToken.split('.')[1] ?? '')), username: account?.username, refused };
    });
    expect(signed).toMatchObject({
      claims: { oid: headteacher.id, scp: 'access' },
      username: HEAD,
      refused: 'refused',
    });
    expect(strangers).toEqual([]);
  });
});

describe('answering it', () => {
  const answerHeard = async () =>
    (await meetings(ORGANISER)).get('AP review – J.S. Y10')?.attendees[0]?.status.response;

  for (const [press, says, heard] of [
    ['Tentative', 'You have accepted for now. The organiser has been told.', 'tentativelyAccepted'],
    ['Decline', 'You have declined. The organiser has been told.', 'declined'],
    ['Accept', 'You have accepted. The organiser has been told.', 'accepted'],
  ] as const) {
    it(`${press} reaches the organiser`, async () => {
      await page.getByRole('button', { name: press, exact: true }).click();
      await page.getByText(says).waitFor();
      expect(await answerHeard()).toBe(heard);
    });
  }

  it('says what Graph says when the answer cannot be sent', async () => {
    const fault = { match: 'POST /v1.0/users/*/events/*/decline', status: 503, times: 1 };
    await outlook.control('POST', '/standin/faults', fault);
    await page.getByRole('button', { name: 'Decline', exact: true }).click();
    await page.getByText('The service is not available just now.').waitFor();
    expect(await answerHeard()).toBe('accepted');
  });
});

describe('the pane beside other meetings and in other themes', () => {
  it('is told when the theme changes', async () => {
    const light = await pane.evaluate(() => {
      const { mailbox, officeTheme } = Office.context;
      Object.assign(globalThis, { told: [] });
      mailbox.addHandlerAsync(Office.EventType.OfficeThemeChanged, (args: Office.OfficeThemeChangedEventArgs) =>
        Object(globalThis).told.push(args.type, args.officeTheme.bodyBackgroundColor),
      );
      return officeTheme.bodyBackgroundColor;
    });
    await page.getByLabel('Theme').selectOption('dark');
    await pane.waitForFunction('told.length > 0');
    const [type, dark] = await pane.evaluate(() => Object(globalThis).told);
    expect(type).toBe('officeThemeChanged');
    expect([light, dark].every((colour) => /^#[0-9a-f]{6}$/i.test(colour))).toBe(true);
    expect(dark).not.toBe(light);
    expect(await pane.evaluate(() => Office.context.officeTheme.bodyBackgroundColor)).toBe(dark);
    await page.getByLabel('Theme').selectOption('default');
  });

  it('pinned, it is told of the next meeting, and of none; a handler taken off hears nothing', async () => {
    await outlook.graph('POST', `/users/${HEAD}/events`, {
      subject: 'Assembly',
      start: zoned('2026-11-27T09:00:00'),
      end: zoned('2026-11-27T09:30:00'),
    });
    await pane.evaluate(
      () =>
        new Promise<unknown>((resolve) => {
          Object.assign(globalThis, { items: [] });
          Office.context.mailbox.addHandlerAsync(
            Office.EventType.ItemChanged,
            () => Object(globalThis).items.push(Office.context.mailbox.item === null ? 'none' : 'another'),
            resolve,
          );
        }),
    );
    await choose('Assembly');
    await pane.waitForFunction('items.length === 1');
    expect(await pane.evaluate(() => typeof Office.context.mailbox.item?.subject)).toBe('object');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await pane.waitForFunction('items.length === 2');
    await pane.evaluate(
      () => new Promise((resolve) => Office.context.mailbox.removeHandlerAsync(Office.EventType.ItemChanged, resolve)),
    );
    await choose('Assembly');
    await pane.waitForFunction('Office.context.mailbox.item !== null');
    expect(await pane.evaluate(() => Object(globalThis).items)).toEqual(['another', 'none']);
  });

  it('not pinned, it goes with its meeting', async () => {
    const pin = page.getByRole('button', { name: 'Keep open for other meetings' });
    await pin.click();
    await choose('AP review – J.S. Y10');
    await page.getByRole('article', { name: 'Meeting that is open' }).waitFor();
    expect(await page.locator('iframe[title="AP review"]').count()).toBe(0);
    await page.getByRole('button', { name: 'AP review', exact: true }).click();
    await pin.click();
    pane = await paneFrame();
  });
});

describe('a new meeting with the pane beside it', () => {
  it('lets the pane write it, and keeps it unsent until the person sends it', async () => {
    await page.getByRole('button', { name: 'New meeting' }).click();
    await pane.waitForFunction("typeof Office.context?.mailbox?.item?.subject === 'object'");
    const written = await pane.evaluate(async () => {
      const item = Office.context.mailbox.item as unknown as Office.AppointmentCompose;
      type Result = Office.AsyncResult<unknown>;
      const done = (work: (callback: (result: Result) => void) => void) =>
        new Promise<Result>((resolve) => work(resolve)).then(({ status, value, error }) =>
          String(status) === 'succeeded' ? value : error.name,
        );
      const before = [
        await done((back) => item.getItemIdAsync(back)),
        await done((back) => item.subject.setAsync('AP review – T.W. Y9', back)),
        await done((back) => item.start.setAsync(new Date('2026-11-26T09:00:00Z'), back)),
        await done((back) => item.end.setAsync(new Date('2026-11-26T08:00:00Z'), back)),
        await done((back) => item.end.setAsync(new Date('2026-11-26T10:15:00Z'), back)),
        await done((back) => item.location.setAsync('Library', back)),
        await done((back) => item.sensitivity.setAsync('private', back)),
        await done((back) =>
          item.requiredAttendees.setAsync(
            [{ displayName: 'Owen', emailAddress: 'owen.braddockson@hillcrest.example' }],
            back,
          ),
        ),
        await done((back) => item.requiredAttendees.addAsync(['parent@home.example'], back)),
        await done((back) => item.optionalAttendees.setAsync(['nobody'], back)),
        await done((back) => item.subject.setAsync('x'.repeat(256), back)),
        await done((back) =>
          item.body.setAsync('<p>Bring <i>work</i>.</p>', { coercionType: Office.CoercionType.Html }, back),
        ),
      ];
      const held = {
        subject: await done((back) => item.subject.getAsync(back)),
        start: await done((back) => item.start.getAsync(back)),
        end: await done((back) => item.end.getAsync(back)),
        location: await done((back) => item.location.getAsync(back)),
        sensitivity: await done((back) => item.sensitivity.getAsync(back)),
        organizer: await done((back) => item.organizer.getAsync(back)),
        required: await done((back) => item.requiredAttendees.getAsync(back)),
        optional: await done((back) => item.optionalAttendees.getAsync(back)),
        html: await done((back) => item.body.getAsync(Office.CoercionType.Html, back)),
        text: await done((back) => item.body.getAsync(Office.CoercionType.Text, back)),
      };
      const saved = await done((back) => item.saveAsync(back));
      const id = await done((back) => item.getItemIdAsync(back));
      return { before, held, saved, id, itemId: Office.context.mailbox.item?.itemId, itemType: item.itemType };
    });
    const well = undefined;
    expect(written.before).toEqual([
      'ItemNotSaved',
      ...[well, well],
      'InvalidEndTime',
      ...[well, well, well, well, well],
      'NoValidRecipientsProvided',
      'DataExceedsMaximumSize',
      well,
    ]);
    expect(written.held).toMatchObject({
      subject: 'AP review – T.W. Y9',
      start: new Date('2026-11-26T09:00:00Z'),
      end: new Date('2026-11-26T10:15:00Z'),
      location: 'Library',
      sensitivity: 'private',
      organizer: { emailAddress: HEAD, appointmentResponse: 'organizer' },
      required: [{ displayName: 'Owen', recipientType: 'user' }, { emailAddress: 'parent@home.example' }],
      optional: [],
      html: '<p>Bring <i>work</i>.</p>',
      text: 'Bring work.',
    });
    expect([written.itemType, written.itemId, written.saved]).toEqual(['appointment', undefined, written.id]);
    expect(await page.getByLabel('Subject').inputValue()).toBe('AP review – T.W. Y9');
    expect((await meetings(HEAD)).get('AP review – T.W. Y9')?.attendees).toHaveLength(2);
    expect((await meetings(SENCO)).has('AP review – T.W. Y9')).toBe(false);
  });

  it('is not in the way of what only programs write: it stays a draft, and reaches those asked when it is sent', async () => {
    const draft = (await meetings(HEAD)).get('AP review – T.W. Y9');
    const tag = { id: 'String {7d1c2f3e-4a5b-4c6d-8e7f-901234567890} Name ApRecord', value: 'x' };
    await outlook.graph('PATCH', `/users/${HEAD}/events/${draft?.id}`, { singleValueExtendedProperties: [tag] });
    expect((await meetings(SENCO)).has('AP review – T.W. Y9')).toBe(false);
    const senco = page.getByLabel('Optional', { exact: true });
    await senco.fill('parent');
    await senco.press('Enter');
    await page.getByText('“parent” is no mail address. Type it whole.').waitFor();
    await senco.fill('dilys.okonedo-pike@hillcrest.example');
    await senco.press('Enter');
    await page.getByRole('button', { name: 'Send', exact: true }).click();
    await page.getByText('Sent. Everybody asked has been told.').waitFor();
    const copy = (await meetings(SENCO)).get('AP review – T.W. Y9');
    expect([copy?.isOrganizer, copy?.start.dateTime]).toEqual([false, '2026-11-26T09:00:00.0000000']);
    expect(copy?.attendees).toHaveLength(3);
  });
});

describe('the calendar of the mailbox that organises reviews', () => {
  it('opens, and a meeting moved there moves for everybody, who are asked again', async () => {
    await page.getByLabel('Calendar of').selectOption({ label: 'AP reviews, Hillcrest Academy' });
    await choose('AP review – J.S. Y10');
    await page.getByText('Accepted').waitFor();
    await page.getByLabel('Starts').fill('2026-11-27T10:00');
    expect(await page.getByLabel('Ends').inputValue()).toBe('2026-11-27T11:00');
    await page.getByRole('button', { name: 'Send update' }).click();
    await page.getByText('Sent. Everybody asked has been told.').waitFor();
    const copy = (await meetings(HEAD)).get('AP review – J.S. Y10');
    expect([copy?.start.dateTime, copy?.end.dateTime]).toEqual([
      '2026-11-27T10:00:00.0000000',
      '2026-11-27T11:00:00.0000000',
    ]);
    expect((await meetings(ORGANISER)).get('AP review – J.S. Y10')?.attendees[0]?.status.response).toBe('none');
  });

  it('has a form that passes axe in every theme', async () => {
    for (const theme of ['contrast', 'dark', 'default']) {
      await page.getByLabel('Theme').selectOption(theme);
      await expect.poll(() => axeFinds(page), { message: theme, timeout: 5000 }).toEqual([]);
    }
  });

  it('refuses what is no meeting, and what somebody else has changed meanwhile, and keeps what was typed', async () => {
    await page.getByLabel('Ends').fill('2026-11-27T09:00');
    await page.getByRole('button', { name: 'Send update' }).click();
    await page.getByText('The meeting ends before it starts. Set a later end.').waitFor();
    const event = (await meetings(ORGANISER)).get('AP review – J.S. Y10');
    await outlook.graph('PATCH', `/users/${ORGANISER}/events/${event?.id}`, { location: { displayName: 'Hall' } });
    await page.getByLabel('Ends').fill('2026-11-27T12:00');
    await page.getByRole('button', { name: 'Send update' }).click();
    await page.getByText('Somebody else has changed this meeting since you opened it.').waitFor();
    expect(await page.getByLabel('Ends').inputValue()).toBe('2026-11-27T12:00');
    expect((await meetings(HEAD)).get('AP review – J.S. Y10')?.end.dateTime).toBe('2026-11-27T11:00:00.0000000');
  });

  it('a meeting cancelled there stays with those asked as cancelled, until they remove it', async () => {
    await choose('AP review – J.S. Y10');
    await page.getByLabel('Where').and(page.locator('[value="Hall"]')).waitFor();
    await page.getByRole('button', { name: 'Cancel meeting' }).click();
    await page.getByLabel('What everybody asked will read').fill('The pupil is back in school.');
    await page.getByRole('button', { name: 'Send cancellation' }).click();
    await page.getByText('The meeting is cancelled, and everybody asked has been told.').waitFor();
    expect((await meetings(ORGANISER)).has('AP review – J.S. Y10')).toBe(false);
    await page.getByLabel('Calendar of').selectOption({ label: 'Imelda Farrantly' });
    await choose('Canceled: AP review – J.S. Y10');
    await page.getByRole('button', { name: 'Remove from calendar' }).click();
    await page.getByText('The meeting is out of your calendar.').waitFor();
    expect((await meetings(HEAD)).size).toBe(2);
  });

  it('goes through without an error in any page', () => {
    expect([visits.uncaught, strangers]).toEqual([[], []]);
  });
});
