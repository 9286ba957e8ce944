import { describe, expect, it } from 'vitest';
import type { Rule } from '../../../src/school/rule.ts';
import { homeVisitAlone } from '../../../src/school/visits/home-visit-alone.rule.ts';
import { visitContent } from '../../../src/school/visits/visit-content.rule.ts';
import { visitIsDue } from '../../../src/school/visits/visit-due.rule.ts';
import { visitFollowUp } from '../../../src/school/visits/visit-follow-up.rule.ts';
import { visitStop } from '../../../src/school/visits/visit-stop.rule.ts';
import type { Rows } from '../facts.ts';
import { farm, knownTo } from '../knowing.ts';
import { knownOn, made, second, visit } from './visiting.ts';

const find = (rule: Rule, day: string, rows: Rows = {}) => {
  const known = knownOn(day, rows);
  return rule.check(known, known.now);
};
const short = (rule: Rule, day: string, rows: Rows = {}) =>
  find(rule, day, rows).map(({ standing, due, says }) => [standing, due, says.staff]);

describe('a visit is due (8.1)', () => {
  it('is not spoken of eleven school days before, is from the tenth, presses from the third, is missed the day after', () => {
    // Non-school from 5 January: the first visit is due by Mon 2 February.
    expect(short(visitIsDue, '2026-01-16')).toEqual([]);
    expect(short(visitIsDue, '2026-01-19')[0]?.slice(0, 2)).toEqual(['warning', '2026-02-02']);
    expect(short(visitIsDue, '2026-01-27')[0]?.[0]).toBe('warning');
    expect(short(visitIsDue, '2026-01-28')[0]?.[0]).toBe('due');
    expect(short(visitIsDue, '2026-02-02')[0]?.[0]).toBe('due');
    expect(short(visitIsDue, '2026-02-03')).toEqual([
      [
        'breach',
        '2026-02-02',
        'Hill Farm: a visit was due by Mon 2 Feb and none is planned: the first visit to a provider that is no school comes within four school weeks (8.1).',
      ],
    ]);
  });

  it('names what it looked at and the press', () => {
    expect(find(visitIsDue, '2026-01-28')[0]).toMatchObject({
      clause: '8.1',
      area: 'review',
      evidence: [
        { what: 'Last visit', held: 'none' },
        { what: 'Time', held: '3 school days left' },
      ],
      putRight: { action: 'plan-visit', input: { provider: 'pr-farm' } },
      says: { outside: expect.not.stringContaining('Hill Farm') },
    });
  });

  it('is nothing while one is planned in time, and says so of one that is planned too late', () => {
    expect(short(visitIsDue, '2026-01-28', { visit: [visit({ plannedFor: '2026-02-02' })] })).toEqual([]);
    expect(short(visitIsDue, '2026-01-28', { visit: [visit({ plannedFor: '2026-02-03' })] })[0]?.[2]).toContain(
      'is due by Mon 2 Feb and is planned only for Tue 3 Feb',
    );
  });

  it('is spoken of at once when the one that is planned was moved past its due day, however early it is', () => {
    // Due by Mon 2 February; on 13 January more than ten school days are left.
    const planned = (plannedFor: string) => short(visitIsDue, '2026-01-13', { visit: [visit({ plannedFor })] });
    expect(planned('2026-02-02')).toEqual([]);
    expect(planned('2026-02-03')[0]).toEqual([
      'warning',
      '2026-02-02',
      expect.stringContaining('is planned only for Tue 3 Feb'),
    ]);
  });

  it('has to be given to somebody else when who was to go declines the appointment that stands', () => {
    const answered = (response: string, more: object = {}) => ({
      visit: [visit({ plannedFor: '2026-01-20', eventId: 'ev-1', ...more })],
      meeting: [{ key: 'vi-1|staff', visit: 'vi-1', audience: 'Staff', eventId: 'ev-1', response }],
    });
    expect(find(visitIsDue, '2026-01-20', answered('Declined'))).toMatchObject([
      { standing: 'due', due: '2026-01-20', putRight: { action: 'plan-visit', input: { visit: 'vi-1' } } },
    ]);
    for (const rows of [answered('Tentative'), answered('Declined', { eventId: undefined })]) {
      expect(short(visitIsDue, '2026-01-20', rows)).toEqual([]);
    }
  });

  it('is not met by a call, which is named, nor by a visit that was cancelled', () => {
    const call = made('2026-01-20', { kind: 'Phone' });
    const [finding] = find(visitIsDue, '2026-02-03', { visit: [call, visit({ stage: 'Cancelled' })] });
    expect(finding?.evidence).toContainEqual({ what: 'Without going there', held: 'Tue 20 Jan', record: call.key });
    expect(short(visitIsDue, '2026-02-03', { visit: [made('2026-01-20')] })).toEqual([]);
  });

  it('is met by a meeting online where there is no site to go to', () => {
    const online = [{ ...Object(farm.placement?.[0]), provider: 'pr-online' }];
    const met = made('2026-01-20', { provider: 'pr-online', kind: 'Online' });
    expect(short(visitIsDue, '2026-02-03', { placement: online })).toHaveLength(1);
    expect(short(visitIsDue, '2026-02-03', { placement: online, visit: [met] })).toEqual([]);
  });

  it('comes sooner where the last visitor named a day', () => {
    const named = made('2026-01-20', { nextDue: '2026-02-06' });
    expect(short(visitIsDue, '2026-02-09', { visit: [named] })[0]?.[2]).toContain('as the last visit asked');
  });

  it('is not asked where nobody is placed any more', () => {
    const ended = [{ ...Object(farm.placement?.[0]), stage: 'Ended', actualEnd: '2026-01-30' }];
    expect(short(visitIsDue, '2026-02-03', { placement: ended })).toEqual([]);
  });

  it('waits to be written up from the day after', () => {
    const planned = { visit: [made('2026-01-12'), visit({ plannedFor: '2026-02-02' })] };
    expect(short(visitIsDue, '2026-02-02', planned)).toEqual([]);
    expect(short(visitIsDue, '2026-02-03', planned)).toEqual([
      [
        'due',
        '2026-02-03',
        'Hill Farm: the visit planned for Mon 2 Feb is to be written up, moved or cancelled (8.1).',
      ],
    ]);
  });

  it('says which term dates to load', () => {
    const known = knownTo(['ap-leader'], farm, undefined, []);
    const rows = { ...known, records: knownOn('2026-05-12', {}).records };
    expect(visitIsDue.check(rows, rows.now)[0]?.says.staff).toContain('cannot be computed');
  });
});

describe('what a visit looks at (8.4)', () => {
  it('is nothing where every question is answered', () => {
    expect(find(visitContent, '2026-05-12', { visit: [made('2026-05-11')] })).toEqual([]);
  });

  it('is a breach where one is open, or a note is missing beside it', () => {
    const open = { visit: [made('2026-05-11', { lessons: undefined, parents: 'No', parentsNote: ' ' })] };
    expect(short(visitContent, '2026-05-12', open)).toEqual([
      ['breach', '2026-05-11', 'Hill Farm: the visit on Mon 11 May leaves 2 of its questions open (8.4).'],
    ]);
    expect(find(visitContent, '2026-05-12', open)[0]?.evidence.map(({ what }) => what)).toEqual([
      'Did you speak to parents?',
      'Did you watch lessons?',
      'Judgement',
    ]);
  });

  it('asks by telephone only what can be heard', () => {
    const call = { kind: 'Phone', lessons: undefined, work: undefined, unstructured: undefined, premises: undefined };
    expect(find(visitContent, '2026-05-12', { visit: [made('2026-05-11', call)] })).toEqual([]);
  });
});

describe('a visit to a home (8.5)', () => {
  it('must not start without a note on lone working', () => {
    const home = { kind: 'HomeVisit' };
    expect(find(homeVisitAlone, '2026-05-12', { visit: [visit(home)] })[0]).toMatchObject({
      standing: 'blocked',
      putRight: { action: 'plan-visit' },
    });
    expect(find(homeVisitAlone, '2026-05-13', { visit: [visit(home)] })).toEqual([]);
    expect(find(homeVisitAlone, '2026-05-12', { visit: [visit({ ...home, loneWorking: 'Rings at 11' })] })).toEqual([]);
  });
});

describe('what a visit found is followed up (8.6)', () => {
  const action = (due: string, status = 'Open') => ({
    key: 'ac-1',
    agreedAt: 'Visit',
    source: 'vi-2026-05-11',
    provider: 'pr-farm',
    text: 'Mend the gate',
    owner: 'p-ap-leader',
    due,
    status,
  });

  it('shares the report by the fifth school day after', () => {
    const rows = { visit: [made('2026-05-11', { reportSharedOn: undefined })] };
    expect(short(visitFollowUp, '2026-05-18', rows)[0]?.slice(0, 2)).toEqual(['due', '2026-05-18']);
    expect(short(visitFollowUp, '2026-05-19', rows)).toEqual([
      [
        'breach',
        '2026-05-18',
        'Hill Farm: the report of the visit on Mon 11 May was to be shared with the provider by Mon 18 May (8.6).',
      ],
    ]);
  });

  it('speaks of an action two days before, and misses it the day after', () => {
    const rows = (status?: string) => ({ visit: [made('2026-05-11')], agreedAction: [action('2026-05-20', status)] });
    expect(short(visitFollowUp, '2026-05-17', rows())).toEqual([]);
    expect(short(visitFollowUp, '2026-05-18', rows())[0]?.[0]).toBe('due');
    expect(short(visitFollowUp, '2026-05-20', rows())[0]?.[0]).toBe('due');
    expect(short(visitFollowUp, '2026-05-21', rows())[0]?.[0]).toBe('breach');
    expect(short(visitFollowUp, '2026-05-21', rows('Done'))).toEqual([]);
  });

  it('wants an action of every concern', () => {
    const visits = [made('2026-05-11', { judgement: 'Concerns' })];
    expect(short(visitFollowUp, '2026-05-12', { visit: visits })[0]?.[2]).toContain('nothing was agreed');
    expect(find(visitFollowUp, '2026-05-12', { visit: visits, agreedAction: [action('2026-06-12')] })).toEqual([]);
    expect(find(visitFollowUp, '2026-05-12', { visit: [made('2026-05-11', { judgement: 'Acceptable' })] })).toEqual([]);
  });
});

describe('after a visit that says stop (8.6)', () => {
  const stop = made('2026-05-11', { judgement: 'Stop' });
  const told = { key: 'm', purpose: 'visit-stop', about: 'vi-2026-05-11', to: 'p-dsl' };
  const suspended = [{ ...Object(farm.provider?.[0]), status: 'Suspended' }];
  const review = (placement: string, calledOn: string) => ({
    key: `re-${placement}`,
    placement,
    kind: 'Emergency',
    stage: 'Planned',
    calledOn,
  });

  it('every placement is reviewed, the provider suspended, the DSL told', () => {
    const rows = { visit: [stop], placement: [...(farm.placement ?? []), second] };
    const [finding] = find(visitStop, '2026-05-12', rows);
    expect(finding?.says.staff).toBe(
      'Hill Farm: the visit on Mon 11 May said stop, and 2 placements have no emergency review, the provider is not suspended, the DSL has not been told (8.6).',
    );
    expect(finding?.putRight).toMatchObject({ action: 'act-on-stop', input: { visit: 'vi-2026-05-11' } });
  });

  it('a review of the day before does not count, one of the day does', () => {
    const rows = (calledOn: string) => ({
      visit: [stop],
      provider: suspended,
      message: [told],
      review: [review('pl-1', calledOn)],
    });
    expect(find(visitStop, '2026-05-12', rows('2026-05-10'))).toHaveLength(1);
    expect(find(visitStop, '2026-05-12', rows('2026-05-11'))).toEqual([]);
  });

  it('stands until the provider is judged again', () => {
    expect(find(visitStop, '2026-05-13', { visit: [stop, made('2026-05-13')] })).toEqual([]);
  });
});
