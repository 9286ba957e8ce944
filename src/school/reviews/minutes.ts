import { shortDate } from '../calendar/dates.ts';
import type { AgreedLine, ReviewPack } from './review-pack.types.ts';

/** One block of a document: a heading, a paragraph, or a list of points. */
export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'points'; readonly points: readonly string[] };

/** A document as data, before any file is made of it. */
export interface DocumentPlan {
  /** Name of the file: initials and year, never a pupil's name. */
  readonly fileName: string;
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** The minutes of a review that is written up: the agenda with what stands beside it, the minutes, actions and the next review. */
export function minutesOf(pack: ReviewPack): DocumentPlan {
  const { initials, providerName, kindSays, when, agenda, outcome, actions, people } = pack;
  const held = (name: string) => {
    const value = outcome.values[name];
    return typeof value === 'string' ? value : '';
  };
  const came = people.filter((one) => one.came).map(({ says }) => says);
  const away = people.filter((one) => !one.came && one.asked).map(({ says, asked }) => `${says}: ${asked}`);
  return {
    fileName: fileNameOf(pack, held('heldOn')),
    title: `AP review – ${initials}`,
    blocks: [
      { kind: 'heading', level: 1, text: `AP review – ${initials}` },
      { kind: 'paragraph', text: `${kindSays} review at ${providerName}. ${when}.` },
      ...points('Present', came),
      ...points('Asked and not present', away),
      ...agenda.flatMap(({ title, says }, nth) => points(`${nth + 1} ${title}`, says)),
      ...texts('Reasons for the decision', held('decisionReasons')),
      ...texts('Minutes', held('minutes')),
      ...points('Actions', actions.map(actionWords)),
      ...texts('Next review', held('nextReview') && shortDate(held('nextReview'))),
    ],
  };
}

/** "AP review J.S. Y10 2026-11-24 1k3x9a.docx": the same review always has the same name, so that a file is never doubled. */
function fileNameOf({ initials, review }: ReviewPack, heldOn: string): string {
  const plain = initials.replace(/[^\p{L}\p{N}. ]/gu, '').trim();
  return ['AP review', plain, heldOn, markOf(review)].filter(Boolean).join(' ').concat('.docx');
}

/** A short mark of a key, the same for the same key (FNV-1a, 32 bits): two reviews of like initials on one day stay apart. */
function markOf(key: string): string {
  let hash = 0x811c9dc5;
  for (const letter of key) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash.toString(36);
}

function points(heading: string, all: readonly string[]): readonly Block[] {
  if (all.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: heading },
    { kind: 'points', points: all },
  ];
}

function texts(heading: string, text: string): readonly Block[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) return [];
  return [
    { kind: 'heading', level: 2, text: heading },
    ...lines.map((line) => ({ kind: 'paragraph' as const, text: line })),
  ];
}

function actionWords({ text, ownerName, says }: AgreedLine): string {
  return `${text}: ${ownerName}. ${says}`;
}
