import type { Table } from '../records.ts';
import type { Pupil } from './pupil.record.ts';

/**
 * A pupil's initials as shown where no name may stand. Where another pupil of the same year has the same, they are told
 * apart by the tutor group, "J.S. (10B)", else by as much of the first name as differs, "Jo.S." (domain.md 14.1), else by
 * a number.
 */
export function initialsOf(pupils: Table<Pupil>, pupil: Pupil): string {
  const others = pupils
    .by('initials', pupil.initials)
    .filter((other) => other.key !== pupil.key && other.year === pupil.year && other.onRollTo === undefined);
  if (others.length === 0) return pupil.initials;
  const { tutorGroup } = pupil;
  if (tutorGroup && others.every((other) => other.tutorGroup && other.tutorGroup !== tutorGroup)) {
    return `${pupil.initials} (${tutorGroup})`;
  }
  const rest = pupil.initials.slice(1);
  const first = [...firstName(pupil)];
  for (let letters = 2; letters <= 3; letters += 1) {
    const start = first.slice(0, letters).join('');
    if (others.every((other) => !firstName(other).startsWith(start))) return `${start}${rest}`;
  }
  const place = [pupil, ...others].map((each) => each.key).toSorted();
  return `${pupil.initials} (${place.indexOf(pupil.key) + 1})`;
}

function firstName(pupil: Pupil): string {
  return (pupil.preferredName ?? pupil.legalName).split(' ')[0] ?? '';
}
