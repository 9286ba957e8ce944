import type { Known } from '../action.ts';
import type { Change } from '../change.ts';
import type { Provider } from '../providers/provider.record.ts';
import { visitedNoMore } from './put-in-calendar.ts';
import type { Visit } from './visit.record.ts';
import { bookVisit, cancelVisitMeetings, noAppointment } from './visit-meetings.ts';

/**
 * The appointments of visits to come follow what they are for: those to a provider that is not used any more are cancelled with
 * the visit; when another mailbox organises, they are cancelled in the old one and made anew.
 */
export function visitsFollow(known: Known): readonly Change[] {
  return known.records.visit
    .all()
    .filter(({ stage, plannedFor }) => stage === 'Planned' && (plannedFor ?? '') >= known.now.today)
    .flatMap((visit) => {
      const provider = known.records.provider.get(visit.provider);
      return provider && visit.eventId !== undefined ? follow(known, provider, visit) : [];
    });
}

function follow(known: Known, provider: Provider, visit: Visit): readonly Change[] {
  const { key, version: seen, plannedFor = '', start = '', end = '' } = visit;
  const over = visitedNoMore(known, provider, plannedFor, known.now.today);
  if (over !== undefined) {
    const values = { stage: 'Cancelled' as const, cancelledBecause: over, ...noAppointment };
    return [
      { kind: 'save', record: 'visit', key, seen, values },
      ...cancelVisitMeetings(known, visit, 'The provider is not used any more.'),
    ];
  }
  const { organiser } = known.settings;
  const held = known.records.meeting.by('visit', key).find(({ audience }) => audience === 'Staff')?.organiser;
  if (organiser === '' || held === undefined || held === organiser) return [];
  const slot = { start: `${plannedFor}T${start}`, end: `${plannedFor}T${end}` };
  const { values, book } = bookVisit(known, provider, { ...visit, ...slot });
  const comment = 'Another mailbox organises this visit; a new invitation follows.';
  const anew = book.meetings.map(({ audience }) => audience);
  return [
    { kind: 'save', record: 'visit', key, seen, values },
    ...cancelVisitMeetings(known, visit, comment, anew),
    book,
  ];
}
