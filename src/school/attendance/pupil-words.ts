import { initialsOf } from '../pupils/initials-of.ts';
import type { Facts } from '../rule.ts';

/** A pupil as findings name them to staff: initials and year, "J.S. Y10". */
export function pupilWords(facts: Facts, key: string): string {
  const pupil = facts.records.pupil.get(key);
  return pupil ? `${initialsOf(facts.records.pupil, pupil)} Y${pupil.year}` : 'a pupil not in the list';
}
