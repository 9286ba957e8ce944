/// <reference types="office-js" />
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BareOutlook, startBareOutlook } from './world/bare-outlook.ts';
import { openBrowser, type Visits } from './world/browser.ts';

const ORGANISER = 'ap.reviews@hillcrest.example';
const HEAD = 'imelda.farrantly@hillcrest.example';
const headteacher = { id: 'a1000000-0000-4000-8000-000000000007', displayName: 'Imelda Farrantly', roles: ['head'] };
const zoned = (dateTime: string) => ({ dateTime, timeZone: 'GMT Standard Time' });

let outlook: BareOutlook;
let visits: Visits;
let page: Page;
let pane: Frame;
/** Addresses that any page has asked, other than those on this machine. */
const strangers: string[] = [];

interface Event {
  readonly id: string;
  readonly subject: string;
  readonly isOrganizer: boolean;
  readonly isCancelled: boolean;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly attendees: readonly {
    readonly emailAddress: { readonly address: string };
    readonly status: { readonly response: string };
  }[];
}

/** The meetings of a mailbox by subject. */
async function meetings(mailbox: string): Promise<ReadonlyMap<string, Event>> {
  const { value } = await outlook.graph<{ value: Event[] }>('GET', `/users/${mailbox}/events?$top=100`);
  return new Map(value.map((event) => [event.subject, event]));
}

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
