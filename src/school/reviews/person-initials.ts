/** Initials of somebody who comes to a review, "R.E." for "Robin Example": of the first and the last name alone. */
export function personInitials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  return [words[0], ...words.slice(1).slice(-1)].map((word) => `${word?.[0]?.toUpperCase() ?? '?'}.`).join('');
}
