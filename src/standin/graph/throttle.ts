import type { Desk } from './desk.ts';
import { GraphFailure } from './failure.ts';

/** Counts resource units per app and minute, as SharePoint does. */
export interface Throttle {
  /** Takes the units; refuses with 429 when the minute's are spent. Returns the headers to add. */
  spend(appId: string, units: number): Readonly<Record<string, string>>;
  /** While true nothing is counted: the tenant is being furnished. */
  pause(paused: boolean): void;
}

/** A throttle over the machine's clock. */
export function createThrottle(desk: Desk): Throttle {
  const spent = new Map<string, { minute: number; units: number }>();
  let paused = false;
  return {
    pause(value) {
      paused = value;
    },
    spend(appId, units): Readonly<Record<string, string>> {
      if (paused || units === 0) return {};
      const { unitsPerMinute, retryAfterHeader } = desk.settings();
      const seconds = Date.now() / 1000;
      const minute = Math.floor(seconds / 60);
      const held = spent.get(appId);
      const now = held?.minute === minute ? held : { minute, units: 0 };
      spent.set(appId, now);
      now.units += units;
      const reset = String(Math.ceil(60 - (seconds % 60)));
      if (now.units > unitsPerMinute) {
        throw new GraphFailure(429, 'activityLimitReached', 'The request has been throttled.', {
          headers: retryAfterHeader ? { 'Retry-After': reset } : {},
        });
      }
      if (now.units < unitsPerMinute * 0.8) return {};
      return {
        'RateLimit-Limit': String(unitsPerMinute),
        'RateLimit-Remaining': String(unitsPerMinute - now.units),
        'RateLimit-Reset': reset,
      };
    },
  };
}
