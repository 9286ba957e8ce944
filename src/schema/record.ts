import { z } from 'zod';
import type { Field } from './fields.ts';

/** The fields of a record by name, in the order of its form. */
export type Fields = Readonly<Record<string, Field>>;

type ValueOf<X> = X extends Field<infer T> ? T : never;
type Optional<F extends Fields> = { [K in keyof F]: undefined extends ValueOf<F[K]> ? K : never }[keyof F];

/** The value of each field; those that need not be filled in are optional. */
export type ValuesOf<F extends Fields> = { readonly [K in Exclude<keyof F, Optional<F>>]: ValueOf<F[K]> } & {
  readonly [K in Optional<F>]?: ValueOf<F[K]>;
};

/** How long a record is kept (domain.md 6.1); the trust sets the years. */
export type RetentionClass = 'register' | 'pupil-file' | 'provider' | 'governance' | 'app';

/** One kind of record: one SharePoint list, one declaration. */
export interface RecordKind<N extends string = string, F extends Fields = Fields> {
  readonly name: N;
  /** The list's name in SharePoint, e.g. `AP Pupils`. */
  readonly list: string;
  /** Singular, as staff say it. */
  readonly label: string;
  /** What a row is, in a sentence; for the README. */
  readonly says: string;
  readonly fields: F;
  /** What the key is made of; two records with the same key cannot both exist (unique column, case ignored). */
  readonly keyOf: string;
  readonly retention: RetentionClass;
  /** A row of the permission matrix (domain.md 10.2). */
  readonly area: Area;
  /** How the server keeps it in memory: whole, by month of `month`, only what is open, or not at all. */
  readonly mirror: 'whole' | 'monthly' | 'open' | 'none';
  /** Checks the whole record at once, fields together. */
  readonly check: z.ZodType<ValuesOf<F>>;
}

/** Rows of the permission matrix, domain.md 10.2. */
export type Area =
  | 'pupil-core'
  | 'flags'
  | 'attendance'
  | 'follow-up'
  | 'provider'
  | 'placement'
  | 'off-site-direction'
  | 'review'
  | 'part-time'
  | 'flexi'
  | 'incident'
  | 'config'
  | 'export';

/** A record as the app holds it: its values, its key, and the version that a write must name. */
export type Kept<V> = V & {
  /** RecordKey: opaque, lower case, unique in its list. */
  readonly key: string;
  /** ETag of the list item when last read. A write that carries another version is refused. */
  readonly version: string;
  /** The journal entry that last wrote it, absent when a person edited the list by hand. */
  readonly entry?: string;
};

/** The kept record of a kind, for example `RecordOf<typeof placement>`. */
export type RecordOf<R extends RecordKind> = Kept<ValuesOf<R['fields']>>;

/** Declares a record. Everything else (type, columns, check, form, import, README table) follows from this. */
export function record<const N extends string, const F extends Fields>(
  declaration: Omit<RecordKind<N, F>, 'check'>,
): RecordKind<N, F> {
  const shape = Object.fromEntries(Object.entries(declaration.fields).map(([name, field]) => [name, field.check]));
  return { ...declaration, check: z.object(shape) as unknown as z.ZodType<ValuesOf<F>> };
}

/** Joins the parts of a dependent record's key: `pl-abc|2026-11-24|AM`. Lower case, as uniqueness ignores case. */
export function joinKey(...parts: readonly string[]): string {
  return parts.join('|').toLowerCase();
}
