import { z } from 'zod';
import { isSchoolDay, type Problem } from '../../schema/parse.ts';
import { joinKey } from '../../schema/record.ts';
import { action, type Decision, type Known } from '../action.ts';
import { closedInWords } from '../calendar/in-words.ts';
import type { Change } from '../change.ts';
import type { Attendance } from './attendance.record.ts';
import { codeTrouble } from './codes.ts';
import { expectedFor } from './expected-for.ts';
import { lateEntryTrouble, tooEarly } from './late-entry.ts';
import { withWhatStood } from './stood-before.ts';
import { isOnlineAtHome } from './suggest-code.ts';

const input = z.strictObject({
  marks: z
    .array(
      z.strictObject({
        pupil: z.string().min(1),
        date: z.string().refine(isSchoolDay, 'date must be a date like 2026-11-24.'),
        session: z.enum(['AM', 'PM']),
        code: z.string().min(1).max(2),
        note: z.string().max(2_000).optional(),
        seen: z.string(),
      }),
    )
    .min(1, 'Send at least one mark.')
    .max(200, 'Send at most 200 marks at once.'),
});

type Input = z.infer<typeof input>;

/** The officer's own decision on a register code: N replaced, an open suggestion taken, a conflict settled (reg 10; D1). */
export const settleCode = action<Input>({
  name: 'settle-code',
  says: 'Settle the register code of sessions: replace N, or decide where the law leaves it to the officer.',
  input,
  roles: ['attendance-officer', 'ap-leader'],
  needs: ['attendance', 'placement', 'scheduleSlot', 'pupil', 'calendarEntry'],
  decide,
});

function decide(known: Known, wish: Input): Decision {
  const problems: Problem[] = [];
  const changes: Change[] = [];
  for (const [index, mark] of wish.marks.entries()) {
    const made = wish.marks.slice(0, index).some((other) => sameSession(other, mark))
      ? { field: 'pupil', says: 'This session stands twice in the same save. Send it once.' }
      : settle(known, mark);
    if ('says' in made) problems.push({ field: `marks.${index}.${made.field}`, says: made.says });
    else changes.push(made);
  }
  if (problems.length > 0) return { problems };
  return {
    changes,
    because: changes.length === 1 ? '1 code settled' : `${changes.length} codes settled`,
    about: wish.marks[0]?.pupil,
  };
}

type Mark = Input['marks'][number];

function sameSession(one: Mark, other: Mark): boolean {
  return one.pupil === other.pupil && one.date === other.date && one.session === other.session;
}

function settle(known: Known, mark: Mark): Change | Problem {
  const rows = known.records.attendance
    .by('pupil', mark.pupil)
    .filter((row) => row.date === mark.date && row.session === mark.session);
  const row = rows.find((one) => one.version === mark.seen) ?? rows.find((one) => one.code) ?? rows[0];
  if (!row) return { field: 'pupil', says: 'Nothing was reported for this session. Record the attendance first.' };
  const early = tooEarly(known, mark.date);
  if (early) return early;
  // Past its last day N becomes O, which the officer confirms (D1); everything else then late is the AP leader's.
  const confirmed = mark.code === row.code || (row.code === 'N' && mark.code === 'O');
  const late = confirmed
    ? undefined
    : lateEntryTrouble(known, mark.date, [{ note: mark.note ?? row.note ?? 'N settled' }]);
  if (late) return late;
  const carrier = rows.find((one) => one.key !== row.key && one.code);
  if (carrier) {
    return {
      field: 'pupil',
      says: "Another placement's mark carries the code of this session, and the register holds one. Settle that one.",
    };
  }
  const closed = known.calendar.closed(mark.date, mark.session);
  const only = closed?.why === 'closure' ? closed.code : '#';
  if (closed && mark.code !== only) {
    return {
      field: 'code',
      says: `The school is closed in this session (${closedInWords(closed)}): its code is ${only}, never ${mark.code}.`,
    };
  }
  const found = expectedFor(known, row.placement, mark.date, mark.session);
  const expected = 'expected' in found ? found.expected : undefined;
  const note = mark.note ?? noteHeld(row, mark.code);
  const trouble = codeTrouble({
    code: mark.code,
    date: mark.date,
    note,
    onlineAtHome: expected
      ? isOnlineAtHome({
          providerType: expected.provider.type,
          siteKind: expected.site?.kind,
          place: expected.slot.place,
          supervisedOnLine: expected.provider.supervisedOnLine,
        })
      : false,
    flexiHome: expected?.placement.legalBasis === 'FLEXI' && expected.slot.place === 'Home',
  });
  if (trouble) return { field: trouble.includes('needs a note') ? 'note' : 'code', says: trouble };
  return {
    kind: 'save',
    record: 'attendance',
    key: row.key,
    seen: mark.seen,
    values: {
      code: mark.code,
      note: mark.note ?? row.note,
      registerKey: joinKey(mark.pupil, mark.date, mark.session),
      codeBy: known.by.id,
      codeByName: known.by.name,
      codeAt: known.now.instant,
      nDeadline: mark.code === 'N' ? row.nDeadline : undefined,
      // The officer has asked both: the code is the answer, and what the register said stays among what stood before.
      ...(row.inSchool ? { inSchool: false } : {}),
      registerCopied: false,
      amendedFrom: withWhatStood(row),
    },
    onRegisterConflict: { registerKey: row.key, code: undefined },
  };
}

/** What the register row holds already for the note of a code: the nature of the activity, but a cause only of the same code. */
function noteHeld(row: Attendance, code: string): string | undefined {
  if (code === 'Y7') return row.code === 'Y7' ? row.note : undefined;
  return row.nature ?? row.note;
}
