import type { MeetingText } from '../../office/wire.ts';

/** Somebody asked to a meeting, as Graph gives them. */
export interface GraphAttendee {
  readonly type: string;
  readonly status?: { readonly response?: string; readonly time?: string };
  readonly emailAddress: { readonly name?: string; readonly address: string };
}

/** A meeting in a calendar, as Graph gives it; times are London's. */
export interface OutlookEvent {
  readonly '@odata.etag': string;
  readonly id: string;
  readonly subject: string;
  readonly body: MeetingText;
  readonly start: { readonly dateTime: string };
  readonly end: { readonly dateTime: string };
  readonly location?: { readonly displayName?: string };
  readonly organizer: { readonly emailAddress: { readonly name?: string; readonly address: string } };
  readonly attendees: readonly GraphAttendee[];
  readonly sensitivity: string;
  readonly isOrganizer: boolean;
  readonly isCancelled: boolean;
  /** It stands in the calendar, and nobody asked has been told of it. */
  readonly isDraft: boolean;
  readonly responseRequested: boolean;
  readonly hideAttendees: boolean;
  readonly isOnlineMeeting: boolean;
  readonly responseStatus: { readonly response: string };
}

/** London's time to the minute, of a time of Graph's: `2026-12-03T14:00`. */
export function toMinute({ dateTime }: OutlookEvent['start']): string {
  return dateTime.slice(0, 16);
}
