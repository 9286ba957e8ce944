import { describe, expect, it } from 'vitest';
import { roles } from '../../../src/school/office/role-assignment.record.ts';
import { visitPack } from '../../../src/school/visits/visit-pack.view.ts';
import { visitStopView } from '../../../src/school/visits/visit-stop.view.ts';
import { visitsView } from '../../../src/school/visits/visits.view.ts';
import type { Rows } from '../facts.ts';
import { farm } from '../knowing.ts';
import { knownOn, made, second, visit } from './visiting.ts';

type Role = (typeof roles)[number];
const page = (role: Role, rows: Rows, day = '2026-05-12') => visitsView.show(knownOn(day, rows, [role]), {});
const pack = (role: Role, rows: Rows, key = 'vi-1') =>
  visitPack.show(knownOn('2026-05-12', rows, [role]), { visit: key });
const rows: Rows = {
  visit: [visit(), visit({ key: 'vi-2', visitor: 'p-head', visitorName: 'Sam Head' }), made('2026-01-20')],
  agreedAction: [
    {
      key: 'ac-1',
      source: 'vi-2026-01-20',
      text: 'Mend the gate',
      due: '2026-05-11',
      status: 'Open',
      ownerName: 'Lee',
    },
    { key: 'ac-2', source: 'vi-2026-01-20', text: 'Old', due: '2026-02-11', status: 'Done' },
  ],
};

describe('the visits', () => {
  it('stand by provider in use with the last, the next, who goes and what is open', () => {
    expect(page('ap-leader', rows).providers).toMatchObject([
      {
        name: 'Hill Farm',
        pupils: 1,
        light: 'quiet',
        dueBy: '2026-07-22',
        planned: [
          { mine: true, form: {} },
          { mine: false, form: {} },
        ],
        made: [{ date: '2026-01-20', judgement: 'Good', shared: true }],
        open: [{ action: 'ac-1', overdue: true }],
        newVisit: {},
      },
    ]);
  });

  it('say how each stands in the calendar, who answered what, and which can be put there', () => {
    const stood = (more: object, meeting: readonly object[] = []) => {
      const held = knownOn('2026-05-12', {
        visit: [visit({ plannedFor: '2026-05-14', ...more })],
        meeting: meeting.map((one, nth) => ({ key: `m-${nth}`, visit: 'vi-1', ...one })),
      });
      const from = { ...held, settings: { ...held.settings, organiser: 'reviews@school.example' } };
      const [planned] = visitsView.show(from, {}).providers[0]?.planned ?? [];
      return [planned?.calendar.says, planned?.calendar.lines, planned?.toBook];
    };
    expect(stood({})).toEqual(['No time yet', [], false]);
    expect(stood({ start: '10:00', end: '11:00', notBooked: 'Outlook refuses.' })).toEqual([
      'Not in the calendar',
      ['Outlook refuses.'],
      true,
    ]);
    const time = { start: '10:00', end: '11:00', booking: 'bk-1' };
    expect(stood(time)).toEqual(['On its way to the calendar', [], false]);
    const there = { ...time, eventId: 'ev-1', visitor: undefined, visitorName: 'Ms Trust' };
    expect(stood(there)).toEqual(['In the calendar', ['Ms Trust: Not on the staff list: ring, write or tell.'], false]);
    const answers = [
      { audience: 'Staff', eventId: 'ev-1', response: 'Declined' },
      { audience: 'Provider', eventId: 'ev-2', response: 'Accepted' },
    ];
    expect(stood({ ...time, eventId: 'ev-1' }, answers)).toEqual([
      'Declined',
      expect.arrayContaining([
        'Robin Example has declined: give it to somebody else, or move it.',
        'The provider has accepted.',
      ]),
      false,
    ]);
  });

  it('put what is overdue first, and count what is due', () => {
    const online = { ...Object(farm.placement?.[0]), key: 'pl-9', provider: 'pr-online' };
    const two = { placement: [...(farm.placement ?? []), online], visit: [made('2026-01-20')] };
    const { says, providers } = page('head', two, '2026-02-03');
    expect([says, providers.map(({ name, light }) => [name, light])]).toEqual([
      '1 visit is due',
      [
        ['Brightlane', 'overdue'],
        ['Hill Farm', 'quiet'],
      ],
    ]);
  });

  it('are read whole by who reads reviews, and changed by the AP leader only', () => {
    const [line] = page('dsl', rows).providers;
    expect([line?.planned.length, line?.planned[0]?.form, line?.newVisit]).toEqual([2, undefined, undefined]);
  });

  it('are for a visitor their own, with the form to move them', () => {
    const [line] = page('visitor', rows).providers;
    expect(line?.planned.map(({ visit: key, form }) => [key, form !== undefined])).toEqual([['vi-1', true]]);
    expect(page('visitor', { visit: [visit({ visitor: 'p-head' })] }).providers).toEqual([]);
    expect(line?.newVisit).toBeUndefined();
  });

  it('are no matter for governors, trustees and trust staff', () => {
    const readers = roles.filter((role) => visitsView.roles !== 'anyone' && visitsView.roles.includes(role));
    expect(roles.filter((role) => !readers.includes(role))).toEqual([
      'governor',
      'trustee',
      'trust-safeguarding',
      'trust-send',
      'data-protection',
    ]);
  });
});

describe('the pack of a visit', () => {
  it('holds the questions of its kind, what is open, and the key of the draft for who may write', () => {
    const locked = { ...rows, visit: [visit({ draftKey: 'dk-1' }), made('2026-01-20')] };
    expect(pack('visitor', locked)).toMatchObject({
      provider: 'Hill Farm',
      lastVisit: 'Tue 20 Jan, Robin Example, visit to the site: Good',
      open: [{ action: 'ac-1' }],
      draftKey: 'dk-1',
      mayWrite: true,
    });
    expect(pack('visitor', locked)?.items).toHaveLength(11);
    expect(pack('dsl', locked)).toMatchObject({ draftKey: undefined, mayWrite: false, staff: [] });
    expect(pack('visitor', { visit: [visit({ kind: 'Desktop', site: undefined })] })?.items).toHaveLength(5);
  });

  it('names initials of the pupils that the reader may know, and counts the others', () => {
    const two = { ...rows, placement: [...(farm.placement ?? []), second] };
    expect(pack('ap-leader', two)).toMatchObject({ pupilsInAll: 2 });
    expect(pack('ap-leader', rows)?.pupils).toEqual(['J.S. Y10']);
    expect(pack('visitor', rows)).toMatchObject({ pupils: [], pupilsInAll: 1 });
    expect(JSON.stringify(pack('ap-leader', rows))).not.toContain('Juno');
  });

  it('of somebody else is not a visitor’s', () => {
    expect(pack('visitor', rows, 'vi-2')).toBeUndefined();
  });
});

describe('the word of a stop', () => {
  it('says why, who is there, and how their reviews stand', () => {
    const stop = made('2026-05-12', { key: 'vi-1', judgement: 'Stop', judgementReasons: 'The gate' });
    const known = knownOn(
      '2026-05-12',
      {
        visit: [stop],
        review: [{ key: 're-1', placement: 'pl-1', kind: 'Emergency', stage: 'Planned', calledOn: '2026-05-12' }],
        message: [{ key: 'visit-stop|vi-1', purpose: 'visit-stop', about: 'vi-1', to: 'person-1', urgent: true }],
      },
      ['dsl'],
    );
    expect(visitStopView.show(known, { visit: 'vi-1' })).toMatchObject({
      reasons: 'The gate',
      pupils: ['J.S. Y10: emergency review planned'],
      mayAcknowledge: true,
      acknowledged: undefined,
    });
  });
});
