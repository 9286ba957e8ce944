import { z } from 'zod';
import { filledForm } from '../../schema/form.ts';
import { placementTrouble } from '../attendance/expected-sessions.ts';
import { isFlagged } from '../attendance/flagged.ts';
import { nameFor } from '../attendance/pupil-session.ts';
import { dateNear } from '../calendar/dates.ts';
import { mayRead, maySeeFlag, readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import { coreFields } from './correct-pupil.action.ts';
import { initialsOf } from './initials-of.ts';
import { type Pupil, pupil as pupilKind } from './pupil.record.ts';
import type { PupilLine, Pupils } from './pupil.types.ts';

/** The pupils that this reader may read (domain.md 10.2): a tutor or visitor has their own only. Searching happens in the browser. */
export const pupilsView = view({
  name: 'pupils',
  says: 'The pupils you may see, with where each is placed now.',
  params: z.strictObject({}),
  roles: readersOf('pupil-core'),
  needs: ['pupil', 'placement', 'provider'],
  show(seen): Pupils {
    const pupils = seen.records.pupil
      .all()
      .filter((pupil) => mayRead(seen.by, 'pupil-core', pupil.key))
      .map((pupil) => lineOf(seen, pupil))
      .toSorted((a, b) => Number(a.left !== undefined) - Number(b.left !== undefined) || byName(a, b));
    const add = seen.by.roles.includes('ap-leader');
    const newPupil = add
      ? filledForm(pupilKind, coreFields, { onRollFrom: seen.now.today }, ['upn', 'dateOfBirth', 'tutorGroup'])
      : undefined;
    return { pupils, may: { add }, newPupil };
  },
});

function byName(a: PupilLine, b: PupilLine): number {
  return (a.name ?? a.initials).localeCompare(b.name ?? b.initials);
}

function lineOf(seen: Seen, pupil: Pupil): PupilLine {
  const left = pupil.onRollTo !== undefined && pupil.onRollTo < seen.now.today ? pupil.onRollTo : undefined;
  return {
    pupil: pupil.key,
    initials: initialsOf(seen.records.pupil, pupil),
    name: nameFor(seen, pupil),
    legalName: pupil.preferredName ? pupil.legalName : undefined,
    year: `Y${pupil.year}`,
    tutorGroup: pupil.tutorGroup,
    placementNow: left ? 'left the roll' : placedAt(seen, pupil),
    flagged: maySeeFlag(seen.by, pupil.key) && isFlagged(pupil),
    left,
  };
}

/** Where the placements that run today are: whoever reads the pupil's attendance sees the provider there too. */
function placedAt(seen: Seen, pupil: Pupil): string {
  if (!mayRead(seen.by, 'attendance', pupil.key)) return '';
  const { today } = seen.now;
  const active = seen.records.placement
    .by('pupil', pupil.key)
    .filter(({ stage }) => stage === 'Active' || stage === 'Paused')
    .map((held) => ({
      where: seen.records.provider.get(held.provider)?.name ?? 'a provider',
      trouble: placementTrouble(held, pupil, today),
      starts: held.startDate,
    }));
  const running = active.filter(({ trouble }) => trouble === undefined).map(({ where }) => where);
  if (running.length > 0) return running.join(', ');
  const [held] = active;
  if (!held) return 'In school';
  const { where, starts } = held;
  return starts > today ? `In school, at ${where} from ${dateNear(starts, today)}` : `In school, ${where} is paused`;
}
