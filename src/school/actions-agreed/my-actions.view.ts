import { z } from 'zod';
import { pupilWords } from '../attendance/pupil-words.ts';
import { addDays, shortDate } from '../calendar/dates.ts';
import { dayHeld } from '../reviews/reviews-of.ts';
import { type Seen, view } from '../view.ts';
import type { AgreedAction } from './agreed-action.record.ts';
import { agreedLine } from './agreed-line.ts';
import type { MyAction, MyActions } from './my-actions.types.ts';
import { isOwnedBy, ownerRoles } from './owned-by.ts';

/** Calendar days for which an action that is done stays on the screen. */
const staysFor = 14;

/** What was agreed and is the reader's to do, by person or by role (clause 8.6); pupils by initials and year. */
export const myActions = view({
  name: 'my-actions',
  says: 'The agreed actions that are yours, by person or by role, overdue first.',
  params: z.strictObject({}),
  roles: ownerRoles,
  needs: ['agreedAction', 'review', 'pupil'],
  show(seen): MyActions {
    const { today } = seen.now;
    const mine = seen.records.agreedAction
      .all()
      .filter((one) => isOwnedBy(one, seen.by) && isAgreed(seen, one))
      .toSorted((a, b) => a.due.localeCompare(b.due) || a.key.localeCompare(b.key));
    const lines = (status: AgreedAction['status']) =>
      mine.filter((one) => one.status === status).map((one) => lineOf(seen, one));
    const lately = new Set(
      mine.filter(({ completedOn = '' }) => completedOn >= addDays(today, -staysFor)).map(({ key }) => key),
    );
    return { today, open: lines('Open'), done: lines('Done').filter(({ action }) => lately.has(action)) };
  },
});

/** What stands in a review that is still being written up is not agreed yet. */
function isAgreed({ records }: Seen, { agreedAt, source }: AgreedAction): boolean {
  return agreedAt === 'Visit' || records.review.get(source)?.completedOn !== undefined;
}

function lineOf(seen: Seen, held: AgreedAction): MyAction {
  const review = held.agreedAt === 'Review' ? seen.records.review.get(held.source) : undefined;
  const day = review && dayHeld(review);
  const where = held.agreedAt === 'Review' ? 'review' : 'visit';
  return {
    ...agreedLine(held, seen.now.today),
    about: held.pupil === undefined ? undefined : pupilWords(seen, held.pupil),
    from: `Agreed at the ${where}${day ? ` on ${shortDate(day)}` : ''}`,
  };
}
