import { z } from 'zod';
import { action } from '../action.ts';
import { keyInput, lineInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { dayOf } from './provider-use.ts';
import { cancelVisitMeetings, noAppointment } from './visit-meetings.ts';
import { mayWriteVisit, ownVisitors } from './who-visits.ts';

const input = z.strictObject({
  visit: keyInput,
  seen: z.string(),
  why: lineInput.min(1, 'Say why it is cancelled.'),
});

/** A planned visit is not made; it stays in the list with the reason, which everybody invited reads. */
export const cancelVisit = action<z.infer<typeof input>>({
  name: 'cancel-visit',
  says: 'Cancel a planned visit, with the reason; everybody invited is told.',
  input,
  roles: ['ap-leader', ...ownVisitors],
  needs: ['visit', 'provider', 'meeting', 'setting'],
  decide(known, { visit: key, seen, why }) {
    const stands = known.records.visit.get(key);
    const problem = (says: string) => ({ problems: [{ field: 'visit', says }] });
    if (!stands) return problem('There is no such visit.');
    if (!mayWriteVisit(known.by, stands)) {
      return problem('Somebody else makes this visit. Ask the AP leader to cancel it.');
    }
    if (stands.stage === 'Cancelled') {
      const unchanged = [{ about: key, outcome: 'unchanged' as const, version: stands.version }];
      return { changes: [], unchanged, because: 'Cancelled already.', about: key };
    }
    if (stands.stage === 'Done') return problem('This visit was made and is written up: it cannot be cancelled.');
    const values = { stage: 'Cancelled' as const, cancelledBecause: why };
    const gone = cancelVisitMeetings(known, stands, why);
    const off = gone.length > 0 ? noAppointment : {};
    return {
      changes: [{ kind: 'save', record: 'visit', key, seen, values: { ...values, ...off } }, ...gone],
      because: `Visit of ${shortDate(dayOf(stands))} cancelled`,
      about: key,
    };
  },
});
