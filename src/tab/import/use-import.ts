import { useMemo, useState } from 'react';
import { type HeadingMap, recogniseHeadings } from '../../school/imports/headings.ts';
import type { ImportDesk } from '../../school/imports/import-desk.view.ts';
import { mappedRows } from '../../school/imports/mapped-rows.ts';
import type { PlannedRow } from '../../school/imports/plan.types.ts';
import { type ImportTable, readTable } from '../../school/imports/read-table.ts';
import { useApi } from '../../ui/api/ApiProvider.tsx';
import { planRows } from './plan-rows.ts';
import { type Progress, sendRows } from './send-rows.ts';

/** A file on its way into the lists: read in the browser, previewed, sent with progress. */
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

/** The import of one kind of file against what stands in the school; `anew` asks for that again, as a file may follow at once on another. */
export function useImport(desk: ImportDesk, anew: () => Promise<void>): Importing {
  const api = useApi();
  const [file, setFile] = useState<Importing['file']>();
  const [trouble, setTrouble] = useState<string>();
  const [byHand, setByHand] = useState<Readonly<Record<string, string | undefined>>>({});
  const [progress, setProgress] = useState<Progress>();
  const map = useMemo(() => (file ? mapOf(desk, file.table, byHand) : {}), [desk, file, byHand]);
  const rows = useMemo(() => (file ? mappedRows(file.table, map) : []), [file, map]);
  const planned = useMemo(() => planRows(desk, rows), [desk, rows]);

  async function choose(chosen: File): Promise<void> {
    setProgress(undefined);
    const [bytes] = await Promise.all([chosen.arrayBuffer(), anew()]);
    const read = readTable(new Uint8Array(bytes));
    setFile('table' in read ? { name: chosen.name, table: read.table } : undefined);
    setTrouble('trouble' in read ? read.trouble : undefined);
  }

  async function send(): Promise<void> {
    const wanted = rows.filter((_, at) => planned[at]?.outcome === 'add' || planned[at]?.outcome === 'change');
    await sendRows(api, desk.kind, wanted, map, setProgress);
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
