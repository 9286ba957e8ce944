import { expect, it } from 'vitest';
import { undoBooking } from '../../../src/school/office/undo-booking.action.ts';
import { knownTo, problemsOf, savesOf } from '../knowing.ts';

const waiting = { key: 'je-1', version: '4', action: 'book-reviews', state: 'Open', holdUntil: '2026-05-12T08:30:20Z' };
const undo = (entry: Readonly<Record<string, unknown>>) =>
  undoBooking.attempt(knownTo(['ap-leader'], { journalEntry: [entry] }), { entry: 'je-1' });

it('a booking that waits is closed, by the version that says no server has taken it up', () => {
  const [save] = savesOf(undo(waiting));
  expect([save?.record, save?.key, save?.seen, save?.values]).toEqual([
    'journalEntry',
    'je-1',
    '4',
    { state: 'Refused' },
  ]);
});

it.each([{ tries: 1 }, { state: 'Done' }, { holdUntil: undefined }, { key: 'je-2' }])(
  'one with %j is sent: undoing it means cancelling',
  (more) => {
    const [problem] = problemsOf(undo({ ...waiting, ...more }));
    expect(problem).toEqual([
      'entry',
      'It is sent. Undoing it now means cancelling the meetings, with a message to everybody invited.',
    ]);
  },
);

it('who planned their own visit takes it back, nobody else but the AP leader', () => {
  const by = (role: 'visitor' | 'ap-leader', person: string) =>
    problemsOf(
      undoBooking.attempt(knownTo([role], { journalEntry: [{ ...waiting, by: person }] }), { entry: 'je-1' }),
    )[0]?.[1];
  expect(by('visitor', 'person-1')).toBeUndefined();
  expect(by('ap-leader', 'person-2')).toBeUndefined();
  expect(by('visitor', 'person-2')).toBe('Somebody else booked this. Ask the AP leader to take it back.');
});
