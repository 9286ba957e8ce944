import type { Review } from '../../../src/school/reviews/review.record.ts';
import type { Seen } from '../../../src/school/view.ts';
import { mark, pupil, type Rows, seenBy, staff } from '../facts.ts';
import { farm } from '../knowing.ts';
import { held, review, started } from './school.ts';

/** A review that is written up, with everything that its minutes tell, and some that they must not. */
const closed = {
  stage: 'Held',
  kind: 'Emergency',
  calledOn: '2026-05-11',
  concernReference: 'C-17',
  heldOn: '2026-05-12',
  completedOn: '2026-05-12',
  safe: 'Concern',
  stillNeeded: 'Yes',
  pupilVoice: 'I like the goats.\nI want to show my work.',
  parentAbsence: 'Rang twice, wrote once.',
  providerReport: 'Punctual and keen.',
  minutes: 'All spoke.\n\nAll agreed.',
  decision: 'Vary',
  decisionReasons: 'Ready for more time in school.',
  changesAgreed: 'A taxi instead of the bus.',
  reintegrationStep: 'Fridays in school.',
  newWeekFrom: '2026-06-01',
  newWeek: 'Tuesday AM 09:15-12:15 Every Site si-farm',
  nextReview: '2026-06-16',
};

const person = (key: string, type: string, name: string) => {
  return { key: `pu-1|${key}`, pupil: 'pu-1', person: key, type, name, mayAttend: true };
};
const agreed = (key: string, source: string, text: string, due: string) => {
  const more = { agreedAt: 'Review', pupil: 'pu-1', owner: 'tutor', ownerName: 'Tutor', status: 'Open' };
  return { key, source, text, due, ...more };
};

const rows: Rows = {
  ...farm,
  roleAssignment: staff,
  pupil: [{ ...pupil, socialWorker: 'CP', send: 'EHCP', ehcpAuthority: 'Derbyshire' }],
  placement: [started('2026-01-05', { transport: 'Taxi' })],
  attendance: [mark('2026-04-21', 'AM', { providerStatus: 'AttendedOnTime' }), mark('2026-04-28', 'AM')],
  contact: [person('a', 'Parent', 'Parent A'), person('s', 'SocialWorker', 'Worker S')],
  invitee: [
    { key: 're-1|pu-1', review: 're-1', part: 'Pupil', attended: true },
    {
      key: 're-1|pu-1|a',
      review: 're-1',
      part: 'Parent',
      contact: 'pu-1|a',
      attended: false,
      askedOn: '2026-04-30',
      askedBy: 'Letter',
    },
    { key: 're-1|pu-1|s', review: 're-1', part: 'Professional', contact: 'pu-1|s', attended: true },
  ],
  objective: [
    { key: 'ob-1', placement: 'pl-1', pupil: 'pu-1', text: 'Attends', baseline: '4', target: '9', date: '2026-05-22' },
  ],
  progress: [
    { key: 're-0|ob-1', review: 're-0', objective: 'ob-1', progress: 'Partly', note: 'arrives late' },
    { key: 're-1|ob-1', review: 're-1', objective: 'ob-1', progress: 'Met', note: 'the register' },
  ],
  agreedAction: [
    agreed('ac-0', 're-0', 'Ring the bus company', '2026-04-24'),
    agreed('ac-1', 're-1', 'Order the taxi', '2026-05-22'),
  ],
};

/** The trial school with its written-up review, which the test may change. */
export function minuted(more: Readonly<Record<string, unknown>> = {}): { readonly seen: Seen; readonly row: Review } {
  const all = { ...rows, review: [held('2026-03-24', { key: 're-0' }), review('re-1', { ...closed, ...more })] };
  const seen = seenBy(['ap-leader'], all);
  const row = seen.records.review.get('re-1');
  if (!row) throw new Error('There is no review.');
  return { seen, row };
}
