/** Words as a line of their own begins: with a capital. What follows a colon stays small. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const and = new Intl.ListFormat('en-GB');
const or = new Intl.ListFormat('en-GB', { type: 'disjunction' });

/** "A, B and C". */
export function allOf(words: readonly string[]): string {
  return and.format(words);
}

/** "A, B or C". */
export function anyOf(words: readonly string[]): string {
  return or.format(words);
}
