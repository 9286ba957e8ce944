import type { Visit } from './visit.record.ts';

/** When an answer needs words beside it: always, or with one of the two answers. */
type NoteFor = 'always' | 'Yes' | 'No';

interface Item {
  readonly note: keyof Visit;
  readonly asks: string;
  /** What the words are about. */
  readonly hint: string;
  readonly noteFor: NoteFor;
  readonly on: readonly Visit['kind'][];
}

const there = ['Visit'] as const;
const met = ['Visit', 'HomeVisit', 'Phone', 'Online'] as const;

/**
 * What a visit looks at (clause 8.4), in the order of the form. The five things of the clause (staff, pupils, parents, work,
 * watching lessons and free time) are answered with a note either way: what was seen, or why it was not possible. The rest
 * needs words only for the answer that worries. By telephone, online or on paper what cannot be seen is not asked.
 */
export const visitItems = {
  staff: {
    note: 'staffNote',
    asks: 'Did you speak to staff?',
    hint: 'Who, in which role, and what they said',
    noteFor: 'always',
    on: ['Visit', 'Phone', 'Online'],
  },
  pupils: {
    note: 'pupilsNote',
    asks: 'Did you speak to pupils?',
    hint: 'Initials only, and what they said; or why not',
    noteFor: 'always',
    on: met,
  },
  parents: {
    note: 'parentsNote',
    asks: 'Did you speak to parents?',
    hint: 'What they said; or why it was not possible',
    noteFor: 'always',
    on: met,
  },
  work: {
    note: 'workNote',
    asks: 'Did you look at pupils’ work?',
    hint: 'In which subjects; or why not',
    noteFor: 'always',
    on: ['Visit', 'HomeVisit', 'Online', 'Desktop'],
  },
  lessons: {
    note: 'lessonsNote',
    asks: 'Did you watch lessons?',
    hint: 'Which, and what you saw; or why not',
    noteFor: 'always',
    on: ['Visit', 'HomeVisit', 'Online'],
  },
  unstructured: {
    note: 'unstructuredNote',
    asks: 'Did you watch breaks and free time?',
    hint: 'What you saw; or why not',
    noteFor: 'always',
    on: there,
  },
  safeguarding: {
    note: 'safeguardingNote',
    asks: 'Is safeguarding as agreed?',
    hint: 'Register, signing in, safeguarding lead on site',
    noteFor: 'No',
    on: ['Visit', 'Phone', 'Online', 'Desktop'],
  },
  attendance: {
    note: 'attendanceNote',
    asks: 'Does their attendance agree with ours?',
    hint: 'How many sessions you compared, and which differ',
    noteFor: 'No',
    on: ['Visit', 'HomeVisit', 'Phone', 'Online', 'Desktop'],
  },
  objectives: {
    note: 'objectivesNote',
    asks: 'Are pupils getting nearer to their objectives?',
    hint: 'Where they are not, and why',
    noteFor: 'No',
    on: ['Visit', 'HomeVisit', 'Phone', 'Online', 'Desktop'],
  },
  premises: {
    note: 'premisesNote',
    asks: 'Have the premises changed?',
    hint: 'What is new, and whether it is safe',
    noteFor: 'Yes',
    on: ['Visit', 'HomeVisit'],
  },
  staffing: {
    note: 'staffingNote',
    asks: 'Have staff changed?',
    hint: 'Who is new, and whether their checks are confirmed',
    noteFor: 'Yes',
    on: ['Visit', 'Phone', 'Online', 'Desktop'],
  },
} as const satisfies Readonly<Partial<Record<keyof Visit, Item>>>;

/** The name of an item; its answer stands in the visit's field of that name. */
export type ItemName = keyof typeof visitItems;

/** The names of all items, in the order of the form. */
export const itemNames = Object.keys(visitItems) as [ItemName, ...ItemName[]];

/** The items that a visit of a kind is asked. */
export function itemsOf(kind: Visit['kind']): readonly ItemName[] {
  return itemNames.filter((name) => (visitItems[name] as Item).on.includes(kind));
}

/** One answer as it was given. */
export interface ItemAnswer {
  readonly answer?: 'Yes' | 'No';
  readonly note?: string;
}

/** What stands in a visit for one item. */
export function answerIn(visit: Partial<Visit>, name: ItemName): ItemAnswer {
  return { answer: visit[name], note: visit[visitItems[name].note] };
}

/** What an item still lacks, as a sentence for who fills it in; `undefined` when it is answered. */
export function itemTrouble(name: ItemName, { answer, note }: ItemAnswer): ItemTrouble | undefined {
  const { asks, noteFor }: Item = visitItems[name];
  if (answer === undefined) return { field: 'answer', says: `${asks} Answer yes or no.` };
  if (note?.trim()) return undefined;
  if (noteFor !== 'always' && noteFor !== answer) return undefined;
  const no = noteFor === 'always' && answer === 'No';
  return { field: 'note', says: no ? `${asks} Say why it was not possible.` : `${asks} Say what you saw or heard.` };
}

/** Which half of an item is missing, and the sentence that asks for it. */
export interface ItemTrouble {
  readonly field: 'answer' | 'note';
  readonly says: string;
}
