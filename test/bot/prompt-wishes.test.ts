import { describe, expect, it } from 'vitest';
import { promptVerbs } from '../../src/bot/prompt-wishes.ts';
import { momentOf } from '../../src/school/moment.ts';
import type { Message } from '../../src/school/office/message.record.ts';

const message = { key: 'm-1', data: { review: 're-1', day: '2026-12-03', stage: 'due' } } as unknown as Message;
const verb = promptVerbs['book-review'];
const press = (read: object) => verb?.wish({ message, data: {}, read, now: momentOf('2026-11-24T09:00:00Z') });
const row = { review: 're-1', start: '2026-12-03T09:00', end: '2026-12-03T09:45', place: 'Hill Farm', online: false };

describe('Book it and invite', () => {
  it('asks for the plan of the half term in which the review lies', () => {
    expect(verb?.reads?.(message)).toEqual({ view: 'review-plan', params: { halfTerm: '2026-12-03' } });
  });

  it('books this review alone, as the plan has it', () => {
    const other = { ...row, review: 're-2' };
    expect(press({ rows: [other, row], unplaced: [], troubles: ['A calendar could not be read.'] })).toEqual({
      action: 'book-reviews',
      input: { reviews: [row] },
      also: ['A calendar could not be read.'],
    });
  });

  it('says why there is no time, or that nothing waits for a booking any more', () => {
    const unplaced = [{ review: 're-1', because: 'Ms Shah is away.' }];
    expect(press({ rows: [], unplaced, troubles: [] })).toEqual({ nothing: 'Ms Shah is away. Open the plan.' });
    expect(press({ rows: [], unplaced: [], troubles: [] })).toEqual({
      nothing: 'It waits for no booking any more. Nothing was changed.',
    });
  });
});

describe('One of them is booked already, or not needed', () => {
  const planner = { key: 'm-2', data: { halfTerm: 'halfterm|2026-11-02', stage: 'first' } } as unknown as Message;
  const wish = (name: string, data: Readonly<Record<string, unknown>>) =>
    promptVerbs[name]?.wish({ message: planner, data, now: momentOf('2026-11-24T09:00:00Z') });

  it('notes the chosen one for the day and time, or sets it aside with the reason', () => {
    const day = { which: 're-1', day: '2026-12-03', from: '09:00', where: 'school' };
    expect(wish('already-booked', day)).toEqual({
      action: 'note-review-booked',
      input: { review: 're-1', start: '2026-12-03T09:00', where: 'school' },
    });
    expect(wish('not-needed', { which: 're-1', why: 'Seen on Monday.' })).toEqual({
      action: 'set-aside-review',
      input: { review: 're-1', reason: 'Seen on Monday.' },
    });
  });

  it('says what is missing, and saves nothing', () => {
    const nothing = (name: string, data: object) => Object(wish(name, { ...data })).nothing;
    expect(nothing('already-booked', { day: '2026-12-03', from: '09:00' })).toMatch(/^Choose which review it is/);
    expect(nothing('already-booked', { which: 're-1', day: '2026-12-03' })).toMatch(/^Say for which day/);
    expect(nothing('not-needed', { why: 'Seen on Monday.' })).toMatch(/^Choose which review it is/);
  });
});
