import type { TenantPerson } from '../school/action.ts';
import type { Change } from '../school/change.ts';
import type { Instant, SchoolDay } from '../school/moment.ts';
import type { RecordName, RecordNamed, SchoolRecords } from '../school/records.ts';

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
  /**
   * Rows straight from the list by one indexed field (or `recordKey`), a thousand at most and without their JSON: what memory
   * does not keep. Throws like `sync`.
   */
  find<N extends RecordName>(record: N, field: string, value: string): Promise<readonly RecordNamed<N>[]>;
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

/** A meeting as it is asked for. Times are the school's wall clock, `2026-12-03T14:00`, right across clock changes. */
export interface NewMeeting {
  /** No two meetings share it: a meeting that stands is found by it. */
  readonly tag: string;
  /** UUID that belongs to the tag. */
  readonly transactionId: string;
  readonly subject: string;
  /** As HTML. */
  readonly body: string;
  readonly start: string;
  readonly end: string;
  readonly place?: string;
  readonly invited: readonly Invited[];
  readonly online: boolean;
  /** True: those invited do not see each other. */
  readonly hideAttendees: boolean;
}

/** Somebody invited, or the mailbox of a room. */
export interface Invited {
  readonly mail: string;
  readonly name: string;
  readonly type: 'required' | 'optional' | 'resource';
}

/** A meeting as it stands in the organiser's calendar. */
export interface HeldMeeting {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly joinUrl?: string;
  /** True of a meeting that repeats, and of one that is part of it. */
  readonly series: boolean;
  readonly answers: readonly {
    readonly mail: string;
    readonly answer: 'None' | 'Accepted' | 'Tentative' | 'Declined';
  }[];
}

/** A meeting that stands; or why not, and whether it may work later. */
export type MeetingStands =
  | { readonly ok: true; readonly meeting: HeldMeeting }
  | { readonly ok: false; readonly again: boolean; readonly says: string };

/** To when a meeting moves, and where; `room` takes the place of the room asked before. */
export interface MeetingMove {
  readonly start: string;
  readonly end: string;
  readonly place?: string;
  readonly room?: Invited | 'none';
}

/** Calendars: the organiser's to write, those of staff and rooms to ask when they are free. */
export interface Diary {
  /** Makes the meeting once: one that stands with the tag is taken for it. Never throws. */
  make(organiser: string, meeting: NewMeeting): Promise<MeetingStands>;
  /** Makes a meeting that somebody else wrote findable by our tag, and changes nothing else of it. Never throws. */
  adopt(organiser: string, id: string, tag: string): Promise<MeetingStands>;
  /** Never throws. */
  move(organiser: string, id: string, to: MeetingMove): Promise<MeetingStands>;
  /** With a message to everybody invited; a meeting that is gone counts as cancelled. Never throws. */
  cancel(organiser: string, id: string, comment: string): Promise<{ readonly ok: boolean; readonly says: string }>;
  find(organiser: string, tag: string): Promise<HeldMeeting | undefined>;
  /** Undefined where it was deleted or cancelled. */
  get(organiser: string, id: string): Promise<HeldMeeting | undefined>;
  /** When mailboxes are taken from a day to another, both included; undefined where nobody can say. */
  busy(
    organiser: string,
    mails: readonly string[],
    from: SchoolDay,
    to: SchoolDay,
  ): Promise<ReadonlyMap<string, readonly { readonly start: string; readonly end: string }[] | undefined>>;
  /** What has changed between two days since the token; without one, all that stands there. */
  changes(
    organiser: string,
    from: SchoolDay,
    to: SchoolDay,
    token?: string,
  ): Promise<{
    readonly meetings: readonly HeldMeeting[];
    /** Ids that left these days: deleted, or only moved away. */
    readonly removed: readonly string[];
    readonly token: string;
  }>;
}

/** A file that stands; or why not, and whether it may work later. */
export type FileStands = { readonly ok: true } | { readonly ok: false; readonly again: boolean; readonly says: string };

/** Documents in the library of a school's site. A path is folders and a name, such as `AP minutes/2026-27/….docx`. */
export interface Files {
  /** Puts a file there, in place of one that has the name; folders that are missing are made. Never throws. */
  keep(path: string, content: Uint8Array, type: string): Promise<FileStands>;
  /** Its content; undefined where there is none. Throws when the library does not answer. */
  read(path: string): Promise<Uint8Array | undefined>;
}

/** One school that this server looks after. */
export interface School {
  readonly key: string;
  readonly store: Store;
  /** Absent where nothing is filed, as at the command line: documents wait for a server. */
  readonly files?: Files;
}

/** Everything the app needs from the world. `server/main.ts` puts it together. */
export interface World {
  readonly schools: () => readonly School[];
  /** Absent where nothing is sent, as at the command line: messages wait for a server. */
  readonly messenger?: Messenger;
  /** Absent where no meeting is made, as at the command line: bookings wait for a server. */
  readonly diary?: Diary;
  /** Where the link in a meeting leads: a review in the app, by its opaque id. */
  readonly reviewLink?: (review: string) => string;
  /** The same for a visit. */
  readonly visitLink?: (visit: string) => string;
  readonly directory: Directory;
  readonly clock: Clock;
  /** This server's own name, for leases. */
  readonly server: string;
}

/** A change that carry-out knows how to do. */
export type Carried = Change;
