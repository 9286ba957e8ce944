import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { cards } from '../../src/cards/cards.ts';
import { planPlace } from '../../src/school/office/tab-link.ts';

const folder = path.resolve(import.meta.dirname, '../../adaptive-cards');
const todayUrl = 'https://teams.microsoft.com/l/entity/an-app/today';

/** Title and place of the link of a card, filled with its sample and what a test changes in it. */
function linkOf(name: string, more: object) {
  const sample: object = JSON.parse(readFileSync(path.join(folder, `${name}.sample.json`), 'utf8'));
  const filled = cards[name]?.fill({ ...sample, ...more }, { todayUrl });
  const actions: readonly Record<string, string>[] = Object(filled).actions;
  const link = actions.find(({ type }) => type === 'Action.OpenUrl');
  if (!link) return undefined;
  const at = new URL(link.url ?? '');
  return [link.title, at.origin + at.pathname, Object(JSON.parse(at.searchParams.get('context') ?? '{}')).subEntityId];
}

describe('the link of a card about one record leads to it in the tab', () => {
  it.each([
    ['review-soon', 'Open its pack', { review: 're-one' }, 'reviews/re-one'],
    ['review-write-up', 'Open the form', { review: 're-one' }, 'reviews/re-one'],
    ['statutory-invite', 'Open the review', { review: 're-one' }, 'reviews/re-one'],
    ['visit-due', 'Open the visit', { late: { visit: 'vi-one', seen: '1' } }, 'visits/vi-one'],
    ['visit-due', 'Open visits', { late: undefined }, 'visits'],
    ['review-planner', 'Open the plan', { mayBook: true }, `reviews/${planPlace}`],
    ['review-planner', 'Open the plan', { mayBook: false }, 'reviews'],
  ])('%s: %s', (name, title, more, place) => {
    expect(linkOf(name, more)).toEqual([title, todayUrl, place]);
  });

  it.each(['review-soon', 'review-write-up', 'statutory-invite', 'visit-due', 'review-planner'])(
    '%s has none where the address of the tab is not known',
    (name) => {
      const sample: object = JSON.parse(readFileSync(path.join(folder, `${name}.sample.json`), 'utf8'));
      expect(JSON.stringify(cards[name]?.fill(sample, {}))).not.toContain('Action.OpenUrl');
    },
  );
});
