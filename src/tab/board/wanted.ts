import type { BoardFinding } from '../../school/board/board.types.ts';
import { roleInWords } from '../../ui/shell/role-words.ts';

/** By what findings are chosen; empty means all. */
export interface Wanted {
  /** Any part of the sentence: initials, a provider, a code. */
  readonly words: string;
  readonly owner: string;
  readonly pupil: string;
  readonly provider: string;
  readonly clause: string;
}

/** One of the choices that a list offers. */
export type Choice = Exclude<keyof Wanted, 'words'>;

/** Nothing is left out. */
export const everything: Wanted = { words: '', owner: '', pupil: '', provider: '', clause: '' };

const held: Readonly<Record<Choice, (finding: BoardFinding) => readonly string[]>> = {
  owner: ({ owner }) => [roleInWords(owner)],
  pupil: ({ pupilSays }) => (pupilSays ? [pupilSays] : []),
  provider: ({ providers }) => providers,
  clause: ({ clause, clauseSays }) => [clauseSays ? `${clause} ${clauseSays}` : clause],
};

/** The labels of the four lists, in the order in which people look. */
export const choices: readonly (readonly [Choice, string])[] = [
  ['pupil', 'Pupil'],
  ['provider', 'Provider'],
  ['owner', 'Whose job'],
  ['clause', 'Clause'],
];

/** What a list offers: each value that some finding has, in the order of the alphabet. */
export function offered(findings: readonly BoardFinding[], choice: Choice): readonly string[] {
  return [...new Set(findings.flatMap(held[choice]))].toSorted((a, b) => a.localeCompare(b, 'en', { numeric: true }));
}

/** True when the finding is among what is wanted. */
export function isWanted(finding: BoardFinding, wanted: Wanted): boolean {
  const said = [finding.text, ...finding.providers].join(' ').toLowerCase();
  return (
    choices.every(([choice]) => wanted[choice] === '' || held[choice](finding).includes(wanted[choice])) &&
    said.includes(wanted.words.trim().toLowerCase())
  );
}
