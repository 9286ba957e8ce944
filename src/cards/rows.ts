import { statusWords } from '../school/attendance/asked.ts';
import type { ProviderStatus } from '../school/attendance/attendance.record.ts';
import { isWaitedFor } from '../school/attendance/in-school.ts';
import type { RegisterRow } from '../school/attendance/register.types.ts';
import { absenceReasons } from '../school/attendance/suggest-code.ts';
import type { Dot } from '../school/attendance/today.types.ts';
import { momentOf } from '../school/moment.ts';

const asked: readonly ProviderStatus[] = [
  'AttendedOnTime',
  'AttendedLate',
  'AbsentReason',
  'AbsentNoReason',
  'ProviderClosed',
  'NotExpected',
];
const later: readonly ProviderStatus[] = [...asked, 'LeftEarly', 'SentHome', 'Elsewhere'];

const choice = (status: ProviderStatus) => ({ title: statusWords[status], value: status });

/** Choices of the register's inputs, shared by all rows. */
export const rowChoices = {
  statuses: asked.map(choice),
  laterStatuses: later.map(choice),
  reasons: Object.keys(absenceReasons).map((reason) => ({ title: reason, value: reason })),
} as const;

/** A row as the templates of register and chase draw it: open, answered (one line, can be changed) or not expected. */
export function drawRow(row: RegisterRow, typed: Readonly<Record<string, string>> = {}) {
  const who = `${row.initials} ${row.year}`;
  const id = (name: string) => `${name}:${row.placement}`;
  const value = (name: string) => typed[id(name)] ?? '';
  const open = isWaitedFor(row);
  const answered = row.status !== 'NotReported' || row.inSchool !== undefined;
  return {
    who,
    open,
    answered,
    quiet: !open && !answered,
    due: `due ${row.start}`,
    dots: dotShapes(row.dots),
    line: open
      ? ''
      : answered
        ? answeredLine(who, row)
        : `${who} · not expected: ${row.notExpectedBecause ?? 'not due'}`,
    status: { id: id('status'), value: value('status'), label: `${who}: what does the provider say?` },
    more: id('more'),
    moreShown:
      ['time', 'reason', 'note', 'amend'].some((name) => value(name) !== '') || (answered && value('status') !== ''),
    time: { id: id('time'), value: value('time'), label: `${who}: time` },
    reason: { id: id('reason'), value: value('reason'), label: `${who}: reason for absence` },
    note: { id: id('note'), value: value('note'), label: `${who}: note, or why not expected` },
    amend: { id: id('amend'), value: value('amend'), label: `${who}: why is it changed?` },
  };
}

function answeredLine(who: string, row: RegisterRow): string {
  const what = [saidOf(row), row.time, row.reason?.toLowerCase()].filter(Boolean).join(', ');
  const changed = row.changed ? ` · ${momentOf(row.changed.at).time} by ${row.changed.by}` : '';
  const conflict = row.conflict ? ` · ${row.conflict}` : '';
  return `${who} · ${what}${changed}${conflict}`;
}

function saidOf({ status, inSchool }: RegisterRow): string {
  return status === 'NotReported' && inSchool ? 'In school' : statusWords[status];
}

/** The versions that the card shows, as `seen:<placement>`; empty text stands for no mark yet. */
export function seenOf(rows: readonly RegisterRow[]): Readonly<Record<string, string>> {
  return Object.fromEntries(rows.map((row) => [`seen:${row.placement}`, row.seen ?? '']));
}

const shapes: Readonly<Record<Dot['shape'], { readonly mark: string; readonly word: string }>> = {
  here: { mark: '●', word: 'here' },
  late: { mark: '◐', word: 'late' },
  absent: { mark: '○', word: 'absent' },
  missing: { mark: '✕', word: 'no word' },
  closed: { mark: '–', word: 'closed' },
  unknown: { mark: '·', word: 'not known' },
};

/** "●●○●◐ 3 here, 1 absent, 1 late": shapes for the eye, words for a screen reader. */
export function dotShapes(dots: readonly Dot[]): string {
  if (dots.length === 0) return 'no sessions before';
  const counts = new Map<string, number>();
  for (const { shape } of dots) counts.set(shapes[shape].word, (counts.get(shapes[shape].word) ?? 0) + 1);
  const words = [...counts].map(([word, n]) => `${n} ${word}`).join(', ');
  return `${dots.map(({ shape }) => shapes[shape].mark).join('')} ${words}`;
}
