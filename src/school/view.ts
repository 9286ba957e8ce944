import type { z } from 'zod';
import { type Parsed, parse } from '../schema/parse.ts';
import type { Moment } from './moment.ts';
import type { SchoolSettings } from './office/policy-edition.ts';
import type { Role } from './office/role-assignment.record.ts';
import type { RecordName } from './records.ts';
import type { Person } from './roles.ts';
import type { Facts } from './rule.ts';

/** All that a view may know. */
export interface Seen extends Facts {
  readonly settings: SchoolSettings;
  readonly now: Moment;
  readonly by: Person;
}

/** Something a person sees: plain data, already cut to what this role may see. */
export interface View<P = unknown, D = unknown> {
  readonly name: string;
  readonly says: string;
  /** Opaque ids and dates only: parameters stand in URLs. */
  readonly params: z.ZodType<P>;
  readonly roles: readonly Role[] | 'anyone';
  readonly needs: readonly RecordName[];
  show(seen: Seen, params: P): D;
}

/** A view as the app holds all of them together: the parameters are checked on the way in. */
export interface AnyView extends Omit<View, 'show'> {
  readonly answer: (seen: Seen, raw: unknown) => Parsed<unknown>;
}

/** Declares a view; keeps the types of its parameters and data. */
export function view<P, D>(declaration: View<P, D>): View<P, D> & AnyView {
  return {
    ...declaration,
    answer(seen, raw) {
      const parsed = parse(declaration.params, raw);
      return parsed.ok ? { ok: true, value: declaration.show(seen, parsed.value) } : parsed;
    },
  };
}
