import type { Book, MeetingFor, Move } from '../school/change.ts';
import type { SchoolRecords } from '../school/records.ts';
import { invitationBody } from '../school/reviews/meeting-words.ts';
import { visitInvitation } from '../school/visits/meeting-words.ts';
import type { World } from './ports.ts';

/** The row of the review or visit that a meeting is for, as far as carrying out looks at it. */
export interface MeetingRow {
  readonly record: 'review' | 'visit';
  readonly key: string;
  readonly version: string;
  /** The booking that counts. */
  readonly booking?: string;
  /** `2026-12-03T14:00 2026-12-03T14:45` */
  readonly when: string;
  /** Values of the row when Outlook refuses its meetings for good, beside the reason: no booking stands. */
  readonly unbooked: Readonly<Record<string, unknown>>;
}

/** The key of the review or visit that a change in Outlook is for: changes about one are carried out in order. */
export function keyOf({ review, visit }: MeetingFor): string {
  return review ?? visit;
}

/** The row that a meeting is for; `undefined` where there is none. */
export function meetingRow({ review, visit }: SchoolRecords, of: MeetingFor): MeetingRow | undefined {
  if (of.visit !== undefined) {
    const row = visit.get(of.visit);
    if (!row) return undefined;
    const { key, version, booking, plannedFor: day, start, end } = row;
    const unbooked = { booking: undefined, eventId: undefined };
    return { record: 'visit', key, version, booking, when: whenOf(day, start, end), unbooked };
  }
  const row = review.get(of.review);
  if (!row) return undefined;
  const { key, version, booking, scheduledFor: day, start, end } = row;
  const noDay = { scheduledFor: undefined, start: undefined, end: undefined };
  const unbooked = { stage: 'Planned', booking: undefined, ...noDay, eventId: undefined };
  return { record: 'review', key, version, booking, when: whenOf(day, start, end), unbooked };
}

function whenOf(day?: string, start?: string, end?: string): string {
  return `${day}T${start} ${day}T${end}`;
}

/** When a move goes to, in the words of `when`. */
export function goesTo({ start, end }: Move): string {
  return `${start} ${end}`;
}

/** The text of the invitation for one audience, as HTML. */
export function bodyOf(
  links: Pick<World, 'reviewLink' | 'visitLink'>,
  records: SchoolRecords,
  change: Book,
  audience: Book['meetings'][number]['audience'],
  joinUrl: string | undefined,
): string {
  const { review, visit, statutory } = change;
  if (review !== undefined) {
    return invitationBody({ audience, review, statutory, link: links.reviewLink?.(review), joinUrl });
  }
  const row = records.visit.get(visit);
  return visitInvitation({
    audience,
    visit,
    kind: row?.kind ?? 'Visit',
    announced: row?.announced ?? false,
    link: links.visitLink?.(visit),
    joinUrl,
  });
}
