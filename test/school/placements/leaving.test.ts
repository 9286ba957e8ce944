import { describe, expect, it } from 'vitest';
import { askedSessions } from '../../../src/school/attendance/asked.ts';
import { momentOf } from '../../../src/school/moment.ts';
import { endPlacement } from '../../../src/school/placements/end-placement.action.ts';
import { pausePlacement } from '../../../src/school/placements/pause-placement.action.ts';
import { setFlags } from '../../../src/school/pupils/set-flags.action.ts';
import { takeOffRoll } from '../../../src/school/pupils/take-off-roll.action.ts';
import { mark, pupil, type Rows, seenBy } from '../facts.ts';
import { farm, knownTo, placement, problemsOf, savesOf, slot } from '../knowing.ts';

const rows: Rows = { ...farm, pupil: [pupil] };
const there = (date: string) => ({ attendance: [mark(date, 'AM', { providerStatus: 'AttendedOnTime', code: 'B' })] });
const brief = (saves: ReturnType<typeof savesOf>) =>
  saves.map(({ record, key, seen, values }) => [record, key, seen, values]);

describe('a pupil who leaves the roll (domain.md 14.4)', () => {
  const leave = (more: Rows = {}, wish: object = {}) =>
    takeOffRoll.attempt(knownTo(['ap-leader'], { ...rows, ...more }), {
      pupil: 'pu-1',
      lastDay: '2026-05-14',
      seen: '1',
      ...wish,
    });

  it('has placements and weekly sessions ended with the last day', () => {
    expect(brief(savesOf(leave()))).toEqual([
      ['pupil', 'pu-1', '1', { onRollTo: '2026-05-14' }],
      ['placement', 'pl-1', '1', { stage: 'Ended', actualEnd: '2026-05-14', endReason: 'LeftRoll' }],
      ['scheduleSlot', 'sl-1', '1', { validTo: '2026-05-14' }],
      ['scheduleSlot', 'sl-2', '1', { validTo: '2026-05-14' }],
    ]);
  });

  it('has what has not begun cancelled, and what ended before left alone', () => {
    const more = {
      placement: [
        placement('pl-2', { startDate: '2026-06-08', stage: 'Approved' }),
        placement('pl-3', { stage: 'Ended', actualEnd: '2026-03-27' }),
      ],
      scheduleSlot: [
        slot('sl-8', 'pl-2', 'Tuesday', 'AM', { validFrom: '2026-06-08' }),
        slot('sl-9', 'pl-3', 'Tuesday', 'AM'),
      ],
    };
    expect(brief(savesOf(leave(more))).slice(1)).toEqual([
      ['placement', 'pl-2', '1', { stage: 'Cancelled', endReason: 'LeftRoll' }],
      ['scheduleSlot', 'sl-8', '1', { validTo: '2026-06-07' }],
    ]);
  });

  it('is expected on the last day and not after it', () => {
    const left = { ...rows, pupil: [{ ...pupil, onRollTo: '2026-05-14' }] };
    expect(askedSessions(seenBy([], left), '2026-05-14')).toHaveLength(1);
    expect(askedSessions(seenBy([], left), '2026-05-19')).toEqual([]);
  });

  it('is not taken off before a session that somebody reported, but on its day', () => {
    expect(problemsOf(leave(there('2026-05-12'), { lastDay: '2026-05-11' }))).toEqual([
      ['lastDay', '1 session then is reported already. Choose a later last day, or change those marks first.'],
    ]);
    expect(savesOf(leave(there('2026-05-12'), { lastDay: '2026-05-12' })).length).toBeGreaterThan(0);
  });

  it('twice changes nothing; before coming on roll is refused', () => {
    expect(leave({ pupil: [{ ...pupil, onRollTo: '2026-05-14' }] })).toMatchObject({
      changes: [],
      unchanged: [{ outcome: 'unchanged' }],
    });
    expect(problemsOf(leave({}, { lastDay: '2024-08-31' }))).toEqual([
      ['lastDay', 'The pupil is on roll only from Sun 1 Sep.'],
    ]);
    expect(problemsOf(leave({}, { pupil: 'pu-9' }))).toEqual([['pupil', 'There is no such pupil.']]);
  });

  it('is taken off by the AP leader only', () => {
    expect(takeOffRoll.roles).toEqual(['ap-leader']);
  });
});

describe('a placement that ends', () => {
  const end = (wish: object = {}, more: Rows = {}) =>
    endPlacement.attempt(knownTo(['ap-leader'], { ...rows, ...more }), {
      placement: 'pl-1',
      lastDay: '2026-05-14',
      reason: 'Reintegrated',
      seen: '1',
      ...wish,
    });

  it('keeps why, and ends its sessions', () => {
    const [first, ...slots] = savesOf(end({ note: 'Full time from Friday' }));
    expect(first?.values).toEqual({
      stage: 'Ended',
      actualEnd: '2026-05-14',
      endReason: 'Reintegrated: Full time from Friday',
    });
    expect(slots.map((save) => save.values)).toEqual([{ validTo: '2026-05-14' }, { validTo: '2026-05-14' }]);
  });

  it('does not end before it started, nor before a reported session, nor for no reason', () => {
    expect(savesOf(end({ lastDay: '2026-01-05' })).length).toBeGreaterThan(0);
    expect(problemsOf(end({ lastDay: '2026-01-04' }))).toEqual([
      ['lastDay', 'The placement starts on Mon 5 Jan: choose that day or a later one, or cancel it.'],
    ]);
    expect(problemsOf(end({ lastDay: '2026-05-11' }, there('2026-05-12')))[0]?.[0]).toBe('lastDay');
    expect(problemsOf(end({ reason: 'Tired' }))[0]?.[0]).toBe('reason');
  });

  it('that ended so already changes nothing', () => {
    const ended = { placement: [placement('pl-1', { stage: 'Ended', actualEnd: '2026-05-14' })] };
    expect(end({}, ended)).toMatchObject({ changes: [], unchanged: [{ about: 'pl-1' }] });
  });
});

describe('a placement that is paused', () => {
  const pause = (wish: object = {}, more: Rows = {}) =>
    pausePlacement.attempt(knownTo(['ap-leader'], { ...rows, ...more }), {
      placement: 'pl-1',
      from: '2026-05-14',
      to: '2026-05-21',
      seen: '1',
      ...wish,
    });

  it('keeps both days, and expects nobody between them', () => {
    expect(brief(savesOf(pause()))).toEqual([
      ['placement', 'pl-1', '1', { pausedFrom: '2026-05-14', pausedTo: '2026-05-21' }],
    ]);
    expect(savesOf(pause({ to: undefined }))[0]?.values).toEqual({ pausedFrom: '2026-05-14', pausedTo: undefined });
  });

  it('is not paused backwards, before its start, over a reported session, or when it has ended', () => {
    expect(problemsOf(pause({ to: '2026-05-13' }))).toEqual([['to', 'The last day of the pause is before its first.']]);
    expect(problemsOf(pause({ from: '2026-01-04' }))).toEqual([['from', 'The placement starts only on Mon 5 Jan.']]);
    expect(problemsOf(pause({ from: '2026-05-12' }, there('2026-05-12')))).toEqual([
      ['from', '1 session then is reported already. Choose other days, or change those marks first.'],
    ]);
    expect(savesOf(pause({ from: '2026-05-13' }, there('2026-05-12')))).toHaveLength(1);
    const ended = { placement: [placement('pl-1', { stage: 'Ended', actualEnd: '2026-05-11' })] };
    expect(problemsOf(pause({}, ended))).toEqual([['placement', 'Only a running placement can be paused.']]);
  });
});

describe('flags (domain.md 10.2)', () => {
  const flag = (values: object) => setFlags.attempt(knownTo(['dsl'], rows), { pupil: 'pu-1', seen: '1', values });

  it('are set by the DSL and the deputy only', () => {
    expect(setFlags.roles).toEqual(['dsl', 'deputy-dsl']);
  });

  it('change only what was said; an empty choice clears', () => {
    expect(savesOf(flag({ socialWorker: 'CP' }))[0]?.values).toEqual({ socialWorker: 'CP' });
    expect(savesOf(flag({ cla: '', riskFlags: [] }))[0]?.values).toEqual({ cla: undefined, riskFlags: [] });
  });

  it('stand in the journal without saying which', () => {
    expect(flag({ riskFlags: ['Exploitation'] })).toMatchObject({ because: 'Flags reviewed by the DSL' });
  });

  it('take no other field and no other value', () => {
    expect(problemsOf(flag({ legalName: 'X' }))).toEqual([['values', 'Unknown: legalName. Leave it out.']]);
    expect(problemsOf(flag({ riskFlags: ['Bored'] }))[0]?.[1]).toContain('Risk flags may hold: Exploitation');
    expect(problemsOf(flag({}))).toEqual([['values', 'There is nothing to change.']]);
  });
});

describe('time', () => {
  it('of a last day is the school’s own', () => {
    expect(momentOf('2026-05-14T22:59:00Z').today).toBe('2026-05-14');
    expect(momentOf('2026-05-14T23:00:00Z').today).toBe('2026-05-15');
  });
});
