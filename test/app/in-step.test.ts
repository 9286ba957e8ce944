import { describe, expect, it, vi } from 'vitest';
import { inStep } from '../../src/app/in-step.ts';
import { fakeStore } from './fake-store.ts';

describe('what a view is answered from', () => {
  it('is memory while it is at most half a minute old; a second later the lists are asked', async () => {
    const store = fakeStore([]);
    store.age = 30;
    expect([await inStep(store, ['pupil']), store.synced]).toEqual([0, []]);
    store.age = 31;
    expect([await inStep(store, ['pupil']), store.synced]).toEqual([0, [['pupil']]]);
  });

  it('is what was known, with its age, while Microsoft 365 fails or keeps silent', async () => {
    const failing = fakeStore([]);
    failing.age = 300;
    failing.sync = async () => {
      throw new Error('503');
    };
    expect(await inStep(failing, ['pupil'])).toBe(300);
    vi.useFakeTimers();
    const silent = fakeStore([]);
    silent.age = 300;
    silent.sync = () => new Promise(() => undefined);
    const age = inStep(silent, ['pupil']);
    await vi.advanceTimersByTimeAsync(3_000);
    expect(await age).toBe(300);
    vi.useRealTimers();
  });

  it('is memory at once while a wait was in vain a moment ago; after twenty seconds somebody waits again', async () => {
    vi.useFakeTimers();
    const silent = fakeStore([]);
    silent.age = 300;
    silent.sync = async (names) => {
      silent.synced.push([...names]);
      await new Promise(() => undefined);
    };
    const first = inStep(silent, ['pupil']);
    await vi.advanceTimersByTimeAsync(3_000);
    await first;
    expect(await inStep(silent, ['attendance'])).toBe(300);
    expect(silent.synced).toEqual([['pupil'], ['attendance']]);
    await vi.advanceTimersByTimeAsync(20_000);
    let answered = false;
    const later = inStep(silent, ['pupil']).then(() => {
      answered = true;
    });
    await vi.advanceTimersByTimeAsync(2_900);
    expect(answered).toBe(false);
    await vi.advanceTimersByTimeAsync(200);
    await later;
    vi.useRealTimers();
  });

  it('is nothing where nothing was read for a day: the trouble is told', async () => {
    const store = fakeStore([]);
    store.age = 24 * 3600 + 1;
    store.sync = async () => {
      throw new Error('Never read.');
    };
    await expect(inStep(store, ['pupil'])).rejects.toThrow('Never read.');
  });
});
