import type { SchoolDay } from '../moment.ts';

/** A visit to a provider that is due and not planned in time (P11): counts, and no pupil. */
export interface VisitDueCard {
  readonly provider: string;
  readonly name: string;
  /** "A visit is due by Thu 26 Nov and none is planned: as the last visit asked." */
  readonly says: string;
  readonly state: 'open' | 'done';
  /** Why it comes again: who was asked cannot go. */
  readonly why?: string;
  /** "Last visit Thu 15 Oct, Graham Ashcombe." */
  readonly lastVisit?: string;
  /** What was agreed on visits before and is open: "2 things agreed are open." */
  readonly open?: string;
  /** The planned visit that comes too late: to be moved, with the version seen. */
  readonly late?: { readonly visit: string; readonly seen: string };
  /** What kind of visit stands for it; absent where the form has to ask more, or this person may not plan it. */
  readonly kind?: 'Visit' | 'Online';
  /** A day in time to begin with: the next school day. */
  readonly day?: SchoolDay;
  readonly dueBy: SchoolDay;
  /** Where it may be planned: the first day that can be named. */
  readonly today?: SchoolDay;
  /** Who may be sent, for who may send others. */
  readonly staff: readonly { readonly person: string; readonly name: string }[];
  readonly visitor?: string;
  /** The sites to choose from, where there are several. */
  readonly sites: readonly { readonly site: string; readonly name: string }[];
  /** True for somebody who goes for themselves and can hand it back to the AP leader. */
  readonly mayPassOn: boolean;
}
