import type { RecordName, RecordNamed } from './records.ts';

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

/** What a decision wants done outside. (Booking, moving, cancelling and filing come with reviews.) */
export type Change = Save | Tell | Redraw;

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
