import type { HeadingMap } from '../../school/imports/headings.ts';
import type { ImportDesk } from '../../school/imports/import-desk.view.ts';
import { rowsAtOnce } from '../../school/imports/import-records.action.ts';
import type { ImportRow } from '../../school/imports/plan.types.ts';
import type { Api } from '../../ui/api/api.ts';
import { planRows } from './plan-rows.ts';

/** How far a file's rows have come. */
export interface Progress {
  readonly of: number;
  /** Rows that stand in the lists. */
  readonly saved: number;
  /** Sentences about rows that were not saved. */
  readonly says: readonly string[];
  readonly done: boolean;
}

/** Characters of rows that are sent at once: the server takes 512 kB, and an accented letter is two bytes. */
const lettersAtOnce = 240_000;
const lookEvery = 1_500;
/** Milliseconds without a further row after which the page waits no longer; the rows go on by themselves. */
const patience = 60_000;
/** Other servers learn within half a minute what one of them wrote: so often, five seconds apart, it is looked at again. */
const looks = 7;

/** Sends a file's rows, hundreds in one act, says how far they have come, and at last how many stand in the lists. Never throws. */
export async function sendRows(
  api: Api,
  kind: ImportDesk['kind'],
  rows: readonly ImportRow[],
  headings: HeadingMap,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  let now: Progress = { of: rows.length, saved: 0, says: [], done: false };
  onProgress(now);
  const all = pieces(rows);
  for (const some of all) {
    const before = now.saved;
    const says = await sendSome(api, { kind, rows: some, ...(some === all[0] ? { headings } : {}) }, (share) => {
      now = { ...now, saved: before + Math.floor(share * some.length) };
      onProgress(now);
    });
    const kept = Math.max(0, some.length - says.rows);
    now = { ...now, saved: before + kept, says: [...now.says, ...says.says] };
    onProgress(now);
  }
  onProgress({ ...now, done: true });
}

function pieces(rows: readonly ImportRow[]): readonly (readonly ImportRow[])[] {
  const all: ImportRow[][] = [];
  let letters = 0;
  for (const row of rows) {
    const more = JSON.stringify(row).length;
    const last = all.at(-1);
    if (last && last.length < rowsAtOnce && letters + more <= lettersAtOnce) {
      last.push(row);
      letters += more;
    } else {
      all.push([row]);
      letters = more;
    }
  }
  return all;
}

/** What was not saved: how many rows, and in sentences. */
interface Left {
  readonly rows: number;
  readonly says: readonly string[];
}

interface Piece {
  readonly kind: ImportDesk['kind'];
  readonly rows: readonly ImportRow[];
  readonly headings?: HeadingMap;
}

async function sendSome(api: Api, piece: Piece, onShare: (share: number) => void): Promise<Left> {
  const { length } = piece.rows;
  const outcome = await api.act('import-records', piece);
  switch (outcome.kind) {
    case 'done':
      return outcome.results.some((result) => result.outcome === 'superseded')
        ? await notStanding(api, piece)
        : { rows: 0, says: [] };
    case 'accepted':
      return (await ended(api, outcome.entry, onShare))
        ? await notStanding(api, piece)
        : {
            rows: length,
            says: ['Microsoft 365 is slow. These rows are kept and go on by themselves; look again in some minutes.'],
          };
    case 'problems':
      return { rows: length, says: outcome.problems.map(({ says }) => says) };
    case 'refused':
      return { rows: length, says: outcome.findings.map(({ says }) => says.staff) };
    case 'trouble':
      return { rows: length, says: [outcome.trouble.says] };
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

/** Follows what goes on by itself; false when nothing more came of it for a minute. */
async function ended(api: Api, entry: string, onShare: (share: number) => void): Promise<boolean> {
  let saved = -1;
  let since = Date.now();
  while (Date.now() - since < patience) {
    const now = await api.progressOf(entry).catch(() => undefined);
    if (now && now.state !== 'Open') return true;
    if (now && now.saved > saved) {
      saved = now.saved;
      since = Date.now();
      onShare(now.items === 0 ? 0 : now.saved / now.items);
    }
    await new Promise((resolve) => setTimeout(resolve, lookEvery));
  }
  return false;
}

/** The rows that do not stand in the lists as the file has them, by their lines: what was written would not be written again. */
async function notStanding(api: Api, { kind, rows }: Piece): Promise<Left> {
  for (let look = 1; ; look += 1) {
    const desk = await api.show<ImportDesk>('import-desk', { kind }).catch(() => undefined);
    const left = desk && planRows(desk.data, rows).filter(({ outcome }) => outcome === 'add' || outcome === 'change');
    if (left?.length === 0) return { rows: 0, says: [] };
    if (look < looks) {
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      continue;
    }
    if (!left) return { rows: rows.length, says: ['The lists cannot be read just now. Choose the file again later.'] };
    const lines = left.map(({ line }) => `Line ${line} does not stand in the lists as the file has it.`);
    return { rows: left.length, says: [...lines, 'Choose the file again to see how it stands.'] };
  }
}
