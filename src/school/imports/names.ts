/** A name as forename and surname, out of "Sparrow, Juno", "Juno Sparrow" or its two halves; nothing when there is no name. */
export function nameOf(
  whole: string | undefined,
  forename: string | undefined,
  surname: string | undefined,
): string | undefined {
  if (forename?.trim() && surname?.trim()) return `${forename.trim()} ${surname.trim()}`;
  const written = whole?.trim() || surname?.trim() || forename?.trim();
  if (!written) return undefined;
  const [last, first] = written.split(/\s*,\s*/);
  return first ? `${first} ${last}` : written.replace(/\s+/g, ' ');
}

/** Initials for cards: the first letters of the first and the last word, "J.S.". */
export function initialsFrom(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words.at(-1)] : words;
  return letters.map((word) => `${[...(word ?? '')][0]?.toUpperCase() ?? ''}.`).join('');
}

/** A name for comparing: case, accents, apostrophes and hyphens left aside, "O'Brien" is "o’brien". */
export function plainName(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[’'`´]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
