import { shortDate } from '../calendar/dates.ts';
import type { SchoolDay } from '../moment.ts';
import type { AgreedLine } from '../reviews/review-pack.types.ts';
import type { AgreedAction } from './agreed-action.record.ts';

/** An agreed action as a line: what, who, by when, and how it stands on a day. */
export function agreedLine(held: AgreedAction, today: SchoolDay): AgreedLine {
  const done = held.status === 'Done';
  const overdue = !done && held.due < today;
  return {
    action: held.key,
    seen: held.version,
    text: held.text,
    owner: held.owner,
    ownerName: held.ownerName ?? 'Somebody',
    due: held.due,
    status: done ? 'Done' : 'Open',
    says: done ? doneSays(held) : `${overdue ? 'Was due' : 'Due'} ${shortDate(held.due)}`,
    overdue,
  };
}

function doneSays({ completedOn, evidence }: AgreedAction): string {
  const on = completedOn ? `Done on ${shortDate(completedOn)}` : 'Done';
  return evidence ? `${on}: ${evidence}` : on;
}
