import { plain } from '../school/pupils/plain.ts';

/** A pupil as a search needs them. */
export interface Someone {
  readonly pupil: string;
  readonly initials: string;
  readonly name?: string;
  readonly year: string;
  readonly tutorGroup?: string;
  readonly placementNow?: string;
}

/**
 * The pupils that a typed text means, each once: a whole name or initials first, else the beginning of any part of the name,
 * the tutor group or the year, so that two of one name can be told apart.
 * Case, accents, dots and apostrophes do not matter. Only among those the asker was shown.
 */
export function matching(text: string, people: readonly Someone[]): readonly Someone[] {
  const wanted = spoken(text);
  if (wanted.length < 2) return [];
  const each = [...new Map(people.map((one) => [one.pupil, one])).values()];
  const exact = each.filter((one) => spoken(one.name ?? '') === wanted || spoken(one.initials) === wanted);
  if (exact.length > 0) return exact;
  const words = wanted.split(' ');
  return each.filter((one) => {
    const parts = spoken([one.name, one.tutorGroup, one.year].filter(Boolean).join(' ')).split(' ');
    return words.every((word) => parts.some((part) => part.startsWith(word)));
  });
}

/** "J.S. (10B)" is asked for as J.S., and as what tells the two apart. */
function spoken(text: string): string {
  return plain(text.replace(/ \([^)]*\)$/, ''));
}
