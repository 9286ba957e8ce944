import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { personInitials } from '../../../src/school/reviews/person-initials.ts';
import { reviewPlan } from '../../../src/school/reviews/review-plan.view.ts';
import { reviewsView } from '../../../src/school/reviews/reviews.view.ts';
import type { BusyTime } from '../../../src/school/view.ts';
import { pupil, type Rows } from '../facts.ts';
import { slot } from '../knowing.ts';
import { booked, held, on, review, started } from './school.ts';

const leader = {
  key: 'p-lead|ap-leader|2025-09-01',
  person: 'p-lead',
  personName: 'Robin Example',
  role: 'ap-leader',
  from: '2025-09-01',
  state: 'Active',
  mail: 'robin@school.example',
};
const school: Rows = {
  pupil: [pupil],
  roleAssignment: [leader],
  provider: [{ key: 'pr-farm', name: 'Hill Farm', type: 'NonSchool', status: 'Approved' }],
  site: [{ key: 'si-farm', provider: 'pr-farm', name: 'The farm', kind: 'Main', inUse: true }],
  scheduleSlot: [
    slot('sl-1', 'pl-1', 'Tuesday', 'AM', { validFrom: '2025-09-04' }),
    slot('sl-2', 'pl-1', 'Thursday', 'AM', { validFrom: '2025-09-04' }),
  ],
};
const free = new Map<string, readonly BusyTime[]>([['robin@school.example', []]]);
const planOn = (day: string, rows: Rows = {}, busy: ReadonlyMap<string, readonly BusyTime[]> | undefined = free) =>
  reviewPlan.show({ ...on(day, { ...school, ...rows }), busy }, {});

describe('the plan of a half term', () => {
  it('gives the review that is due a time in it, where and when the pupil is taught, and says who is asked', () => {
    const plan = planOn('2025-11-04');
    expect(plan.says).toBe('1 review of Autumn 2 with a time');
    expect(plan.troubles).toEqual([]);
    const [row] = plan.rows;
    expect(row?.review).toMatch(/^pl-1\|.*\|halfterm$/);
    expect(row).toMatchObject({ initials: 'J.S.', year: 'Y10', providerName: 'Hill Farm', place: 'Hill Farm' });
    const day = row?.start.slice(0, 10) ?? '';
    expect(day > '2025-11-04' && day <= '2025-12-19').toBe(true);
    expect(['Tue', 'Thu']).toContain(row?.says.slice(0, 3));
    expect(row?.invited).toContain('Robin Example');
    // For the week: who comes, by initials, and the road to the farm and back.
    expect(row?.staff).toEqual([{ id: 'p-lead', initials: 'R.E.', name: 'Robin Example', required: true }]);
    expect(row?.travelMinutes).toBe(20);
  });

  it('keeps to the day that was named at the review before, while it is in time', () => {
    const [free] = planOn('2025-11-04').rows;
    const named = (scheduledFor: string) => {
      const row = { ...review(free?.review ?? '', { stage: 'Planned', scheduledFor }) };
      return planOn('2025-11-04', { review: [row] }).rows[0]?.start.slice(0, 10);
    };
    expect(named('2025-12-02')).toBe('2025-12-02');
    expect(named('2025-12-09')).toBe('2025-12-09');
    expect(named('2026-01-20')).toBe(free?.start.slice(0, 10));
  });

  it('names who need not come and cannot, so that they are not asked, and when everybody is taken otherwise', () => {
    const second = {
      ...leader,
      key: 'second',
      person: 'p-second',
      personName: 'Sam Example',
      mail: 'sam@school.example',
    };
    const days = Array.from({ length: 60 }, (_, n) => new Date(Date.UTC(2025, 10, 4 + n)).toISOString().slice(0, 10));
    const allDay = days.map((day) => ({ day, start: '08:00', end: '18:00' }));
    const calendars = new Map([...free, ['sam@school.example', allDay]]);
    const { rows, busy } = planOn('2025-11-04', { roleAssignment: [leader, second] }, calendars);
    expect(rows.map(({ staff, without }) => [staff.map(({ id }) => id), without])).toEqual([
      [['p-lead'], ['p-second']],
    ]);
    expect(rows[0]?.invited).not.toContain('Sam Example');
    expect(busy[0]).toEqual({ person: 'p-second', start: '2025-11-04T08:00', end: '2025-11-04T18:00' });
    expect(busy.some(({ person }) => person === 'p-lead')).toBe(false);
  });

  it('shows what is booked already beside it, and leaves its people the road from there', () => {
    const other = started('2025-09-04', { key: 'pl-2', pupil: 'pu-2' });
    const standing = booked('2025-12-11', { start: '10:00', end: '10:45', place: 'Hill Farm' });
    const days = Array.from({ length: 20 }, (_, n) => new Date(Date.UTC(2025, 11, 11 + n)).toISOString().slice(0, 10));
    // Free on one morning alone, in which 45 minutes fit before the other review, but not the road to the farm as well.
    const busy = days.map((day) => ({ day, start: day === '2025-12-11' ? '10:45' : '08:00', end: '18:00' }));
    const plan = (place?: string) =>
      planOn(
        '2025-12-10',
        {
          pupil: [pupil, { ...pupil, key: 'pu-2', upn: 'B823432104010' }],
          placement: [started('2025-09-04'), other],
          review: [{ ...standing, place }],
          provider: [{ key: 'pr-farm', name: 'Hill Farm', type: 'OnSite', status: 'Approved' }],
        },
        new Map([['robin@school.example', busy]]),
      );
    expect(plan('Hill Farm').standing).toMatchObject([
      { start: '2025-12-11T10:00', end: '2025-12-11T10:45', year: 'Y10' },
    ]);
    expect(plan().rows.map(({ start }) => start)).toEqual(['2025-12-11T09:00']);
    expect([plan('Hill Farm').rows, plan('Hill Farm').unplaced.length]).toEqual([[], 1]);
  });

  it('names by first and last name alone, whatever stands between', () => {
    expect(['Robin Example', 'Robin de la Example', 'Robin', ''].map(personInitials)).toEqual([
      'R.E.',
      'R.E.',
      'R.',
      '?.',
    ]);
  });

  it('asks for the calendars of staff and rooms from tomorrow on', () => {
    const seen = on('2025-11-04', school);
    expect(
      reviewPlan.calendars?.({ ...seen, settings: { ...seen.settings, reviewRooms: 'Room.12@school.example' } }, {}),
    ).toEqual({
      mailboxes: ['robin@school.example', 'room.12@school.example'],
      from: '2025-11-05',
      to: '2026-01-02',
    });
  });

  it('goes round what stands in the calendar of who must come', () => {
    const mornings = ['2025-11-06', '2025-11-11', '2025-11-13', '2025-11-18', '2025-11-20', '2025-11-25'];
    const full = mornings.map((day) => ({ day, start: '09:00', end: '16:00' }));
    const [row] = planOn('2025-11-04', {}, new Map([['robin@school.example', full]])).rows;
    expect(mornings).not.toContain(row?.start.slice(0, 10));
  });

  it('says why there is no time, and what would free one', () => {
    const days = Array.from({ length: 50 }, (_, n) => new Date(Date.UTC(2025, 10, 5 + n)).toISOString().slice(0, 10));
    const busy = new Map([['robin@school.example', days.map((day) => ({ day, start: '08:00', end: '18:00' }))]]);
    const plan = planOn('2025-11-04', {}, busy);
    expect(plan.rows).toEqual([]);
    expect(plan.says).toBe('0 reviews of Autumn 2 with a time, 1 without');
    expect(plan.unplaced[0]?.because).toContain('Robin Example');
  });

  it('says whose calendar could not be read, and still proposes', () => {
    expect(planOn('2025-11-04', {}, new Map()).troubles).toEqual([
      'The calendar of Robin Example could not be read: ask whether the times suit.',
    ]);
    const none = reviewPlan.show(on('2025-11-04', school), {});
    expect([none.troubles, none.rows.length]).toEqual([
      ['The calendars could not be read: the times know nothing of other meetings.'],
      1,
    ]);
  });

  it.each([
    ['booked', booked('2025-12-04')],
    ['held', held('2025-11-04')],
  ])('leaves out what is %s already', (_, review) => {
    expect(planOn('2025-11-05', { review: [review] }).says).toBe('Every review of Autumn 2 is booked or held');
  });

  it('plans the next half term when it is asked, not the one after', () => {
    const seen = { ...on('2025-11-04', school), busy: free };
    const { halfTerms } = reviewPlan.show(seen, {});
    expect(halfTerms.map(({ name }) => name)).toEqual(['Autumn 2', 'Spring 1']);
    expect(reviewPlan.show(seen, { halfTerm: halfTerms[1]?.key }).halfTerm?.name).toBe('Spring 1');
  });

  it('of a direction leaves six days for the invitation', () => {
    const direction = { placement: [started('2025-09-04', { legalBasis: 'OSD_s29A' })] };
    const [row] = planOn('2025-12-10', direction).rows;
    expect(row?.kindSays).toBe('Of the off-site direction');
    expect(row?.start.slice(0, 10)).toBe('2025-12-16');
    expect(planOn('2025-12-14', direction).rows).toEqual([]);
  });

  it('has a review too that was agreed to at a request, by its own day and with six days for the invitation', () => {
    const direction = [started('2025-09-04', { legalBasis: 'OSD_s29A' })];
    const asked = (more: object = {}) =>
      planOn('2025-11-10', {
        placement: direction,
        review: [
          booked('2025-12-04'),
          review('re-asked', { kind: 'ParentRequested', stage: 'Planned', dueBy: '2025-11-28', ...more }),
        ],
      });
    const [row, ...more] = asked().rows;
    expect([row?.review, row?.kindSays, row?.dueBy, more.length]).toEqual([
      're-asked',
      'Asked for by a parent',
      '2025-11-28',
      0,
    ]);
    const day = row?.start.slice(0, 10) ?? '';
    expect(day >= '2025-11-16' && day <= '2025-11-28').toBe(true);
    expect(asked({ dueBy: '2025-11-09' }).rows).toEqual([]);
    expect(asked({ dueBy: '2026-01-09' }).rows).toEqual([]);
    expect(asked({ stage: 'Cancelled' }).rows).toEqual([]);
    // An emergency review is held on its day, not planned for another.
    expect(asked({ kind: 'Emergency', dueBy: '2025-11-28' }).rows).toEqual([]);
  });

  it('plans a settling review for a start in the short tail of a half term', () => {
    const late = { placement: [started('2025-12-15')] };
    const plan = planOn('2026-01-05', late);
    expect(plan.rows.map(({ kindSays, dueBy }) => [kindSays, dueBy])).toContainEqual(['Settling in', '2026-01-12']);
  });
});

describe('the grid of reviews', () => {
  const gridOn = (day: string, rows: Rows = {}, role: Role = 'ap-leader') => {
    const seen = on(day, { ...school, ...rows });
    return reviewsView.show({ ...seen, by: { ...seen.by, roles: [role] } }, {});
  };
  const states = (...asked: Parameters<typeof gridOn>) => gridOn(...asked).rows[0]?.cells.map(({ state }) => state);

  it('shows held, booked, due, missed and to come for each half term of the school year', () => {
    const review = [held('2025-10-08'), booked('2025-12-04')];
    expect(states('2025-11-10', { review })).toEqual(['held', 'booked', 'coming', 'coming', 'coming', 'coming']);
    expect(states('2025-11-10')).toEqual(['missed', 'due', 'coming', 'coming', 'coming', 'coming']);
  });

  it('is due on the last day in time, and missed the day after', () => {
    expect(states('2025-10-23')?.[0]).toBe('due');
    expect(states('2025-10-24')?.[0]).toBe('missed');
  });

  it('names what waits to be written up first among the booked', () => {
    const { booked: list } = gridOn('2025-12-05', { review: [booked('2025-12-10'), booked('2025-12-04')] });
    expect(list.map(({ day, toWriteUp }) => [day, toWriteUp])).toEqual([
      ['2025-12-04', true],
      ['2025-12-10', false],
    ]);
  });

  it('says of what is booked who of the staff is asked, how far they go, and whether Outlook holds it', () => {
    const invitee = (part: string, personName: string, more = {}) => ({
      key: `re-2025-12-10|${personName}`,
      review: 're-2025-12-10',
      part,
      personName,
      ...more,
    });
    const rows = {
      review: [booked('2025-12-10', { place: 'Hill Farm', eventId: 'ev-1' }), booked('2025-12-11')],
      invitee: [
        invitee('Staff', 'Robin Example', { mail: 'robin@school.example' }),
        invitee('Staff', 'Not Asked'),
        invitee('Parent', 'Mum', { mail: 'mum@home.example' }),
      ],
    };
    const [away, here] = gridOn('2025-12-05', rows).booked;
    expect([away?.staff, away?.travelMinutes, away?.inOutlook]).toEqual([
      [{ initials: 'R.E.', name: 'Robin Example' }],
      20,
      true,
    ]);
    expect([here?.staff, here?.travelMinutes, here?.inOutlook]).toEqual([[], 0, false]);
  });

  it('says whom no invitation reaches and nobody has asked yet, to those who may note it', () => {
    const invitee = (who: string, more: object) => ({
      key: `re-2025-12-10|${who}`,
      review: 're-2025-12-10',
      part: 'Parent',
      personName: who,
      ...more,
    });
    const rows = {
      review: [booked('2025-12-10')],
      invitee: [
        invitee('mum', { note: 'No e-mail address is kept: ring, write or tell.' }),
        invitee('dad', { askedOn: '2025-12-01', askedBy: 'Call' }),
        invitee('aunt', { note: 'Not asked any more.' }),
      ],
    };
    expect(gridOn('2025-12-05', rows).booked[0]?.toAsk).toEqual([
      { who: 'mum', name: 'mum', why: 'No e-mail address is kept: ring, write or tell.' },
    ]);
    expect(gridOn('2025-12-05', rows, 'attendance-officer').booked[0]?.toAsk).toEqual([]);
  });

  it.each([
    ['ap-leader', true, true],
    ['dsl', false, true],
    ['senco', false, false],
  ] as const)('lets %s note a request: %s, call an emergency review: %s', (role, request, emergency) => {
    const { noteRequest, callEmergency } = gridOn('2025-12-05', {}, role).may;
    expect([noteRequest, callEmergency]).toEqual([request, emergency]);
  });

  it('shows a tutor nothing of pupils who are not theirs', () => {
    expect(gridOn('2025-11-10', {}, 'tutor').rows).toEqual([]);
  });
});
