import { readFileSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { manifestTroubles } from '../../src/run/package/check-manifest.ts';
import { makePackage } from '../../src/run/package/make-package.ts';
import { places } from '../../src/run/package/places.ts';

const folder = path.resolve(import.meta.dirname, '../../manifest');
const manifest = readFileSync(path.join(folder, 'manifest.json'), 'utf8');
const icons = {
  'color.png': new Uint8Array(readFileSync(path.join(folder, 'color.png'))),
  'outline.png': new Uint8Array(readFileSync(path.join(folder, 'outline.png'))),
};
const ribbon: Readonly<Record<number, Uint8Array | undefined>> = Object.fromEntries(
  [16, 32, 80].map((side) => [
    side,
    new Uint8Array(readFileSync(path.join(folder, `../src/outlook/icons/ap-${side}.png`))),
  ]),
);
const variables = {
  APP_ID: 'c0ffee00-0000-4000-8000-000000000001',
  APP_DOMAIN: 'ap.hillcrest.example',
  API_CLIENT_ID: 'c0ffee00-0000-4000-8000-000000000002',
  BOT_ID: 'c0ffee00-0000-4000-8000-000000000003',
  DEVELOPER_NAME: 'Hillcrest "Rise" Trust',
  DEVELOPER_URL: 'https://hillcrest.example',
  PRIVACY_URL: 'https://hillcrest.example/privacy',
  TERMS_URL: 'https://hillcrest.example/terms',
};

function troubles(change: Record<string, string | undefined>, shown = icons, buttons = ribbon): readonly string[] {
  const made = makePackage({ manifest, icons: shown, ribbon: buttons }, { ...variables, ...change });
  return 'troubles' in made ? made.troubles : [];
}

describe('the app package', () => {
  it('holds the filled manifest and both icons, and nothing else', () => {
    const made = makePackage({ manifest, icons, ribbon }, variables);
    if (!('zip' in made)) throw new Error(made.troubles.join('\n'));
    const files = unzipSync(made.zip);
    expect(Object.keys(files).sort()).toEqual(['color.png', 'manifest.json', 'outline.png']);
    const filled = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array()));
    expect(filled.id).toBe(variables.APP_ID);
    expect(filled.developer.name).toBe('Hillcrest "Rise" Trust');
    expect(files['color.png']).toEqual(icons['color.png']);
  });

  it('is the same bytes for the same environment', () => {
    const [first, second] = [
      makePackage({ manifest, icons, ribbon }, variables),
      makePackage({ manifest, icons, ribbon }, variables),
    ];
    expect(first).toEqual(second);
  });

  it('names every variable that is missing, at once, with the place where it is found', () => {
    expect(troubles({ BOT_ID: '', APP_DOMAIN: undefined })).toEqual([
      `APP_DOMAIN is not set. ${places.APP_DOMAIN}`,
      `BOT_ID is not set. ${places.BOT_ID}`,
    ]);
  });

  it('refuses an id that is no GUID, and one registration for bot and API', () => {
    expect(troubles({ APP_ID: 'hillcrest' })[0]).toMatch(/^APP_ID must be a GUID/);
    expect(troubles({ BOT_ID: variables.API_CLIENT_ID.toUpperCase() })).toEqual([
      'BOT_ID and API_CLIENT_ID are the same. The bot and the API are two app registrations.',
    ]);
  });

  it.each(['https://ap.hillcrest.example', 'localhost', 'ap.hillcrest.example/tab', '*.hillcrest.example'])(
    'refuses %s as the domain',
    (domain) => {
      expect(troubles({ APP_DOMAIN: domain })[0]).toContain('is not a host name that Teams takes');
    },
  );

  it('refuses a privacy notice that is not https', () => {
    expect(troubles({ PRIVACY_URL: 'http://hillcrest.example/privacy' })).toEqual([
      'PRIVACY_URL must be an https address.',
    ]);
  });

  it('refuses icons that are missing, no PNG, or of another size', () => {
    expect(troubles({}, { ...icons, 'outline.png': icons['color.png'] })).toEqual([
      'The icon outline.png is 192 by 192 pixels; 32 by 32 are wanted.',
    ]);
    expect(troubles({}, { ...icons, 'color.png': new TextEncoder().encode('<svg/>') })).toEqual([
      'The icon color.png is not a PNG file.',
    ]);
    expect(troubles({}, icons, { ...ribbon, 16: ribbon[32], 80: undefined })).toEqual([
      'The icon ap-16.png is 32 by 32 pixels; 16 by 16 are wanted.',
      'The icon ap-80.png is missing.',
    ]);
  });
});

describe('what a schema cannot say of a manifest', () => {
  const filled = JSON.parse(
    manifest.replace(/\$\{\{(\w+)\}\}/g, (_, name: keyof typeof variables) =>
      name === 'DEVELOPER_NAME' ? 'Hillcrest' : variables[name],
    ),
  );

  it('finds a page on a foreign domain', () => {
    const astray = { ...filled, configurableTabs: [{ configurationUrl: 'https://elsewhere.example/tab' }] };
    expect(manifestTroubles(astray)).toEqual([
      'https://elsewhere.example/tab does not stand on a valid domain (ap.hillcrest.example).',
    ]);
  });

  it('finds a pane and an icon of Outlook on a foreign domain', () => {
    const astray = JSON.parse(
      JSON.stringify(filled.extensions)
        .replace('https://ap.hillcrest.example/outlook/pane.html', 'https://elsewhere.example/pane.html')
        .replaceAll('https://ap.hillcrest.example/outlook/ap-16.png', 'http://ap.hillcrest.example/ap-16.png'),
    );
    expect(manifestTroubles({ ...filled, extensions: astray })).toEqual([
      'https://elsewhere.example/pane.html does not stand on a valid domain (ap.hillcrest.example).',
      'http://ap.hillcrest.example/ap-16.png does not stand on a valid domain (ap.hillcrest.example).',
    ]);
  });

  it('finds a button of Outlook without one of its icons', () => {
    const astray = JSON.parse(JSON.stringify(filled.extensions).replaceAll('"size":80', '"size":64'));
    expect(manifestTroubles({ ...filled, extensions: astray })).toEqual([
      '"Alternative Provision" in Outlook has no icon of 80 pixels.',
      '"AP review" in Outlook has no icon of 80 pixels.',
    ]);
  });

  it('finds two tabs of one id', () => {
    const twice = { ...filled, staticTabs: [...filled.staticTabs, { entityId: 'today' }] };
    expect(manifestTroubles(twice)).toEqual(['Two tabs are called "today". Each needs an id of its own.']);
  });

  it('finds a button whose action no runtime has', () => {
    const runtimes = [{ id: 'pane', actions: [{ id: 'open-review', type: 'openPage' }] }];
    const ribbons = [{ tabs: [{ groups: [{ controls: [{ actionId: 'open-review' }, { actionId: 'open-pack' }] }] }] }];
    expect(manifestTroubles({ ...filled, extensions: [{ runtimes, ribbons }] })).toEqual([
      'A button of Outlook asks for the action "open-pack", which no runtime of the manifest has.',
    ]);
  });
});
