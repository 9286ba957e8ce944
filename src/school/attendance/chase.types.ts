import type { SchoolDay, TimeOfDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';
import type { RegisterRow } from './register.types.ts';

/** A provider that has not said who arrived: whom to ring, about whom. For the officer's personal chat. */
export interface ChaseCard {
  readonly date: SchoolDay;
  readonly session: Session;
  readonly round: string;
  readonly provider: {
    readonly key: string;
    readonly name: string;
    readonly contact?: string;
    readonly phone?: string;
  };
  /** Expected pupils whom nobody has reported. */
  readonly rows: readonly RegisterRow[];
  /** `answered`: nothing is left to ask. */
  readonly stage: 'waiting' | 'first' | 'second' | 'escalated' | 'answered';
  readonly start?: TimeOfDay;
  /** "Hill Farm has not said who arrived at 09:15. 4 pupils. AP leader at 10:15." */
  readonly says: string;
}
