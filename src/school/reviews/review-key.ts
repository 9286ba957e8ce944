import { joinKey } from '../../schema/record.ts';

/** What the calendar makes due by itself: the half-termly review, and the settling one after a late start (D7, D8). */
export const dueParts = ['halfterm', 'settling'] as const;

/** The review that a key names by what makes it due. */
export interface DueReview {
  readonly placement: string;
  /** RecordKey of the half term: of the window, or for a settling review the one in which the placement starts. */
  readonly halfTerm: string;
  readonly part: (typeof dueParts)[number];
}

/**
 * The key of a review that is due by the calendar: `pl-abc|halfterm|2026-11-02|halfterm`. It is made of what makes it due, so
 * that two servers, or two people who book at once, never make two. Other reviews are `re-` and an opaque id.
 */
export function dueReviewKey({ placement, halfTerm, part }: DueReview): string {
  return joinKey(placement, halfTerm, part);
}

/** What a review's key says is due; `undefined` for the key of a review that was called otherwise. */
export function parseReviewKey(key: string): DueReview | undefined {
  const [placement = '', ...rest] = key.split('|');
  const part = dueParts.find((each) => each === rest.at(-1));
  const halfTerm = rest.slice(0, -1).join('|');
  return part && placement !== '' && halfTerm !== '' ? { placement, halfTerm, part } : undefined;
}

/** True for the half-termly review of a placement: the policy's floor, which nothing can go under (8.3). */
export function isFloor(key: string): boolean {
  return parseReviewKey(key)?.part === 'halfterm';
}
