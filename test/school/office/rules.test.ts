import { describe, expect, it } from 'vitest';
import { calendarNotLoaded } from '../../../src/school/calendar/calendar-not-loaded.rule.ts';
import { followUpNeedsTwoNumbers } from '../../../src/school/contacts/follow-up-needs-two-numbers.rule.ts';
import { momentOf } from '../../../src/school/moment.ts';
import { roleWaits } from '../../../src/school/office/role-waits.rule.ts';
import { rolesMissing } from '../../../src/school/office/roles-missing.rule.ts';
import { urgentNotAcknowledged } from '../../../src/school/office/urgent-not-acknowledged.rule.ts';
import { pupil, seenBy, staff, tuesday } from '../facts.ts';

describe('term dates', () => {
  const on = (day: string) => {
    const now = momentOf(`${day}T12:00:00Z`);
    return calendarNotLoaded.check(seenBy([], {}, now), now);
  };

  it('are no matter with more than four weeks left', () => expect(on('2026-06-24')).toEqual([]));
  it('…with four weeks left, the next are asked for', () => expect(on('2026-06-25')[0]?.standing).toBe('warning'));
  it('on the last loaded day still hold', () => expect(on('2026-07-23')[0]?.standing).toBe('warning'));
  it('past it block', () => expect(on('2026-07-24')[0]?.standing).toBe('blocked'));
  it('before the first block too', () => expect(on('2025-09-03')[0]?.standing).toBe('blocked'));
  it('where none are loaded block', () => {
    expect(calendarNotLoaded.check(seenBy([], {}, tuesday, []), tuesday)[0]).toMatchObject({ standing: 'blocked' });
  });
});

describe('roles', () => {
  const missing = (roleAssignment: readonly (typeof staff)[number][], day = '2026-05-12') => {
    const now = momentOf(`${day}T12:00:00Z`);
    return rolesMissing.check(seenBy([], { roleAssignment }, now), now).map((finding) => finding.clause);
  };

  it('held by somebody are no matter', () => expect(missing(staff)).toEqual([]));
  it('held by nobody block, each by its clause', () => expect(missing([])).toEqual(['4.4', '4.2', '4.5']));
  it('count on their last day and not on the day after', () => {
    const leaving = staff.map((held) => (held.role === 'dsl' ? { ...held, to: '2026-05-12' } : held));
    expect(missing(leaving)).toEqual([]);
    expect(missing(leaving, '2026-05-13')).toEqual(['4.4']);
  });
});

describe('a role that waits for the head', () => {
  const asked = (more: object = {}) => ({
    key: 'p-new|senco|2026-05-18',
    person: 'p-new',
    personName: 'Sam New',
    role: 'senco',
    from: '2026-05-18',
    state: 'WaitsForHead',
    ...more,
  });
  const found = (row: object) => roleWaits.check(seenBy([], { roleAssignment: [...staff, { ...row }] }), tuesday);
  it('is the head’s to agree or decline', () => {
    expect(found(asked())[0]).toMatchObject({
      clause: '4.2',
      owner: 'head',
      due: '2026-05-18',
      says: { staff: 'Sam New is asked for as SENCO from Mon 18 May: the head agrees or declines (4.2).' },
    });
    expect(found(asked())[0]?.says.outside).not.toContain('Sam');
  });
  it('is no matter once agreed, declined, or over', () => {
    expect(found(asked({ state: 'Active' }))).toEqual([]);
    expect(found(asked({ state: 'Ended' }))).toEqual([]);
    expect(found(asked({ to: '2026-05-11' }))).toEqual([]);
    expect(found(asked({ to: '2026-05-12' }))).toHaveLength(1);
  });
});

describe('an urgent message', () => {
  const card = {
    key: 'dsl-alert|pu-1|2026-05-12|am',
    purpose: 'dsl-alert',
    about: 'pu-1|2026-05-12|am',
    date: '2026-05-12',
    to: 'p-dsl',
    by: 'Chat',
    urgent: true,
    state: 'Sent',
    acknowledgeBy: '2026-05-12T08:30:00Z',
  };
  const found = (message: readonly Readonly<Record<string, unknown>>[], instant: string) => {
    const now = momentOf(instant);
    return urgentNotAcknowledged.check(seenBy([], { pupil: [pupil], message }, now), now);
  };

  it('may wait fourteen minutes', () => expect(found([card], '2026-05-12T08:29:59Z')).toEqual([]));
  it('…at fifteen it is a breach', () => {
    expect(found([card], '2026-05-12T08:30:00Z')[0]).toMatchObject({ clause: '4.4', standing: 'breach', owner: 'dsl' });
  });
  it('passed on stays one finding until the deputy says that he has it', () => {
    const passed = { ...card, key: `${card.key}|deputy-dsl`, to: 'p-deputy', follows: card.key };
    expect(found([card, passed], '2026-05-12T08:40:00Z')).toHaveLength(1);
    expect(found([card, { ...passed, answer: 'Acknowledged' }], '2026-05-12T08:40:00Z')).toEqual([]);
  });
  it('that reached nobody is a breach at once', () => {
    expect(found([{ ...card, state: 'Failed' }], '2026-05-12T08:16:00Z')).toHaveLength(1);
  });
});

describe('telephone numbers for first-day contact', () => {
  const placement = [{ key: 'pl-1', pupil: 'pu-1', stage: 'Active' }];
  const parent = { key: 'pu-1|a', pupil: 'pu-1', mayContact: true, phone1: '01632 960100', phone2: '01632 960101' };
  const found = (contact: readonly Readonly<Record<string, unknown>>[], held = placement) =>
    followUpNeedsTwoNumbers.check(seenBy([], { pupil: [pupil], placement: held, contact }), tuesday);

  it('two of one parent are enough', () => expect(found([parent])).toEqual([]));
  it('one is too few', () => {
    expect(found([{ ...parent, phone2: undefined }])[0]).toMatchObject({ clause: '4.5', standing: 'warning' });
  });
  it('the same one twice is one', () => expect(found([{ ...parent, phone2: '01632960100' }])).toHaveLength(1));
  it('of a barred contact do not count', () => expect(found([{ ...parent, barred: true }])).toHaveLength(1));
  it('are not asked for when the placement has ended', () => {
    expect(found([], [{ key: 'pl-1', pupil: 'pu-1', stage: 'Ended' }])).toEqual([]);
  });
});
