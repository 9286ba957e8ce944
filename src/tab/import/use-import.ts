import { useMemo, useState } from 'react';
import { type HeadingMap, recogniseHeadings } from '../../school/imports/headings.ts';
import type { ImportDesk } from '../../school/imports/import-desk.view.ts';
import { mappedRows } from '../../school/imports/mapped-rows.ts';
import type { ImportRow, PlannedRow } from '../../school/imports/plan.types.ts';
import { planImport } from '../../school/imports/plan-import.ts';
import { type ImportTable, readTable } from '../../school/imports/read-table.ts';
import { useAction } from '../../ui/api/use-action.ts';

const rowsAtOnce = 25;

/** How far the sending of rows is. */
export interface Progress {
  readonly sent: number;
  readonly of: number;
  readonly saved: number;
  /** Sentences about rows that were not saved. */
  readonly says: readonly string[];
  readonly done: boolean;
}

/** A file on its way into the lists: read in the browser, previewed, sent in pieces. */
export interface Importing {
  readonly file?: { readonly name: string; readonly table: ImportTable };
  /** Why the chosen file cannot be read. */
  readonly trouble?: string;
  readonly map: HeadingMap;
  readonly planned: readonly PlannedRow[];
  readonly progress?: Progress;
  readonly choose: (file: File) => Promise<void>;
  /** Says what a heading means; `undefined` leaves the column out. */
  readonly mean: (heading: string, target: string | undefined) => void;
  readonly send: () => Promise<void>;
  readonly restart: () => void;
}

/** The import of one kind of file against what stands in the school. */
export function useImport(desk: ImportDesk): Importing {
  const act = useAction('import-records');
  const [file, setFile] = useState<Importing['file']>();
  const [trouble, setTrouble] = useState<string>();
  const [byHand, setByHand] = useState<Readonly<Record<string, string | undefined>>>({});
  const [progress, setProgress] = useState<Progress>();
  const map = useMemo(() => (file ? mapOf(desk, file.table, byHand) : {}), [desk, file, byHand]);
  const rows = useMemo(() => (file ? mappedRows(file.table, map) : []), [file, map]);
  const planned = useMemo(() => plan(desk, rows), [desk, rows]);

  async function choose(chosen: File): Promise<void> {
    setProgress(undefined);
    const read = readTable(new Uint8Array(await chosen.arrayBuffer()));
    setFile('table' in read ? { name: chosen.name, table: read.table } : undefined);
    setTrouble('trouble' in read ? read.trouble : undefined);
  }

  async function send(): Promise<void> {
    const wanted = rows.filter((_, at) => planned[at]?.outcome === 'add' || planned[at]?.outcome === 'change');
    let now: Progress = { sent: 0, of: wanted.length, saved: 0, says: [], done: false };
    setProgress(now);
    for (let from = 0; from < wanted.length; from += rowsAtOnce) {
      const some = wanted.slice(from, from + rowsAtOnce);
      const headings = from === 0 ? map : undefined;
      const says = await sendSome(act, { kind: desk.kind, rows: some, ...(headings ? { headings } : {}) });
      now = {
        ...now,
        sent: from + some.length,
        saved: now.saved + (says.length === 0 ? some.length : 0),
        says: [...now.says, ...says],
      };
      setProgress(now);
    }
    setProgress({ ...now, done: true });
  }

  return {
    file,
    trouble,
    map,
    planned,
    progress,
    choose,
    mean: (heading, target) => setByHand((before) => ({ ...before, [heading]: target })),
    send,
    restart: () => {
      setFile(undefined);
      setProgress(undefined);
      setByHand({});
    },
  };
}

async function sendSome(act: ReturnType<typeof useAction>, input: unknown): Promise<readonly string[]> {
  const outcome = await act(input);
  switch (outcome.kind) {
    case 'done':
      return outcome.results.some((result) => result.outcome === 'superseded')
        ? ['Somebody changed one of these rows meanwhile. Choose the file again to see how it stands.']
        : [];
    case 'accepted':
      return [];
    case 'problems':
      return outcome.problems.map(({ says }) => says);
    case 'refused':
      return outcome.findings.map(({ says }) => says.staff);
    case 'trouble':
      return [outcome.trouble.says];
    default: {
      const never: never = outcome;
      return never;
    }
  }
}

function mapOf(desk: ImportDesk, table: ImportTable, byHand: Readonly<Record<string, string | undefined>>): HeadingMap {
  const chosen = Object.fromEntries(
    Object.entries({ ...desk.remembered, ...byHand }).flatMap(([heading, target]) =>
      target === undefined ? [] : [[heading, target]],
    ),
  );
  const map = recogniseHeadings(desk.kind, table.headings, chosen, desk.mayWriteFlags);
  return Object.fromEntries(
    Object.entries(map).filter(([heading]) => !(heading in byHand) || byHand[heading] !== undefined),
  );
}

/** Ids are the server's business: here they only have to differ. */
function plan(desk: ImportDesk, rows: readonly ImportRow[]): readonly PlannedRow[] {
  let made = 0;
  const freshId = (prefix: string): string => {
    made += 1;
    return `${prefix}-new-${made}`;
  };
  const standing = {
    pupils: [...desk.standing.pupils],
    contacts: [...desk.standing.contacts],
    providers: [...desk.standing.providers],
    sites: [...desk.standing.sites],
    placements: [...desk.standing.placements],
    slots: [...desk.standing.slots],
    calendar: [...desk.standing.calendar],
  };
  return planImport({ standing, today: desk.today, freshId, mayWriteFlags: desk.mayWriteFlags }, desk.kind, rows);
}
