import type { z } from 'zod';
import type { RetentionClass } from '../../schema/record.ts';
import type { SchoolDay } from '../moment.ts';
import type { Table } from '../records.ts';
import {
  type PolicyEdition,
  policyEdition,
  policyFrom,
  type SchoolSettings,
  schoolSettings,
  settingsFrom,
} from './policy-edition.ts';
import type { Setting } from './setting.record.ts';
import { type SettingName, settingNames } from './setting-words.ts';

/** A change of a setting, as a row of its own: never overwritten, counting from its first day on. */
export type SettingChange = Setting & { readonly name: SettingName; readonly validFrom: SchoolDay };

/** Every change of a setting in the order in which they were made; without a name, of all of them. */
export function settingChanges(table: Table<Setting>, name?: SettingName): readonly SettingChange[] {
  return table
    .all()
    .filter(isChange)
    .filter((row) => name === undefined || row.name === name)
    .toSorted((a, b) => numberOf(a) - numberOf(b));
}

function isChange(row: Setting): row is SettingChange {
  return row.validFrom !== undefined && settingNames.some((each) => each === row.name);
}

/** Which change of its setting a row is, from 1; the last part of its key. */
export function numberOf({ key }: Pick<Setting, 'key'>): number {
  return Number(key.split('|').at(-1));
}

/** The changes that count or will, the earliest first; of two from the same day the one made later counts. */
export function inOrder(changes: readonly SettingChange[]): readonly SettingChange[] {
  return changes
    .filter(({ state }) => state === 'Active')
    .toSorted((a, b) => a.validFrom.localeCompare(b.validFrom) || numberOf(a) - numberOf(b));
}

/** The policy edition as it counts on a day: what was set up, and every change from that day or before. */
export function policyOn(table: Table<Setting>, day: SchoolDay): PolicyEdition {
  const changes = settingChanges(table).filter(({ name }) => !name.startsWith(ofSchool));
  return applied(policyFrom(table.get('policy')?.value), policyEdition, changes, day);
}

/** The school's own settings as they count on a day. */
export function settingsOn(table: Table<Setting>, day: SchoolDay): SchoolSettings {
  const changes = settingChanges(table).filter(({ name }) => name.startsWith(ofSchool));
  return applied(settingsFrom(table.get('school')?.value), schoolSettings, changes, day);
}

/**
 * For how many years records of a class are kept from when they are made (domain.md 6.1), by the school's own setting on the
 * day; `undefined` where no end is counted from then: pupils' files go by the date of birth, the app's own have none.
 */
export function yearsKeptOn(table: Table<Setting>, day: SchoolDay, retention: RetentionClass): number | undefined {
  if (retention === 'pupil-file' || retention === 'app') return undefined;
  return settingsOn(table, day).yearsKept[retention];
}

const ofSchool = 'school.';

/** A change that somebody made unreadable by hand in the list is left aside: what stood before counts on. */
function applied<T>(base: T, check: z.ZodType<T>, changes: readonly SettingChange[], day: SchoolDay): T {
  return inOrder(changes)
    .filter(({ validFrom }) => validFrom <= day)
    .reduce((held, { name, value }) => {
      const next = check.safeParse(withAt(held, placeOf(name), value));
      return next.success ? next.data : held;
    }, base);
}

/** Where a setting's value stands in its record: `school.yearsKept.register` is register in yearsKept. */
function placeOf(name: SettingName): readonly string[] {
  return (name.startsWith(ofSchool) ? name.slice(ofSchool.length) : name).split('.');
}

function withAt(held: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  const of: Readonly<Record<string, unknown>> = Object(held);
  return { ...of, [first]: withAt(of[first], rest, value) };
}

/** All that can be set, as it counts on a day. */
export interface AllSettings {
  readonly policy: PolicyEdition;
  readonly settings: SchoolSettings;
}

/** The value of one setting. */
export function settingValue({ policy, settings }: AllSettings, name: SettingName): string | number {
  const within: unknown = name.startsWith(ofSchool) ? settings : policy;
  const value = placeOf(name).reduce<unknown>((held, part) => Object(held)[part], within);
  return typeof value === 'number' ? value : String(value ?? '');
}

/** All settings with one of them changed; `undefined` where the value is not of its kind. */
export function withValue(all: AllSettings, name: SettingName, value: string | number): AllSettings | undefined {
  if (name.startsWith(ofSchool)) {
    const next = schoolSettings.safeParse(withAt(all.settings, placeOf(name), value));
    return next.success ? { ...all, settings: next.data } : undefined;
  }
  const next = policyEdition.safeParse(withAt(all.policy, placeOf(name), value));
  return next.success ? { ...all, policy: next.data } : undefined;
}

/** The policy's own values, before any school changed one. */
export const policyDefaults: AllSettings = { policy: policyFrom({}), settings: settingsFrom({}) };
