import { expect, it } from 'vitest';
import sample from '../../adaptive-cards/review-write-up.sample.json' with { type: 'json' };
import { reviewWriteUp } from '../../src/cards/review-write-up.card.ts';

/** Whether the field for the reason stands open. */
const open = (drawing: object) =>
  /"id":"missed","isVisible":(true|false)/.exec(
    JSON.stringify(reviewWriteUp.fill({ ...sample, state: 'waits' }, drawing)),
  )?.[1];

it('whoever noted a review as not held without a reason sees the field for it', () => {
  expect(open({})).toBe('false');
  expect(open({ said: [{ text: 'Say why it was not held.', tone: 'Attention' }] })).toBe('true');
  expect(open({ typed: { notHeld: 'The family was ill.' } })).toBe('true');
});
