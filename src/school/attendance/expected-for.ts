import { shortDate } from '../calendar/dates.ts';
import { closedInWords } from '../calendar/in-words.ts';
import type { SchoolDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';
import type { Facts } from '../rule.ts';
import { type ExpectedSession, placementTrouble, slotsOn } from './expected-sessions.ts';

/** The session of one placement, or the sentence why nobody is expected there. */
export type ExpectedFor = { readonly expected: ExpectedSession } | { readonly trouble: string };

/** Looks up one placement's session, for a mark: refuses weekends, ended or paused placements, pupils off roll, sessions not in the timetable. */
export function expectedFor(facts: Facts, key: string, date: SchoolDay, session: Session): ExpectedFor {
  const placement = facts.records.placement.get(key);
  if (!placement) return { trouble: 'There is no such placement.' };
  const pupil = facts.records.pupil.get(placement.pupil);
  const provider = facts.records.provider.get(placement.provider);
  const trouble = placementTrouble(placement, pupil, date);
  if (trouble || !pupil || !provider)
    return { trouble: trouble ?? 'The provider of this placement is not in the list of providers.' };
  const slot = slotsOn(facts, key, date, session)[0];
  if (!slot) return { trouble: noSlot(facts, date, session) };
  return {
    expected: {
      placement,
      pupil,
      provider,
      site: slot.site ? facts.records.site.get(slot.site) : undefined,
      slot,
      date,
      session,
      start: slot.start,
      end: slot.end,
      expected: true,
    },
  };
}

function noSlot(facts: Facts, date: SchoolDay, session: Session): string {
  const closed = facts.calendar.closed(date, session);
  if (closed)
    return `${shortDate(date)} is not a school session (${closedInWords(closed)}), and the provider expects nobody.`;
  return `This placement has no ${session === 'AM' ? 'morning' : 'afternoon'} session on ${shortDate(date)}.`;
}
