import { describe, expect, it } from 'vitest';
import { buildCalendar } from '../../../src/school/calendar/build-calendar.ts';
import { policyFrom } from '../../../src/school/office/policy-edition.ts';
import { type ProviderUse, visitDue } from '../../../src/school/visits/visit-due.ts';
import { derbyshire } from '../derbyshire.ts';

const calendar = buildCalendar(derbyshire);
const due = (use: Partial<ProviderUse>, today: string, on = calendar) =>
  visitDue(on, { type: 'FECollege', from: '2026-01-05', visits: [], ...use }, today, policyFrom({}));

describe('D15: the visit to a provider in use', () => {
  it('is due once a term, by its last school day', () => {
    expect(due({}, '2026-01-05')).toEqual({ dueBy: '2026-03-27', because: 'each term' });
    expect(due({ visits: ['2026-03-27'] }, '2026-03-27')).toBeUndefined();
    expect(due({ visits: ['2026-03-27'] }, '2026-04-13')).toEqual({ dueBy: '2026-07-22', because: 'each term' });
  });

  it('is due by the last day of use where that comes before', () => {
    expect(due({ to: '2026-03-06' }, '2026-02-23')).toEqual({ dueBy: '2026-03-06', because: 'each term' });
    expect(due({ to: '2026-03-06' }, '2026-03-09')).toBeUndefined();
  });

  it('to a non-school comes first within four school weeks of the first start', () => {
    expect(due({ type: 'NonSchool' }, '2026-01-05')).toEqual({ dueBy: '2026-02-02', because: 'first visit' });
    expect(due({ type: 'NonSchool', visits: ['2026-01-20'] }, '2026-01-20')).toBeUndefined();
  });

  it('before the first start is no visit to its pupils', () => {
    expect(due({ visits: ['2026-01-02'] }, '2026-01-05')).toEqual({ dueBy: '2026-03-27', because: 'each term' });
  });

  it('comes sooner by an interval of its own, and never later', () => {
    const visits = ['2026-01-20'];
    expect(due({ visits, everyDays: 28 }, '2026-01-21')).toEqual({ dueBy: '2026-02-17', because: 'interval' });
    expect(due({ visits: [], everyDays: 200 }, '2026-01-21')).toMatchObject({ because: 'each term' });
  });

  it('says which term dates to load', () => {
    expect(due({}, '2026-01-05', buildCalendar([]))).toMatchObject({ notLoaded: true });
    expect(due({ from: '2026-07-13', type: 'WorkBased' }, '2026-07-13')).toMatchObject({ notLoaded: true });
  });
});
