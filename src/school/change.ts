import type { RecordName, RecordNamed } from './records.ts';
import type { audiences } from './reviews/meeting.record.ts';

/** The values of a record without what the store adds. */
export type ValuesNamed<N extends RecordName> = Omit<RecordNamed<N>, 'key' | 'version' | 'entry'>;

/** Write one record. */
export type Save = {
  [N in RecordName]: {
    readonly kind: 'save';
    readonly record: N;
    readonly key: string;
    /** Only the values that change; `undefined` clears a value. For a new record all required ones. */
    readonly values: Partial<ValuesNamed<N>>;
    /**
     * The version the person saw: a write to another version is superseded. `null`: there must be no such record yet
     * (the unique key refuses a second). `'any'`: whatever stands there (rounds' own bookkeeping).
     */
    readonly seen: string | null | 'any';
    /** When the save meets a second row with the same RegisterKey, save it again with these values instead (a conflict). */
    readonly onRegisterConflict?: Partial<ValuesNamed<N>>;
  };
}[RecordName];

/** Tell somebody: one message, sent once per key. The bot or mail carries it. */
export interface Tell {
  readonly kind: 'tell';
  /** Key of the message record; the same key is never sent twice, it updates the card that stands. */
  readonly key: string;
  readonly purpose: string;
  /** `channel` (the attendance channel) or an Entra object id. */
  readonly to: string;
  readonly by: 'Chat' | 'Channel' | 'Mail';
  /** Name of the card in `cards/`, which asks its view with these parameters when it is drawn. */
  readonly card: string;
  readonly data: Readonly<Record<string, string>>;
  readonly about?: string;
  readonly round?: string;
  readonly urgent?: boolean;
  /** Instant by which an urgent card must be acknowledged. */
  readonly acknowledgeBy?: string;
  readonly follows?: string;
}

/** Draw a card again that was sent before: its content has changed. Nothing happens when it was never sent. */
export interface Redraw {
  readonly kind: 'redraw';
  readonly message: string;
}

/** One of the meetings of a review or a visit, by whom it is for. */
export type Audience = (typeof audiences)[number];

/** What a meeting is for, by its key: the review of a placement, or the visit to a provider. */
export type MeetingFor =
  | { readonly review: string; readonly visit?: undefined }
  | { readonly visit: string; readonly review?: undefined };

/**
 * Make the meetings of a review or a visit in Outlook, one for each audience. It is done once, and only while the row names
 * this booking: one that was moved, cancelled or booked by somebody else meanwhile is left alone.
 */
export type Book = MeetingFor & {
  readonly kind: 'book';
  /** `bk-` and an opaque id, new for each booking; the row of the review or visit names the one that counts. */
  readonly booking: string;
  /** Mailbox in whose calendar the meetings stand. */
  readonly organiser: string;
  /** A review: initials and year only. A visit: the provider, and no pupil. */
  readonly subject: string;
  /** The school's wall clock, `2026-12-03T14:00`. */
  readonly start: string;
  readonly end: string;
  readonly place?: string;
  /** Mailbox of the room; the staff's meeting asks for it. */
  readonly room?: string;
  /** True: the staff's meeting is an online one, the others carry its link. */
  readonly online: boolean;
  /** True for a statutory review of a direction: the invitation says more. Never for a visit. */
  readonly statutory: boolean;
  /** Id of a meeting that stands in the organiser's calendar already: it becomes the staff's, and none is made for them. */
  readonly stands?: string;
  /** Entra object ids of staff and the persons behind contacts, so that nobody is booked twice at one time. */
  readonly people: readonly string[];
  readonly meetings: readonly {
    readonly audience: Audience;
    readonly invited: readonly { readonly name: string; readonly mail: string; readonly required: boolean }[];
  }[];
};

/** Move meetings that stand. Done only while the row of the review or visit says this booking, day and time. */
export type Move = MeetingFor & {
  readonly kind: 'move';
  readonly booking: string;
  readonly organiser: string;
  readonly start: string;
  readonly end: string;
  readonly place?: string;
  readonly room?: string;
  readonly meetings: readonly { readonly audience: Audience; readonly eventId: string }[];
};

/** Cancel the meetings of a booking, with a message to everybody invited; also those that were still being made. */
export type Cancel = MeetingFor & {
  readonly kind: 'cancel';
  readonly booking: string;
  readonly organiser: string;
  readonly comment: string;
  readonly meetings: readonly { readonly audience: Audience; readonly eventId?: string }[];
};

/** What is done in Outlook. */
export type MeetingChange = Book | Move | Cancel;

/**
 * Make a document of what stands once all else of the entry is written, and file it in the library of the school's site. Done
 * again it takes the place of the one that was filed: there is never a second.
 */
export interface FileDocument {
  readonly kind: 'file';
  readonly document: 'minutes';
  /** The review whose minutes they are; its row then says where they are filed. */
  readonly review: string;
}

/** What a decision wants done outside. */
export type Change = Save | Tell | Redraw | MeetingChange | FileDocument;

/** What became of one change: the record it was about, and who stood in the way when it was superseded. */
export interface ChangeResult {
  readonly about: string;
  readonly outcome: 'saved' | 'unchanged' | 'superseded';
  /** Name of who saved before, and when (instant). */
  readonly by?: string;
  readonly at?: string;
  /** The new version, for the next write. */
  readonly version?: string;
}
