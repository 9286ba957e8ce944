import type { PolicyEdition } from './policy-edition.ts';
import type { Bound, SettingWords } from './setting-words.ts';

/** The settings that a plan of meetings goes by. */
type MeetingSetting = Extract<keyof PolicyEdition, `meeting${string}`>;

const one: Bound = { at: 1, says: 'At least one.' };
const meetings = { group: 'Reviews' } as const;

/** The numbers of a plan of review meetings in staff's words: the school's own, not the policy's. */
export const meetingWords: Readonly<Record<MeetingSetting, SettingWords>> = {
  meetingMinutes: {
    ...meetings,
    label: 'A review meeting takes',
    kind: 'minutes',
    says: 'For a proposed time; any meeting can be longer.',
    least: { at: 15, says: 'The agenda has twelve points.' },
    most: { at: 180, says: 'Three hours are a whole morning.' },
  },
  meetingsFrom: { ...meetings, label: 'Review meetings from', kind: 'time', says: 'The earliest that one begins.' },
  meetingsUntil: { ...meetings, label: 'Review meetings until', kind: 'time', says: 'The latest that one ends.' },
  meetingsADay: {
    ...meetings,
    label: 'Review meetings a day',
    kind: 'meetings',
    says: 'In the whole school.',
    least: one,
    most: { at: 20, says: 'Twenty meetings fill every hour of a day twice.' },
  },
  meetingsADayEach: {
    ...meetings,
    label: 'Review meetings a day for one person',
    kind: 'meetings',
    says: 'Whoever it is: the AP leader comes to most of them.',
    least: one,
    most: { at: 10, says: 'Ten meetings are more than a working day.' },
  },
  meetingTravelMinutes: {
    ...meetings,
    label: 'Way between two places',
    kind: 'minutes',
    says: 'Kept free before and after a meeting held elsewhere.',
    least: { at: 0, says: 'Not below nothing.' },
    most: { at: 120, says: 'Two hours are longer than the meeting.' },
  },
};
