import { missingRoles } from '../roles.ts';
import { anyOf } from '../sentence.ts';
import type { Seen } from '../view.ts';
import type { FirstStep } from './me.types.ts';
import { roleWords } from './role-words.ts';

/**
 * What a new school still has to put in before the first card goes out, in the order it is done; empty when all is there,
 * and for everybody who cannot put it in.
 */
export function firstSteps(seen: Seen): readonly FirstStep[] {
  if (!seen.by.roles.some((role) => role === 'ap-leader' || role === 'head')) return [];
  const { records } = seen;
  const missing = missingRoles(records.roleAssignment, seen.now.today).map((role) => roleWords[role]);
  const people = missing.length === 0 ? 'People and roles' : `People and roles: nobody is ${anyOf(missing)} yet`;
  const steps: readonly FirstStep[] = [
    {
      screen: 'calendar',
      says: 'Term dates, INSET days and bank holidays',
      done: records.calendarEntry.all().length > 0,
    },
    { screen: 'people', says: people, done: missing.length === 0 },
    { screen: 'providers', says: 'Providers, and whom to ring there', done: records.provider.all().length > 0 },
    { screen: 'pupils', says: 'Pupils and their contacts', done: records.pupil.all().length > 0 },
    {
      screen: 'placements',
      says: 'Placements with their weekly sessions, started',
      done: records.placement.all().some(({ stage }) => stage !== 'Draft' && stage !== 'Cancelled'),
    },
    {
      screen: 'people',
      says: 'The channel for the register cards: add the app there in Teams and write “use this channel”',
      done: seen.settings.attendanceChannel !== '',
    },
  ];
  return steps.every(({ done }) => done) ? [] : steps;
}
