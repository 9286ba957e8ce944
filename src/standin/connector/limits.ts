import { ConnectorRefusal } from './refusal.ts';

/** At most `operations` in any `seconds`, per conversation, on the machine's clock. */
export interface RateLimit {
  readonly operations: number;
  readonly seconds: number;
}

/** What Teams documents for a bot that sends to or changes one conversation. */
export const TEAMS_LIMITS: readonly RateLimit[] = [
  { operations: 7, seconds: 1 },
  { operations: 8, seconds: 2 },
  { operations: 60, seconds: 30 },
  { operations: 1800, seconds: 3600 },
];

/** Largest message, card included, in bytes counted as UTF-16. */
export const LARGEST_MESSAGE = 100 * 1024;

/** Counts one operation in the conversation; throws 429 with Retry-After when it is one too many. */
export type Gate = (conversation: string) => void;

/** A gate with these limits; none: everything passes. A refused operation does not count. */
export function createGate(limits: readonly RateLimit[]): Gate {
  const passed = new Map<string, number[]>();
  const longest = Math.max(0, ...limits.map((limit) => limit.seconds)) * 1000;
  return (conversation) => {
    const now = Date.now();
    const times = (passed.get(conversation) ?? []).filter((time) => time > now - longest);
    for (const limit of limits) {
      const since = times.filter((time) => time > now - limit.seconds * 1000);
      if (since.length < limit.operations) continue;
      const wait = ((since[0] ?? now) + limit.seconds * 1000 - now) / 1000;
      throw new ConnectorRefusal(429, 'TooManyRequests', 'API calls quota exceeded.', {
        retryAfter: Math.max(1, Math.ceil(wait)),
      });
    }
    passed.set(conversation, [...times, now]);
  };
}

/** Throws 413 when the message is larger than Teams takes. */
export function checkSize(activity: unknown): void {
  if (JSON.stringify(activity).length * 2 > LARGEST_MESSAGE) {
    throw new ConnectorRefusal(413, 'MessageSizeTooBig', 'Message size too large.');
  }
}
