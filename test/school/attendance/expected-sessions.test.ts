import { describe, expect, it } from 'vitest';
import { askedSessions } from '../../../src/school/attendance/asked.ts';
import type { CalendarEntry } from '../../../src/school/calendar/calendar-entry.record.ts';
import { derbyshire, entry } from '../derbyshire.ts';
import { pupil, type Rows, seenBy, tuesday } from '../facts.ts';
import { farm, placement, slot } from '../knowing.ts';

const every = (['Monday', 'Tuesday', 'Thursday'] as const).map((day) => slot(`sl-${day}`, 'pl-1', day, 'AM'));

/** "AM pl-1" of each session asked for on a day; with why nobody is expected, where the timetable holds it. */
function asked(day: string, rows: Rows = {}, more: readonly CalendarEntry[] = []): readonly string[] {
  const all = { ...farm, pupil: [pupil], scheduleSlot: every, ...rows };
  return askedSessions(seenBy([], all, tuesday, [...derbyshire, ...more]), day).map((held) =>
    [held.session, held.placement.key, held.because].filter(Boolean).join(' '),
  );
}

describe('the sessions expected on a day', () => {
  it('are those of the weekday, and none at the weekend, in holidays or on a bank holiday', () => {
    expect(asked('2026-05-12')).toEqual(['AM pl-1']);
    expect(asked('2026-05-13')).toEqual([]);
    expect(asked('2026-05-16')).toEqual([]);
    expect(asked('2026-04-07')).toEqual([]);
    expect(asked('2026-05-04')).toEqual([]);
    expect(asked('2026-05-11')).toEqual(['AM pl-1']);
  });

  it('follow the week letter, which a holiday week does not use up', () => {
    const letter = [entry('WeekLetter', 'A', '2026-05-11', '2026-05-11', { weekLetter: 'A' })];
    const scheduleSlot = [
      slot('sl-a', 'pl-1', 'Tuesday', 'AM', { weekPattern: 'A' }),
      slot('sl-b', 'pl-1', 'Thursday', 'AM', { weekPattern: 'B' }),
    ];
    const days = ['2026-05-12', '2026-05-14', '2026-05-19', '2026-05-21', '2026-06-02', '2026-06-04', '2026-06-09'];
    const held = days.filter((day) => asked(day, { scheduleSlot }, letter).length > 0);
    expect(held).toEqual(['2026-05-12', '2026-05-21', '2026-06-02']);
  });

  it('do not follow a letter where none is set', () => {
    expect(
      asked('2026-05-12', { scheduleSlot: [slot('sl-a', 'pl-1', 'Tuesday', 'AM', { weekPattern: 'A' })] }),
    ).toEqual([]);
  });

  it('stay where the school is on INSET and the provider open', () => {
    expect(asked('2026-06-02')).toEqual(['AM pl-1']);
  });

  it('stay in the other half of a day of which the provider closes one', () => {
    const both = [...every, slot('sl-pm', 'pl-1', 'Tuesday', 'PM')];
    const closed = entry('ProviderClosure', 'Snow', '2026-05-12', '2026-05-12', {
      provider: 'pr-farm',
      sessions: 'AM',
    });
    expect(asked('2026-05-12', { scheduleSlot: both }, [closed])).toEqual([
      'AM pl-1 The provider is closed.',
      'PM pl-1',
    ]);
  });

  it('run to the last day of a slot and begin on the first of the next', () => {
    const scheduleSlot = [
      slot('sl-1', 'pl-1', 'Tuesday', 'AM', { validTo: '2026-05-12' }),
      slot('sl-2', 'pl-1', 'Tuesday', 'PM', { validFrom: '2026-05-13' }),
    ];
    expect(asked('2026-05-12', { scheduleSlot })).toEqual(['AM pl-1']);
    expect(asked('2026-05-19', { scheduleSlot })).toEqual(['PM pl-1']);
  });

  it('are none where the slot is taught nowhere', () => {
    expect(asked('2026-05-12', { scheduleSlot: [slot('sl-1', 'pl-1', 'Tuesday', 'AM', { place: 'None' })] })).toEqual(
      [],
    );
  });

  it('stand as not expected within a pause, both ends included', () => {
    const pause = { placement: [placement('pl-1', { pausedFrom: '2026-05-12', pausedTo: '2026-05-14' })] };
    const why = 'The placement is paused from Tue 12 May to Thu 14 May.';
    expect(asked('2026-05-11', pause)).toEqual(['AM pl-1']);
    expect(asked('2026-05-12', pause)).toEqual([`AM pl-1 ${why}`]);
    expect(asked('2026-05-14', pause)).toEqual([`AM pl-1 ${why}`]);
    expect(asked('2026-05-18', pause)).toEqual(['AM pl-1']);
  });

  it('end with the placement and with the roll', () => {
    const ended = { placement: [placement('pl-1', { stage: 'Ended', actualEnd: '2026-05-12' })] };
    expect([asked('2026-05-12', ended).length, asked('2026-05-14', ended).length]).toEqual([1, 0]);
    const left = { pupil: [{ ...pupil, onRollTo: '2026-05-12' }] };
    expect([asked('2026-05-12', left).length, asked('2026-05-14', left).length]).toEqual([1, 0]);
  });
});
