import { startRounds } from '../../app/rounds/rounds.ts';
import { checkLetter } from '../../school/pupils/upn.ts';
import { type BenchWorld, openWorld } from './bench-world.ts';
import { median, ratio, rounded } from './measure.ts';
import { oneRequestPerMark } from './one-request-per-mark.ts';
import type { BenchTenant } from './processes.ts';
import { type Spent, watchGraph } from './watch.ts';

/** What one act cost against the least it can cost: the journal opened and closed, and a batch for each twenty items. */
export interface ActCost {
  /** Records that the act wrote. */
  readonly items: number;
  /** Entries of the journal: a round or an import is several acts. */
  readonly acts: number;
  /** 2 + ceil(items / 20) requests for each act; of a round's acts, which write few items each, one batch each. */
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

    // Before any mark: the morning's card and what belongs to it.
    const first = openWorld(tenant, firstRound);
    await first.sync();
    const rounds = startRounds(first.world);
    const round = await cost(() => rounds.runOnce());
    rounds.stop();
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
    const imported = await importOf(late, 500, cost);
    const quiet = await quietHour(late, watch);

    return {
      'save a session': costOf(saving),
      'absences without a word': absence,
      'settle codes': settle,
      'the round that asks in the morning': round,
      'import of 500, in acts of 100': imported,
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

function costOf({ reads, writes, units, items, acts }: Spent): ActCost {
  // Each act of a round writes something, and so at least one batch of its own.
  const floor = 2 * acts + Math.max(acts, Math.ceil(items / 20));
  return {
    items,
    acts,
    floor,
    writes,
    reads,
    units,
    ratio: ratio(writes, floor),
    ratioWithReads: ratio(writes + reads, floor),
  };
}

/** A file of so many new pupils, sent as the tab sends it: a hundred rows an act. The acts' costs together. */
async function importOf(
  of: BenchWorld,
  rows: number,
  cost: (work: () => Promise<unknown>) => Promise<ActCost>,
): Promise<ActCost> {
  const sent: ActCost[] = [];
  for (let from = 0; from < rows; from += 100) {
    const file = Array.from({ length: Math.min(100, rows - from) }, (_, at) => pupilRow(from + at));
    sent.push(await cost(() => of.act(school, 'ap-leader', 'import-records', { kind: 'pupils', rows: file })));
  }
  const sum = (of: (act: ActCost) => number) => sent.reduce((all, act) => all + of(act), 0);
  const [writes, reads, floor] = [sum((act) => act.writes), sum((act) => act.reads), sum((act) => act.floor)];
  return {
    acts: sum((act) => act.acts),
    items: sum((act) => act.items),
    floor,
    writes,
    reads,
    units: sum((act) => act.units),
    ratio: ratio(writes, floor),
    ratioWithReads: ratio(writes + reads, floor),
  };
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
