import { describe, expect, it } from 'vitest';
import { changeSessions } from '../../../src/school/placements/change-sessions.action.ts';
import { mark, pupil, type Rows } from '../facts.ts';
import { farm, knownTo, placement, problemsOf, savesOf, slot } from '../knowing.ts';

const rows: Rows = { ...farm, pupil: [pupil] };
const tuesday = { day: 'Tuesday', session: 'AM', place: 'Site', site: 'si-farm', start: '09:15', end: '12:15' };
const friday = { ...tuesday, day: 'Friday' };

const change = (wish: object, more: Rows = {}) =>
  changeSessions.attempt(knownTo(['ap-leader'], { ...rows, ...more }), {
    placement: 'pl-1',
    from: '2026-05-18',
    sessions: [tuesday, friday],
    ...wish,
  });

describe('the week of a placement from a date', () => {
  it('keeps what stays, ends what goes the day before, and adds what is new', () => {
    const decision = change({});
    expect(savesOf(decision).map(({ key, seen, values }) => [key, seen, values])).toEqual([
      ['sl-2', '1', { validTo: '2026-05-17' }],
      ['sl-new1', null, { placement: 'pl-1', ...friday, weekPattern: 'Every', validFrom: '2026-05-18' }],
    ]);
    expect(decision).toMatchObject({ unchanged: [{ about: 'sl-1', outcome: 'unchanged' }] });
  });

  it('asked for twice changes nothing', () => {
    const now = {
      scheduleSlot: [
        slot('sl-1', 'pl-1', 'Tuesday', 'AM'),
        slot('sl-3', 'pl-1', 'Friday', 'AM', { validFrom: '2026-05-18' }),
      ],
    };
    expect(savesOf(change({}, now))).toEqual([]);
  });

  it('with other times ends the old session and begins another, never edits one', () => {
    const saves = savesOf(change({ sessions: [{ ...tuesday, start: '09:30' }] }));
    expect(saves.map(({ key, values }) => [key, values])).toMatchObject([
      ['sl-1', { validTo: '2026-05-17' }],
      ['sl-2', { validTo: '2026-05-17' }],
      ['sl-new1', { start: '09:30', validFrom: '2026-05-18' }],
    ]);
  });

  it('does not touch the past', () => {
    expect(problemsOf(change({ from: '2026-05-11' }))).toEqual([
      ['from', 'The past stays as it was: choose today or a later day.'],
    ]);
    expect(savesOf(change({ from: '2026-05-12' }))).toHaveLength(2);
    const told = { attendance: [mark('2026-05-12', 'AM', { providerStatus: 'AttendedOnTime' })] };
    expect(problemsOf(change({ from: '2026-05-12' }, told))).toEqual([
      ['from', '1 session then is reported already. Choose the day after.'],
    ]);
    expect(savesOf(change({ from: '2026-05-13' }, told))).toHaveLength(2);
  });

  it('expects nobody at two places in one session, unless the weeks differ', () => {
    const other = (weekPattern: string): Rows => ({
      placement: [placement('pl-1'), placement('pl-2', { provider: 'pr-online' })],
      scheduleSlot: [slot('sl-7', 'pl-2', 'Friday', 'AM', { weekPattern, site: 'si-online' })],
    });
    expect(problemsOf(change({}, other('Every')))).toEqual([
      ['sessions.1.session', 'The pupil is at Brightlane on Friday AM: nobody can be expected at both.'],
    ]);
    const inB = { sessions: [tuesday, { ...friday, weekPattern: 'B' }] };
    expect(problemsOf(change(inB, other('B')))).toHaveLength(1);
    expect(problemsOf(change(inB, other('A')))).toEqual([]);
  });

  it.each([
    [{ sessions: [{ ...tuesday, end: '09:15' }] }, 'sessions.0.end', 'The end 09:15 is not after the start 09:15.'],
    [{ sessions: [{ ...tuesday, site: 'si-online' }] }, 'sessions.0.site', 'That site is not one of this provider.'],
    [{ sessions: [tuesday, tuesday] }, 'sessions.1.session', 'Tuesday AM stands twice in the same week.'],
    [{ sessions: [{ ...tuesday, day: 'Sunday' }] }, 'sessions.0.day', 'The day is Monday to Friday.'],
    [{ from: '2026-01-04' }, 'from', 'The placement starts only on Mon 5 Jan.'],
    [{ placement: 'pl-9' }, 'placement', 'There is no such placement.'],
  ])('%j is refused', (wish, field, says) => {
    expect(problemsOf(change(wish))).toEqual([[field, says]]);
  });
});
