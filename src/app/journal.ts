import type { Change, ChangeResult } from '../school/change.ts';
import { type Moment, momentOf } from '../school/moment.ts';
import type { JournalEntry } from '../school/office/journal-entry.record.ts';
import { carryOut } from './carry-out.ts';
import { carryOutFiles } from './carry-out-files.ts';
import type { School, World } from './ports.ts';

/** What goes into the journal before it is carried out. */
export interface Plan {
  readonly entry: string;
  readonly action: string;
  readonly by: string;
  readonly byName: string;
  readonly because: string;
  readonly about?: string;
  readonly changes: readonly Change[];
  /** Seconds (machine's clock) before which no server carries it out. */
  readonly holdSeconds?: number;
}

/** Changes a piece of the journal holds at most: SharePoint takes 63,999 characters in a column. */
const pieceSize = 60_000;

/**
 * Writes the entry, Open, with a lease of 60 s on the machine's clock, or of the time that it waits; answers false when it
 * could not be written.
 * Changes that do not fit one item go first into pieces (`parent` names the entry); pieces without entry are never done.
 */
export async function openEntry(school: School, server: string, plan: Plan, now: Moment): Promise<boolean> {
  const [own = [], ...more] = cut(plan.changes);
  const common = {
    action: plan.action,
    state: 'Open',
    by: plan.by,
    byName: plan.byName,
    at: now.instant,
    about: plan.about,
    because: plan.because.slice(0, 255),
    ...lease(server, plan.holdSeconds),
    ...(plan.holdSeconds === undefined ? {} : { holdUntil: inSeconds(plan.holdSeconds) }),
  };
  const pieces = more.map((changes, index) => ({
    record: 'journalEntry' as const,
    key: `${plan.entry}|${index + 1}`,
    values: { ...common, parent: plan.entry, changes },
    seen: null,
  }));
  const written = await school.store.write(plan.entry, pieces);
  if (written.some((one) => one.outcome !== 'saved' && one.outcome !== 'unchanged')) return false;
  const [root] = await school.store.write(plan.entry, [
    { record: 'journalEntry', key: plan.entry, values: { ...common, changes: own }, seen: null },
  ]);
  return root?.outcome === 'saved' || root?.outcome === 'unchanged';
}

/** Notes what came of the entry; pieces are closed with it. */
export async function closeEntry(
  school: School,
  entry: string,
  state: 'Done' | 'Refused',
  results: readonly ChangeResult[],
): Promise<void> {
  const pieces = school.store.known().journalEntry.by('parent', entry);
  // A stamp of its own: a close whose answer was lost must not be taken for done because the opening carries the entry's id.
  await school.store.write(`${entry}|closed`, [
    ...pieces.map(({ key }) => ({ record: 'journalEntry' as const, key, values: { state }, seen: 'any' as const })),
    { record: 'journalEntry', key: entry, values: { state, results: results.slice(0, 200) }, seen: 'any' },
  ]);
}

/** What somebody did that changes no record, as taking a document away. */
export type Noted = Pick<Plan, 'entry' | 'action' | 'by' | 'byName' | 'because' | 'about'> & { readonly at: string };

/** Writes down what somebody did that changes nothing; answers false when it could not be written. */
export async function noteInJournal(school: School, { entry, because, ...what }: Noted): Promise<boolean> {
  const values = { ...what, because: because.slice(0, 255), state: 'Done' };
  const [written] = await school.store.write(entry, [{ record: 'journalEntry', key: entry, values, seen: null }]);
  return written?.outcome === 'saved' || written?.outcome === 'unchanged';
}

/** Entries not carried out yet. */
export function backlog(school: School): readonly JournalEntry[] {
  return school.store
    .known()
    .journalEntry.all()
    .filter((entry) => entry.state === 'Open' && !entry.parent);
}

/**
 * Takes over entries whose lease has lapsed, by their ETag, and finishes them. Answers how many were finished. An entry that
 * cannot be finished rests longer each time, an hour at most, and never keeps the others waiting; /health counts it.
 */
export async function recover(world: World): Promise<number> {
  let finished = 0;
  for (const school of world.schools()) {
    for (const entry of backlog(school)) {
      if (Date.parse(entry.leaseUntil ?? '') > Date.now()) continue;
      try {
        if (await takeOver(world, school, entry)) finished += 1;
      } catch {
        // Its lease lapses again; the next entry is not to blame.
      }
    }
    await closeOrphans(school).catch(() => undefined);
  }
  return finished;
}

/** Carries out an entry whose wait is over, unless it was undone or another server was faster. */
export async function carryHeld(world: World, school: School, key: string): Promise<void> {
  const entry = school.store.known().journalEntry.get(key);
  if (entry?.state === 'Open') await takeOver(world, school, entry);
}

/** Minutes after which a piece is no longer waited for: its entry was undone, or never written. */
const orphanMinutes = 5;

async function closeOrphans(school: School): Promise<void> {
  const { journalEntry } = school.store.known();
  const longAgo = Date.now() - orphanMinutes * 60_000;
  const left = journalEntry
    .all()
    .filter(({ state, parent, leaseUntil }) => state === 'Open' && parent && Date.parse(leaseUntil ?? '') < longAgo)
    .filter(({ parent = '' }) => journalEntry.get(parent)?.state !== 'Open');
  if (left.length === 0) return;
  await school.store.write(
    `orphans|${crypto.randomUUID()}`,
    left.map(({ key, version }) => ({ record: 'journalEntry', key, values: { state: 'Refused' }, seen: version })),
  );
}

async function takeOver(world: World, school: School, entry: JournalEntry): Promise<boolean> {
  const tries = (entry.tries ?? 0) + 1;
  const rest = Math.min(3_600, 60 * 2 ** (tries - 1));
  const [taken] = await school.store.write(`${entry.key}|lease|${crypto.randomUUID()}`, [
    { record: 'journalEntry', key: entry.key, values: { ...lease(world.server, rest), tries }, seen: entry.version },
  ]);
  return taken?.outcome === 'saved' && (await finish(world, school, entry, rest));
}

async function finish(world: World, school: School, entry: JournalEntry, rest: number): Promise<boolean> {
  if (withdrawn.has(entry.key)) {
    await closeEntry(school, entry.key, 'Refused', []);
    withdrawn.delete(entry.key);
    return true;
  }
  const changes = changesOf(school, entry);
  const work = carryOut(world, school, entry.key, changes, momentOf(entry.at));
  const carried = await leased(world.server, school, entry.key, work, rest);
  if (carried.later) return false;
  if ((await carryOutFiles(school, entry.key, changes)).waits.length > 0) return false;
  const nothing = carried.results.length === 0 && carried.refused.length > 0;
  await closeEntry(school, entry.key, nothing ? 'Refused' : 'Done', carried.results);
  return true;
}

/** Entries of which a person was told that nothing was saved, though they may stand in the list: never carried out. */
const withdrawn = new Set<string>();

/** Takes an entry back that may have been written although no answer came: it is closed as Refused as soon as it is seen. */
export async function withdrawEntry(school: School, entry: string): Promise<void> {
  withdrawn.add(entry);
  await school.store.sync(['journalEntry']);
  if (school.store.known().journalEntry.get(entry)) await closeEntry(school, entry, 'Refused', []);
}

/** What an entry changes, with what stands in its pieces. */
export function changesOf(school: School, entry: JournalEntry): readonly Change[] {
  const pieces = school.store.known().journalEntry.by('parent', entry.key);
  return [entry, ...pieces].flatMap((piece) => changesIn(piece.changes));
}

/** Half of the lease: work that takes longer, such as a file of hundreds of rows, has it made longer in time. */
const renewEvery = 30_000;

/** Waits for what carries an entry out, and keeps its lease of so many seconds meanwhile, so that no other server begins beside it. */
export async function leased<T>(
  server: string,
  school: School,
  entry: string,
  work: Promise<T>,
  seconds?: number,
): Promise<T> {
  const renew = () => {
    const values = lease(server, seconds);
    const stamp = `${entry}|lease|${crypto.randomUUID()}`;
    school.store.write(stamp, [{ record: 'journalEntry', key: entry, values, seen: 'any' }]).catch(() => undefined);
  };
  const timer = setInterval(renew, renewEvery);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

function lease(server: string, seconds = 60): { readonly owner: string; readonly leaseUntil: string } {
  return { owner: server, leaseUntil: inSeconds(seconds) };
}

function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString();
}

/** True where the journal holds these changes in one item, without pieces. */
export function fitsOneItem(changes: readonly Change[]): boolean {
  return cut(changes).length === 1;
}

/** `undefined` (clears a value) does not survive JSON: it is kept as null, which the lists read the same way. */
function cut(changes: readonly Change[]): readonly unknown[][] {
  const pieces: unknown[][] = [[]];
  let size = 0;
  for (const change of changes) {
    const text = JSON.stringify(change, (_, value: unknown) => (value === undefined ? null : value));
    if (size > 0 && size + text.length > pieceSize) {
      pieces.push([]);
      size = 0;
    }
    pieces.at(-1)?.push(JSON.parse(text));
    size += text.length;
  }
  return pieces;
}

function changesIn(value: unknown): readonly Change[] {
  return Array.isArray(value) ? value.filter((one): one is Change => typeof Object(one).kind === 'string') : [];
}
