import type { Finding } from '../finding.ts';

/** A finding on the board, with when it matters. */
export interface BoardFinding extends Finding {
  readonly when: 'now' | 'this-week' | 'this-half-term' | 'later';
  /** In the words that this reader may read. */
  readonly text: string;
  /** The clause in plain words; absent for a law. */
  readonly clauseSays?: string;
  /** "J.S. Y10", where it is about one pupil. */
  readonly pupilSays?: string;
  /** Names of the providers concerned: the finding's own, else those where the pupil is placed. */
  readonly providers: readonly string[];
}

/** All that is due, overdue or must not start, cut to the reader's role. */
export interface Board {
  /** "5 findings, 2 now", "Nothing is due." */
  readonly says: string;
  readonly findings: readonly BoardFinding[];
  readonly counts: { readonly now: number; readonly week: number; readonly halfTerm: number; readonly all: number };
}
