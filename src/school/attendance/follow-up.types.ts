import type { Instant, SchoolDay, TimeOfDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';
import type { callResults } from './call.record.ts';

/** One person or place to ask where the pupil is; pressing it logs a call by `record-contact`. */
export interface Step {
  /** `contact` of record-contact: a contact's RecordKey, or on-the-way, school, provider, social-worker … */
  readonly contact: string;
  /** "Parent: Mrs Smith", "Is J.S. on the way?", "Hill Farm". */
  readonly label: string;
  readonly phone?: string;
  /** The last call to them for this follow-up. */
  readonly done?: { readonly result: (typeof callResults)[number]; readonly time: TimeOfDay; readonly by: string };
}

/** One logged call. */
export interface LoggedCall {
  readonly key: string;
  readonly at: Instant;
  readonly time: TimeOfDay;
  readonly who: string;
  readonly result: (typeof callResults)[number];
  readonly note?: string;
  readonly by: string;
}

/** The follow-up of one pupil's absence: whom to ring, who was rung, until when. Only for personal chats and the tab. */
export interface FollowUpCard {
  /** RecordKey of the follow-up; there may be none yet (`state` is then `None`). */
  readonly key: string;
  readonly state: 'None' | 'Open' | 'Located' | 'Closed';
  readonly seen: string | null;
  readonly pupil: string;
  readonly placement?: string;
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
  /** When the pupil was expected. */
  readonly start?: TimeOfDay;
  /** The DSL is to be told of any unexplained absence; never why. */
  readonly flagged: boolean;
  /** When the DSL is told without fail. */
  readonly dslAt?: TimeOfDay;
  readonly dslInformedAt?: Instant;
  /** "DSL at 10:15", "DSL told 09:18". */
  readonly dslSays: string;
  readonly steps: readonly Step[];
  readonly calls: readonly LoggedCall[];
  /** Said when the pupil has fewer than the two numbers that first-day contact needs. */
  readonly numbersSay?: string;
  readonly located?: string;
  readonly locatedSaidBy?: string;
  /** "Not located since 09:15 · DSL told 09:18". */
  readonly says: string;
  /** Whom else the DSL must tell today, such as the social worker. For the DSL's eyes. */
  readonly mustTell?: readonly string[];
}
