import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import { pupil as pupilKind } from '../../../src/school/pupils/pupil.record.ts';
import { pupilView } from '../../../src/school/pupils/pupil.view.ts';
import { whatChanged } from '../../../src/school/what-changed.ts';
import { pupil, type Rows, seenBy } from '../facts.ts';

const school: Rows = { pupil: [pupil] };

describe('what people did', () => {
  const entry = (action: string, because: string, at: string, more: object = {}) => ({
    key: `je-${action}`,
    version: '1',
    action,
    state: 'Done' as const,
    by: 'p-1',
    byName: 'Robin Example',
    at,
    because,
    about: 'pu-1',
    ...more,
  });
  const past = [
    entry('set-flags', 'Flags reviewed by the DSL', '2026-05-11T10:00:00Z'),
    entry('correct-pupil', 'Pupil corrected: tutor group', '2026-05-11T09:00:00Z'),
    entry('approve-placement', 'Placement at Hill Farm approved by the head', '2026-05-11T08:00:00Z'),
    entry('note-review-request', 'Request for a review received on Mon 11 May', '2026-05-11T07:00:00Z'),
    entry('note-in-school', 'Tue 12 May AM: in school after all', '2026-05-11T06:30:00Z'),
    entry('settle-code', '1 codes settled', '2026-05-11T06:00:00Z'),
    entry('save-contact', 'Contact added', '2026-05-11T05:00:00Z', { state: 'Refused' }),
  ];
  const told = (role: Role) => {
    const seen = { ...seenBy([role], school), past };
    return pupilView.show(seen, { pupil: 'pu-1' })?.timeline.filter(({ by }) => by === 'Robin Example');
  };

  it('stands in the timeline with who and the clause; what a mark tells already and what was refused do not', () => {
    expect(told('ap-leader')).toEqual([
      { at: '2026-05-11T10:00:00Z', says: 'Flags reviewed by the DSL', by: 'Robin Example', clause: '4.4' },
      { at: '2026-05-11T09:00:00Z', says: 'Pupil corrected: tutor group', by: 'Robin Example' },
      {
        at: '2026-05-11T08:00:00Z',
        says: 'Placement at Hill Farm approved by the head',
        by: 'Robin Example',
        clause: '4.2',
      },
      {
        at: '2026-05-11T07:00:00Z',
        says: 'Request for a review received on Mon 11 May',
        by: 'Robin Example',
        clause: '6.2',
      },
      { at: '2026-05-11T06:30:00Z', says: 'Tue 12 May AM: in school after all', by: 'Robin Example', clause: '4.5' },
    ]);
  });

  it('keeps from each role what 10.2 keeps: no flags and no directions for the officer', () => {
    expect(told('attendance-officer')?.map(({ says }) => says)).toEqual([
      'Pupil corrected: tutor group',
      'Placement at Hill Farm approved by the head',
      'Tue 12 May AM: in school after all',
    ]);
  });

  it('says that it is missing while Microsoft 365 does not answer', () => {
    expect(pupilView.show(seenBy(['ap-leader'], school), { pupil: 'pu-1' })?.timelineSays).toMatch(/Microsoft 365/);
    const seen = { ...seenBy(['ap-leader'], school), past: [] };
    expect(pupilView.show(seen, { pupil: 'pu-1' })?.timelineSays).toBeUndefined();
  });

  it('is asked for with the entries that last wrote the pupil and what hangs on them, and by nobody else', () => {
    const rows = { ...school, pupil: [{ ...pupil, entry: 'je-import' }] };
    expect(pupilView.past?.(seenBy(['ap-leader'], rows), { pupil: 'pu-1' })).toEqual({
      about: 'pu-1',
      entries: ['je-import'],
    });
    expect(pupilView.past?.(seenBy(['governor'], rows), { pupil: 'pu-1' })).toBeUndefined();
  });
});

describe('what a correction changes', () => {
  it('is told by labels and without values; what is the same is left out', () => {
    const values = { tutorGroup: '10C', upn: 'Y801200012345', year: '10', preferredName: '' };
    expect(whatChanged(pupilKind, { ...pupil, tutorGroup: '10B' }, values)).toBe('tutor group, UPN');
  });
});
