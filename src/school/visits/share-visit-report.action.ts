import { z } from 'zod';
import { action } from '../action.ts';
import { dayInput, keyInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { dayOf } from './provider-use.ts';
import { mayWriteVisit, ownVisitors } from './who-visits.ts';

const input = z.strictObject({
  visit: keyInput,
  seen: z.string(),
  /** The day on which the provider had it; absent: today. */
  on: dayInput.optional(),
  how: z.enum(['Mail', 'Letter', 'InPerson', 'Portal'], {
    error: () => 'Say how: by mail, by letter, in person or through a portal.',
  }),
});

/** The provider has the report of a visit: when, and how it was given (clause 8.6). */
export const shareVisitReport = action<z.infer<typeof input>>({
  name: 'share-visit-report',
  says: 'Note that the provider has the report of a visit, since when and how.',
  input,
  roles: ['ap-leader', ...ownVisitors],
  needs: ['visit', 'provider'],
  decide(known, { visit: key, seen, on = known.now.today, how }) {
    const stands = known.records.visit.get(key);
    const problem = (field: string, says: string) => ({ problems: [{ field, says }] });
    if (!stands) return problem('visit', 'There is no such visit.');
    if (!mayWriteVisit(known.by, stands)) return problem('visit', 'Somebody else made this visit. Ask the AP leader.');
    if (stands.stage !== 'Done') return problem('visit', 'Write the visit up first: there is no report yet.');
    if (on > known.now.today) return problem('on', `${shortDate(on)} is still to come. Note it on that day.`);
    if (on < dayOf(stands))
      return problem('on', `The visit was on ${shortDate(dayOf(stands))}: choose that day or later.`);
    if (stands.reportSharedOn === on && stands.reportSharedBy === how) {
      const unchanged = [{ about: key, outcome: 'unchanged' as const, version: stands.version }];
      return { changes: [], unchanged, because: 'Noted already.', about: key };
    }
    const values = { reportSharedOn: on, reportSharedBy: how };
    return {
      changes: [{ kind: 'save', record: 'visit', key, seen, values }],
      because: `Report shared on ${shortDate(on)}`,
      about: key,
    };
  },
});
