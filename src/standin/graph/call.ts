import type { AppCaller } from '../part.ts';
import { isRow } from '../state/rows.ts';
import { invalid } from './failure.ts';

/** One request to Graph, or one part of a `$batch`. */
export interface Call {
  readonly method: string;
  /** Path below the version, as sent. */
  readonly path: string;
  /** Path below the version cut at the slashes and decoded; path addresses such as `host:/sites/x` are one segment. */
  readonly segments: readonly string[];
  /** The values of the route's `{…}`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly caller: AppCaller;
  /** `http://host:port/v1.0` as the client addressed it; links in answers begin with it. */
  readonly root: string;
}

/** An answer before it is put on the wire. `bytes` is file content, `body` JSON. */
export interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly bytes?: Buffer;
}

/** One path and method of Graph. `units` is its cost in SharePoint's resource units, 0 for mail, calendar and people. */
export interface Route {
  readonly method: string;
  /** Shaped like the URL: `/sites/{site}/lists/{list}`. */
  readonly path: string;
  readonly units: number | ((call: Call) => number);
  answer(call: Call): Answer;
}

/** The value of a `{name}` in the route's path. */
export function param(call: Call, name: string): string {
  return call.params[name] ?? '';
}

/** The JSON object in the body; refuses anything else. */
export function jsonBody(call: Call): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(call.body.toString('utf8'));
  } catch {
    throw new SyntaxRefused();
  }
  if (!isRow(value)) throw new SyntaxRefused();
  return { ...value };
}

/** A query option by name, with or without the dollar sign, whatever the case. */
export function option(call: Call, name: string): string | undefined {
  const wanted = name.toLowerCase();
  for (const [key, value] of call.query) {
    if (key.toLowerCase().replace(/^\$/, '') === wanted) return value;
  }
  return undefined;
}

/** `$top` as a number; refuses what is not between 1 and `most`. */
export function top(call: Call, usual: number, most: number): number {
  const asked = option(call, 'top');
  if (asked === undefined) return usual;
  const count = /^\d+$/.test(asked) ? Number(asked) : 0;
  if (count < 1 || count > most) throw invalid(`Invalid value '${asked}' for $top: it must be between 1 and ${most}.`);
  return count;
}

/** Refuses query options that this route does not take; Graph would ignore some of them, which hides mistakes. */
export function refuseOptions(call: Call, ...names: string[]): void {
  for (const name of names) {
    if (option(call, name) !== undefined) throw invalid(`The query option '$${name}' is not supported here.`);
  }
}

/** JSON that cannot be read. */
export class SyntaxRefused extends Error {}
