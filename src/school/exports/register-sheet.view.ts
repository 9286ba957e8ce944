import { z } from 'zod';
import { askedSessions, dayTrouble, markOf, statusWords } from '../attendance/asked.ts';
import type { ExpectedSession } from '../attendance/expected-sessions.ts';
import { dayInput } from '../attendance/marks.ts';
import { shortDate } from '../calendar/dates.ts';
import { initialsOf } from '../pupils/initials-of.ts';
import { type Seen, view } from '../view.ts';
import type { RegisterSheet, SheetRow, SheetSession } from './register-sheet.types.ts';

/** Each pupil with a session elsewhere on a day: code and note for each half, as the officer hands them back (3.1). */
export const registerSheet = view({
  name: 'register-sheet',
  says: "The day's register of pupils at providers, for the school's information system and for paper.",
  params: z.strictObject({ date: dayInput.optional() }),
  roles: ['attendance-officer', 'ap-leader'],
  needs: ['attendance', 'pupil', 'placement', 'scheduleSlot', 'provider', 'calendarEntry'],
  show(seen, { date = seen.now.today }): RegisterSheet {
    const held = askedSessions(seen, date);
    const rows = [...new Set(held.map((one) => one.pupil.key))].map((pupil) =>
      rowOf(
        seen,
        held.filter((one) => one.pupil.key === pupil),
      ),
    );
    const sessions = rows.flatMap(({ am, pm }) => [am, pm]).filter((one) => one !== undefined);
    const closed = held.length > 0 ? undefined : (dayTrouble(seen, date, 'AM') ?? 'Nobody is expected at a provider.');
    return {
      date,
      day: shortDate(date),
      ...(closed ? { closed } : {}),
      rows: rows.toSorted(
        (a, b) =>
          Number(a.year) - Number(b.year) ||
          a.tutorGroup.localeCompare(b.tutorGroup, 'en', { numeric: true }) ||
          a.name.localeCompare(b.name),
      ),
      open: sessions.filter(({ code, status }) => code === '' && status !== statusWords.NotExpected).length,
    };
  },
});

function rowOf(seen: Seen, held: readonly ExpectedSession[]): SheetRow {
  const [first] = held;
  if (!first) throw new Error('A row has a session.');
  const { pupil } = first;
  const am = sessionOf(seen, held, 'AM');
  const pm = sessionOf(seen, held, 'PM');
  return {
    pupil: pupil.key,
    upn: pupil.upn ?? '',
    misId: pupil.misId ?? '',
    name: pupil.legalName,
    initials: initialsOf(seen.records.pupil, pupil),
    year: pupil.year,
    tutorGroup: pupil.tutorGroup ?? '',
    ...(am ? { am } : {}),
    ...(pm ? { pm } : {}),
  };
}

/** The row that carries the code speaks for the session; a pupil at two places has only one. */
function sessionOf(seen: Seen, held: readonly ExpectedSession[], session: 'AM' | 'PM'): SheetSession | undefined {
  const of = held.filter((one) => one.session === session);
  const one = of.find((each) => markOf(seen, each)?.code) ?? of.find(({ expected }) => expected) ?? of[0];
  if (!one) return undefined;
  const mark = markOf(seen, one);
  const status = one.expected || mark ? statusWords[mark?.providerStatus ?? 'NotReported'] : statusWords.NotExpected;
  return {
    provider: one.provider.name,
    start: one.start,
    status,
    ...(one.expected || mark ? {} : { because: one.because }),
    code: mark?.code ?? '',
    note: [mark?.nature, mark?.note].filter(Boolean).join('; '),
  };
}
