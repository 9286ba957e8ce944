import type { SchoolDay, TimeOfDay } from '../moment.ts';
import type { Role } from './role-assignment.record.ts';

/** A navigation entry of the shell. */
export const entries = [
  'today',
  'unsettled',
  'board',
  'reviews',
  'actions',
  'pupils',
  'placements',
  'providers',
  'visits',
  'calendar',
  'sheets',
  'import',
  'people',
  'settings',
  'about',
] as const;
/** A navigation entry of the shell. */
export type Entry = (typeof entries)[number];

/** One thing a new school puts in before the first card goes out. */
export interface FirstStep {
  /** The screen where it is done. */
  readonly screen: Entry;
  readonly says: string;
  readonly done: boolean;
}

/** Who asks, in which roles, and what the shell needs. */
export interface Me {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly covers: readonly { readonly role: Role; readonly for: string }[];
  readonly school: { readonly name: string; readonly shortName: string };
  readonly day: SchoolDay;
  /** "Tue 24 Nov, week A, Autumn 2, day 17 of 35". */
  readonly says: string;
  readonly time: TimeOfDay;
  readonly troubles: readonly string[];
  /** What a new school still has to put in; empty once all is there, and for who cannot put it in. */
  readonly firstSteps: readonly FirstStep[];
  /** Navigation entries this person has, the first one to land on. */
  readonly entries: readonly Entry[];
  readonly counts: { readonly unsettled: number; readonly board: number };
}
