import { describe, expect, it } from 'vitest';
import { carryHeld, openEntry, recover } from '../../src/app/journal.ts';
import type { Diary, HeldMeeting, School, Store, World, Write, Written } from '../../src/app/ports.ts';
import type { Book, Change } from '../../src/school/change.ts';
import { momentOf } from '../../src/school/moment.ts';
import { type RecordName, schoolRecords } from '../../src/school/records.ts';
import { worldOf } from './fake-store.ts';

/** What stands on the disks of Microsoft 365, whichever of our servers lives. */
interface Tenant {
  readonly rows: Map<string, Readonly<Record<string, unknown>>>;
  readonly events: Map<string, HeldMeeting>;
  /** How often an event was made for each tag. */
  readonly made: string[];
  readonly cancelled: string[];
}

/** Called before and after each thing that takes effect outside; it may never come back. */
type Step = () => Promise<void>;

const never = new Promise<never>(() => undefined);
const audiences = ['Staff', 'Parents', 'Provider', 'Professionals'] as const;
const review = 'pl-1|halfterm|2026-11-02|halfterm';
const book: Book = {
  kind: 'book',
  review,
  booking: 'bk-1',
  organiser: 'reviews@school.example',
  subject: 'AP review – J.S. Y10',
  start: '2026-12-03T14:00',
  end: '2026-12-03T14:45',
  online: true,
  statutory: false,
  people: [],
  meetings: audiences.map((audience) => ({
    audience,
    invited: [{ name: audience, mail: `${audience.toLowerCase()}@home.example`, required: true }],
  })),
};
const changes: readonly Change[] = [
  {
    kind: 'save',
    record: 'review',
    key: review,
    seen: null,
    values: {
      placement: 'pl-1',
      pupil: 'pu-1',
      kind: 'HalfTerm',
      stage: 'Booked',
      booking: 'bk-1',
      scheduledFor: '2026-12-03',
      start: '14:00',
      end: '14:45',
      online: true,
    },
  },
  { kind: 'save', record: 'invitee', key: `${review}|p-1`, seen: 'any', values: { review, part: 'Staff' } },
  book,
];

/** Lists as SharePoint keeps them: an item carries the stamp of who wrote it last, and is written by its version. */
function listsOf(tenant: Tenant, step: Step): Store {
  let versions = 1;
  const at = (record: string, key: string) => `${record} ${key}`;
  const one = async (stamp: string, { record, key, values, seen }: Write): Promise<Written> => {
    await step();
    const stands = tenant.rows.get(at(record, key));
    if (stands?.entry === stamp) return { outcome: 'unchanged', version: String(stands.version) };
    const current = Object(stands);
    if (stands && seen === null) return { outcome: 'superseded', current };
    if (seen !== null && seen !== 'any' && stands?.version !== seen) return { outcome: 'superseded', current };
    versions += 1;
    const version = `${tenant.rows.size}.${versions}.${Math.random()}`;
    tenant.rows.set(at(record, key), { ...stands, ...values, key, entry: stamp, version });
    await step();
    return { outcome: 'saved', version };
  };
  return {
    school: 'sch-trial',
    known() {
      const of = (record: RecordName) =>
        [...tenant.rows].flatMap(([name, row]) => (name.startsWith(`${record} `) ? [Object(row)] : []));
      return schoolRecords({
        journalEntry: of('journalEntry'),
        review: of('review'),
        invitee: of('invitee'),
        meeting: of('meeting'),
      });
    },
    ageSeconds: () => 0,
    sync: () => step(),
    find: async () => [],
    async write(stamp, writes) {
      const written: Written[] = [];
      for (const each of writes) written.push(await one(stamp, each));
      return written;
    },
    unreadable: () => [],
    cost: () => ({ requests: 0, units: 0 }),
  };
}

/** A calendar that looks a meeting up by its tag before it makes one, as ours does over Graph. */
function diaryOf(tenant: Tenant, step: Step): Diary {
  return {
    async make(_organiser, { tag, start, end, online }) {
      await step();
      const stands = tenant.events.get(tag);
      if (stands) return { ok: true, meeting: stands };
      await step();
      const joinUrl = online ? 'https://join.example' : undefined;
      const meeting = { id: `ev-${tag}`, start, end, joinUrl, series: false, answers: [] };
      tenant.events.set(tag, meeting);
      tenant.made.push(tag);
      await step();
      return { ok: true, meeting };
    },
    adopt: () => never,
    move: () => never,
    async cancel(_organiser, id) {
      await step();
      tenant.cancelled.push(id);
      return { ok: true, says: '' };
    },
    find: async () => undefined,
    get: async () => undefined,
    busy: async () => new Map(),
    changes: async () => ({ meetings: [], removed: [], token: '' }),
  };
}

const newTenant = (): Tenant => ({ rows: new Map(), events: new Map(), made: [], cancelled: [] });

/** A server on the tenant that dies at its nth step; `died` resolves then. */
function serverOn(tenant: Tenant, steps = Number.POSITIVE_INFINITY) {
  let taken = 0;
  let dies: () => void = () => undefined;
  const died = new Promise<'died'>((resolve) => {
    dies = () => resolve('died');
  });
  const step = async () => {
    taken += 1;
    if (taken < steps) return;
    dies();
    await never;
  };
  const world = worldOf(listsOf(tenant, step));
  const full: World & { readonly school: School } = { ...world, diary: diaryOf(tenant, step) };
  return { world: full, died, taken: () => taken };
}

const plan = { entry: 'je-1', action: 'book-reviews', by: 'p-1', byName: 'Leader', because: 'Booked', changes };
const now = momentOf('2026-11-24T09:00:00Z');

/** The press and, once the wait is over, the carrying out. */
async function pressAndCarry({ world }: ReturnType<typeof serverOn>): Promise<'lived'> {
  await openEntry(world.school, 'first', { ...plan, holdSeconds: 0 }, now);
  await carryHeld(world, world.school, 'je-1');
  return 'lived';
}

/** The lease of what was left behind lapses. */
function lapse(tenant: Tenant): void {
  for (const [name, row] of tenant.rows) {
    if (name.startsWith('journalEntry')) tenant.rows.set(name, { ...row, leaseUntil: '2026-11-24T09:00:00.000Z' });
  }
}

function standsWhole(tenant: Tenant): void {
  expect(tenant.made.toSorted()).toEqual(
    audiences.map((audience) => `${review}|${audience}|bk-1`.toLowerCase()).toSorted(),
  );
  expect(tenant.cancelled).toEqual([]);
  const row = (name: string) => tenant.rows.get(name);
  expect(row(`review ${review}`)).toMatchObject({ stage: 'Booked', eventId: `ev-${review}|staff|bk-1` });
  for (const audience of audiences) {
    const key = `${review}|${audience}`.toLowerCase();
    expect(row(`meeting ${key}`)).toMatchObject({ eventId: `ev-${review}|${audience}|bk-1`.toLowerCase() });
  }
  expect(row('journalEntry je-1')?.state).toBe('Done');
}

const whole = serverOn(newTenant());
await pressAndCarry(whole);
const all = Array.from({ length: whole.taken() }, (_, n) => n + 1);

describe('a booking whose server is killed', () => {
  it('goes through each of its steps once where nobody is killed', async () => {
    const tenant = newTenant();
    await pressAndCarry(serverOn(tenant));
    standsWhole(tenant);
    // Journal, lease, two rows, four meetings looked up and made, a look at the row, five rows, the close: before and after.
    expect(all.length).toBeGreaterThan(25);
  });

  it.each(all)('at step %i is finished by the next: nothing lost, nothing twice', async (nth) => {
    const tenant = newTenant();
    const first = serverOn(tenant, nth);
    expect(await Promise.race([first.died, pressAndCarry(first)])).toBe('died');
    const written = tenant.rows.has('journalEntry je-1');
    lapse(tenant);
    await recover(serverOn(tenant).world);
    if (written) standsWhole(tenant);
    else expect([tenant.made, tenant.rows.size]).toEqual([[], 0]);
  });

  it.each(all)('at step %i, and the next one at its sixth, is finished by the third', async (nth) => {
    const tenant = newTenant();
    const first = serverOn(tenant, nth);
    await Promise.race([first.died, pressAndCarry(first)]);
    if (!tenant.rows.has('journalEntry je-1')) return;
    lapse(tenant);
    const second = serverOn(tenant, 6);
    await Promise.race([second.died, recover(second.world)]);
    lapse(tenant);
    await recover(serverOn(tenant).world);
    standsWhole(tenant);
  });
});
