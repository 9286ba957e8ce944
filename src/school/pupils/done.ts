import type { Area } from '../../schema/record.ts';
import { mayRead } from '../rights.ts';
import type { Seen } from '../view.ts';
import type { Happening } from './pupil.types.ts';

/** Presses whose journal entries a pupil's page tells, the rows of 10.2 that they belong to, and their clause. */
const told: Readonly<Record<string, { readonly area: Area; readonly clause?: string }>> = {
  'add-pupil': { area: 'pupil-core' },
  'correct-pupil': { area: 'pupil-core' },
  'take-off-roll': { area: 'pupil-core' },
  'import-records': { area: 'pupil-core' },
  'set-flags': { area: 'flags', clause: '4.4' },
  'save-contact': { area: 'pupil-core' },
  'bar-contact': { area: 'pupil-core', clause: '4.4' },
  'note-in-school': { area: 'attendance', clause: '4.5' },
  'save-placement': { area: 'placement', clause: '4.3' },
  'approve-placement': { area: 'placement', clause: '4.2' },
  'start-placement': { area: 'placement', clause: '4.3' },
  'change-sessions': { area: 'placement' },
  'pause-placement': { area: 'placement' },
  'end-placement': { area: 'placement' },
  'book-reviews': { area: 'review', clause: '8.3' },
  'move-review': { area: 'review', clause: '8.3' },
  'cancel-review': { area: 'review', clause: '8.3' },
  'note-invitation': { area: 'review', clause: '8.2' },
  'record-review-outcome': { area: 'review', clause: '8.2' },
  'save-objective': { area: 'review' },
  'complete-action': { area: 'review' },
  'call-emergency-review': { area: 'review', clause: '4.4' },
  'note-review-request': { area: 'off-site-direction', clause: '6.2' },
  'answer-review-request': { area: 'off-site-direction', clause: '6.2' },
};

/** What people have done about a pupil, as the journal keeps it: who added, corrected, flagged, approved, changed, paused, ended. */
export function doneAbout(seen: Seen, pupil: string): readonly Happening[] {
  // The list gives the oldest first; of two in one minute the later stands above.
  return [...(seen.past ?? [])].reverse().flatMap((entry) => {
    const press = told[entry.action];
    if (!press || entry.state !== 'Done' || entry.parent || !mayRead(seen.by, press.area, pupil)) return [];
    return [{ at: entry.at, says: entry.because ?? entry.action, by: entry.byName, clause: press.clause }];
  });
}

/** The journal entries that a pupil's page asks for: those about the pupil, and those that last wrote what a file brought in. */
export function pastOfPupil({ records }: Seen, pupil: string) {
  const written = [
    records.pupil.get(pupil),
    ...records.contact.by('pupil', pupil),
    ...records.placement.by('pupil', pupil),
  ];
  return { about: pupil, entries: [...new Set(written.flatMap((one) => one?.entry ?? []))] };
}
