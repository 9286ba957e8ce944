import type { Instant } from '../school/moment.ts';

/** What `/health` says of this server. */
export interface HealthNow {
  readonly ready: boolean;
  /** Seconds since the oldest school was last in step with its lists. */
  readonly mirrorAgeSeconds: number;
  /** When the rounds last ran, in school time. */
  readonly lastRound: Instant | null;
  /** Journal entries not carried out. */
  readonly backlog: number;
  /** Graph requests and resource units since the start. */
  readonly cost: { readonly requests: number; readonly units: number };
}

/** Where the parts of the server note how they are. */
export interface Health {
  now(): HealthNow;
}
