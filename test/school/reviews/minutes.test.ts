import { describe, expect, it } from 'vitest';
import type { Block } from '../../../src/school/documents/document-plan.ts';
import { momentOf } from '../../../src/school/moment.ts';
import { minutesFor, minutesPath } from '../../../src/school/reviews/minutes.ts';
import { minuted } from './minuted.ts';

function planOf(more: Readonly<Record<string, unknown>> = {}) {
  const { seen, row } = minuted(more);
  const plan = minutesFor(seen, row);
  if (!plan) throw new Error('There are no minutes.');
  return plan;
}

/** What stands under a heading. */
function under(blocks: readonly Block[], heading: string): readonly Block[] {
  const at = blocks.findIndex((block) => block.kind === 'heading' && block.text === heading);
  const rest = blocks.slice(at + 1);
  const next = rest.findIndex(({ kind }) => kind === 'heading');
  return at < 0 ? [] : rest.slice(0, next < 0 ? undefined : next);
}

describe('the minutes of a review', () => {
  it('say first what it was, where, when, what was decided and when the next is', () => {
    const { title, about } = planOf();
    expect(title).toBe('AP review – J.S. Y10');
    expect(about).toEqual([
      { what: 'Review', says: 'Additional' },
      { what: 'Provider', says: 'Hill Farm' },
      { what: 'Held on', says: 'Tue 12 May 2026' },
      { what: 'Decision', says: 'Vary' },
      { what: 'Next review', says: 'Tue 16 Jun 2026' },
      { what: 'Written up', says: 'Tue 12 May 2026' },
    ]);
  });

  it('say who came and who was asked and did not', () => {
    const { blocks } = planOf();
    expect(under(blocks, 'Present')).toEqual([{ kind: 'points', points: ['The pupil, J.S. Y10'] }]);
    expect(under(blocks, 'Asked and not present')).toEqual([
      { kind: 'points', points: ['Parent: Parent A: asked by letter on Thu 30 Apr'] },
    ]);
  });

  it('follow the agenda: attendance, objectives, everybody’s words by paragraph, the decision and what follows', () => {
    const { blocks } = planOf();
    expect(under(blocks, '2 There?')).toContainEqual({
      kind: 'points',
      points: expect.arrayContaining(['1 of 2 sessions (50%), since the review on Tue 24 Mar']),
    });
    expect(under(blocks, '3 Learning?')).toMatchObject([
      { rows: [['Attends: 9 by Fri 22 May', 'Partly, on Tue 24 Mar: arrives late', 'Met: the register']] },
    ]);
    expect(under(blocks, '4 What the pupil says').map((block) => 'text' in block && block.text)).toEqual([
      'I like the goats.',
      'I want to show my work.',
    ]);
    expect(under(blocks, '5 What the parents say')).toEqual([
      { kind: 'paragraph', text: 'Not there: Rang twice, wrote once.' },
    ]);
    expect(under(blocks, '7 Belonging to school, and what else was said')).toHaveLength(2);
    expect(under(blocks, '11 Decision')).toEqual([{ kind: 'paragraph', text: 'Vary. Ready for more time in school.' }]);
    expect(under(blocks, 'What follows')).toEqual([
      { kind: 'points', points: ['Thu AM back in school from Mon 1 Jun'] },
    ]);
  });

  it('give the actions as a table, what, who and by when, and what became of the last ones', () => {
    const { blocks } = planOf();
    expect(under(blocks, 'Actions')).toMatchObject([
      {
        columns: [{ says: 'What' }, { says: 'Who' }, { says: 'By' }],
        rows: [['Order the taxi', 'Tutor', 'Fri 22 May 2026']],
      },
    ]);
    expect(under(blocks, 'Actions of the last review')).toMatchObject([
      { rows: [['Ring the bus company', 'Tutor', 'Was due Fri 24 Apr']] },
    ]);
  });

  it('hold no name of the pupil, no flag, no concern, and not the answer about safety', () => {
    const text = JSON.stringify(planOf());
    expect(text).not.toMatch(/Sparrow|Worker S|C-17|Emergency|[Cc]hild protection|A concern was noted/);
    expect(under(planOf().blocks, '1 Safe?')).toEqual(under(planOf({ safe: 'Yes' }).blocks, '1 Safe?'));
  });

  it('are the same whoever asks and on whatever later day', () => {
    const { seen, row } = minuted();
    const later = { ...seen, by: { ...seen.by, roles: [] }, now: momentOf('2026-11-24T09:00:00Z') };
    expect(minutesFor(later, row)).toEqual(planOf());
  });

  it('are none of a review that is not written up', () => {
    for (const more of [{ completedOn: undefined }, { stage: 'Booked' }, { stage: 'Missed' }]) {
      const { seen, row } = minuted(more);
      expect(minutesFor(seen, row)).toBeUndefined();
    }
  });
});

describe('the file of the minutes', () => {
  it('is named by initials, year and day, the same each time, in a folder of its school year', () => {
    const { row } = minuted();
    const plan = planOf();
    expect(plan.fileName).toMatch(/^AP review J\.S\. Y10 2026-05-12 [a-z0-9]+\.docx$/);
    expect(minutesPath(row, plan)).toBe(`AP minutes/2025-26/${plan.fileName}`);
    expect(minutesPath({ ...row, heldOn: '2026-09-01' }, plan)).toMatch(/^AP minutes\/2026-27\//);
  });

  it('keeps the name under which it was filed, though the initials are written otherwise now', () => {
    const { row } = minuted({ minutesDocument: 'AP minutes/2025-26/old.docx' });
    expect(minutesPath(row, planOf())).toBe('AP minutes/2025-26/old.docx');
  });
});
