import type { TenantPerson } from '../school/action.ts';
import type { Change } from '../school/change.ts';
import type { Instant, SchoolDay } from '../school/moment.ts';
import type { RecordName, RecordNamed, SchoolRecords } from '../school/records.ts';
import type { BusyTime } from '../school/view.ts';

/** One write to a list, as the store carries it out. */
export interface Write {
  readonly record: RecordName;
  readonly key: string;
  readonly values: Readonly<Record<string, unknown>>;
  /** Version to match; `null`: create (a second with the same key is refused by the unique column); `'any'`: create or overwrite. */
  readonly seen: string | null | 'any';
}

/** What became of one write. */
export type Written =
  | { readonly outcome: 'saved'; readonly version: string }
  /** The item already carries this entry's id: an earlier try took effect. */
  | { readonly outcome: 'unchanged'; readonly version: string }
  /** Somebody else's version stands there. */
  | { readonly outcome: 'superseded'; readonly current?: RecordNamed<RecordName> }
  /** Another unique column (such as RegisterKey) already holds the value. */
  | { readonly outcome: 'duplicate'; readonly field: string }
  /** Refused for good: the value itself is wrong. */
  | { readonly outcome: 'refused'; readonly says: string }
  /** Not written yet: throttled, down, or a list was changed by hand; the sentence says what to do. */
  | { readonly outcome: 'later'; readonly says: string };

/** The school's lists, one Store per school. */
export interface Store {
  readonly school: string;
  /** What is known now, from memory. */
  known(): SchoolRecords;
  /** Seconds (machine's clock) since the named lists, or all, were last in step; Infinity before the first time. */
  ageSeconds(names?: readonly RecordName[]): number;
  /** Brings the named lists up to date before a decision. Throws when it cannot; the error's `says` is for staff. */
  sync(names: readonly RecordName[]): Promise<void>;
  /** Writes in batches of 20, each item stamped with the journal entry; results in the order asked. Never throws for a part. */
  write(entry: string, writes: readonly Write[]): Promise<readonly Written[]>;
  /** Rows that could not be read: somebody edited the list by hand. */
  unreadable(): readonly { readonly list: string; readonly id: string; readonly says: string }[];
  /** Resource units spent so far and requests made, for /health. */
  cost(): { readonly requests: number; readonly units: number };
}

/** One card or mail to put in front of a person. */
export interface Delivery {
  readonly school: string;
  readonly message: RecordNamed<'message'>;
}

/** What came of a delivery. */
export type Delivered =
  | { readonly ok: true; readonly conversation: string; readonly activity: string }
  | { readonly ok: false; readonly again: boolean; readonly says: string };

/** Chat and mail. */
export interface Messenger {
  /** Posts the card, or updates it when the message already has an activity. */
  deliver(delivery: Delivery): Promise<Delivered>;
}

/** People of the tenant. */
export interface Directory {
  /** By Entra object id, or by the address the person signs in with. */
  find(id: string): Promise<TenantPerson | undefined>;
}

/** The school's time. Tokens, leases and Retry-After stay on the machine's clock. */
export interface Clock {
  now(): Instant;
  /** Resolves at the instant of school time, or earlier when the clock is moved; then look at `now` again. */
  wakeAt(instant: Instant, signal?: AbortSignal): Promise<void>;
}

/** People's calendars. */
export interface Diary {
  /** Busy times by mailbox (lower case) from a day to a day, both included; a mailbox that cannot be read is missing. */
  freeBusy(
    mailboxes: readonly string[],
    from: SchoolDay,
    to: SchoolDay,
  ): Promise<ReadonlyMap<string, readonly BusyTime[]>>;
}

/** Documents in the school's library (come with reviews). */
export type Files = Record<string, never>;

/** One school that this server looks after. */
export interface School {
  readonly key: string;
  readonly store: Store;
}

/** Everything the app needs from the world. `server/main.ts` puts it together. */
export interface World {
  readonly schools: () => readonly School[];
  /** Absent where nothing is sent, as at the command line: messages wait for a server. */
  readonly messenger?: Messenger;
  readonly directory: Directory;
  /** Absent where nobody's calendar is read, as at the command line. */
  readonly diary?: Diary;
  readonly clock: Clock;
  /** This server's own name, for leases. */
  readonly server: string;
}

/** A change that carry-out knows how to do. */
export type Carried = Change;
