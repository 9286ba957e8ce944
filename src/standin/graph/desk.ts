import type { StandinContext } from '../part.ts';
import { readSettings, type Settings } from './settings.ts';

/** What the routes need: the tenant's state, its clock and its limits. */
export interface Desk {
  readonly context: StandinContext;
  /** Settings in force now. */
  settings(): Settings;
  /** The school's time as Graph writes instants: no fractions of a second. */
  now(): string;
  /** Counts resets; delta tokens of an earlier count are void. */
  generation(): number;
}

/** The desk for a tenant. */
export function openDesk(context: StandinContext): Desk {
  return {
    context,
    settings: () => readSettings(context.state),
    now: () => `${context.clock.now().slice(0, 19)}Z`,
    generation: () => context.state.get<number>('generation') ?? 0,
  };
}
