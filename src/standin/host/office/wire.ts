/** What Outlook and the Office.js in the pane say to each other by `postMessage`; the page of Outlook imports it too. */

/** Somebody in a meeting as Office.js gives people: `appointmentResponse` is `none, organizer, tentative, accepted, declined`. */
export interface PersonDetails {
  readonly displayName: string;
  readonly emailAddress: string;
  readonly appointmentResponse: string;
  readonly recipientType: 'user' | 'externalUser' | 'other';
}

/** Text of a meeting; `content` is HTML or plain as `contentType` says. */
export interface MeetingText {
  readonly contentType: 'html' | 'text';
  readonly content: string;
}

/** A meeting that somebody else organises, as it stood when it was opened. Times are instants. */
export interface ReadItem {
  readonly mode: 'read';
  /** Counts the items opened; questions about an earlier one are refused. */
  readonly nth: number;
  /** The id as Exchange's web services write it. */
  readonly itemId: string;
  readonly subject: string;
  readonly start: string;
  readonly end: string;
  readonly location: string;
  readonly sensitivity: string;
  readonly organizer: PersonDetails;
  readonly requiredAttendees: readonly PersonDetails[];
  readonly optionalAttendees: readonly PersonDetails[];
  readonly body: MeetingText;
}

/** A meeting of one's own that is open to be written; what it says is asked for field by field. */
export interface ComposeItem {
  readonly mode: 'compose';
  readonly nth: number;
}

/** What is open in Outlook. */
export type OpenItem = ReadItem | ComposeItem | null;

/** The fields of a meeting being written. */
export type ComposeField =
  | 'subject'
  | 'start'
  | 'end'
  | 'location'
  | 'requiredAttendees'
  | 'optionalAttendees'
  | 'sensitivity'
  | 'organizer'
  | 'body';

/** The colours of Office's theme, as `#rrggbb`. */
export interface ThemeColours {
  readonly bodyBackgroundColor: string;
  readonly bodyForegroundColor: string;
  readonly controlBackgroundColor: string;
  readonly controlForegroundColor: string;
}

/** What Office.js must know before it is ready. */
export interface Start {
  readonly profile: { readonly displayName: string; readonly emailAddress: string; readonly timeZone: string };
  readonly theme: ThemeColours;
  readonly item: OpenItem;
}

/** An error in the shape of Office.js. */
export interface OfficeError {
  readonly name: string;
  readonly message: string;
  readonly code: number;
}

/** What Office.js may ask of Outlook, with what goes along. */
export interface Questions {
  readonly start: undefined;
  readonly get: { readonly nth: number; readonly field: ComposeField };
  readonly set: { readonly nth: number; readonly field: ComposeField; readonly value: unknown };
  /** Saves what is being written; the answer is its id. */
  readonly save: { readonly nth: number };
  readonly itemId: { readonly nth: number };
  /** A message of MSAL's bridge, and its answer. */
  readonly nestedAuth: string;
}

/** From the pane to Outlook. */
export interface Asked {
  readonly office: 'ask';
  readonly id: number;
  readonly what: keyof Questions;
  readonly value: unknown;
}

/** From Outlook to the pane: the answer to a question, or news. */
export type Told =
  | { readonly office: 'answer'; readonly id: number; readonly value?: unknown; readonly error?: OfficeError }
  | { readonly office: 'item'; readonly item: OpenItem }
  | { readonly office: 'theme'; readonly theme: ThemeColours };
