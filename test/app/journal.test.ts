import { afterEach, describe, expect, it, vi } from 'vitest';
import { carryHeld, leased, openEntry, recover, withdrawEntry } from '../../src/app/journal.ts';
import { momentOf } from '../../src/school/moment.ts';
import { fakeStore, openEntryOf, worldOf } from './fake-store.ts';

const closings = (store: ReturnType<typeof fakeStore>, key: string) =>
  store.written.filter((one) => one.key === key && one.values.state !== undefined).map(({ values }) => values.state);

describe('an entry that a server left behind', () => {
  it('is taken over by its version, carried out under its own id, and closed under another stamp', async () => {
    const store = fakeStore([openEntryOf('je-1')]);
    expect(await recover(worldOf(store))).toBe(1);
    const [lease, save, close] = store.written;
    expect([lease?.key, lease?.seen, lease?.values.owner]).toEqual(['je-1', '1', 'trial']);
    expect([save?.key, save?.stamp]).toEqual(['setting-je-1', 'je-1']);
    expect([close?.key, close?.values.state, close?.stamp]).toEqual(['je-1', 'Done', 'je-1|closed']);
  });

  it('is left alone while its lease runs, and when another server was faster', async () => {
    const leased = fakeStore([openEntryOf('je-1', { leaseUntil: new Date(Date.now() + 30_000).toISOString() })]);
    expect(await recover(worldOf(leased))).toBe(0);
    expect(leased.written).toEqual([]);
    const taken = fakeStore([openEntryOf('je-1')], () => ({ outcome: 'superseded' }));
    expect(await recover(worldOf(taken))).toBe(0);
    expect(taken.written).toHaveLength(1);
  });

  it.each([
    [0, 60],
    [1, 120],
    [5, 1_920],
    [6, 3_600],
    [60, 3_600],
  ])('after %i tries rests %i seconds before the next', async (tries, seconds) => {
    const store = fakeStore([openEntryOf('je-1', { tries })], ({ key }) =>
      key === 'je-1' ? { outcome: 'saved', version: '2' } : { outcome: 'later', says: 'Not now.' },
    );
    const before = Date.now();
    expect(await recover(worldOf(store))).toBe(0);
    const { leaseUntil, tries: counted } = store.written[0]?.values ?? {};
    const rest = (Date.parse(String(leaseUntil)) - before) / 1000;
    expect(counted).toBe(tries + 1);
    expect(Math.round(rest)).toBe(seconds);
    expect(closings(store, 'je-1')).toEqual([]);
  });

  it('that cannot be done does not keep the others waiting', async () => {
    const store = fakeStore([openEntryOf('je-1'), openEntryOf('je-2')], ({ key }) => {
      if (key === 'setting-je-1') throw new Error('It cannot be read.');
      return { outcome: 'saved', version: '2' };
    });
    expect(await recover(worldOf(store))).toBe(1);
    expect(closings(store, 'je-2')).toEqual(['Done']);
  });

  it('is Refused, not Done, when Microsoft 365 takes none of it for good', async () => {
    const store = fakeStore([openEntryOf('je-1')], ({ key }) =>
      key === 'je-1' ? { outcome: 'saved', version: '2' } : { outcome: 'refused', says: 'The column is gone.' },
    );
    await recover(worldOf(store));
    expect(closings(store, 'je-1')).toEqual(['Refused']);
  });
});

describe('an entry of which a person was told that nothing was saved', () => {
  it('is closed when it turns up, and never carried out', async () => {
    const store = fakeStore([openEntryOf('je-late')]);
    await withdrawEntry(worldOf(store).school, 'je-late');
    expect(store.synced).toEqual([['journalEntry']]);
    expect(closings(store, 'je-late')).toEqual(['Refused']);
    await recover(worldOf(store));
    expect(store.written.some(({ key }) => key === 'setting-je-late')).toBe(false);
  });
});

describe('an entry that waits so that it can be undone', () => {
  const plan = { entry: 'je-1', action: 'book-reviews', by: 'p-1', byName: 'P', because: 'Booked', changes: [] };
  const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

  it('says until when, and its lease keeps every server from it so long', async () => {
    const store = fakeStore([]);
    const { school } = worldOf(store);
    const before = Date.now();
    expect(await openEntry(school, 'trial', { ...plan, holdSeconds: 20 }, momentOf('2026-11-24T09:00:00Z'))).toBe(true);
    const { holdUntil, leaseUntil, state } = store.written[0]?.values ?? {};
    expect([state, Math.round((Date.parse(String(holdUntil)) - before) / 1000)]).toEqual(['Open', 20]);
    expect(Math.round((Date.parse(String(leaseUntil)) - before) / 1000)).toBe(20);
  });

  it('is left alone by the rounds while it waits, and carried out afterwards', async () => {
    const waiting = fakeStore([openEntryOf('je-1', { holdUntil: inSeconds(10), leaseUntil: inSeconds(10) })]);
    expect(await recover(worldOf(waiting))).toBe(0);
    expect(waiting.written).toEqual([]);
    const over = fakeStore([openEntryOf('je-1', { holdUntil: inSeconds(-1), leaseUntil: inSeconds(-1) })]);
    expect(await recover(worldOf(over))).toBe(1);
  });

  it('is carried out by the server that took it, but not when it was undone or another was faster', async () => {
    const entry = openEntryOf('je-1', { holdUntil: inSeconds(-1) });
    const mine = fakeStore([entry]);
    await carryHeld(worldOf(mine), worldOf(mine).school, 'je-1');
    expect(closings(mine, 'je-1')).toEqual(['Done']);
    const undone = fakeStore([{ ...entry, state: 'Refused' }]);
    await carryHeld(worldOf(undone), worldOf(undone).school, 'je-1');
    expect(undone.written).toEqual([]);
    const taken = fakeStore([entry], () => ({ outcome: 'superseded' }));
    await carryHeld(worldOf(taken), worldOf(taken).school, 'je-1');
    expect(closings(taken, 'je-1')).toEqual([]);
  });

  it('leaves no piece open behind when it was undone', async () => {
    const piece = openEntryOf('je-1|1', { parent: 'je-1', leaseUntil: inSeconds(-301) });
    const young = openEntryOf('je-2|1', { parent: 'je-2', leaseUntil: inSeconds(-299) });
    const store = fakeStore([piece, young]);
    await recover(worldOf(store));
    expect(store.written.map(({ key, values }) => [key, values.state])).toEqual([['je-1|1', 'Refused']]);
  });
});

describe('an entry whose carrying out takes long', () => {
  afterEach(() => vi.useRealTimers());

  it('keeps its lease while it is worked at, and not a moment longer', async () => {
    vi.useFakeTimers();
    const store = fakeStore([]);
    const done = new Promise<string>((resolve) => setTimeout(() => resolve('all of it'), 70_000));
    const work = leased('trial', worldOf(store).school, 'je-long', done);
    await vi.advanceTimersByTimeAsync(29_999);
    expect(store.written).toEqual([]);
    await vi.advanceTimersByTimeAsync(30_001);
    const leases = store.written.map(({ values }) => Date.parse(String(values.leaseUntil)) - Date.now());
    expect(leases).toEqual([30_000, 60_000]);
    expect(new Set(store.written.map(({ stamp }) => stamp)).size).toBe(2);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(await work).toBe('all of it');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(store.written).toHaveLength(2);
  });
});
