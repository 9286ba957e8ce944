import { expect, it } from 'vitest';
import { dueReviewKey, parseReviewKey } from '../../../src/school/reviews/review-key.ts';

const half = 'halfterm|2026-11-02';

it('a review that the calendar makes due has one key for everybody, in lower case', () => {
  expect(dueReviewKey({ placement: 'PL-abc', halfTerm: 'HalfTerm|2026-11-02', part: 'halfterm' })).toBe(
    'pl-abc|halfterm|2026-11-02|halfterm',
  );
});

it.each(['halfterm', 'settling'] as const)('a key of a %s review says its placement and half term', (part) => {
  const due = { placement: 'pl-abc', halfTerm: half, part };
  expect(parseReviewKey(dueReviewKey(due))).toEqual(due);
});

it.each(['re-abcdefgh', 'pl-abc', 'pl-abc|halfterm', '|x|halfterm', 'pl-abc|halfterm|2026-11-02|emergency', ''])(
  '%j is no key of a review that is due by the calendar',
  (key) => {
    expect(parseReviewKey(key)).toBeUndefined();
  },
);
