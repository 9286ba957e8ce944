import type { Instant, SchoolDay, TimeOfDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';
import type { LoggedCall } from './follow-up.types.ts';

/** An urgent word to the DSL about one pupil who is not where they should be. */
export interface DslAlert {
  readonly key: string;
  /** RecordKey of the message that asks to be acknowledged. */
  readonly message: string;
  readonly pupil: string;
  readonly date: SchoolDay;
  readonly session: Session;
  readonly initials: string;
  readonly name?: string;
  readonly year: string;
  readonly provider: {
    readonly key: string;
    readonly name: string;
    readonly contact?: string;
    readonly phone?: string;
  };
  readonly start?: TimeOfDay;
  /** "Absent, no word" or "No answer from the provider". */
  readonly what: string;
  /** Whom to tell today: "Social worker (child protection plan)". Only for roles that may read flags. */
  readonly mustTell: readonly string[];
  readonly calls: readonly LoggedCall[];
  readonly state: 'None' | 'Open' | 'Located' | 'Closed';
  readonly located?: string;
  readonly informedAt?: Instant;
  readonly acknowledgeBy?: Instant;
  readonly acknowledged?: { readonly by: string; readonly at: Instant };
  /** "J.S. Y10 did not arrive at Hill Farm at 09:15. Not located." */
  readonly says: string;
}
