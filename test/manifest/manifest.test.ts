import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inflateSync } from 'node:zlib';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const schemaFile = path.resolve(root, '../shared/contracts/teams-manifest/MicrosoftTeams.v1.30.schema.json');
const source = readFileSync(path.join(root, 'manifest/manifest.json'), 'utf8');

const examples: Readonly<Record<string, string>> = {
  APP_ID: 'c0ffee00-0000-4000-8000-000000000001',
  APP_DOMAIN: 'ap.hillcrest.example',
  API_CLIENT_ID: 'c0ffee00-0000-4000-8000-000000000002',
  BOT_ID: 'c0ffee00-0000-4000-8000-000000000003',
  DEVELOPER_NAME: 'Hillcrest Academy Trust',
  DEVELOPER_URL: 'https://hillcrest.example',
  PRIVACY_URL: 'https://hillcrest.example/privacy',
  TERMS_URL: 'https://hillcrest.example/terms',
};

const filled = source.replace(/\$\{\{(\w+)\}\}/g, (whole, name: string) => examples[name] ?? whole);
const manifest = JSON.parse(filled);

function icon(name: string): { width: number; height: number; pixels: Buffer } {
  const bytes = readFileSync(path.join(root, 'manifest', name));
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  const data = bytes.subarray(bytes.indexOf('IDAT') + 4, bytes.indexOf('IEND') - 8);
  return { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20), pixels: inflateSync(data) };
}

describe('the app manifest', () => {
  it('has no placeholder beyond those the README explains', () => {
    expect(filled).not.toContain('${{');
    expect([...new Set([...source.matchAll(/\$\{\{(\w+)\}\}/g)].map((match) => match[1]))].sort()).toEqual(
      Object.keys(examples).sort(),
    );
  });

  it.skipIf(!existsSync(schemaFile))('is valid against the Teams schema 1.30', () => {
    const ajv = new Ajv({ strict: false, allErrors: true });
    addFormats(ajv);
    const validate = ajv.compile(JSON.parse(readFileSync(schemaFile, 'utf8')));
    validate(manifest);
    expect(validate.errors ?? []).toEqual([]);
  });

  it('keeps within the lengths that Teams refuses beyond', () => {
    expect(manifest.name.short.length).toBeLessThanOrEqual(30);
    expect(manifest.name.full.length).toBeLessThanOrEqual(100);
    expect(manifest.description.short.length).toBeLessThanOrEqual(80);
    expect(manifest.description.full.length).toBeLessThanOrEqual(4000);
  });

  it('opens pages on its own domain only', () => {
    const { staticTabs, configurableTabs, validDomains } = manifest;
    const pages = [
      ...staticTabs.flatMap((tab: { contentUrl?: string; websiteUrl?: string }) => [tab.contentUrl, tab.websiteUrl]),
      configurableTabs[0].configurationUrl,
    ].filter((url) => url !== undefined);
    expect(pages.length).toBe(3);
    for (const url of pages) expect(validDomains).toContain(new URL(url).host);
  });

  it('offers "use this channel" in teams only, and the other commands in both places', () => {
    const lists: { scopes: string[]; commands: { title: string }[] }[] = manifest.bots[0].commandLists;
    const titlesIn = (scope: string) =>
      lists.filter((list) => list.scopes.includes(scope)).flatMap((list) => list.commands.map(({ title }) => title));
    expect(titlesIn('personal')).toEqual(['today', 'absent', 'help']);
    expect(titlesIn('team')).toEqual(['today', 'absent', 'help', 'use this channel']);
  });

  it('prefetches exactly the scope that the tab asks for, and ties Teams sign-in to our own domain', () => {
    const { id, resource, nestedAppAuthInfo } = manifest.webApplicationInfo;
    expect(id).toBe(examples.API_CLIENT_ID);
    expect(nestedAppAuthInfo).toEqual([
      { redirectUri: `brk-multihub://${examples.APP_DOMAIN}`, scopes: [`api://${examples.API_CLIENT_ID}/access`] },
    ]);
    expect(resource).toBe(`api://${examples.APP_DOMAIN}/${examples.API_CLIENT_ID}`);
  });
});

describe('the pane in Outlook', () => {
  const [{ runtimes, ribbons, requirements }] = manifest.extensions;

  it('opens beside a meeting, for its organiser and for everybody asked, and may stay open', () => {
    expect(ribbons.flatMap(({ contexts }: { contexts: string[] }) => contexts)).toEqual([
      'meetingDetailsOrganizer',
      'meetingDetailsAttendee',
    ]);
    expect(runtimes[0].code.page).toBe(`https://${examples.APP_DOMAIN}/outlook/pane.html`);
    expect(runtimes[0].actions).toEqual([{ id: 'openReview', type: 'openPage', view: 'review', pinnable: true }]);
  });

  it('asks for an Outlook that marks a meeting as private, and to write the open meeting only', () => {
    expect(requirements.capabilities).toEqual([{ name: 'Mailbox', minVersion: '1.14' }]);
    expect(manifest.authorization.permissions.resourceSpecific).toEqual([
      { name: 'MailboxItem.ReadWrite.User', type: 'Delegated' },
    ]);
  });

  it('has buttons whose icons the app serves, each of the size it says', () => {
    const group = ribbons[0].tabs[0].groups[0];
    for (const { size, url } of [...group.icons, ...group.controls[0].icons]) {
      const { width, height } = icon(`../src/outlook/icons/${path.basename(new URL(url).pathname)}`);
      expect([width, height]).toEqual([size, size]);
    }
  });
});

describe('the icons', () => {
  it('are 192 and 32 pixels square', () => {
    const [color, outline] = [icon(manifest.icons.color), icon(manifest.icons.outline)];
    expect([color.width, color.height, outline.width, outline.height]).toEqual([192, 192, 32, 32]);
  });

  it('have an outline of white on transparent', () => {
    const { width, pixels } = icon(manifest.icons.outline);
    const seen = { opaque: 0, clear: 0, coloured: 0 };
    for (let y = 0; y < width; y++) {
      for (let x = 0; x < width; x++) {
        const at = y * (width * 4 + 1) + 1 + x * 4;
        const [red, green, blue, alpha] = pixels.subarray(at, at + 4);
        if (alpha === 0) seen.clear++;
        else if (red === 255 && green === 255 && blue === 255) seen.opaque++;
        else seen.coloured++;
      }
    }
    expect(seen.coloured).toBe(0);
    expect(seen.opaque).toBeGreaterThan(60);
    expect(seen.clear).toBeGreaterThan(500);
  });
});
