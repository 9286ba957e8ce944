import type { NewRecord } from '../../write-records.ts';

/** A placement in short: its weekly sessions are `days` × sessions at one site and start. */
export interface PlacementSketch {
  readonly key: string;
  readonly pupil: string;
  readonly provider: string;
  readonly basis: string;
  readonly days: readonly string[];
  readonly sessions?: readonly ('AM' | 'PM')[];
  readonly start: string;
  readonly place?: 'School' | 'Site' | 'Home';
  readonly weeks?: 'Every' | 'A' | 'B';
  readonly more?: NewRecord['values'];
  /** First day; the start of the autumn where it is not said. */
  readonly from?: string;
  readonly validTo?: string;
}

const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'] as const;
const both = ['AM', 'PM'] as const;

/** The placements of the invented school: every legal basis, one paused, one ended, one about to start, a pupil at two providers. */
export const placementSketches: readonly PlacementSketch[] = [
  {
    key: 'pl-amber-farm',
    from: '2026-06-02',
    pupil: 'pu-amber',
    provider: 'pr-farm',
    basis: 'AGREED_AP',
    days: ['Tuesday', 'Thursday'],
    sessions: both,
    start: '09:15',
    more: { natureOfActivity: 'Animal care, level 1' },
  },
  {
    key: 'pl-jonah-farm',
    pupil: 'pu-jonah',
    provider: 'pr-farm',
    basis: 'OSD_s29A',
    days: ['Monday', 'Tuesday', 'Wednesday'],
    sessions: both,
    start: '09:15',
    more: { natureOfActivity: 'Land-based skills' },
  },
  {
    key: 'pl-jess-farm',
    pupil: 'pu-jess',
    provider: 'pr-farm',
    basis: 'AGREED_AP',
    days: ['Tuesday', 'Friday'],
    start: '09:15',
    more: { natureOfActivity: 'Horticulture' },
  },
  {
    key: 'pl-kofi-college',
    from: '2026-06-02',
    pupil: 'pu-kofi',
    provider: 'pr-college',
    basis: 'AGREED_AP',
    days: week,
    sessions: both,
    start: '09:00',
    more: { natureOfActivity: 'Construction skills' },
  },
  {
    key: 'pl-niamh-college',
    pupil: 'pu-niamh',
    provider: 'pr-college',
    basis: 'AGREED_AP',
    days: ['Monday', 'Tuesday'],
    start: '09:00',
    more: { natureOfActivity: 'Catering' },
  },
  {
    key: 'pl-tariq-college',
    from: '2026-06-02',
    pupil: 'pu-tariq',
    provider: 'pr-college',
    basis: 'OSD_s29A',
    days: week,
    start: '09:30',
    more: { natureOfActivity: 'Motor vehicle' },
  },
  {
    key: 'pl-zoe-hospital',
    pupil: 'pu-zoe',
    provider: 'pr-hospital',
    basis: 'LA_s19',
    days: week,
    start: '09:30',
    more: { natureOfActivity: 'Tuition on the ward' },
  },
  {
    key: 'pl-dev-hospital',
    pupil: 'pu-dev',
    provider: 'pr-hospital',
    basis: 'LA_s19',
    days: ['Tuesday', 'Thursday'],
    start: '09:30',
    more: { natureOfActivity: 'Tuition on the ward' },
  },
  {
    key: 'pl-lowri-unit',
    from: '2026-06-02',
    pupil: 'pu-lowri',
    provider: 'pr-unit',
    basis: 'ONSITE_AP',
    days: week,
    sessions: both,
    start: '08:50',
    place: 'School',
  },
  {
    key: 'pl-bea-unit',
    pupil: 'pu-bea',
    provider: 'pr-unit',
    basis: 'ONSITE_AP',
    days: ['Monday', 'Tuesday', 'Wednesday'],
    start: '08:50',
    place: 'School',
  },
  {
    key: 'pl-elin-online',
    pupil: 'pu-elin',
    provider: 'pr-online',
    basis: 'AGREED_AP',
    days: week,
    start: '09:00',
    place: 'Home',
  },
  {
    key: 'pl-sol-online',
    pupil: 'pu-sol',
    provider: 'pr-online',
    basis: 'PTT',
    days: ['Tuesday', 'Thursday'],
    sessions: ['PM'],
    start: '13:00',
    place: 'Home',
  },
  {
    key: 'pl-marcus-school',
    from: '2026-06-02',
    pupil: 'pu-marcus',
    provider: 'pr-school',
    basis: 'OSD_s29A',
    days: week,
    sessions: both,
    start: '08:45',
    more: { dualRegistered: true },
  },
  {
    key: 'pl-amber-college',
    pupil: 'pu-amber',
    provider: 'pr-college',
    basis: 'AGREED_AP',
    days: ['Friday'],
    sessions: both,
    start: '09:00',
    weeks: 'A',
    more: { natureOfActivity: 'Hair and beauty' },
  },
  {
    key: 'pl-freya-farm',
    pupil: 'pu-freya',
    provider: 'pr-farm',
    basis: 'AGREED_AP',
    days: ['Tuesday'],
    start: '09:15',
    more: { startDate: '2026-12-01', natureOfActivity: 'Animal care' },
  },
  {
    key: 'pl-idris-farm',
    pupil: 'pu-idris',
    provider: 'pr-farm',
    basis: 'AGREED_AP',
    days: ['Tuesday', 'Wednesday'],
    start: '09:15',
    more: { stage: 'Paused', pausedFrom: '2026-11-16', pausedTo: '2026-11-27', natureOfActivity: 'Animal care' },
  },
  {
    key: 'pl-rosa-college',
    from: '2026-06-02',
    pupil: 'pu-rosa',
    provider: 'pr-college',
    basis: 'AGREED_AP',
    days: week,
    start: '09:00',
    validTo: '2026-10-16',
    more: { stage: 'Ended', actualEnd: '2026-10-16', endReason: 'LeftRoll', natureOfActivity: 'Construction skills' },
  },
  {
    key: 'pl-tariq-daysix',
    pupil: 'pu-tariq',
    provider: 'pr-hospital',
    basis: 'DAY6_suspension',
    days: ['Monday', 'Tuesday', 'Wednesday'],
    sessions: ['PM'],
    start: '13:00',
    from: '2026-10-05',
    validTo: '2026-10-07',
    more: {
      stage: 'Ended',
      actualEnd: '2026-10-07',
      endReason: 'Suspension over',
      natureOfActivity: 'One-to-one tuition',
    },
  },
  {
    key: 'pl-amber-garage',
    pupil: 'pu-amber',
    provider: 'pr-garage',
    basis: 'AGREED_AP',
    days: ['Monday', 'Wednesday'],
    sessions: both,
    start: '09:00',
    from: '2026-10-12',
    validTo: '2026-10-21',
    more: { stage: 'Ended', actualEnd: '2026-10-21', endReason: 'Completed', natureOfActivity: 'Work experience' },
  },
  {
    key: 'pl-elin-tuition',
    pupil: 'pu-elin',
    provider: 'pr-hospital',
    basis: 'EHCP_s61',
    days: ['Wednesday'],
    sessions: ['PM'],
    start: '13:00',
    more: { natureOfActivity: 'Tuition named in the plan' },
  },
  {
    key: 'pl-bea-online',
    pupil: 'pu-bea',
    provider: 'pr-online',
    basis: 'AGREED_AP',
    days: ['Thursday'],
    start: '09:00',
    place: 'School',
    more: { natureOfActivity: 'Online mathematics in the library' },
  },
  {
    key: 'pl-sol-flexi',
    pupil: 'pu-sol',
    provider: 'pr-unit',
    basis: 'FLEXI',
    days: ['Wednesday'],
    start: '08:50',
    place: 'Home',
  },
];

/** A make-up day at the farm on a Friday that the college had too: nobody noticed, and both said that she came. */
const doubleBooked: NewRecord = {
  record: 'scheduleSlot',
  key: 'sl-amber-farm-makeup',
  values: {
    placement: 'pl-amber-farm',
    site: 'si-farm',
    weekPattern: 'Every',
    day: 'Friday',
    session: 'AM',
    place: 'Site',
    start: '09:15',
    end: '12:00',
    validFrom: '2026-11-20',
    validTo: '2026-11-20',
  },
};

/** The placements and their weekly sessions as records. */
export const placementRecords: readonly NewRecord[] = [...placementSketches.flatMap(sketched), doubleBooked];

function sketched(sketch: PlacementSketch): readonly NewRecord[] {
  const {
    key,
    pupil,
    provider: at,
    basis,
    days,
    sessions = ['AM'],
    start,
    place = 'Site',
    weeks = 'Every',
    from = '2026-09-03',
    validTo,
    more,
  } = sketch;
  const placement: NewRecord = {
    record: 'placement',
    key,
    values: {
      pupil,
      provider: at,
      legalBasis: basis,
      stage: 'Active',
      startDate: from,
      sessionsPerWeek: days.length * sessions.length,
      ...more,
    },
  };
  const slots = days.flatMap((day) =>
    sessions.map((session): NewRecord => {
      const startsAt = session === 'AM' || sessions.length === 1 ? start : '13:00';
      return {
        record: 'scheduleSlot',
        key: `sl-${key.slice(3)}-${day.slice(0, 3)}-${session}`.toLowerCase(),
        values: {
          placement: key,
          site: `si-${at.slice(3)}`,
          weekPattern: weeks,
          day,
          session,
          place,
          start: startsAt,
          end: session === 'AM' ? '12:00' : '15:00',
          validFrom: from,
          validTo,
        },
      };
    }),
  );
  return [placement, ...slots];
}
