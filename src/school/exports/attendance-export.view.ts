import { z } from 'zod';
import { statusWords } from '../attendance/asked.ts';
import type { Attendance } from '../attendance/attendance.record.ts';
import { dayInput, marksAtHand } from '../attendance/marks.ts';
import { registerShare, sessionShare } from '../attendance/percentages.ts';
import { addDays, dateWithYear } from '../calendar/dates.ts';
import { grouped } from '../grouped.ts';
import type { SchoolDay } from '../moment.ts';
import { initialsOf } from '../pupils/initials-of.ts';
import { type Seen, view } from '../view.ts';
import type {
  AttendanceExport,
  ProviderAttendance,
  PupilAttendance,
  SessionCounts,
  SessionLine,
} from './attendance-export.types.ts';
import { spansOf } from './spans.ts';

/** Attendance between two days by pupil and by provider, and every session of it (policy 8.2, 8.7; domain.md 3.2). */
export const attendanceExport = view({
  name: 'attendance-export',
  says: 'Attendance between two days, by pupil, by provider and session by session, to take away as a file.',
  params: z.strictObject({ from: dayInput.optional(), to: dayInput.optional() }),
  roles: ['attendance-officer', 'ap-leader'],
  needs: ['attendance', 'pupil', 'placement', 'provider', 'calendarEntry'],
  show(seen, asked): AttendanceExport {
    const spans = spansOf(seen.calendar, seen.now.today);
    const to = asked.to ?? seen.now.today;
    const from = asked.from ?? spans[0]?.from ?? to;
    const rows = seen.records.attendance.all().filter(({ date }) => from <= date && date <= to);
    return {
      from,
      to,
      says: `${dateWithYear(from)} to ${dateWithYear(to)}`,
      ...troubleOf(seen, from, to, rows.length),
      pupils: pupilsOf(seen, rows).toSorted((a, b) => byShare(a, b) || a.name.localeCompare(b.name)),
      providers: providersOf(seen, rows).toSorted((a, b) => byShare(a, b) || a.name.localeCompare(b.name)),
      lines: rows
        .map((row) => lineOf(seen, row))
        .toSorted(
          (a, b) => a.date.localeCompare(b.date) || a.session.localeCompare(b.session) || a.name.localeCompare(b.name),
        ),
      spans,
    };
  },
});

function troubleOf(seen: Seen, from: SchoolDay, to: SchoolDay, held: number): { trouble?: string } {
  const oldest = addDays(seen.now.today, -marksAtHand);
  if (from > to) return { trouble: 'The first day is after the last. Change one of them.' };
  if (from < oldest) {
    const day = dateWithYear(oldest);
    return {
      trouble: `Marks are at hand back to ${day} only. Choose a first day from then on; older ones are in the list AP Attendance.`,
    };
  }
  return held === 0 ? { trouble: 'No session was marked in these days.' } : {};
}

function pupilsOf(seen: Seen, rows: readonly Attendance[]): readonly PupilAttendance[] {
  return [...grouped(rows, (row) => row.pupil)].flatMap(([key, own]) => {
    const pupil = seen.records.pupil.get(key);
    if (!pupil) return [];
    return {
      pupil: key,
      upn: pupil.upn ?? '',
      name: pupil.legalName,
      initials: initialsOf(seen.records.pupil, pupil),
      year: pupil.year,
      tutorGroup: pupil.tutorGroup ?? '',
      providers: [...new Set(own.map((row) => providerOf(seen, row).name))].toSorted(),
      counts: countsOf(own),
      ap: sessionShare(own),
      register: registerShare(own.filter((row) => !seen.calendar.closed(row.date, row.session))),
    };
  });
}

function providersOf(seen: Seen, rows: readonly Attendance[]): readonly ProviderAttendance[] {
  return [...grouped(rows, (row) => providerOf(seen, row).key)].flatMap(([key, own]) => {
    const [first] = own;
    if (!first) return [];
    return {
      provider: key,
      name: providerOf(seen, first).name,
      pupils: new Set(own.map(({ pupil }) => pupil)).size,
      counts: countsOf(own),
      ap: sessionShare(own),
    };
  });
}

/** A mark whose placement or provider is no longer in the lists still counts, and says so. */
function providerOf(seen: Seen, row: Attendance): { readonly key: string; readonly name: string } {
  const key = seen.records.placement.get(row.placement)?.provider;
  const provider = key === undefined ? undefined : seen.records.provider.get(key);
  return provider ?? { key: '', name: 'Unknown provider' };
}

function countsOf(rows: readonly Attendance[]): SessionCounts {
  const reported = (status: Attendance['providerStatus']) => rows.filter((row) => row.providerStatus === status).length;
  return {
    expected: sessionShare(rows).possible,
    onTime: reported('AttendedOnTime'),
    late: reported('AttendedLate'),
    leftEarly: reported('LeftEarly'),
    sentHome: reported('SentHome'),
    absentReason: reported('AbsentReason'),
    absentNoReason: reported('AbsentNoReason'),
    elsewhere: reported('Elsewhere'),
    notReported: reported('NotReported'),
    providerClosed: reported('ProviderClosed'),
  };
}

function lineOf(seen: Seen, row: Attendance): SessionLine {
  const pupil = seen.records.pupil.get(row.pupil);
  return {
    upn: pupil?.upn ?? '',
    name: pupil?.legalName ?? 'Unknown pupil',
    provider: providerOf(seen, row).name,
    date: row.date,
    session: row.session,
    status: statusWords[row.providerStatus],
    arrival: row.arrival ?? '',
    left: row.left ?? '',
    code: row.code ?? '',
    note: [row.reason, row.nature, row.note].filter(Boolean).join('; '),
  };
}

/** The lowest first: that is where somebody has to look; without a session that counts last. */
function byShare(a: Pick<PupilAttendance, 'ap'>, b: Pick<PupilAttendance, 'ap'>): number {
  return (a.ap.percent ?? 101) - (b.ap.percent ?? 101);
}
