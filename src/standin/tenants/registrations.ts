import type { App, Grant } from './tenant.ts';

/** The tenant's id in every scenario. */
export const TENANT_ID = '8f6d1c1e-6a3b-4f0e-9f57-2d1f0a9b7c01';
/** The app's API registration: reads and writes the lists, books meetings. */
export const API_CLIENT_ID = '3b0f8d0a-52c7-4a8e-9d43-7f6b1f1c2a11';
/** The bot's registration: talks to the connector only. */
export const BOT_ID = '6f1e9c52-8f0b-4c7d-a2f9-0c8b5a1d3b22';
/** The registration that makes lists; used from the command line only. */
export const PROVISION_CLIENT_ID = '9a7c2e44-1d5e-4b89-8a36-5e2f7d4c1f33';
/** Whoever looks or meddles from outside, through `/standin/app-token`. */
export const OUTSIDER_ID = '0c5a9f10-77de-4a52-b1c6-3f2e8d9a4b44';
/** The mailbox that organises review meetings and sends the app's mail. */
export const ORGANISER = 'ap.reviews@hillcrest.example';

/** The app registrations, with the permissions that the README's table of permissions asks for and no more. */
export const apps: readonly App[] = [
  {
    appId: API_CLIENT_ID,
    displayName: 'Alternative Provision',
    secret: 'standin-api-secret',
    permissions: [
      { name: 'Sites.Selected' },
      { name: 'User.ReadBasic.All' },
      { name: 'Mail.Send', mailboxes: [ORGANISER] },
      { name: 'Calendars.ReadWrite', mailboxes: [ORGANISER] },
      { name: 'Calendars.Read' },
    ],
  },
  { appId: BOT_ID, displayName: 'Alternative Provision bot', secret: 'standin-bot-secret', permissions: [] },
  {
    appId: PROVISION_CLIENT_ID,
    displayName: 'Alternative Provision set-up',
    secret: 'standin-provision-secret',
    permissions: [{ name: 'Sites.Selected' }, { name: 'User.ReadBasic.All' }],
  },
  {
    appId: OUTSIDER_ID,
    displayName: 'Outsider',
    secret: 'standin-outsider-secret',
    permissions: [
      { name: 'Sites.FullControl.All' },
      { name: 'User.Read.All' },
      { name: 'Mail.ReadWrite' },
      { name: 'Mail.Send' },
      { name: 'Calendars.ReadWrite' },
    ],
  },
];

/** Grants on each of the app's sites: the app writes items, the set-up makes lists. */
export const grants: readonly Grant[] = [
  { appId: API_CLIENT_ID, role: 'write' },
  { appId: PROVISION_CLIENT_ID, role: 'fullcontrol' },
];
