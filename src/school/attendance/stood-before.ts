import { shortDate } from '../calendar/dates.ts';
import { momentOf } from '../moment.ts';
import { statusWords } from './asked.ts';
import { type Attendance, providerStatuses } from './attendance.record.ts';

/** Longest text that a list column of several lines takes with room to spare. */
const longest = 50_000;

/** What a mark held before it was changed, oldest first, one line each, with the row as it stands now as the last. */
export function withWhatStood(row: Attendance): string {
  const line = [
    row.reportedAt,
    row.codeByName ?? row.reportedByName,
    row.providerStatus,
    row.arrival ?? row.left,
    row.code,
    row.reason,
    row.note,
    ...(row.inSchool ? ["in school, as the school's register said"] : []),
  ]
    .map((piece) => (piece ?? '').replace(/[|\n]/g, ' ').trim())
    .join(' | ');
  return [row.amendedFrom, line].filter(Boolean).join('\n').slice(-longest);
}

/** True where the report itself was changed, and not only its code or what the register says. */
export function reportedAgain({
  amendedFrom = '',
  reportedAt = '',
}: Pick<Attendance, 'amendedFrom' | 'reportedAt'>): boolean {
  const lines = amendedFrom.split('\n').filter(Boolean);
  return lines.some((line) => line.split('|')[0]?.trim() !== reportedAt);
}

/** The lines as a person reads them: "Tue 5 May 09:20, Robin Example: Absent, no word, code N". */
export function stoodBefore({ amendedFrom = '' }: Pick<Attendance, 'amendedFrom'>): readonly string[] {
  return amendedFrom.split('\n').filter(Boolean).map(inWords);
}

function inWords(line: string): string {
  const [at = '', by = '', status = '', time = '', code = '', ...why] = line.split('|').map((piece) => piece.trim());
  const known = providerStatuses.find((each) => each === status);
  if (!known) return line;
  const moment = at === '' ? undefined : momentOf(at);
  const who = [moment ? `${shortDate(moment.today)} ${moment.time}` : '', by].filter(Boolean).join(', ');
  const what = [[statusWords[known], time].filter(Boolean).join(' '), code && `code ${code}`, ...why].filter(Boolean);
  return [who, what.join(', ')].filter(Boolean).join(': ');
}
