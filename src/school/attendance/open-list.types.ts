import type { SchoolDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';

/** One mark that is not settled, whatever the reason. */
export interface OpenRow {
  readonly placement: string;
  readonly pupil: string;
  readonly date: SchoolDay;
  readonly session: Session;
  /** Version of the mark; `null` when there is none. */
  readonly seen: string | null;
  readonly initials: string;
  readonly name?: string;
  readonly year: string;
  readonly provider: string;
  readonly providerName: string;
  readonly kind: 'not-located' | 'not-reported' | 'n-open' | 'no-code' | 'conflict' | 'in-school';
  readonly status: string;
  readonly code?: string;
  readonly suggestedCode?: string;
  /** Why the code waits for the officer. */
  readonly codeSays?: string;
  /** Last day in time (N: the fifth school day). */
  readonly due?: SchoolDay;
  /** School days left, today's remainder not counted; negative when overdue. */
  readonly daysLeft?: number;
  /** "N · J.S. · Wed 18 Nov PM · 2 school days left". */
  readonly says: string;
}

/** What is still open at 15:30: today's gaps first, then N marks by their last day. */
export interface OpenList {
  readonly date: SchoolDay;
  /** "3 still open", "Nothing is open." */
  readonly says: string;
  readonly notice: string;
  readonly rows: readonly OpenRow[];
}

/** Every unsettled mark of the last year, the nearest deadline first. */
export interface Unsettled {
  readonly says: string;
  readonly rows: readonly OpenRow[];
  readonly may: { readonly settle: boolean };
}
