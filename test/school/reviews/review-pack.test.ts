import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { agendaParts } from '../../../src/school/reviews/review-pack.types.ts';
import { reviewPack } from '../../../src/school/reviews/review-pack.view.ts';
import { mark, pupil, type Rows, seenBy, staff } from '../facts.ts';
import { farm } from '../knowing.ts';
import { held, review, started } from './school.ts';

const rows: Rows = {
  ...farm,
  pupil: [{ ...pupil, socialWorker: 'CP' }],
  placement: [started('2026-01-05', { transport: 'Taxi' })],
  review: [
    held('2026-03-24', { key: 're-0' }),
    review('re-1', {
      stage: 'Booked',
      kind: 'Emergency',
      scheduledFor: '2026-05-12',
      calledOn: '2026-05-11',
      concernReference: 'C-17',
      safe: 'Concern',
      changedByName: 'Jo',
      changedAt: '2026-05-12T08:00:00Z',
    }),
  ],
  contact: [
    { key: 'pu-1|a', pupil: 'pu-1', person: 'a', type: 'Parent', name: 'Parent A', mayAttend: true },
    { key: 'pu-1|b', pupil: 'pu-1', person: 'b', type: 'Parent', name: 'Parent B', mayAttend: true, barred: true },
    { key: 'pu-1|s', pupil: 'pu-1', person: 's', type: 'SocialWorker', name: 'Worker S', mayAttend: true },
  ],
  objective: [
    { key: 'ob-1', placement: 'pl-1', pupil: 'pu-1', text: 'Attends', baseline: '4', target: '9', date: '2026-05-22' },
  ],
  progress: [{ key: 're-0|ob-1', review: 're-0', objective: 'ob-1', progress: 'Partly', note: 'arrives late' }],
  agreedAction: [
    {
      key: 'ac-1',
      agreedAt: 'Review',
      source: 're-0',
      text: 'Ring',
      owner: 'dsl',
      ownerName: 'DSL',
      due: '2026-05-01',
      status: 'Open',
    },
    {
      key: 'ac-2',
      agreedAt: 'Review',
      source: 're-0',
      text: 'Gone',
      owner: 'dsl',
      due: '2026-05-01',
      status: 'Dropped',
    },
  ],
  attendance: [
    mark('2026-03-24', 'AM', { providerStatus: 'AttendedOnTime' }),
    mark('2026-04-28', 'AM', { providerStatus: 'AttendedLate', code: 'L' }),
    mark('2026-05-05', 'AM', { code: 'O' }),
  ],
  followUp: [
    {
      key: 'pu-1|2026-05-05|am',
      pupil: 'pu-1',
      placement: 'pl-1',
      date: '2026-05-05',
      session: 'AM',
      openedAt: '2026-05-05T09:00:00Z',
    },
  ],
  roleAssignment: staff,
};
const packFor = (roles: readonly Role[], ownPupils: readonly string[] = [], more: Rows = {}) => {
  const seen = seenBy(roles, { ...rows, ...more });
  return reviewPack.show({ ...seen, by: { ...seen.by, ownPupils } }, { review: 're-1' });
};
const part = (pack: ReturnType<typeof packFor>, name: string) =>
  pack?.agenda.find((one) => one.part === name)?.says.join(' | ') ?? '';

describe('the pack of a review', () => {
  it('has the agenda of every formal review in twelve parts', () => {
    expect(packFor(['ap-leader'])?.agenda.map((one) => one.part)).toEqual([...agendaParts]);
    expect(agendaParts).toHaveLength(12);
  });

  it('shows attendance since the last review, not before', () => {
    const pack = packFor(['ap-leader']);
    expect(pack?.attendance).toMatchObject({
      says: 'since the review on Tue 24 Mar',
      ap: { attended: 1, possible: 2, percent: 50 },
      late: 1,
      unexplained: 1,
    });
    expect(pack?.attendance?.weeks.map(({ monday }) => monday)).toEqual(['2026-04-27', '2026-05-04']);
    expect(pack?.attendance?.squares.some(({ date }) => date === '2026-03-24')).toBe(false);
  });

  it('shows each objective with its last progress, and the actions of the last review that stand', () => {
    const pack = packFor(['ap-leader']);
    expect(pack?.objectives).toMatchObject([{ objective: 'ob-1', last: 'Partly, on Tue 24 Mar: arrives late' }]);
    expect(pack?.lastActions).toMatchObject([{ text: 'Ring', says: 'Was due Fri 1 May', overdue: true }]);
  });

  it('says where objectives are set while there is none, to whom they are theirs to set, and no more once written up', () => {
    const none = { objective: [] };
    const pack = packFor(['ap-leader'], [], none);
    expect(part(pack, 'learning')).toBe('No objective is set for this placement');
    expect(pack?.noObjectives).toBe(
      'No objective is set for this placement. Add them on the placement’s own page: Placements, Open, Objectives.',
    );
    expect(packFor(['dsl'], [], none)?.noObjectives).toContain('The AP leader adds them on the placement’s own page');
    expect(packFor(['ap-leader'])?.noObjectives).toBeUndefined();
    const written = rows.review?.map((one) => ({ ...one, completedOn: '2026-05-12' }));
    expect(packFor(['ap-leader'], [], { ...none, review: written })?.noObjectives).toBeUndefined();
  });

  it('says who may be asked: no barred parent', () => {
    expect(packFor(['dsl'])?.people.map(({ says }) => says)).toEqual([
      'The pupil, J.S. Y10',
      'Parent: Parent A',
      'Social worker: Worker S',
    ]);
  });

  it.each([
    ['Outlook', 'asked through Outlook on Mon 4 May'],
    ['Mail', 'asked by e-mail on Mon 4 May'],
    ['Call', 'asked by telephone on Mon 4 May'],
    ['InPerson', 'asked in person on Mon 4 May'],
  ])('says how a parent was asked: %s', (askedBy, says) => {
    const asked = {
      key: 're-1|pu-1|a',
      review: 're-1',
      part: 'Parent',
      contact: 'pu-1|a',
      askedBy,
      askedOn: '2026-05-04',
    };
    const pack = packFor(['dsl'], [], { invitee: [asked] });
    expect(pack?.people.find(({ who }) => who === 'pu-1|a')?.asked).toBe(says);
  });

  it('counts one session without a reason as one', () => {
    expect(part(packFor(['ap-leader']), 'safe')).toContain('1 session missed without a reason');
  });

  it('proposes the booked day as the day held, and says by when the next one is', () => {
    const pack = packFor(['ap-leader']);
    expect(pack?.outcome.values.heldOn).toBe('2026-05-12');
    expect(pack?.nextBy?.says).toBe('After this one, the next review is due by Wed 22 Jul (8.3)');
    expect(pack?.changedBy).toBe('Written last by Jo, Tue 12 May 09:00');
  });
});

describe('what a reader does not see', () => {
  it('the officer: no concern, no flag, no social worker; searches are hers', () => {
    const pack = packFor(['attendance-officer']);
    expect(JSON.stringify(pack)).not.toMatch(/C-17|concern|Child protection|Worker S|Emergency/i);
    expect(pack?.outcome.values).not.toHaveProperty('safe');
    expect(part(pack, 'safe')).toContain('Not located on Tue 5 May AM');
    expect(pack?.may).toEqual({ write: false, changePlacement: false, objectives: false });
  });

  it('the DSL reads why it was called', () => {
    expect(part(packFor(['dsl']), 'safe')).toContain('Called after a concern on Mon 11 May, C-17');
    expect(part(packFor(['dsl']), 'services')).toContain('Child protection plan');
  });

  it('a tutor sees own pupils only, and no search', () => {
    expect(packFor(['tutor'])).toBeUndefined();
    const own = packFor(['tutor'], ['pu-1']);
    expect(own?.may.write).toBe(true);
    expect(part(own, 'safe')).not.toContain('Not located');
    expect(JSON.stringify(own)).not.toMatch(/C-17|Child protection|Worker S/);
  });

  it('a governor sees nothing, and an unknown review is nothing', () => {
    expect(packFor(['governor'])).toBeUndefined();
    expect(reviewPack.show(seenBy(['ap-leader'], rows), { review: 're-9' })).toBeUndefined();
  });
});
