import type { BotAnswer } from '../wire.ts';

/** How a press ended, in words for the person; `trouble` undefined: it went well. */
export interface Outcome {
  readonly trouble?: string;
  /** What the bot said instead of a new card. */
  readonly says?: string;
}

/** Reads the bot's answer to a press as Teams does. */
export function outcomeOf({ status, body }: BotAnswer): Outcome {
  const answer: Record<string, unknown> = Object(body);
  const inner = Number(answer.statusCode ?? status);
  if (status === 200 && inner < 300) {
    return answer.type === 'application/vnd.microsoft.activity.message' ? { says: String(answer.value) } : {};
  }
  const value: Record<string, unknown> = Object(answer.value);
  const error: Record<string, unknown> = Object(answer.error);
  const reason = [answer.message, value.message, error.message].find((word) => typeof word === 'string' && word !== '');
  return { trouble: reason === undefined ? `(${status === 200 ? inner : status})` : String(reason) };
}
