import type { Facts } from '../rule.ts';

/** A pupil as findings name them to staff: initials and year, "J.S. Y10". */
export function pupilWords(facts: Facts, key: string): string {
  const pupil = facts.records.pupil.get(key);
  return pupil ? `${pupil.initials} Y${pupil.year}` : 'a pupil not in the list';
}
