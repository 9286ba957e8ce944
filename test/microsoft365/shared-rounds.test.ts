import { expect, test } from 'vitest';
import { sharedRounds } from '../../src/microsoft365/shared-rounds.ts';

/** Rounds that end when the test says so. */
function held() {
  const rounds: { names: string[]; end: (troubles?: Readonly<Record<string, string>>) => void }[] = [];
  const ask = sharedRounds(
    (names) =>
      new Promise((resolve) => {
        const end = (troubles: Readonly<Record<string, string>> = {}) =>
          resolve(new Map(Object.entries(troubles).map(([name, says]) => [name, new Error(says)])));
        rounds.push({ names: [...names], end });
      }),
  );
  return { rounds, ask };
}
const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

test('whoever asks while a round runs shares the next one, not the one that may have looked before', async () => {
  const { rounds, ask } = held();
  const first = ask(['pupil']);
  const second = ask(['pupil', 'site']);
  const third = ask(['setting']);
  expect(rounds.map(({ names }) => names)).toEqual([['pupil']]);
  rounds[0]?.end();
  await first;
  await turn();
  expect(rounds.map(({ names }) => names)).toEqual([['pupil'], ['pupil', 'site', 'setting']]);
  rounds[1]?.end();
  await Promise.all([second, third]);
});

test('a trouble of one list is told to who asked for it, and to nobody else', async () => {
  const { rounds, ask } = held();
  const first = ask(['pupil']);
  const both = [ask(['pupil']), ask(['site'])];
  rounds[0]?.end();
  await first;
  await turn();
  rounds[1]?.end({ site: 'The list is gone.' });
  await expect(both[0]).resolves.toBeUndefined();
  await expect(both[1]).rejects.toThrow('The list is gone.');
});

test('a round that fails altogether keeps nobody after it waiting', async () => {
  let rounds = 0;
  const ask = sharedRounds(async () => {
    rounds += 1;
    if (rounds === 1) throw new Error('Microsoft 365 does not answer.');
    return new Map();
  });
  const [first, second] = [ask(['pupil']), ask(['pupil'])];
  await expect(first).rejects.toThrow('does not answer');
  await expect(second).resolves.toBeUndefined();
});
