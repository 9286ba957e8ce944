import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ImportDesk } from '../../../src/school/imports/import-desk.view.ts';
import { type Progress, sendRows } from '../../../src/tab/import/send-rows.ts';
import type { Api, EntryProgress, Outcome } from '../../../src/ui/api/api.ts';

/** Digits as letters: a name holds none. */
const lettersOf = (n: number) => [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
const row = (n: number, more = '') => ({
  line: n + 2,
  cells: { surname: 'Importwell', forename: `Row${lettersOf(n)}${more}`, year: '9', onRollFrom: '2026-09-01' },
});
const rowsOf = (count: number, more = '') => Array.from({ length: count }, (_, n) => row(n, more));
const nothing = { contacts: [], providers: [], sites: [], placements: [], slots: [], calendar: [] };
/** A desk at which the named rows stand already. */
const deskWith = (standing: readonly ReturnType<typeof row>[]): ImportDesk => ({
  kind: 'pupils',
  allowed: true,
  today: '2026-11-24',
  mayWriteFlags: false,
  targets: [],
  remembered: {},
  standing: {
    ...nothing,
    pupils: standing.map(({ line, cells }) => ({
      key: `pu-${line}`,
      version: '1',
      legalName: `${cells.forename} ${cells.surname}`,
      year: cells.year,
      initials: 'R.I.',
      onRollFrom: cells.onRollFrom,
    })) as unknown as ImportDesk['standing']['pupils'],
  },
});

/** The server as it answers: each act, each look at the entry, each look at the lists in turn, the last one again. */
function serverOf(acts: readonly Outcome[], looks: readonly EntryProgress[] = [], desks: readonly ImportDesk[] = []) {
  const sent: { readonly rows: readonly unknown[]; readonly headings?: unknown }[] = [];
  const turn = <T>(of: readonly T[], at: number): T => {
    const one = of[Math.min(at, of.length - 1)];
    if (one === undefined) throw new Error('Nobody asked for this.');
    return one;
  };
  const asked = { look: 0, desk: 0 };
  const api: Pick<Api, 'act' | 'progressOf' | 'show'> = {
    act: async (_, input) => {
      sent.push(input as (typeof sent)[number]);
      return turn(acts, sent.length - 1);
    },
    progressOf: async () => turn(looks, asked.look++),
    show: async <D>() => ({ asOf: '', school: '', data: turn(desks, asked.desk++) as D }),
  };
  return { api: api as Api, sent, asked };
}
async function send(server: ReturnType<typeof serverOf>, rows: ReturnType<typeof rowsOf>) {
  const told: Progress[] = [];
  const sending = sendRows(server.api, 'pupils', rows, { Surname: 'surname' }, (progress) => told.push(progress));
  await vi.runAllTimersAsync();
  await sending;
  return { told, last: told.at(-1) };
}
const done: Outcome = { kind: 'done', entry: 'je-1', results: [] };
const accepted: Outcome = { kind: 'accepted', entry: 'je-1' };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('a file of up to five hundred rows is one act; a longer one, or one of long rows, several, the headings said once', async () => {
  const one = serverOf([done]);
  expect((await send(one, rowsOf(500))).last).toEqual({ of: 500, saved: 500, says: [], done: true });
  expect(one.sent.map(({ rows }) => rows.length)).toEqual([500]);
  const two = serverOf([done]);
  await send(two, rowsOf(501));
  expect(two.sent.map(({ rows, headings }) => [rows.length, headings !== undefined])).toEqual([
    [500, true],
    [1, false],
  ]);
  const long = serverOf([done]);
  expect((await send(long, rowsOf(300, 'é'.repeat(1_500)))).last?.saved).toBe(300);
  for (const piece of long.sent) expect(new TextEncoder().encode(JSON.stringify(piece)).length).toBeLessThan(512_000);
});

test('what goes on by itself is followed to its end, row by row, and then looked at in the lists', async () => {
  const rows = rowsOf(100);
  const looks = [0, 40, 80].map((saved): EntryProgress => ({ state: 'Open', items: 100, saved }));
  const server = serverOf([accepted], [...looks, { state: 'Done', items: 0, saved: 0 }], [deskWith(rows)]);
  const { told, last } = await send(server, rows);
  expect(told.map(({ saved }) => saved)).toEqual([0, 0, 40, 80, 100, 100]);
  expect(last).toEqual({ of: 100, saved: 100, says: [], done: true });
});

test('a row that does not stand in the lists in the end is named by its line, and not counted', async () => {
  const rows = rowsOf(3);
  const server = serverOf([accepted], [{ state: 'Done', items: 0, saved: 0 }], [deskWith(rows.slice(0, 2))]);
  const { last } = await send(server, rows);
  expect(last).toEqual({
    of: 3,
    saved: 2,
    says: ['Line 4 does not stand in the lists as the file has it.', 'Choose the file again to see how it stands.'],
    done: true,
  });
});

test('another server that learns of the rows a little later is waited for', async () => {
  const rows = rowsOf(3);
  const server = serverOf([accepted], [{ state: 'Done', items: 0, saved: 0 }], [deskWith([]), deskWith(rows)]);
  expect((await send(server, rows)).last).toEqual({ of: 3, saved: 3, says: [], done: true });
  expect(server.asked.desk).toBe(2);
});

test('where nothing more comes for a minute the page says that the rows go on by themselves', async () => {
  const server = serverOf([accepted], [{ state: 'Open', items: 3, saved: 1 }]);
  const { last } = await send(server, rowsOf(3));
  expect(last).toMatchObject({ saved: 0, done: true });
  expect(last?.says).toEqual([
    'Microsoft 365 is slow. These rows are kept and go on by themselves; look again in some minutes.',
  ]);
});

test('a refusal says its sentences, and the rows after it are sent all the same', async () => {
  const refused: Outcome = { kind: 'problems', problems: [{ field: 'rows.0', says: 'Line 2: The year is missing.' }] };
  const server = serverOf([refused, done]);
  const { last } = await send(server, rowsOf(501));
  expect(last).toEqual({ of: 501, saved: 1, says: ['Line 2: The year is missing.'], done: true });
});
