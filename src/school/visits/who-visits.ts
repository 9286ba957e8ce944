import type { SchoolDay } from '../moment.ts';
import { readersOf, rights } from '../rights.ts';
import { assignmentsOn, type Person } from '../roles.ts';
import type { Facts } from '../rule.ts';
import type { Visit } from './visit.record.ts';

/** A member of staff as a form offers them. */
export interface StaffChoice {
  /** Entra object id. */
  readonly person: string;
  readonly name: string;
}

/** Roles that plan and write up the visits that they make themselves (domain.md 10.2, Reviews/QA, own). */
export const ownVisitors = readersOf('review').filter((role) => rights.review[role] === 'own');

/** The staff list: everybody who has to do with reviews or visits on a day, by name. */
export function staffOn(facts: Facts, day: SchoolDay): readonly StaffChoice[] {
  const held = assignmentsOn(facts.records.roleAssignment, day).filter(({ role }) => rights.review[role] !== undefined);
  const byPerson = new Map(held.map(({ person, personName }) => [person, { person, name: personName }]));
  return [...byPerson.values()].toSorted((a, b) => a.name.localeCompare(b.name));
}

/** True for who plans visits for others and writes up any of them. */
export function leadsVisits(by: Person): boolean {
  return by.roles.some((role) => rights.review[role] === 'write');
}

/** True for who may write a visit: the AP leader any, a visitor or tutor the one they make themselves. */
export function mayWriteVisit(by: Person, visit: Pick<Visit, 'visitor'>): boolean {
  return leadsVisits(by) || (visit.visitor === by.id && by.roles.some((role) => ownVisitors.includes(role)));
}

/** True for who may read a visit: all who read reviews, and who goes there. */
export function mayReadVisit(by: Person, visit: Pick<Visit, 'visitor'>): boolean {
  const all = by.roles.some((role) => rights.review[role] === 'read');
  return all || mayWriteVisit(by, visit);
}
