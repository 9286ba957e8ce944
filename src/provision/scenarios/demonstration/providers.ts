import type { NewRecord } from '../../write-records.ts';

const provider = (key: string, values: NewRecord['values']): NewRecord => ({
  record: 'provider',
  key,
  values: { status: 'Approved', ...values },
});
const site = (key: string, values: NewRecord['values']): NewRecord => ({
  record: 'site',
  key,
  values: { inUse: true, ...values },
});

/** Six invented providers, each of another kind, and a garage for work experience, with where they teach and whom to ring. */
export const providerRecords: readonly NewRecord[] = [
  provider('pr-farm', {
    name: 'Hill Farm Learning',
    type: 'NonSchool',
    registered: 'No',
    attendanceContact: 'Farm office',
    attendancePhone: '01632 960201',
    sendsAttendanceBy: 'Phone',
  }),
  provider('pr-college', {
    name: 'Riverside College',
    type: 'FECollege',
    attendanceContact: 'Attendance desk',
    attendancePhone: '01632 960202',
    sendsAttendanceBy: 'Email',
  }),
  provider('pr-hospital', {
    name: 'Infirmary Tuition Service',
    type: 'OneToOneTuition',
    attendanceContact: 'Ward teacher',
    attendancePhone: '01632 960203',
    sendsAttendanceBy: 'Phone',
  }),
  provider('pr-unit', {
    name: 'The Loft, on site',
    type: 'OnSite',
    attendanceContact: 'Unit manager',
    attendancePhone: '01632 960204',
    sendsAttendanceBy: 'Form',
  }),
  provider('pr-online', {
    name: 'Brightlane Online',
    type: 'Online',
    attendanceContact: 'Learner support',
    attendancePhone: '01632 960205',
    sendsAttendanceBy: 'Portal',
  }),
  provider('pr-school', {
    name: 'Moorgate Academy',
    type: 'AcademySchool',
    registered: 'Yes',
    urn: '999001',
    attendanceContact: 'School office',
    attendancePhone: '01632 960206',
    sendsAttendanceBy: 'Email',
  }),
  provider('pr-garage', {
    name: 'Tannery Lane Garage',
    type: 'WorkBased',
    attendanceContact: 'Workshop foreman',
    attendancePhone: '01632 960207',
    sendsAttendanceBy: 'Phone',
  }),
  site('si-garage', {
    provider: 'pr-garage',
    name: 'The workshop',
    kind: 'Main',
    address: '7 Invented Yard',
    postcode: 'ZZ1 7AA',
  }),
  site('si-farm', {
    provider: 'pr-farm',
    name: 'The farm',
    kind: 'Main',
    address: '1 Invented Lane',
    postcode: 'ZZ1 1AA',
  }),
  site('si-college', {
    provider: 'pr-college',
    name: 'Main building',
    kind: 'Main',
    address: '2 Invented Road',
    postcode: 'ZZ1 2AA',
  }),
  site('si-hospital', {
    provider: 'pr-hospital',
    name: 'Ward school room',
    kind: 'Main',
    address: '3 Invented Street',
    postcode: 'ZZ1 3AA',
  }),
  site('si-unit', {
    provider: 'pr-unit',
    name: 'The Loft',
    kind: 'School',
    address: 'On the school site',
    postcode: 'ZZ1 4AA',
  }),
  site('si-online', { provider: 'pr-online', name: 'Online lessons at home', kind: 'Online' }),
  site('si-school', {
    provider: 'pr-school',
    name: 'Moorgate Academy',
    kind: 'Main',
    address: '6 Invented Way',
    postcode: 'ZZ1 6AA',
  }),
];
