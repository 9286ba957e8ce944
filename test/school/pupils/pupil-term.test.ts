import { describe, expect, it } from 'vitest';
import type { Moment } from '../../../src/school/moment.ts';
import { pupilView } from '../../../src/school/pupils/pupil.view.ts';
import { seenBy } from '../facts.ts';
import { page, rows, shown } from './juno.ts';

describe('the picture of a term', () => {
  it('has a square for each session expected so far, with what nobody said', () => {
    const { squares } = shown('ap-leader');
    expect(
      squares.filter((each) => each.date >= '2026-05-01').map(({ date, session, shape }) => [date, session, shape]),
    ).toEqual([
      ['2026-05-05', 'AM', 'late'],
      ['2026-05-11', 'PM', 'unknown'],
      ['2026-05-12', 'AM', 'missing'],
    ]);
    expect(squares.every((each) => each.date >= '2026-04-13')).toBe(true);
  });

  it('says who changed what, and what stood before', () => {
    const late = shown('ap-leader').squares.find((each) => each.date === '2026-05-05');
    expect(late).toMatchObject({
      code: 'B',
      class: 'approved-activity',
      status: 'Late',
      says: 'Tue 5 May AM: Late 09:40, code B',
      changed: { by: 'Robin Example', at: '2026-05-05T08:50:00Z' },
      before: ['Tue 5 May 09:20, Robin Example: Absent, no word, code N'],
      amendReason: 'Bus late',
    });
  });

  it('is of an earlier term when that is asked for, and offers the terms at hand, the latest first', () => {
    const seen = seenBy(['ap-leader'], rows);
    const { terms, term, squares } = shown('ap-leader');
    expect(terms.map(({ label }) => label)).toEqual(['Summer 2026', 'Spring 2026', 'Autumn 2025']);
    expect(term).toBe(terms[0]?.term);
    const spring = pupilView.show(seen, { pupil: 'pu-1', term: terms[1]?.term });
    expect(spring?.squares.some(({ date, code }) => date === '2026-03-24' && code === 'I')).toBe(true);
    expect(spring?.squares.every(({ date }) => date < '2026-04-01')).toBe(true);
    expect(spring?.squares).not.toEqual(squares);
  });

  it('counts the AP sessions of each week that had one', () => {
    expect(shown('ap-leader').weeks.map(({ monday, ap }) => [monday, ap.attended, ap.possible])).toEqual([
      ['2026-04-27', 1, 1],
      ['2026-05-04', 1, 1],
      ['2026-05-11', 0, 1],
    ]);
  });

  it('gives both percentages beside those of the half term before', () => {
    const { shares, apPercent } = shown('ap-leader');
    expect(shares.now).toMatchObject({ name: 'Summer 1', ap: { attended: 2, possible: 3, percent: 66.7 } });
    expect(shares.now?.register).toEqual({ attended: 2, possible: 3, percent: 66.7 });
    expect(shares.before).toMatchObject({ name: 'Spring 2', ap: { attended: 0, possible: 1, percent: 0 } });
    expect(apPercent).toBe(67);
  });

  it('stays with the half term that ran last while there is holiday', () => {
    const easter: Moment = { today: '2026-04-02', time: '09:30', instant: '2026-04-02T08:30:00Z' };
    const holiday = page('ap-leader', [], easter);
    expect(holiday?.shares.now?.name).toBe('Spring 2');
    expect(holiday?.whereNow).toEqual(['Thu 2 Apr, no school: holiday']);
  });
});

describe('the timeline', () => {
  it('is newest first, each with who and the clause', () => {
    expect(shown('dsl').timeline.slice(0, 5)).toEqual([
      { at: '2026-05-12T08:26:00Z', says: 'Rang Social worker: spoke', by: 'Dee Safe', clause: '4.5' },
      { at: '2026-05-12T08:25:00Z', says: 'Rang Parent: Mrs Sparrow: no answer', by: 'Robin Example', clause: '4.5' },
      { at: '2026-05-12T08:21:00Z', says: 'Tue 12 May AM: DSL told', by: 'Robin Example', clause: '4.4' },
      { at: '2026-05-12T08:20:00Z', says: 'Tue 12 May AM: Absent, no word', by: 'Robin Example', clause: '4.5' },
      { at: '2026-05-12T08:20:00Z', says: 'Tue 12 May AM: not located, search begun', clause: '4.5' },
    ]);
  });

  it('ends with the start of the placement', () => {
    expect(shown('dsl').timeline.at(-1)).toEqual({ at: '2026-01-05', says: 'Placement at Hill Farm starts' });
  });
});

describe('the next review (8.3, D7, D8)', () => {
  const due = (startDate: string) => {
    const placement = [{ ...rows.placement?.[0], startDate }];
    return pupilView.show(seenBy(['ap-leader'], { ...rows, placement }), { pupil: 'pu-1' })?.nextReview?.due;
  };

  it('is due by the end of a half term with ten school days left at the start', () => {
    expect(due('2026-05-11')).toBe('2026-05-22');
  });

  it('…with nine left, by the end of the next', () => {
    expect(due('2026-05-12')).toBe('2026-07-22');
  });
});
