import type { Change, FileDocument } from '../school/change.ts';
import { minutesFor, minutesPath } from '../school/reviews/minutes.ts';
import type { Review } from '../school/reviews/review.record.ts';
import { factsOf } from './facts.ts';
import type { School } from './ports.ts';
import { wordFile, wordType } from './word.ts';

/** What came of an entry's documents: sentences on what was refused for good, and on what has to be done later. */
export interface DocumentsCarried {
  readonly refused: readonly string[];
  readonly waits: readonly string[];
}

/** Nothing was there to do, or all of it is done. */
const nothingDone: DocumentsCarried = { refused: [], waits: [] };

/** How often a document is made again because somebody wrote the review meanwhile. */
const mostTimes = 3;

/** The documents that an entry files. */
export function documentsOf(changes: readonly Change[]): readonly FileDocument[] {
  return changes.filter((change) => change.kind === 'file');
}

/**
 * Makes an entry's documents of what stands, and files them. The records must have been written before. Doing it again puts
 * the same file in its place. Never throws.
 */
export async function carryOutFiles(
  school: School,
  entry: string,
  changes: readonly Change[],
): Promise<DocumentsCarried> {
  const carried: DocumentsCarried[] = [];
  for (const { review } of documentsOf(changes)) {
    try {
      carried.push(await fileMinutes(school, entry, review));
    } catch {
      carried.push(waits('SharePoint does not answer. The minutes are filed as soon as it does.'));
    }
  }
  return { refused: carried.flatMap(({ refused }) => refused), waits: carried.flatMap((one) => one.waits) };
}

/** The file first, then the row that names it: a row never names a file that is not there. */
async function fileMinutes(school: School, entry: string, review: string): Promise<DocumentsCarried> {
  const { files, store } = school;
  if (!files) return waits('The minutes are filed as soon as the app’s server runs.');
  for (let times = 1; times <= mostTimes; times++) {
    const row = store.known().review.get(review);
    if (row?.completedOn === undefined || row.entry === stampOf(entry)) return nothingDone;
    const plan = minutesFor(factsOf(school, row.completedOn), row);
    if (!plan) return nothingDone;
    const path = minutesPath(row, plan);
    const kept = await files.keep(path, await wordFile(plan), wordType);
    if (!kept.ok) return kept.again ? waits(kept.says) : { refused: [kept.says], waits: [] };
    const noted = await note(school, entry, row, path);
    if (noted !== 'overtaken') return noted;
  }
  return waits('The review is being written by somebody else. Its minutes are filed after that.');
}

/** Says in the row where the minutes are filed; `overtaken` where the review is another by now, and so are its minutes. */
async function note(
  { store }: School,
  entry: string,
  row: Review,
  path: string,
): Promise<DocumentsCarried | 'overtaken'> {
  if (row.minutesDocument === path) {
    await store.sync(['review']);
    return store.known().review.get(row.key)?.version === row.version ? nothingDone : 'overtaken';
  }
  const [written] = await store.write(stampOf(entry), [
    { record: 'review', key: row.key, values: { minutesDocument: path }, seen: row.version },
  ]);
  if (written?.outcome === 'superseded') {
    await store.sync(['review']);
    return 'overtaken';
  }
  if (written?.outcome === 'later') return waits(written.says);
  return written?.outcome === 'refused' ? { refused: [written.says], waits: [] } : nothingDone;
}

/** A stamp of the entry's own: the row was noted by it, and the person who wrote the review is told that it is saved. */
function stampOf(entry: string): string {
  return `${entry}|filed`;
}

function waits(says: string): DocumentsCarried {
  return { refused: [], waits: [says] };
}
