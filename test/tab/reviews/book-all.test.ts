import { expect, test } from 'vitest';
import { bookAll } from '../../../src/tab/reviews/book-all.ts';
import type { DeskRow } from '../../../src/tab/reviews/plan-desk.ts';
import type { Outcome } from '../../../src/ui/api/api.ts';

const slot = { start: '2026-11-03T09:00', end: '2026-11-03T09:45' };
const row = (school: string, review: string) =>
  Object({
    id: `${school}>${review}`,
    school,
    schoolName: school.toUpperCase(),
    review,
    online: true,
    without: [],
    ...slot,
  }) as DeskRow;
const rows = [row('a', 're-1'), row('b', 're-1'), row('b', 're-2'), row('c', 're-1')];
const accepted = (entry: string): Outcome => ({ kind: 'accepted', entry, undoUntil: '2026-11-02T09:00:20Z' });
const down: Outcome = { kind: 'trouble', trouble: { says: 'Microsoft 365 does not answer.' } };

/** Books with these answers in turn; answers the schools asked, in order, and how many bookings each was told to follow. */
async function booked(...answers: readonly Outcome[]) {
  const asked: [string, number][] = [];
  const far: number[] = [];
  const book = async (input: object) => {
    const { school, followedBy } = Object(input);
    asked.push([school, followedBy]);
    return answers[asked.length - 1] ?? accepted(`je-${asked.length}`);
  };
  const result = await bookAll(
    rows,
    () => slot,
    new Map(),
    book,
    (done) => far.push(done),
  );
  return { ...result, asked, far };
}

test('each school is booked by itself, and waits for those that follow', async () => {
  const { sent, asked, far } = await booked();
  expect(asked).toEqual([
    ['a', 2],
    ['b', 1],
    ['c', 0],
  ]);
  expect(sent.map(({ school, reviews }) => [school, reviews.length])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 1],
  ]);
  expect(far).toEqual([0, 1, 3]);
});

test('a school that Microsoft 365 did not take is tried once more after the others', async () => {
  const { sent, says, asked } = await booked(down);
  expect(asked.map(([school]) => school)).toEqual(['a', 'b', 'c', 'a']);
  expect([sent.length, says]).toEqual([3, []]);
});

test('one that it does not take then either is told, by school, and the others stand', async () => {
  const { sent, says, asked } = await booked(accepted('je-1'), down, accepted('je-3'), down);
  expect(asked.map(([school]) => school)).toEqual(['a', 'b', 'c', 'b']);
  expect([sent.map(({ school }) => school), says]).toEqual([['a', 'c'], ['B: Microsoft 365 does not answer.']]);
});

test('what the school’s rules refuse is not tried again, and stands beside its row', async () => {
  const refused: Outcome = { kind: 'problems', problems: [{ field: 'reviews.1.start', says: 'It is a holiday.' }] };
  const { byRow, asked, sent } = await booked(accepted('je-1'), refused);
  expect(asked).toHaveLength(3);
  expect([byRow, sent.length]).toEqual([{ 'b>re-2': 'It is a holiday.' }, 2]);
});
