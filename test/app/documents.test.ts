import { describe, expect, it } from 'vitest';
import { handOutMinutes } from '../../src/app/hand-out.ts';
import { NotSaved, perform } from '../../src/app/perform.ts';
import type { Files, School, World, Write, Written } from '../../src/app/ports.ts';
import { schoolRecords } from '../../src/school/records.ts';
import { staff } from '../school/facts.ts';
import { minuted } from '../school/reviews/minuted.ts';
import { fakeStore, worldOf } from './fake-store.ts';

const leader = staff.find(({ role }) => role === 'ap-leader')?.person ?? '';
const officer = staff.find(({ role }) => role === 'attendance-officer')?.person ?? '';

interface Trial {
  readonly files?: Files;
  readonly row?: Readonly<Record<string, unknown>>;
  readonly answer?: (write: Write) => Written;
}

/** The trial school with its written-up review, its staff, and a library that does as the test says. */
function trial({ files, row = {}, answer }: Trial) {
  const store = fakeStore([], answer);
  const { seen, row: review } = minuted(row);
  const { placement, pupil, provider, roleAssignment } = seen.records;
  const known = () =>
    schoolRecords({
      review: [review],
      placement: placement.all(),
      pupil: pupil.all(),
      provider: provider.all(),
      roleAssignment: roleAssignment.all(),
    });
  const school: School = { key: 'sch-trial', store: { ...store, known }, files };
  const world: World = { ...worldOf(store), schools: () => [school] };
  return { world, store };
}

const silent: Files = { keep: () => new Promise(() => undefined), read: () => Promise.reject(new Error('No answer.')) };
const library = (content: Uint8Array | undefined): Files => ({
  keep: async () => ({ ok: true }),
  read: async () => content,
});
const ask = (by: string, world: World, review = 're-1') => handOutMinutes(world, { review, by, name: 'Somebody' });

describe('a review whose library does not answer', () => {
  it('is saved and answered all the same; its entry stays open for who finishes it', async () => {
    const { world, store } = trial({ files: silent });
    const input = { review: 're-1', seen: '1', pupilVoice: 'I like the goats more.' };
    const outcome = await perform(world, { action: 'record-review-outcome', input, by: leader, via: 'Tab' });
    expect(outcome).toMatchObject({
      kind: 'done',
      results: [{ about: 're-1', outcome: 'saved' }],
      says: ['The minutes follow as a Word document in the school’s library.'],
    });
    const entries = store.written.filter(({ record }) => record === 'journalEntry');
    expect(entries.map(({ values }) => values.state)).toEqual(['Open']);
  });
});

describe('the minutes handed out', () => {
  const filed = { minutesDocument: 'AP minutes/2025-26/x.docx' };

  it('are the very file that is filed, and who took them is written down first', async () => {
    const content = new Uint8Array([1, 2, 3]);
    const { world, store } = trial({ files: library(content), row: filed });
    const handed = await ask(officer, world);
    expect(handed).toMatchObject({ kind: 'document', content });
    expect(store.written.map(({ record, values }) => [record, values.action, values.by, values.state])).toEqual([
      ['journalEntry', 'hand-out-minutes', officer, 'Done'],
    ]);
  });

  it.each([
    ['is not filed yet', { files: library(undefined) }],
    ['is gone', { files: library(undefined), row: filed }],
    ['is in a library that does not answer', { files: silent, row: filed }],
  ])('are made of the lists while the file %s', async (_, how) => {
    const handed = await ask(leader, trial(how).world);
    expect(handed.kind === 'document' && handed.content.length).toBeGreaterThan(5_000);
  });

  it('are not without a note in the journal', async () => {
    const answer = (): Written => ({ outcome: 'later', says: 'Not now.' });
    await expect(ask(leader, trial({ answer }).world)).rejects.toBeInstanceOf(NotSaved);
  });

  it('go to nobody without a right to the review, and are none of one that is not written up', async () => {
    const { world, store } = trial({});
    expect((await ask('somebody-else', world)).kind).toBe('forbidden');
    expect(await ask(leader, world, 're-9')).toMatchObject({ kind: 'unknown' });
    const open = trial({ row: { stage: 'Booked', completedOn: undefined } });
    expect(await ask(leader, open.world)).toMatchObject({
      kind: 'unknown',
      says: expect.stringContaining('not written up yet'),
    });
    expect([...store.written, ...open.store.written]).toEqual([]);
  });
});
