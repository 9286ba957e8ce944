import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/app/ports.ts';
import { startRounds } from '../../src/app/rounds/rounds.ts';
import { fakeStore, worldOf } from './fake-store.ts';

type Trouble = { readonly school: string; readonly action: string; readonly kind: string };

/** A school at nine in the morning whose last day was never closed: the round has something to write. */
function roundOf(sync: Store['sync'], age = 10) {
  const base = fakeStore([]);
  const synced: number[] = [];
  const store = {
    ...base,
    ageSeconds: () => age,
    async sync(names: Parameters<Store['sync']>[0]) {
      synced.push(names.length);
      await sync(names);
    },
  };
  const troubles: Trouble[] = [];
  const rounds = startRounds(worldOf(store), { onTrouble: (trouble) => troubles.push(trouble) });
  return { rounds, troubles, synced, written: base.written };
}
const states = (written: ReturnType<typeof roundOf>['written']) =>
  written.flatMap(({ key, values }) => (key.startsWith('je-') ? [`${values.action ?? ''} ${values.state}`] : [key]));

describe('a round', () => {
  it('asks the lists once for all that the clock does, and is in the journal while they answer', async () => {
    let during: readonly string[] = [];
    const { rounds, troubles, synced, written } = roundOf(async () => {
      await new Promise((resolve) => setTimeout(resolve, 10));
      during = states(written);
    });
    await rounds.runOnce();
    rounds.stop();
    expect(troubles).toEqual([]);
    expect(rounds.behind()).toBe(false);
    expect(synced).toHaveLength(1);
    expect(during).toEqual(['close-day Open']);
    expect(states(written)).toEqual(['close-day Open', 'lastClosedDay', ' Done']);
  });

  it('carries nothing out where the lists do not answer, says so once, and is to be run again', async () => {
    const { rounds, troubles, written } = roundOf(async () => {
      throw new Error('Microsoft 365 does not answer.');
    });
    await rounds.runOnce();
    rounds.stop();
    expect(troubles).toEqual([{ school: 'sch-trial', action: 'sync', kind: 'Error' }]);
    expect(rounds.behind()).toBe(true);
    expect(written.some(({ key }) => key === 'lastClosedDay')).toBe(false);
  });

  it('goes on where the lists failed before any of its actions had come to wait for them', async () => {
    const unhandled: unknown[] = [];
    const note = (reason: unknown) => unhandled.push(reason);
    process.on('unhandledRejection', note);
    // The round's own question fails at once; its actions still look who may what.
    const { rounds, troubles } = roundOf(async (names) => {
      if (names.length < 5) await new Promise((resolve) => setTimeout(resolve, 10));
      throw new Error('Microsoft 365 does not answer.');
    }, Number.POSITIVE_INFINITY);
    await rounds.runOnce();
    rounds.stop();
    // Node tells of a rejection that nobody handled after the turn in which it came.
    await new Promise((resolve) => setTimeout(resolve, 5));
    process.off('unhandledRejection', note);
    expect(troubles.map(({ action }) => action)).toEqual(['sync']);
    expect(unhandled).toEqual([]);
  });

  it('waits for lists that nobody has looked at for long before anything is decided', async () => {
    const { rounds, written } = roundOf(async () => expect(written).toEqual([]), Number.POSITIVE_INFINITY);
    await rounds.runOnce();
    rounds.stop();
    expect(states(written)[0]).toBe('close-day Open');
  });
});
