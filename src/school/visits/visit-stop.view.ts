import { z } from 'zod';
import { keyInput } from '../attendance/marks.ts';
import { pupilWords } from '../attendance/pupil-words.ts';
import { shortDate } from '../calendar/dates.ts';
import { readersOf } from '../rights.ts';
import { view } from '../view.ts';
import { dayOf, placementsAt } from './provider-use.ts';
import { stopMessage } from './stop-standing.ts';
import type { VisitStopNotice } from './visits.types.ts';

const reviewWords = {
  Planned: 'planned',
  Booked: 'booked',
  Held: 'held',
  Cancelled: 'cancelled',
  Missed: 'missed',
} as const;

/** What the DSL and the head need when a visit stops a provider: why, and who is there; acknowledged by pressing (8.6). */
export const visitStopView = view({
  name: 'visit-stop',
  says: 'A visit that said stop: why, which pupils are there, and how their emergency reviews stand.',
  params: z.strictObject({ visit: keyInput }),
  roles: readersOf('flags').filter((role) => role !== 'trust-safeguarding'),
  needs: ['visit', 'provider', 'placement', 'pupil', 'review', 'message', 'roleAssignment'],
  show(seen, { visit: key }): VisitStopNotice | undefined {
    const visit = seen.records.visit.get(key);
    const provider = visit && seen.records.provider.get(visit.provider);
    if (!visit || !provider) return undefined;
    const messages = seen.records.message.by('about', key).filter(({ purpose }) => purpose === stopMessage);
    const own = messages.find(({ to }) => to === seen.by.id) ?? messages[0];
    const answered = messages.find(({ answer }) => answer === 'Acknowledged');
    const pupils = placementsAt(seen, provider.key, seen.now.today).map((placement) => {
      const review = seen.records.review
        .by('placement', placement.key)
        .find(({ kind, calledOn }) => kind === 'Emergency' && (calledOn ?? '') >= dayOf(visit));
      const how = review ? `emergency review ${reviewWords[review.stage]}` : 'no emergency review yet';
      return `${pupilWords(seen, placement.pupil)}: ${how}`;
    });
    const [by] = seen.records.roleAssignment.by('person', answered?.answeredBy ?? '');
    return {
      message: own?.key ?? `${stopMessage}|${key}`,
      says: `${provider.name}: the visit on ${shortDate(dayOf(visit))} by ${visit.visitorName} said stop. The provider is suspended.`,
      reasons: visit.judgementReasons ?? '',
      pupils,
      acknowledgeBy: own?.acknowledgeBy,
      acknowledged: answered?.answeredAt ? { by: by?.personName ?? 'somebody', at: answered.answeredAt } : undefined,
      mayAcknowledge: own?.urgent === true,
    };
  },
});
