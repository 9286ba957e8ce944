import { choice, choices, link, number, schoolDay, text, yesNo } from '../../schema/fields.ts';
import { type RecordOf, record } from '../../schema/record.ts';

/** Why the pupil is there in law (domain.md 4.1); decides code, consent and clock. */
export const legalBases = [
  'OSD_s29A',
  'DAY6_suspension',
  'AGREED_AP',
  'LA_s19',
  'EHCP_s42',
  'EHCP_s61',
  'PEX',
  'ONSITE_AP',
  'PTT',
  'FLEXI',
] as const;

const basisWords = {
  OSD_s29A: 'Off-site direction (s.29A)',
  DAY6_suspension: 'Suspension, from day six',
  AGREED_AP: 'Agreed with the parents',
  LA_s19: 'Local authority (s.19)',
  EHCP_s42: 'EHCP (s.42)',
  EHCP_s61: 'EHCP, educated otherwise (s.61)',
  PEX: 'Permanent exclusion',
  ONSITE_AP: 'On the school site',
  PTT: 'Part-time timetable',
  FLEXI: 'Flexi-schooling',
};

/** Stages of a placement. Only `Active` expects sessions. */
export const placementStages = [
  'Draft',
  'ReadyForApproval',
  'Approved',
  'Active',
  'Paused',
  'Ended',
  'Cancelled',
] as const;

/** What a review frequency is decided on (clause 8.3). */
export const frequencyReasons = ['Need', 'Type', 'Duration', 'Plan', 'Monitoring'] as const;

/** One pupil at one provider for a time (domain.md 10, PLC). */
export const placement = record({
  name: 'placement',
  list: 'AP Placements',
  label: 'Placement',
  says: 'One pupil at one provider for a time, on a legal basis.',
  keyOf: 'pl- and an opaque id',
  retention: 'pupil-file',
  area: 'placement',
  mirror: 'whole',
  fields: {
    pupil: link('Pupil', 'pupil', { required: true, indexed: true }),
    provider: link('Provider', 'provider', { required: true, indexed: true }),
    legalBasis: choice('Legal basis', legalBases, { required: true, words: basisWords }),
    primaryReason: text('Primary reason', {}),
    stage: choice('Stage', placementStages, { required: true }),
    startDate: schoolDay('Start', { required: true }),
    plannedEnd: schoolDay('Planned end', {}),
    actualEnd: schoolDay('Ended on', { hint: 'Last day of the placement' }),
    pausedFrom: schoolDay('Paused from', {}),
    pausedTo: schoolDay('Paused to', { hint: 'Last day of the pause; empty: until further notice' }),
    dualRegistered: yesNo('Dual registered there', { hint: 'On the admission register of both schools: code D' }),
    natureOfActivity: text('Nature of the activity', { hint: 'Required in the register for code B' }),
    sessionsPerWeek: number('Sessions a week', { min: 0, max: 10 }),
    transport: text('Transport', {}),
    endReason: text('Reason for ending', {}),
    reviewIntervalDays: number('Reviewed every (days)', {
      min: 1,
      max: 56,
      hint: 'Calendar days; never longer than a half term. Empty: once every half term',
    }),
    reviewReasons: choices('Why so often', frequencyReasons, {
      words: {
        Need: 'Needs of the pupil',
        Type: 'Type of provision',
        Duration: 'Length of the placement',
        Plan: 'Plan for the way back',
        Monitoring: 'What monitoring shows',
      },
    }),
    trustNominee: text('Nominee of the trust', { hint: 'Off-site direction: Entra object id; never the head' }),
    trustNomineeName: text('Nominee of the trust (name)', {}),
  },
});

/** A placement as kept. */
export type Placement = RecordOf<typeof placement>;
