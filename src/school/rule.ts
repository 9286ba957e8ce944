import type { SchoolCalendar } from './calendar/school-calendar.ts';
import type { Finding } from './finding.ts';
import type { Moment } from './moment.ts';
import type { PolicyEdition } from './office/policy-edition.ts';
import type { SchoolRecords } from './records.ts';

/** What a rule may look at. */
export interface Facts {
  readonly records: SchoolRecords;
  readonly calendar: SchoolCalendar;
  /** Intervals and thresholds of this school's policy edition. */
  readonly policy: PolicyEdition;
}

/** A clause of the policy, or of the law, as a pure function: what is due, overdue or must not start yet. */
export interface Rule {
  readonly name: string;
  readonly clause: string;
  /** One sentence in the policy's sense. */
  readonly says: string;
  readonly check: (facts: Facts, now: Moment) => readonly Finding[];
}
