/** A name as a search compares it: without accents, dots, apostrophes and capitals. */
export function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\p{M}.'’]/gu, '')
    .toLowerCase()
    .trim();
}
