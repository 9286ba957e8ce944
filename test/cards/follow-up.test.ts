import { describe, expect, it } from 'vitest';
import sample from '../../adaptive-cards/follow-up.sample.json' with { type: 'json' };
import { followUp } from '../../src/cards/follow-up.card.ts';
import type { FollowUpCard } from '../../src/school/attendance/follow-up.types.ts';

type Node = Readonly<Record<string, unknown>>;

const data: FollowUpCard = Object(sample);

function nodesOf(node: unknown): readonly Node[] {
  if (Array.isArray(node)) return node.flatMap(nodesOf);
  if (typeof node !== 'object' || node === null) return [];
  const held: Node = { ...node };
  return [held, ...Object.values(held).flatMap(nodesOf)];
}

const titled = (card: unknown, type: string) =>
  nodesOf(card).flatMap((node) => (node.type === type ? [String(node.title)] : []));
const stepIds = (card: unknown) => nodesOf(card).filter((node) => String(node.id).startsWith('step:'));

describe('the follow-up card', () => {
  it('opens the first step that nobody has tried and folds the others to a line each', () => {
    const card = followUp.fill(data);
    expect(stepIds(card).map(({ id, isVisible }) => [id, isVisible])).toEqual([
      ['step:on-the-way', true],
      ['step:school', false],
      ['step:co-1', false],
      ['step:provider', false],
    ]);
    expect(titled(card, 'Action.ToggleVisibility')).toEqual([
      '2. At school?',
      '✓ 3. Parent: Mrs Lark · 09:25 no answer',
      '4. Provider again',
      'Found: say where',
    ]);
  });

  it('goes on to the next step when one is done', () => {
    const done = { result: 'NotThere', time: '09:30', by: 'R. Pike' } as const;
    const steps = data.steps.map((step) => (step.contact === 'on-the-way' ? { ...step, done } : step));
    const open = stepIds(followUp.fill({ ...data, steps })).filter(({ isVisible }) => isVisible);
    expect(open.map(({ id }) => id)).toEqual(['step:school']);
  });

  it('says for a screen reader whom each press is about', () => {
    const tips = nodesOf(followUp.fill(data)).flatMap((node) =>
      node.verb === 'record-contact' ? [String(node.tooltip)] : [],
    );
    expect(tips).toContain('Parent: Mrs Lark: no answer');
    expect(tips).toContain('On the way?: not there');
    expect(new Set(tips).size).toBe(tips.length);
  });

  it('keeps what was typed about the place open', () => {
    const found = (card: unknown) => nodesOf(card).find(({ id }) => id === 'found');
    expect(found(followUp.fill(data))?.isVisible).toBe(false);
    expect(found(followUp.fill(data, { typed: { where: 'At the nurse' } }))?.isVisible).toBe(true);
  });

  it('has no steps and no inputs left once the pupil is located', () => {
    const card = followUp.fill({ ...data, state: 'Located', says: 'Located: at home' });
    expect(titled(card, 'Action.Execute')).toEqual(['Refresh']);
    expect(nodesOf(card).filter(({ type }) => String(type).startsWith('Input.'))).toEqual([]);
  });
});
