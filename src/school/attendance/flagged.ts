import type { Pupil } from '../pupils/pupil.record.ts';

/** True for a pupil whose unexplained absence is told to the DSL at once: CP, CIN, looked after, youth justice, exploitation, missing before (domain.md 3.4). */
export function isFlagged(pupil: Pupil): boolean {
  return (
    pupil.riskFlags.length > 0 ||
    pupil.cla === 'CLA' ||
    pupil.socialWorker === 'CIN' ||
    pupil.socialWorker === 'CP' ||
    pupil.youthJustice
  );
}
