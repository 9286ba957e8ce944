import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../../src/school/calendar/build-calendar.ts';
import type { CalendarEntry } from '../../../src/school/calendar/calendar-entry.record.ts';
import { recordClosure } from '../../../src/school/calendar/record-closure.action.ts';
import { momentOf } from '../../../src/school/moment.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { derbyshire } from '../derbyshire.ts';
import { mark, pupil, type Rows } from '../facts.ts';
import { farm, knownTo, problemsOf, savesOf } from '../knowing.ts';

const rows: Rows = { ...farm, pupil: [pupil] };
const snow = { date: '2026-05-12', sessions: 'AM' as const, why: 'Snow' };

function decide(wish: object, more: Rows = {}, role: Role = 'attendance-officer', at = '2026-05-12T08:30:00Z') {
  const entries = [...derbyshire, ...((more.calendarEntry ?? []) as unknown as CalendarEntry[])];
  return recordClosure.attempt(knownTo([role], { ...rows, ...more }, momentOf(at), entries), wish);
}

describe('a closure', () => {
  it('of a provider takes its session away and no other', () => {
    const [save] = savesOf(decide({ ...snow, provider: 'pr-farm' }));
    expect(save).toMatchObject({
      record: 'calendarEntry',
      key: 'providerclosure|2026-05-12|pr-farm',
      seen: null,
      values: { kind: 'ProviderClosure', name: 'Snow', sessions: 'AM', provider: 'pr-farm', registerCode: undefined },
    });
    const entry = { ...save?.values, key: save?.key, version: '1' } as unknown as CalendarEntry;
    const calendar = buildCalendar([...derbyshire, entry]);
    expect(calendar.providerClosed('pr-farm', '2026-05-12', 'AM')).toBe(true);
    expect(calendar.providerClosed('pr-farm', '2026-05-12', 'PM')).toBe(false);
    expect(calendar.closed('2026-05-12', 'AM')).toBeUndefined();
  });

  it('of the school has code Y4 unless it was planned', () => {
    expect(savesOf(decide(snow))[0]).toMatchObject({
      key: 'closure|2026-05-12|am',
      values: { kind: 'Closure', registerCode: 'Y4', provider: undefined },
    });
    const planned = { date: '2026-06-25', sessions: 'Both', why: 'Polling', code: '#' };
    expect(savesOf(decide(planned))[0]).toMatchObject({
      key: 'closure|2026-06-25|both',
      values: { registerCode: '#' },
    });
  });

  const standing = {
    key: 'providerclosure|2026-05-12|pr-farm',
    kind: 'ProviderClosure',
    name: 'Snow',
    firstDay: '2026-05-12',
    lastDay: '2026-05-12',
    sessions: 'AM',
    provider: 'pr-farm',
  };

  it('said twice changes nothing', () => {
    const again = decide({ ...snow, provider: 'pr-farm' }, { calendarEntry: [{ version: '4', ...standing }] });
    expect(again).toMatchObject({ changes: [], unchanged: [{ about: standing.key, outcome: 'unchanged' }] });
  });

  it('of the afternoon after the morning becomes one of the day', () => {
    const [save] = savesOf(
      decide({ ...snow, sessions: 'PM', provider: 'pr-farm' }, { calendarEntry: [{ version: '4', ...standing }] }),
    );
    expect(save).toMatchObject({ key: standing.key, seen: '4', values: { sessions: 'Both' } });
  });

  it('never shortens a longer one that begins on the same day', () => {
    const longer = { version: '4', ...standing, lastDay: '2026-05-15' };
    const [save] = savesOf(decide({ ...snow, sessions: 'PM', provider: 'pr-farm' }, { calendarEntry: [longer] }));
    expect(save).toMatchObject({
      key: 'providerclosure|2026-05-12|pr-farm|pm',
      seen: null,
      values: { sessions: 'PM' },
    });
  });
});

describe('a closure is refused', () => {
  const nothing = 'Nobody is expected, so there is nothing to close.';

  it.each([
    ['2026-05-16', 'AM', `That day is at the weekend. ${nothing}`],
    ['2026-04-02', 'AM', `That day is in the holidays. ${nothing}`],
    ['2026-05-04', 'AM', `That day is a bank holiday. ${nothing}`],
    ['2026-09-01', 'AM', `The term dates for this day are not loaded. Load the next term dates. ${nothing}`],
  ])('on %s', (date, sessions, says) => {
    expect(problemsOf(decide({ ...snow, date, sessions }))).toEqual([['date', says]]);
  });

  it('for the school on INSET, and allowed for a provider that is open then', () => {
    const inset = { ...snow, date: '2026-06-01' };
    expect(problemsOf(decide(inset))).toEqual([['date', 'The school has no pupils on Mon 1 Jun (INSET).']]);
    expect(savesOf(decide({ ...inset, provider: 'pr-farm' }))).toHaveLength(1);
  });

  it('not on the fifth school day after, on the sixth only the AP leader may', () => {
    const past = { ...snow, date: '2026-05-05', provider: 'pr-farm' };
    expect(savesOf(decide(past, {}, 'attendance-officer', '2026-05-12T08:30:00Z'))).toHaveLength(1);
    expect(problemsOf(decide(past, {}, 'attendance-officer', '2026-05-13T08:30:00Z'))).toEqual([
      ['date', 'More than 5 school days have passed since Tue 5 May: ask the AP leader to close that morning.'],
    ]);
    expect(savesOf(decide(past, {}, 'ap-leader', '2026-05-13T08:30:00Z'))).toHaveLength(1);
  });

  it('where a pupil is reported as there', () => {
    const there = { attendance: [mark('2026-05-12', 'AM', { providerStatus: 'AttendedOnTime', code: 'B' })] };
    const says = '1 pupil is reported as there in this time. Change the marks first, or close the other session.';
    expect(problemsOf(decide({ ...snow, provider: 'pr-farm' }, there))).toEqual([['sessions', says]]);
    expect(savesOf(decide({ ...snow, provider: 'pr-farm', sessions: 'PM' }, there))).toHaveLength(1);
    expect(savesOf(decide({ ...snow, provider: 'pr-online' }, there))).toHaveLength(1);
    expect(savesOf(decide(snow, there))).toHaveLength(1);
    const onSite = { attendance: [mark('2026-05-12', 'AM', { providerStatus: 'AttendedOnTime', code: '/' })] };
    expect(problemsOf(decide(snow, onSite))[0]?.[1]).toContain('1 pupil is reported as on the school site');
  });

  it('for a provider that is not in the list, or with a register code', () => {
    expect(problemsOf(decide({ ...snow, provider: 'pr-none' }))).toEqual([['provider', 'There is no such provider.']]);
    expect(problemsOf(decide({ ...snow, provider: 'pr-farm', code: 'Y4' }))[0]?.[0]).toBe('code');
  });

  it('without a reason or with other sessions', () => {
    expect(problemsOf(decide({ ...snow, why: ' ' }))).toEqual([['why', 'Say why it is closed, such as Snow.']]);
    expect(problemsOf(decide({ ...snow, sessions: 'EVE' }))).toEqual([
      ['sessions', 'The sessions are AM, PM or Both.'],
    ]);
  });

  it('to anybody but the officer and the AP leader', () => {
    expect(recordClosure.roles).toEqual(['attendance-officer', 'ap-leader']);
  });
});
