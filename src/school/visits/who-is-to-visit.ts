import type { SchoolDay } from '../moment.ts';
import { inPlaceOf } from '../office/whom.ts';
import type { Facts } from '../rule.ts';
import { visitsDone } from './provider-use.ts';
import type { Visit } from './visit.record.ts';
import { staffOn } from './who-visits.ts';

/**
 * Whose the next visit to a provider is: who has it planned, else who made the last one, or who stands in for them today;
 * `undefined` where nobody of the staff list was ever there.
 */
export function whoIsToVisit(
  at: Facts & { readonly now: { readonly today: SchoolDay } },
  provider: string,
  planned: Visit | undefined,
): string | undefined {
  const last = planned?.visitor ?? visitsDone(at, provider).find(({ visitor }) => visitor !== undefined)?.visitor;
  const person = last === undefined ? undefined : inPlaceOf(at, last);
  return staffOn(at, at.now.today).some((one) => one.person === person) ? person : undefined;
}

/** True where a person was asked to make the visit that is due by a day, and has said that they cannot. */
export function hasPassedOn(
  { records }: Pick<Facts, 'records'>,
  provider: string,
  dueBy: SchoolDay,
  person: string,
): boolean {
  return records.message
    .by('about', provider)
    .some(
      ({ purpose, to, answer, data }) =>
        purpose === 'visit-due' && to === person && answer === 'Answered' && Object(data).dueBy === dueBy,
    );
}
