/// <reference types="office-js" />
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { composeItem } from '../../src/standin/host/office/compose-item.ts';
import { enums } from '../../src/standin/host/office/enums.ts';
import { contextOf, makeOffice } from '../../src/standin/host/office/office.ts';
import type { OutlookLink } from '../../src/standin/host/office/outlook-link.ts';
import { readItem } from '../../src/standin/host/office/read-item.ts';
import type { ReadItem, Start } from '../../src/standin/host/office/wire.ts';

const person = {
  displayName: 'Imelda Farrantly',
  emailAddress: 'imelda.farrantly@hillcrest.example',
  appointmentResponse: 'none',
  recipientType: 'user',
} as const;
const invitation: ReadItem = {
  mode: 'read',
  nth: 1,
  itemId: 'AAMkA/I+1',
  subject: 'AP review – J.S. Y10',
  start: '2026-12-03T14:00:00Z',
  end: '2026-12-03T15:00:00Z',
  location: 'Room 4',
  sensitivity: 'private',
  organizer: person,
  requiredAttendees: [person],
  optionalAttendees: [],
  body: { contentType: 'html', content: '<p>Bring the plan.</p>' },
};
const colour = '#ffffff';
const start: Start = {
  profile: { displayName: person.displayName, emailAddress: person.emailAddress, timeZone: 'GMT Standard Time' },
  theme: {
    bodyBackgroundColor: colour,
    bodyForegroundColor: colour,
    controlBackgroundColor: colour,
    controlForegroundColor: colour,
  },
  item: null,
};
const link: OutlookLink = {
  start: Promise.resolve(start),
  ask: async () => undefined,
  onItem: () => undefined,
  onTheme: () => undefined,
};

/** The members of an object, those of the plain objects in it by their path, `body.getAsync`. */
function membersOf(offered: object): string[] {
  return Object.entries(offered).flatMap(([name, value]) => {
    const plain = typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
    return plain ? membersOf(value).map((member) => `${name}.${member}`) : [name];
  });
}

/** What a row of the README's table of Office.js names. */
function namedInReadme(row: string): string[] {
  const readme = readFileSync(path.resolve(import.meta.dirname, '../../src/standin/README.md'), 'utf8');
  const line = readme.split('\n').find((one) => one.startsWith(`| ${row} `));
  if (line === undefined) throw new Error(`The README has no row "${row}".`);
  const [, , cell = ''] = line.split('|');
  return [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, named = '']) => {
    const [, path = '', several] = /^([^{]*)(?:\{(.*)\})?$/.exec(named) ?? [];
    return several === undefined ? [path] : several.split(', ').map((member) => `${path}${member}`);
  });
}

describe('the members of Office.js that the README names', () => {
  const { context: _context, ...office } = makeOffice(link);
  const offered: Readonly<Record<string, object>> = {
    Office: office,
    'Office.context': contextOf(link, start),
    'item of a meeting that one is asked to': readItem(invitation),
    'item of a meeting of one’s own': composeItem({ mode: 'compose', nth: 1 }, link),
  };
  for (const [row, object] of Object.entries(offered)) {
    it(`are those that are there: ${row}`, () => {
      expect(membersOf(object).sort()).toEqual(namedInReadme(row).sort());
    });
  }

  it('are all the real one’s, by its type declarations', () => {
    type Invented<Ours, Real> = Exclude<keyof Ours, keyof Real> extends never ? 'none' : 'some';
    const invented: readonly [
      Invented<ReturnType<typeof readItem>, Office.AppointmentRead>,
      Invented<ReturnType<typeof composeItem>, Office.AppointmentCompose>,
      Invented<ReturnType<typeof contextOf>, Office.Context>,
      Invented<ReturnType<typeof contextOf>['mailbox'], Office.Mailbox>,
      Invented<ReturnType<typeof makeOffice>, typeof Office>,
      Invented<(typeof enums)['MailboxEnums'], typeof Office.MailboxEnums>,
      Invented<(typeof enums)['EventType'], typeof Office.EventType>,
    ] = ['none', 'none', 'none', 'none', 'none', 'none', 'none'];
    expect(invented).not.toContain('some');
  });
});

describe('what Office.js says of itself', () => {
  const { requirements, mailbox } = contextOf(link, start);

  it('has its sets of requirements up to their version and no other', () => {
    expect(['1.1', '1.8', '1.14'].map((version) => requirements.isSetSupported('Mailbox', version))).toEqual([
      true,
      true,
      true,
    ]);
    expect(requirements.isSetSupported('Mailbox', '1.15')).toBe(false);
    expect(requirements.isSetSupported('NestedAppAuth', '1.1')).toBe(true);
    expect(requirements.isSetSupported('ExcelApi')).toBe(false);
  });

  it('turns the id of Exchange’s web services into that of Graph', () => {
    expect(mailbox.convertToRestId('AAMkA/I+1', enums.MailboxEnums.RestVersion.v2_0)).toBe('AAMkA-I_1');
  });

  it('refuses events it does not raise, and forms of text that are neither', async () => {
    const result = await new Promise((resolve) =>
      mailbox.addHandlerAsync('recipientsChanged', () => undefined, { asyncContext: 7 }, resolve),
    );
    expect(result).toMatchObject({ status: 'failed', error: { name: 'API Not Supported' }, asyncContext: 7 });
    expect(() => readItem(invitation).body.getAsync('matrix', () => undefined)).toThrow('coercionType');
  });

  it('is in no host where nothing answers', async () => {
    const alone = makeOffice({ ...link, start: Promise.resolve(undefined) });
    expect(await alone.onReady()).toEqual({ host: null, platform: null });
    expect(membersOf(alone.context)).toEqual([]);
  });
});
