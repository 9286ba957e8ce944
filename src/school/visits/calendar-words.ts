import type { Meeting } from '../reviews/meeting.record.ts';
import type { Facts } from '../rule.ts';
import { askedToVisit } from './asked-to-visit.ts';
import type { Visit } from './visit.record.ts';

/** How a planned visit stands in Outlook, in a word and in sentences. */
export interface VisitInCalendar {
  readonly state: 'in' | 'accepted' | 'tentative' | 'declined' | 'waits' | 'out' | 'no time';
  /** "In the calendar". */
  readonly says: string;
  /** Answers, and who is to be rung, written to or told. */
  readonly lines: readonly string[];
}

const answered = {
  None: { state: 'in', says: 'In the calendar' },
  Accepted: { state: 'accepted', says: 'Accepted' },
  Tentative: { state: 'tentative', says: 'Perhaps' },
  Declined: { state: 'declined', says: 'Declined' },
} as const satisfies Readonly<Record<NonNullable<Meeting['response']>, Omit<VisitInCalendar, 'lines'>>>;

/** How a planned visit stands in Outlook on a day: there with the answers, on its way, or not there and why (clause 8.1). */
export function visitInCalendar(facts: Facts, visit: Visit, today: string): VisitInCalendar {
  const { eventId, booking, start, notBooked } = visit;
  const lines = notBooked ? [notBooked] : [];
  if (!start) return { state: 'no time', says: 'No time yet', lines };
  if (booking === undefined) return { state: 'out', says: 'Not in the calendar', lines };
  if (eventId === undefined) return { state: 'waits', says: 'On its way to the calendar', lines };
  const answer = visitorsAnswer(facts, visit);
  return { ...answered[answer], lines: [...lines, ...visitorSays(visit, answer), ...others(facts, visit, today)] };
}

/** What who goes there has answered to the appointment; none where none stands. */
export function visitorsAnswer({ records }: Facts, { key }: Visit): NonNullable<Meeting['response']> {
  return records.meeting.by('visit', key).find(({ audience }) => audience === 'Staff')?.response ?? 'None';
}

function visitorSays({ visitorName }: Visit, answer: NonNullable<Meeting['response']>): readonly string[] {
  if (answer === 'Declined') return [`${visitorName} has declined: give it to somebody else, or move it.`];
  return answer === 'Accepted' ? [`${visitorName} has accepted.`] : [];
}

const provided = {
  None: 'The provider is invited.',
  Accepted: 'The provider has accepted.',
  Tentative: 'The provider may not be able to.',
  Declined: 'The provider has declined: ring, and move it if need be.',
} as const;

/** The provider's answer where it is invited; and who has to be told by other ways. */
function others(facts: Facts, visit: Visit, today: string): readonly string[] {
  const provider = facts.records.provider.get(visit.provider);
  const theirs = facts.records.meeting
    .by('visit', visit.key)
    .find(({ audience, eventId }) => audience === 'Provider' && eventId !== undefined);
  const { toTell } = provider ? askedToVisit(facts, provider, visit, today) : { toTell: [] };
  return [
    ...(theirs ? [provided[theirs.response ?? 'None']] : []),
    ...toTell.map(({ name, why }) => `${name}: ${why}`),
  ];
}
