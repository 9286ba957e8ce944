import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { carryOutFiles } from '../../src/app/carry-out-files.ts';
import { recover } from '../../src/app/journal.ts';
import type { FileStands, Files, School, Written } from '../../src/app/ports.ts';
import type { Change } from '../../src/school/change.ts';
import { schoolRecords } from '../../src/school/records.ts';
import { minuted } from '../school/reviews/minuted.ts';
import { fakeStore, openEntryOf, worldOf } from './fake-store.ts';

const changes: readonly Change[] = [{ kind: 'file', document: 'minutes', review: 're-1' }];
const entry = openEntryOf('je-1', { action: 'record-review-outcome', changes });

/** A library that answers as the test says and keeps what it took. */
function fakeLibrary(answer: () => FileStands = () => ({ ok: true })) {
  const kept: { readonly path: string; readonly text: string }[] = [];
  const files: Files = {
    async keep(path, content) {
      const stands = answer();
      const xml = strFromU8(unzipSync(content)['word/document.xml'] ?? new Uint8Array());
      if (stands.ok) kept.push({ path, text: xml });
      return stands;
    },
    read: async () => undefined,
  };
  return { files, kept };
}

interface Trial {
  /** The review as it is found, each time somebody looks. */
  readonly row?: () => Readonly<Record<string, unknown>>;
  readonly library?: () => FileStands;
  readonly write?: (nth: number) => Written;
}

function trial({ row = () => ({}), library, write = () => ({ outcome: 'saved', version: '9' }) }: Trial) {
  let nth = 0;
  const store = fakeStore([], () => {
    nth += 1;
    return write(nth);
  });
  const known = () => {
    const { seen, row: review } = minuted(row());
    const { placement, pupil, provider } = seen.records;
    return schoolRecords({
      review: [review],
      placement: placement.all(),
      pupil: pupil.all(),
      provider: provider.all(),
      journalEntry: [entry],
    });
  };
  const { files, kept } = fakeLibrary(library);
  const school: School = { key: 'sch-trial', store: { ...store, known }, files };
  return { school, store, kept };
}

const waiting: FileStands = { ok: false, again: true, says: 'SharePoint does not answer. It is tried again.' };

describe('the minutes of a review', () => {
  it('are filed first, and then the row says where, under a stamp of its own', async () => {
    const { school, store, kept } = trial({});
    expect(await carryOutFiles(school, 'je-1', changes)).toEqual({ refused: [], waits: [] });
    expect(kept).toHaveLength(1);
    expect(kept[0]?.path).toMatch(/^AP minutes\/2025-26\/AP review J\.S\. Y10 2026-05-12 [a-z0-9]+\.docx$/);
    expect(kept[0]?.text).toContain('I like the goats.');
    expect(store.written).toEqual([
      {
        record: 'review',
        key: 're-1',
        values: { minutesDocument: kept[0]?.path },
        seen: '1',
        stamp: 'je-1|filed',
      },
    ]);
  });

  it('are not filed twice by one entry', async () => {
    const { school, kept } = trial({ row: () => ({ entry: 'je-1|filed', minutesDocument: 'AP minutes/x.docx' }) });
    expect(await carryOutFiles(school, 'je-1', changes)).toEqual({ refused: [], waits: [] });
    expect(kept).toEqual([]);
  });

  it('are filed anew in the same place when the review was corrected, and the row stays', async () => {
    const { school, store, kept } = trial({
      row: () => ({ minutesDocument: 'AP minutes/x.docx', pupilVoice: 'New.' }),
    });
    await carryOutFiles(school, 'je-1', changes);
    expect(kept.map(({ path }) => path)).toEqual(['AP minutes/x.docx']);
    expect(kept[0]?.text).toContain('New.');
    expect([store.written, store.synced]).toEqual([[], [['review']]]);
  });

  it('are made again when somebody corrected the review while they were filed, with either’s words', async () => {
    let looks = 0;
    const row = () => {
      looks += 1;
      return looks === 1 ? {} : { version: '2', pupilVoice: 'Corrected.' };
    };
    const write = (nth: number): Written =>
      nth === 1 ? { outcome: 'superseded' } : { outcome: 'saved', version: '3' };
    const { school, store, kept } = trial({ row, write });
    expect(await carryOutFiles(school, 'je-1', changes)).toEqual({ refused: [], waits: [] });
    expect(kept.map(({ text }) => text.includes('Corrected.'))).toEqual([false, true]);
    expect(store.written.map(({ seen }) => seen)).toEqual(['1', '2']);
  });

  it('wait while the library does not answer, and the row names no file', async () => {
    const { school, store } = trial({ library: () => waiting });
    expect(await carryOutFiles(school, 'je-1', changes)).toEqual({ refused: [], waits: [waiting.says] });
    expect(store.written).toEqual([]);
  });

  it('wait where the row cannot be written, and where no library is at hand', async () => {
    const slow = trial({ write: () => ({ outcome: 'later', says: 'Not now.' }) });
    expect((await carryOutFiles(slow.school, 'je-1', changes)).waits).toEqual(['Not now.']);
    const { files: _, ...without } = trial({}).school;
    expect((await carryOutFiles(without, 'je-1', changes)).waits).toHaveLength(1);
  });

  it('are given up where SharePoint refuses them for good, with its sentence', async () => {
    const { school } = trial({ library: () => ({ ok: false, again: false, says: 'No such name.' }) });
    expect(await carryOutFiles(school, 'je-1', changes)).toEqual({ refused: ['No such name.'], waits: [] });
  });

  it('are none where the review is not written up', async () => {
    const { school, kept } = trial({ row: () => ({ stage: 'Missed', completedOn: undefined }) });
    expect(await carryOutFiles(school, 'je-1', changes)).toEqual({ refused: [], waits: [] });
    expect(kept).toEqual([]);
  });
});

describe('an entry that a server left between the review and its minutes', () => {
  const states = ({ store }: ReturnType<typeof trial>) =>
    store.written.flatMap(({ key, values }) => (key === 'je-1' && values.state ? [values.state] : []));

  it('is finished by the next: the minutes are filed, then it is closed', async () => {
    const held = trial({});
    expect(await recover({ ...worldOf(held.store), schools: () => [held.school] })).toBe(1);
    expect(held.kept).toHaveLength(1);
    expect(states(held)).toEqual(['Done']);
  });

  it('stays open while the library does not answer', async () => {
    const held = trial({ library: () => waiting });
    expect(await recover({ ...worldOf(held.store), schools: () => [held.school] })).toBe(0);
    expect(states(held)).toEqual([]);
  });
});
