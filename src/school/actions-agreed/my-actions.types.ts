import type { SchoolDay } from '../moment.ts';
import type { AgreedLine } from '../reviews/review-pack.types.ts';

/** One agreed action of the reader's. */
export interface MyAction extends AgreedLine {
  /** "J.S. Y10"; absent where it is about a provider only. */
  readonly about?: string;
  /** "Agreed at the review on Tue 13 Oct". */
  readonly from: string;
}

/** The reader's agreed actions: open ones, overdue first, then those done lately. */
export interface MyActions {
  readonly today: SchoolDay;
  readonly open: readonly MyAction[];
  readonly done: readonly MyAction[];
}
