import type { z } from 'zod';

/** One thing wrong with what somebody sent: the field's path as a form knows it, and a plain sentence. */
export interface Problem {
  readonly field: string;
  readonly says: string;
}

/** What parsing gives: the value in shape, or every problem found. */
export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problems: Problem[] };

/** Takes something from outside through its check, once. Never throws; problems are sentences by field. */
export function parse<T>(check: z.ZodType<T>, input: unknown): Parsed<T> {
  const result = check.safeParse(input);
  if (result.success) return { ok: true, value: result.data };
  return {
    ok: false,
    problems: result.error.issues.map((issue) => ({ field: issue.path.join('.'), says: sentence(issue) })),
  };
}

function sentence(issue: z.core.$ZodIssue): string {
  const field = issue.path.at(-1);
  if (issue.code === 'unrecognized_keys') return `Unknown: ${issue.keys.join(', ')}. Leave it out.`;
  if (issue.code === 'invalid_type' && issue.message.startsWith('Invalid input')) {
    return `${String(field ?? 'The input')} must be ${article(issue.expected)}.`;
  }
  return issue.message;
}

function article(expected: string): string {
  return /^[aeiou]/.test(expected) ? `an ${expected}` : `a ${expected}`;
}

const datePattern = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True for a real calendar date written `YYYY-MM-DD`. */
export function isSchoolDay(value: string): boolean {
  const match = datePattern.exec(value);
  if (!match) return false;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

/** True for a wall-clock time `HH:MM`, 00:00 to 23:59. */
export function isTimeOfDay(value: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

/** True for an ISO instant with a zone (`Z` or an offset). */
export function isInstant(value: string): boolean {
  return (
    /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
    !Number.isNaN(Date.parse(value))
  );
}
