/** Words as a line of their own begins: with a capital. What follows a colon stays small. */
export function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
