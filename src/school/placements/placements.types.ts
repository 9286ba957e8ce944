import type { Form, FormOption } from '../../schema/form.ts';
import type { SchoolDay } from '../moment.ts';
import type { ObjectiveLine } from '../reviews/objective-lines.ts';
import type { Placement } from './placement.record.ts';
import type { ScheduleSlot } from './schedule-slot.record.ts';

/** One weekly session as it is changed: what `change-sessions` takes. */
export type WeeklySession = Pick<ScheduleSlot, 'day' | 'session' | 'weekPattern' | 'place' | 'site' | 'start' | 'end'>;

/** A placement as this reader may see it. */
export interface PlacementLine {
  readonly placement: string;
  /** Version of the placement, for corrections. */
  readonly seen: string;
  readonly pupil: string;
  /** Name, or initials where the reader may not read names; with the year. */
  readonly who: string;
  /** The legal name where the pupil is called otherwise: it is searched, too. */
  readonly legalName?: string;
  readonly providerName: string;
  readonly stage: Placement['stage'];
  /** "Active", "Paused until Fri 4 Dec", "Waits to start". */
  readonly stageSays: string;
  readonly from: SchoolDay;
  readonly to?: SchoolDay;
  /** Why the pupil is there; not for who reads the timetable only. */
  readonly legalBasis?: string;
  readonly week: readonly (WeeklySession & { readonly validFrom: SchoolDay; readonly validTo?: SchoolDay })[];
  /** What keeps it from starting, each with its clause; empty once it has started. */
  readonly waitsFor: readonly string[];
  /** Sites of the provider that are in use. */
  readonly sites: readonly FormOption[];
  /** What is aimed at there; absent for who may not read reviews of this pupil. */
  readonly objectives?: readonly ObjectiveLine[];
  /** For who may correct it. */
  readonly form?: Form;
  readonly may: {
    readonly change: boolean;
    readonly approve: boolean;
    readonly start: boolean;
    readonly pause: boolean;
    readonly end: boolean;
    /** Objectives: to add while the placement is not over; to correct and close at any time. */
    readonly addObjective: boolean;
    readonly correctObjectives: boolean;
  };
}

/** All placements this reader may see: those that wait to start first, then running, paused, ended. */
export interface Placements {
  readonly placements: readonly PlacementLine[];
  /** For a placement that is not in the list yet; only for who may write one. */
  readonly newPlacement?: Form;
  /** For an objective of any of them; only for who may write one. */
  readonly newObjective?: Form;
  /** Reasons for ending, as the form offers them. */
  readonly endReasons: readonly FormOption[];
}
