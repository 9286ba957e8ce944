import { startRounds } from '../../app/rounds/rounds.ts';
import { checkLetter } from '../../school/pupils/upn.ts';
import { type BenchWorld, openWorld } from './bench-world.ts';
import { median, ratio, rounded } from './measure.ts';
import { oneRequestPerMark } from './one-request-per-mark.ts';
import type { BenchTenant } from './processes.ts';
import { type Spent, watchGraph } from './watch.ts';

/** What one act of a person or the clock cost against the least it can cost: the journal opened and closed, and a batch for each twenty items. */
export interface ActCost {
  /** Records that the act wrote. */
  readonly items: number;
  /** Entries of the journal: a round opens one for each thing that the clock does in it. */
  readonly entries: number;
  /** 2 + ceil(items / 20) requests, however many entries it is. */
  readonly floor: number;
  /** Requests that write. */
  readonly writes: number;
  /** Requests that read before the decision: all the lists it needs are one batch. */
  readonly reads: number;
  /** Resource units of all of it (SharePoint's count: 2 a write or a read, 1 a delta with its token). */
  readonly units: number;
  /** Writing requests over the floor. */
  readonly ratio: number;
  /** All requests over the floor. */
  readonly ratioWithReads: number;
}

const school = 'sch-01';
const night = '2026-11-24T06:00:00Z';
const firstRound = '2026-11-24T08:51:00Z';
const morning = '2026-11-24T10:00:00Z';
const afternoon = '2026-11-24T15:05:00Z';

/** The acts of a day at one school, one after the other on the same lists, and marks through @pnp/graph beside them. */
export async function benchActs(tenant: BenchTenant) {
  const journal = new Set<string>();
  const watch = watchGraph(tenant.standinUrl, (path) => [...journal].some((list) => path.includes(list)));
  try {
    const early = openWorld(tenant, morning);
    await early.sync();
    journal.add(await early.listId(school, 'AP Journal'));
    const cost = async (work: () => Promise<unknown>) => costOf(await watch.during(work));

    // Before anybody came, so that what a round of every day leaves behind is there.
    await roundAt(tenant, night, async (runOnce) => runOnce());
    // Before any mark: the morning's card and what belongs to it.
    const round = await roundAt(tenant, firstRound, async (runOnce) => {
      // As between two of the server's own looks at the lists: a round that finds them fresh asks nothing.
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      return await cost(runOnce);
    });
    await early.sync();

    const arrived = await early.rows(school, 'AM');
    const marks = arrived.map(({ placement, seen }) => ({ placement, seen, status: 'AttendedOnTime' }));
    const saving = await watch.during(() =>
      early.act(school, 'attendance-officer', 'record-attendance', { date: day, session: 'AM', marks }),
    );
    const pnp = await oneRequestPerMark(
      { site: early.siteOf(school), list: await early.listId(school, 'AP Attendance') },
      tenant,
      marks.length,
      watch,
    );

    const late = openWorld(tenant, afternoon);
    await late.sync();
    const pm = await late.rows(school, 'PM');
    const absent = pm
      .slice(0, pm.length / 2)
      .map(({ placement, seen }) => ({ placement, seen, status: 'AbsentNoReason' }));
    const absence = await cost(() =>
      late.act(school, 'attendance-officer', 'record-attendance', { date: day, session: 'PM', marks: absent }),
    );
    const open = (await late.rows(school, 'PM')).filter(({ code, seen }) => code === 'N' && seen !== null);
    const settled = open.map(({ pupil, seen }) => ({ pupil, date: day, session: 'PM', code: 'I', seen, note: 'ill' }));
    const settle = await cost(() => late.act(school, 'attendance-officer', 'settle-code', { marks: settled }));
    const imported = await cost(() => importOf(late, 500));
    const quiet = await quietHour(late, watch);

    return {
      'save a session': costOf(saving),
      'absences without a word': absence,
      'settle codes': settle,
      'the round that asks in the morning': round,
      'import of 500': imported,
      'reads of a quiet hour': quiet,
      'one request per mark through @pnp/graph': {
        requests: pnp.requests,
        units: pnp.units,
        requestsRatio: ratio(pnp.requests, saving.writes + saving.reads),
        timeRatio: ratio(pnp.ms, saving.ms),
      },
    };
  } finally {
    watch.stop();
  }
}

const day = morning.slice(0, 10);

/** A round of the school at this time, on lists in step. */
async function roundAt<T>(
  tenant: BenchTenant,
  now: string,
  work: (runOnce: () => Promise<void>) => Promise<T>,
): Promise<T> {
  const { world, sync } = openWorld(tenant, now);
  await sync();
  const rounds = startRounds(world);
  try {
    return await work(() => rounds.runOnce());
  } finally {
    rounds.stop();
  }
}

function costOf({ reads, writes, units, items, entries }: Spent): ActCost {
  const floor = 2 + Math.ceil(items / 20);
  return {
    items,
    entries,
    floor,
    writes,
    reads,
    units,
    ratio: ratio(writes, floor),
    ratioWithReads: ratio(writes + reads, floor),
  };
}

/** A file of so many new pupils in one act, as the tab sends it, until all of them stand in the list. */
async function importOf({ act, world }: BenchWorld, rows: number): Promise<void> {
  const file = Array.from({ length: rows }, (_, at) => pupilRow(at));
  await act(school, 'ap-leader', 'import-records', { kind: 'pupils', rows: file });
  const [store] = world.schools().map((one) => one.store);
  while (
    store
      ?.known()
      .journalEntry.all()
      .some(({ state }) => state === 'Open')
  ) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function pupilRow(n: number) {
  const digits = `8019${String(n).padStart(8, '0')}`;
  return {
    line: n + 2,
    cells: {
      upn: `${checkLetter(digits)}${digits}`,
      surname: `Importwell${letters(n)}`,
      forename: `Row${letters(n)}`,
      year: String(7 + (n % 5)),
      onRollFrom: '2026-09-01',
    },
  };
}

/** Digits as letters: a name holds none. */
function letters(n: number): string {
  return [...String(n)].map((digit) => 'abcdefghij'[Number(digit)]).join('');
}

/** What an hour costs in which nobody does anything: the lists asked every 20 s and a round a minute. */
async function quietHour({ world, sync }: BenchWorld, watch: ReturnType<typeof watchGraph>) {
  await sync();
  const polls = [await watch.during(sync), await watch.during(sync), await watch.during(sync)];
  const rounds = startRounds(world);
  await rounds.runOnce();
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  const round = await watch.during(() => rounds.runOnce());
  rounds.stop();
  const perHour = (poll: number, each: number) => rounded(180 * poll + 60 * each, 0);
  return {
    requests: perHour(median(polls.map(({ reads }) => reads)), round.reads),
    units: perHour(median(polls.map(({ units }) => units)), round.units),
    writes: round.writes,
  };
}
