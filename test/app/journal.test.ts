import { describe, expect, it } from 'vitest';
import { recover, withdrawEntry } from '../../src/app/journal.ts';
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
