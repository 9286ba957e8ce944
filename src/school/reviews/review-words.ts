import { choiceInWords } from '../../schema/form.ts';
import { shortDate } from '../calendar/dates.ts';
import { mayRead } from '../rights.ts';
import type { Seen } from '../view.ts';
import { type Review, review as reviewKind } from './review.record.ts';

/** A review's kind in words; that one was called after a concern is for who reads flags. */
export function kindInWords(seen: Seen, { kind, pupil }: Review): string {
  if (kind === 'Emergency' && !mayRead(seen.by, 'flags', pupil)) return 'Additional';
  return choiceInWords(reviewKind.fields.kind, kind);
}

/** When a review is or was: "Booked for Tue 24 Nov, 10:00 to 10:45, online". */
export function whenInWords({ stage, heldOn, scheduledFor, start, end, place, online, dueBy }: Review): string {
  const hours = start && end ? `${start} to ${end}` : undefined;
  const on = (day: string | undefined) => (day ? shortDate(day) : 'a day not noted');
  switch (stage) {
    case 'Held':
      return `Held on ${on(heldOn ?? scheduledFor)}`;
    case 'Booked':
      return [`Booked for ${on(scheduledFor)}`, hours, place, online ? 'online' : undefined].filter(Boolean).join(', ');
    case 'Planned':
      return scheduledFor ? `Planned for ${on(scheduledFor)}, not booked yet` : `Not booked yet, due by ${on(dueBy)}`;
    case 'Cancelled':
      return 'Cancelled';
    case 'Missed':
      return `Not held${scheduledFor ? ` on ${on(scheduledFor)}` : ''}`;
    default: {
      const never: never = stage;
      return never;
    }
  }
}
