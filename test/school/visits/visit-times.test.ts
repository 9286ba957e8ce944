import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../../src/school/calendar/build-calendar.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import type { BusyTime } from '../../../src/school/view.ts';
import { visitTimes } from '../../../src/school/visits/visit-times.view.ts';
import { derbyshire, entry } from '../derbyshire.ts';
import type { Rows } from '../facts.ts';
import { knownOn, people, visit } from './visiting.ts';

const staff = people.map((one) => ({ ...one, mail: `${one.person}@school.example` }));
const mail = 'person-1@school.example';
const asked = { provider: 'pr-farm', visitor: 'person-1' };
const ofThursday = { ...asked, day: '2026-05-14' };

/** What is seen at half past ten on Tuesday 12 May 2026, with the calendar of who would go. */
function seen(busy: readonly BusyTime[] | undefined, rows: Rows = {}, roles: readonly Role[] = ['ap-leader']) {
  const known = knownOn('2026-05-12', { roleAssignment: staff, ...rows }, roles);
  return { ...known, busy: busy && new Map([[mail, busy]]) };
}

const on14 = (start: string, end: string): BusyTime => ({ day: '2026-05-14', start, end });
const free = (busy: readonly BusyTime[], rows: Rows = {}, more = {}) =>
  visitTimes.show(seen(busy, rows), { ...ofThursday, ...more }).free.map(({ says }) => says);

describe('the times proposed for a visit', () => {
  it('are the first of the morning and of the afternoon of that day, then one of the next school day', () => {
    expect(free([])).toEqual([
      'Thu 14 May, 09:00 to 10:00',
      'Thu 14 May, 12:30 to 13:30',
      'Fri 15 May, 09:00 to 10:00',
    ]);
  });

  it('leave twenty minutes on the way to and from what is in the calendar, to the quarter of an hour', () => {
    expect(free([on14('09:00', '10:10')])[0]).toBe('Thu 14 May, 10:30 to 11:30');
    expect(free([on14('09:00', '10:11')])[0]).toBe('Thu 14 May, 10:45 to 11:45');
  });

  it('end before the day does, and pass over weekends, holidays, INSET days and the half day on which the provider is closed', () => {
    expect(free([], {}, { start: '09:00', end: '16:00' })[0]).toBe('Thu 14 May, 09:00 to 16:00');
    expect(free([], {}, { start: '09:00', end: '16:01' })).toEqual([]);
    expect(free([], {}, { day: '2026-05-22' }).at(-1)).toBe('Wed 3 Jun, 09:00 to 10:00');
    const shut = entry('ProviderClosure', 'Staff day', '2026-05-14', '2026-05-14', {
      provider: 'pr-farm',
      sessions: 'AM',
    });
    const closed = { ...seen([]), calendar: buildCalendar([...derbyshire, shut]) };
    expect(visitTimes.show(closed, ofThursday).free[0]?.says).toBe('Thu 14 May, 12:30 to 13:30');
  });

  it('go round visits and reviews of our own records, but not round the visit that is being moved', () => {
    const rows = { visit: [visit({ plannedFor: '2026-05-14', start: '09:00', end: '11:00' })] };
    expect(free([], rows)[0]).toBe('Thu 14 May, 11:30 to 12:30');
    expect(free([on14('09:00', '11:00')], rows, { visit: 'vi-1' })[0]).toBe('Thu 14 May, 09:00 to 10:00');
  });
});

describe('the time that was typed', () => {
  const says = (busy: readonly BusyTime[] | undefined, start: string, end: string, rows: Rows = {}) => {
    const { says: words, clash } = visitTimes.show(seen(busy, rows), { ...ofThursday, start, end });
    return [words, clash];
  };

  it('clashes with a minute that is shared, and not with what ends as it begins', () => {
    const busy = [on14('10:00', '11:00')];
    expect(says(busy, '09:00', '10:01')).toEqual(['Robin Example has something else from 10:00 to 11:00.', true]);
    expect(says(busy, '09:00', '10:00')).toEqual(['Robin Example is free then.', false]);
    expect(says(busy, '11:00', '12:00')).toEqual(['Robin Example is free then.', false]);
  });

  it('is asked for in person where the calendar cannot be read', () => {
    const ask = 'The calendar of Robin Example could not be read: ask whether the time suits.';
    expect(says(undefined, '09:00', '10:00')).toEqual([ask, false]);
  });
});

it('the AP leader asks about anybody, a visitor about themselves alone', () => {
  const other = { ...ofThursday, visitor: 'p-head' };
  const wanted = (roles: readonly Role[], params: object) => visitTimes.calendarsFor(seen([], {}, roles), params);
  expect(wanted(['ap-leader'], other)).toEqual({
    mailboxes: ['p-head@school.example'],
    from: '2026-05-14',
    to: '2026-05-28',
  });
  expect(wanted(['visitor'], other)).toBeUndefined();
  expect(visitTimes.show(seen([], {}, ['visitor']), other)).toEqual({ free: [], clash: false });
  expect(wanted(['visitor'], ofThursday)?.mailboxes).toEqual([mail]);
});
