import { shortDate } from '../calendar/dates.ts';
import type { SchoolDay } from '../moment.ts';
import { initialsOf } from '../pupils/initials-of.ts';
import { mayRead } from '../rights.ts';
import type { Seen } from '../view.ts';
import { askedSessions, isUnanswered, markOf, plusMinutes, statusWords } from './asked.ts';
import type { Attendance } from './attendance.record.ts';
import type { ExpectedSession } from './expected-sessions.ts';
import { isTwoPlaces } from './in-school.ts';
import { pupilSessionKey } from './marks.ts';
import { nDeadline, settleDaysOn } from './n-clock.ts';
import type { OpenRow } from './open-list.types.ts';

/** Every mark that is not settled, for this reader: the nearest deadline first, then the newest. */
export function openRows(seen: Seen): readonly OpenRow[] {
  const kept = seen.records.attendance.all().flatMap((row) => {
    const kind = kindOf(seen, row);
    const due =
      kind === 'n-open' || (kind === 'in-school' && row.code === 'N')
        ? nDeadline(seen.calendar, row.date, settleDaysOn(seen, row.date))
        : undefined;
    const placement = seen.records.placement.get(row.placement);
    return kind && placement ? rowOf(seen, { ...row, provider: placement.provider, kind, due }) : [];
  });
  const silent = askedSessions(seen, seen.now.today)
    .filter((held) => isUnanswered(seen, held) && !markOf(seen, held))
    .filter((held) => seen.now.time >= plusMinutes(held.start, seen.policy.confirmMinutes))
    .flatMap((held) => rowOf(seen, fromHeld(held)));
  return [...kept, ...silent].sort(
    (a, b) =>
      (a.due ?? '9999').localeCompare(b.due ?? '9999') ||
      b.date.localeCompare(a.date) ||
      a.session.localeCompare(b.session) ||
      a.initials.localeCompare(b.initials),
  );
}

function kindOf(seen: Seen, row: Attendance): OpenRow['kind'] | undefined {
  if (row.date > seen.now.today) return undefined;
  const open = seen.records.followUp.get(pupilSessionKey(row.pupil, row.date, row.session))?.state === 'Open';
  if (open && row.date === seen.now.today) return 'not-located';
  if (isTwoPlaces(row)) return 'conflict';
  if (row.inSchool) return seen.calendar.closed(row.date, row.session) ? undefined : 'in-school';
  if (row.code === 'N') return 'n-open';
  if (row.code || row.providerStatus === 'NotExpected') return undefined;
  if (row.providerStatus === 'NotReported') return 'not-reported';
  return seen.calendar.closed(row.date, row.session) ? undefined : 'no-code';
}

interface Open {
  readonly placement: string;
  readonly pupil: string;
  readonly provider: string;
  readonly date: SchoolDay;
  readonly session: OpenRow['session'];
  readonly version?: string;
  readonly providerStatus: Attendance['providerStatus'];
  readonly code?: string;
  readonly suggestedCode?: string;
  readonly kind: OpenRow['kind'];
  readonly due?: SchoolDay;
}

function fromHeld(held: ExpectedSession): Open {
  const { date, session } = held;
  const status = 'NotReported' as const;
  return {
    placement: held.placement.key,
    pupil: held.pupil.key,
    provider: held.provider.key,
    date,
    session,
    providerStatus: status,
    kind: 'not-reported',
  };
}

const kindWords: Readonly<Record<OpenRow['kind'], string>> = {
  'not-located': 'Not located',
  'not-reported': 'Not reported',
  'n-open': 'N',
  'no-code': 'No code',
  conflict: 'Conflict',
  'in-school': 'In school',
};

function rowOf(seen: Seen, open: Open): OpenRow[] {
  const pupil = seen.records.pupil.get(open.pupil);
  if (!pupil || !(seen.by.id === 'clock' || mayRead(seen.by, 'attendance', pupil.key))) return [];
  const left = open.due ? seen.calendar.schoolDaysBetween(seen.now.today, open.due) : undefined;
  const initials = initialsOf(seen.records.pupil, pupil);
  const daysLeft = typeof left === 'number' ? left : undefined;
  const past = open.kind === 'n-open' && daysLeft !== undefined && daysLeft < 0;
  return [
    {
      placement: open.placement,
      pupil: open.pupil,
      date: open.date,
      session: open.session,
      seen: open.version ?? null,
      initials,
      name: mayRead(seen.by, 'pupil-core', pupil.key) ? (pupil.preferredName ?? pupil.legalName) : undefined,
      year: `Y${pupil.year}`,
      provider: open.provider,
      providerName: seen.records.provider.get(open.provider)?.name ?? '',
      kind: open.kind,
      status: statusWords[open.providerStatus],
      code: open.code,
      suggestedCode: past ? 'O' : open.suggestedCode,
      codeSays: past ? 'Past its last day: O is proposed; you confirm.' : undefined,
      due: open.due,
      daysLeft,
      says: [kindWords[open.kind], initials, `${shortDate(open.date)} ${open.session}`, leftWords(daysLeft)]
        .filter(Boolean)
        .join(' · '),
    },
  ];
}

function leftWords(days: number | undefined): string {
  if (days === undefined) return '';
  if (days === 0) return 'last day today';
  const n = Math.abs(days);
  return `${n} school day${n === 1 ? '' : 's'} ${days < 0 ? 'overdue' : 'left'}`;
}
