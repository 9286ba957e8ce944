import { isTimeOfDay } from '../../schema/parse.ts';
import type { PolicyEdition } from './policy-edition.ts';
import { type SettingName, settingWords } from './setting-words.ts';
import type { AllSettings } from './settings-on.ts';

/** What is wrong with a value by itself: not of its kind, below the floor or above the ceiling that law or policy set. */
export function valueTrouble(name: SettingName, value: string | number): string | undefined {
  const { kind, least, most, label } = settingWords[name];
  if (kind === 'text') {
    if (typeof value !== 'string') return `${label} is a line of text.`;
    return name === 'name' || name === 'school.name' ? needed(label, value) : linkTrouble(name, value);
  }
  if (kind === 'time') {
    return typeof value === 'string' && isTimeOfDay(value) ? undefined : `${label} is a time like 08:50.`;
  }
  if (typeof value !== 'number' || !Number.isInteger(value)) return `${label} is a whole number.`;
  if (least && value < least.at) return `${label}: at least ${least.at}. ${least.says}`;
  if (most && value > most.at) return `${label}: at most ${most.at}. ${most.says}`;
  return undefined;
}

function needed(label: string, value: string): string | undefined {
  return value.trim() === '' ? `${label} is missing.` : undefined;
}

function linkTrouble(name: SettingName, value: string): string | undefined {
  if (value === '') return undefined;
  if (name === 'school.localAuthorityAbsenceForm' && !/^https:\/\/\S+$/.test(value)) {
    return 'Give the address of the form as it stands in the browser, beginning with https://.';
  }
  if (name === 'school.organiser' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) {
    return 'Give the mailbox as an address, such as ap.reviews@school.example.';
  }
  if (name === 'school.reviewRooms' && roomsIn(value).some((room) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(room))) {
    return 'Give each room as an address, such as room.12@school.example, with "; " between two.';
  }
  return undefined;
}

/** The mailboxes in the setting that names the rooms. */
export function roomsIn(value: string): readonly string[] {
  return value
    .split(/[;,]\s*/)
    .map((room) => room.trim().toLowerCase())
    .filter(Boolean);
}

/** Settings that follow one another in the day, in the chase or before a review is due; a pair may be equal where the second is `orSame`. */
const follows: readonly {
  readonly first: keyof PolicyEdition;
  readonly next: keyof PolicyEdition;
  readonly orSame?: true;
  /** Said in place of "has to come before", where the two are not times. */
  readonly says?: string;
}[] = [
  { first: 'morningRound', next: 'morningEnds' },
  { first: 'morningRegisterCloses', next: 'morningEnds' },
  { first: 'morningEnds', next: 'afternoonRound', orSame: true },
  { first: 'afternoonRound', next: 'afternoonEnds' },
  { first: 'afternoonRegisterCloses', next: 'afternoonEnds' },
  { first: 'afternoonRound', next: 'openList' },
  { first: 'meetingsFrom', next: 'meetingsUntil' },
  { first: 'promptsFrom', next: 'promptsUntil' },
  { first: 'confirmMinutes', next: 'secondChaseMinutes', orSame: true },
  { first: 'secondChaseMinutes', next: 'escalateMinutes', orSame: true },
  {
    first: 'reviewRedSchoolDays',
    next: 'reviewAmberSchoolDays',
    says: 'Red comes after amber: with fewer school days left.',
  },
];

/** What does not fit together, of the pairs that this setting is part of: a round after its session has ended, a second chase before the first. */
export function orderTrouble({ policy }: AllSettings, name: SettingName): string | undefined {
  const wrong = follows
    .filter(({ first, next }) => first === name || next === name)
    .find(({ first, next, orSame }) => policy[first] > policy[next] || (!orSame && policy[first] === policy[next]));
  if (!wrong) return undefined;
  const { first, next, says } = wrong;
  if (says) return says;
  return `${settingWords[first].label} (${policy[first]}) has to come before ${settingWords[next].label} (${policy[next]}).`;
}
