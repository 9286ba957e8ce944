import type { Area } from '../schema/record.ts';
import type { SchoolDay } from './moment.ts';
import type { Role } from './office/role-assignment.record.ts';

/** How bad: broken now, due, worth knowing, or a thing that must not start yet. */
export type Standing = 'breach' | 'due' | 'warning' | 'blocked';

/** One thing a rule looked at: what it is, and what it held. Never a pupil's name. */
export interface Evidence {
  readonly what: string;
  readonly held: string;
  /** RecordKey of the record looked at. */
  readonly record?: string;
}

/** What is the matter, by which clause, about which record, and how to put it right. */
export interface Finding {
  /** Clause of the policy, such as `4.5`, or law, such as `reg 10`. */
  readonly clause: string;
  /** Name of the rule that found it. */
  readonly rule: string;
  /** True where the law goes further than the policy's text (domain.md 4). */
  readonly law?: boolean;
  readonly standing: Standing;
  readonly area: Area;
  /** RecordKeys of what it is about; `pupil` where it is about one, so that own-pupil roles can be told. */
  readonly about: { readonly record: string; readonly pupil?: string; readonly provider?: string };
  /** In the words of staff (initials and year), and in words fit for governors and outsiders (nobody named). */
  readonly says: { readonly staff: string; readonly outside: string };
  readonly evidence: readonly Evidence[];
  /** Last day in time. */
  readonly due?: SchoolDay;
  /** Whose job it is. */
  readonly owner: Role;
  /** The action to press, with what is known of its input. */
  readonly putRight?: {
    readonly action: string;
    readonly label: string;
    readonly input: Readonly<Record<string, unknown>>;
  };
}
