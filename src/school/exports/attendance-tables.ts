import type { AttendanceExport, SessionCounts } from './attendance-export.types.ts';
import type { ExportTable } from './csv.ts';

const counted: readonly (readonly [keyof SessionCounts, string])[] = [
  ['expected', 'Sessions expected'],
  ['onTime', 'On time'],
  ['late', 'Late'],
  ['leftEarly', 'Left early'],
  ['sentHome', 'Sent home'],
  ['absentReason', 'Absent with reason'],
  ['absentNoReason', 'Absent, no word'],
  ['elsewhere', 'Elsewhere'],
  ['notReported', 'Not reported'],
  ['providerClosed', 'Provider closed'],
];
const heads = counted.map(([, head]) => head);
const numbers = (counts: SessionCounts) => counted.map(([key]) => counts[key]);

/** The three tables of an attendance export: by pupil, by provider, every session. Percentages are of 100, to one place. */
export function attendanceTables(of: AttendanceExport): readonly [ExportTable, ExportTable, ExportTable] {
  const span = `${of.from} to ${of.to}`;
  return [
    {
      name: `AP attendance by pupil ${span}`,
      sheet: 'By pupil',
      columns: ['UPN', 'Name', 'Year', 'Tutor group', 'Providers', 'From', 'To', ...heads, 'AP %', 'Register %'],
      rows: of.pupils.map((each) => [
        each.upn,
        each.name,
        each.year,
        each.tutorGroup,
        each.providers.join('; '),
        of.from,
        of.to,
        ...numbers(each.counts),
        each.ap.percent ?? '',
        each.register.percent ?? '',
      ]),
    },
    {
      name: `AP attendance by provider ${span}`,
      sheet: 'By provider',
      columns: ['Provider', 'Pupils', 'From', 'To', ...heads, 'AP %'],
      rows: of.providers.map((each) => [
        each.name,
        each.pupils,
        of.from,
        of.to,
        ...numbers(each.counts),
        each.ap.percent ?? '',
      ]),
    },
    {
      name: `AP sessions ${span}`,
      sheet: 'Sessions',
      columns: ['UPN', 'Name', 'Provider', 'Date', 'Session', 'Reported', 'Arrived', 'Left', 'Code', 'Note'],
      rows: of.lines.map((line) => [
        line.upn,
        line.name,
        line.provider,
        line.date,
        line.session,
        line.status,
        line.arrival,
        line.left,
        line.code,
        line.note,
      ]),
    },
  ];
}
