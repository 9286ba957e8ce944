import { z } from 'zod';
import type { Problem } from '../../schema/parse.ts';
import { joinKey } from '../../schema/record.ts';
import { action, type Decision, type Known } from '../action.ts';
import { dayInput, lineInput } from '../attendance/marks.ts';
import { academicYearOf, dateWithYear, shortDate } from '../calendar/dates.ts';
import type { Save } from '../change.ts';
import { momentOf, type SchoolDay } from '../moment.ts';
import { orderTrouble, valueTrouble } from './setting-troubles.ts';
import { inWords, settingNames, settingWords } from './setting-words.ts';
import {
  type AllSettings,
  inOrder,
  numberOf,
  policyOn,
  type SettingChange,
  settingChanges,
  settingsOn,
  settingValue,
  withValue,
} from './settings-on.ts';

const input = z.strictObject({
  name: z.enum(settingNames, { error: () => 'There is no such setting.' }),
  value: z.union([z.number(), lineInput], { error: () => 'The value is a number or a line of text.' }),
  /** First day on which it counts; today at the earliest. */
  from: dayInput,
  why: lineInput.optional(),
  /** Version of the newest change that the person saw; empty where nothing was ever changed. */
  seen: z.string(),
});

type Wish = z.infer<typeof input>;

/**
 * A setting changes from a day on; what counted before stays as it was, and is kept (design 6.14). A number that the
 * policy sets waits for the head when the AP leader changes it (domain.md 10.2); the head agrees by saying the same.
 */
export const changeSetting = action<Wish>({
  name: 'change-setting',
  says: 'Change a setting from a day on; a number of the policy waits for the head.',
  input,
  roles: ['ap-leader', 'head'],
  needs: ['setting'],
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  const { name, value, from } = wish;
  const changes = settingChanges(known.records.setting, name);
  const newest = changes.at(-1);
  if ((newest?.version ?? '') !== wish.seen) return { problems: [{ field: 'seen', says: firstWords(newest) }] };
  const problem = problemOf(known, wish, changes);
  if (problem) return { problems: [problem] };
  const { clause, label, kind } = settingWords[name];
  const counts = clause === undefined || known.by.roles.includes('head');
  const waiting = changes.filter(({ state }) => state === 'WaitsForHead');
  const asked = waiting.find((one) => one.value === value && (counts || one.validFrom === from));
  if (asked ? !counts : settingValue(settingsFor(known, from), name) === value) {
    const unchanged = [{ about: name, outcome: 'unchanged' as const, version: newest?.version }];
    return { changes: [], unchanged, because: 'It is so already.', about: name };
  }
  return {
    changes: [
      asked ? agreed(known, asked, from) : made(known, wish, newest, counts),
      ...waiting.filter((one) => one !== asked).map((one) => withdrawn(one, 'Another change took its place')),
    ],
    because: `${label}: ${inWords(kind, value)} from ${shortDate(from)}${counts ? '' : ', waits for the head'}`.slice(
      0,
      255,
    ),
    about: name,
  };
}

function made(
  known: Known,
  { name, value, from, why }: Wish,
  newest: SettingChange | undefined,
  counts: boolean,
): Save {
  return {
    kind: 'save',
    record: 'setting',
    // The number is part of the key, so that two people who change one setting at once cannot both be the next.
    key: joinKey('setting', name, String((newest ? numberOf(newest) : 0) + 1)),
    seen: null,
    values: {
      name,
      value,
      validFrom: from,
      state: counts ? 'Active' : 'WaitsForHead',
      why,
      changedBy: known.by.id,
      changedByName: known.by.name,
      changedAt: known.now.instant,
    },
  };
}

/** The head agrees to what was asked for; it counts from the day the head names, never from one that has passed. */
function agreed(known: Known, asked: SettingChange, from: SchoolDay): Save {
  const values = {
    state: 'Active',
    validFrom: from,
    agreedByName: known.by.name,
    agreedAt: known.now.instant,
  } as const;
  return { kind: 'save', record: 'setting', key: asked.key, seen: asked.version, values };
}

/** The save that takes a change back which never counted. */
export function withdrawn({ key, version }: SettingChange, why: string): Save {
  return { kind: 'save', record: 'setting', key, seen: version, values: { state: 'Withdrawn', why } };
}

/** Who was first, where the newest change is not the one that the person saw. */
export function firstWords(newest: SettingChange | undefined): string {
  const who = newest?.changedByName ?? 'Someone else';
  const when = newest?.changedAt ? ` at ${momentOf(newest.changedAt).time}` : '';
  return `${who} changed this${when}. Yours was not saved. Look at theirs first.`;
}

function problemOf(known: Known, wish: Wish, changes: readonly SettingChange[]): Problem | undefined {
  const { name, value, from } = wish;
  const { today } = known.now;
  const trouble = valueTrouble(name, value);
  if (trouble) return { field: 'value', says: trouble };
  if (from < today) {
    return { field: 'from', says: 'A change counts from today at the earliest: what counted before stays as it was.' };
  }
  if (academicYearOf(from) > academicYearOf(today) + 1) {
    return { field: 'from', says: `${dateWithYear(from)} is years away. Look at the year.` };
  }
  return unfit(known, wish, inOrder(changes).find(({ validFrom }) => validFrom > from)?.validFrom);
}

/** Does it fit with the others on the day it begins, and on every day on which another one changes while it counts? */
function unfit(known: Known, { name, value, from }: Wish, until: SchoolDay | undefined): Problem | undefined {
  const later = inOrder(settingChanges(known.records.setting))
    .map(({ validFrom }) => validFrom)
    .filter((day) => day > from && (until === undefined || day < until));
  for (const day of [from, ...later]) {
    const all = withValue(settingsFor(known, day), name, value);
    const says = all ? orderTrouble(all, name) : `${settingWords[name].label} cannot be ${value}.`;
    if (says) return { field: 'value', says: day === from ? says : `From ${shortDate(day)}: ${says}` };
  }
  return undefined;
}

function settingsFor(known: Known, day: SchoolDay): AllSettings {
  return { policy: policyOn(known.records.setting, day), settings: settingsOn(known.records.setting, day) };
}
