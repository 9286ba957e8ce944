import type { Instant, SchoolDay, TimeOfDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';
import type { TodayProvider, TodayRow, TodaySession } from './today.view.ts';

/** A row of `today` as a channel may see it: initials and year; no name, flag, follow-up, note or typed reason. */
export type RegisterRow = Omit<TodayRow, 'name' | 'flagged' | 'followUp' | 'note'>;

/** One provider's rows without anybody's telephone number. */
export interface RegisterProvider extends Omit<TodayProvider, 'rows' | 'attendanceContact' | 'attendancePhone'> {
  readonly rows: readonly RegisterRow[];
  /** "4 due 09:15", "Hill Farm is closed". */
  readonly says: string;
  /** True while the provider has expected rows that nobody reported: offer *all arrived*. */
  readonly canAllArrive: boolean;
}

/** What the register card in the channel shows: one round, whole or of one provider. */
export interface Register {
  readonly date: SchoolDay;
  readonly session: Session;
  /** `2026-11-24|am`. */
  readonly round: string;
  /** The provider, when the card shows one only. */
  readonly provider?: string;
  /** "Morning register · Tue 24 Nov". */
  readonly title: string;
  /** "12 pupils at 5 providers". */
  readonly says: string;
  /** Notification text, counts only: "Morning register: 12 to confirm". */
  readonly notice: string;
  readonly time: TimeOfDay;
  readonly state: TodaySession['state'];
  readonly counts: TodaySession['counts'];
  /** True after five school days: counts only, `providers` is empty. */
  readonly folded: boolean;
  readonly providers: readonly RegisterProvider[];
  /** Who saved last, and when. */
  readonly saved?: { readonly by: string; readonly at: Instant };
}
