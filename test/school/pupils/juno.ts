import type { Moment } from '../../../src/school/moment.ts';
import type { Role } from '../../../src/school/office/role-assignment.record.ts';
import type { PupilPage } from '../../../src/school/pupils/pupil.types.ts';
import { pupilView } from '../../../src/school/pupils/pupil.view.ts';
import { mark, pupil, type Rows, seenBy, tuesday } from '../facts.ts';

const slot = (day: string, session: 'AM' | 'PM', start: string, end: string) => ({
  key: `sl-${day}-${session}`.toLowerCase(),
  placement: 'pl-1',
  weekPattern: 'Every',
  day,
  session,
  place: 'Site',
  start,
  end,
  validFrom: '2025-09-04',
});

/** The trial pupil at Hill Farm two sessions a week, looked for on Tuesday 12 May 2026; and two other pupils. */
export const rows: Rows = {
  pupil: [
    { ...pupil, socialWorker: 'CP', cla: 'CLA', riskFlags: ['Exploitation'], send: 'EHCP', tutorGroup: '10B' },
    { ...pupil, key: 'pu-2', legalName: 'Ned Archer', initials: 'N.A.' },
    { ...pupil, key: 'pu-3', legalName: 'Ada Left', initials: 'A.L.', onRollTo: '2026-03-27' },
  ],
  provider: [{ key: 'pr-farm', name: 'Hill Farm', type: 'NonSchool', status: 'Approved' }],
  placement: [
    {
      key: 'pl-1',
      pupil: 'pu-1',
      provider: 'pr-farm',
      legalBasis: 'OSD_s29A',
      primaryReason: 'Behaviour',
      stage: 'Active',
      startDate: '2026-01-05',
    },
  ],
  scheduleSlot: [slot('Tuesday', 'AM', '09:15', '12:15'), slot('Monday', 'PM', '13:00', '15:00')],
  contact: [
    {
      key: 'pu-1|mother',
      pupil: 'pu-1',
      person: 'mother',
      type: 'Parent',
      name: 'Mrs Sparrow',
      phone1: '01632 960001',
      phone2: '',
      mayContact: true,
      barred: false,
      order: 1,
    },
    {
      key: 'pu-1|worker',
      pupil: 'pu-1',
      person: 'worker',
      type: 'SocialWorker',
      name: 'Pat Worker',
      phone1: '01632 960002',
      mayContact: true,
      barred: false,
      order: 2,
    },
    {
      key: 'pu-1|uncle',
      pupil: 'pu-1',
      person: 'uncle',
      type: 'Other',
      name: 'Mr Barred',
      phone1: '01632 960003',
      mayContact: false,
      barred: true,
      barredReason: 'Court order',
      order: 3,
    },
  ],
  attendance: [
    mark('2026-05-12', 'AM', {
      providerStatus: 'AbsentNoReason',
      code: 'N',
      reportedByName: 'Robin Example',
      reportedAt: '2026-05-12T08:20:00Z',
    }),
    mark('2026-05-05', 'AM', {
      providerStatus: 'AttendedLate',
      arrival: '09:40',
      code: 'B',
      reportedByName: 'Robin Example',
      reportedAt: '2026-05-05T08:50:00Z',
      amendedFrom: '2026-05-05T08:20:00Z | Robin Example | AbsentNoReason |  | N |  | ',
      amendReason: 'Bus late',
    }),
    mark('2026-04-27', 'PM', { providerStatus: 'AttendedOnTime', code: 'B' }),
    mark('2026-03-24', 'AM', { providerStatus: 'AbsentReason', code: 'I' }),
  ],
  followUp: [
    {
      key: 'pu-1|2026-05-12|am',
      pupil: 'pu-1',
      placement: 'pl-1',
      date: '2026-05-12',
      session: 'AM',
      state: 'Open',
      openedAt: '2026-05-12T08:20:00Z',
      dslInformedAt: '2026-05-12T08:21:00Z',
      dslInformedBy: 'Robin Example',
    },
  ],
  call: [
    {
      key: 'c1',
      followUp: 'pu-1|2026-05-12|am',
      pupil: 'pu-1',
      date: '2026-05-12',
      session: 'AM',
      contact: 'pu-1|mother',
      at: '2026-05-12T08:25:00Z',
      result: 'NoAnswer',
      by: 'p1',
      byName: 'Robin Example',
    },
    {
      key: 'c2',
      followUp: 'pu-1|2026-05-12|am',
      pupil: 'pu-1',
      date: '2026-05-12',
      session: 'AM',
      contact: 'social-worker',
      at: '2026-05-12T08:26:00Z',
      result: 'Spoke',
      by: 'p2',
      byName: 'Dee Safe',
    },
  ],
};

/** The page of the trial pupil to this role, on that Tuesday unless said; `own` are the keys of its own pupils. */
export function page(role: Role, own: readonly string[] = [], now: Moment = tuesday): PupilPage | undefined {
  const seen = seenBy([role], rows, now);
  return pupilView.show({ ...seen, by: { ...seen.by, ownPupils: own } }, { pupil: 'pu-1' });
}

/** The same, where there has to be one. */
export const shown = (role: Role, own: readonly string[] = []): PupilPage => {
  const found = page(role, own);
  if (!found) throw new Error(`${role} sees nothing`);
  return found;
};
