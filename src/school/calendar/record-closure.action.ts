import { z } from 'zod';
import type { Problem } from '../../schema/parse.ts';
import { joinKey } from '../../schema/record.ts';
import { action, type Decision, type Known } from '../action.ts';
import { redrawRound } from '../attendance/after-mark.ts';
import { dayTrouble } from '../attendance/asked.ts';
import { dayInput, keyInput, lineInput, roundOf, sessionName } from '../attendance/marks.ts';
import { reportedThere } from '../attendance/reported-there.ts';
import type { Save } from '../change.ts';
import { type Session, sessions } from '../placements/schedule-slot.record.ts';
import { counts } from './calendar-entry.record.ts';
import { shortDate } from './dates.ts';
import { closedInWords } from './in-words.ts';

const input = z.strictObject({
  date: dayInput,
  sessions: z.enum(['AM', 'PM', 'Both'], { error: () => 'The sessions are AM, PM or Both.' }),
  why: lineInput.min(1, 'Say why it is closed, such as Snow.'),
  /** The provider that closes; absent: the school itself. */
  provider: keyInput.optional(),
  /** Of a closure of the school: # planned, Y3 part of the premises, Y4 the whole site unexpectedly. */
  code: z.enum(['#', 'Y3', 'Y4'], { error: () => 'The code of a closure is #, Y3 or Y4.' }).optional(),
});

type Closure = z.infer<typeof input>;

/** A provider or the school does not open, for a session or a day; nobody is asked for or chased there (domain.md 3.3, 5). */
export const recordClosure = action<Closure>({
  name: 'record-closure',
  says: 'Say that a provider or the school is closed for a morning, an afternoon or a day.',
  input,
  roles: ['attendance-officer', 'ap-leader'],
  needs: ['calendarEntry', 'provider', 'attendance', 'placement', 'scheduleSlot', 'message'],
  decide,
});

function decide(known: Known, wish: Closure): Decision {
  const wished = sessions.filter((session) => wish.sessions === 'Both' || wish.sessions === session);
  const problem = dayProblem(known, wish, wished) ?? placeProblem(known, wish);
  if (problem) return { problems: [problem] };
  const open = wished.filter((session) => !isClosed(known, wish, session));
  const standing = keyOf(wish, wish.sessions);
  if (open.length === 0) {
    const { version } = known.records.calendarEntry.get(standing) ?? {};
    const unchanged = [{ about: standing, outcome: 'unchanged' as const, version }];
    return { changes: [], unchanged, because: 'Known to be closed already.', about: wish.provider ?? 'school' };
  }
  const clash = clashProblem(known, wish, open);
  if (clash) return { problems: [clash] };
  return {
    changes: [saveOf(known, wish, open), ...open.flatMap((each) => redrawRound(known, roundOf(wish.date, each)))],
    because: `Closed on ${shortDate(wish.date)}: ${wish.why}`.slice(0, 255),
    about: wish.provider ?? 'school',
  };
}

function dayProblem(known: Known, { date, sessions: at }: Closure, wished: readonly Session[]): Problem | undefined {
  const trouble = wished.map((session) => dayTrouble(known, date, session)).find((each) => each !== undefined);
  if (trouble) return { field: 'date', says: `${trouble} Nobody is expected, so there is nothing to close.` };
  if (date >= known.now.today || known.by.roles.includes('ap-leader')) return undefined;
  const days = known.calendar.schoolDaysBetween(date, known.now.today);
  if (typeof days !== 'number') return { field: 'date', says: days.says };
  const limit = known.policy.lateEntrySchoolDays;
  if (days <= limit) return undefined;
  const what = at === 'Both' ? 'that day' : `that ${sessionName(at).toLowerCase()}`;
  return {
    field: 'date',
    says: `More than ${limit} school days have passed since ${shortDate(date)}: ask the AP leader to close ${what}.`,
  };
}

function placeProblem(known: Known, wish: Closure): Problem | undefined {
  if (wish.provider !== undefined) {
    if (!known.records.provider.get(wish.provider)) return { field: 'provider', says: 'There is no such provider.' };
    if (!wish.code) return undefined;
    return { field: 'code', says: 'No register code follows from the closure of a provider: leave it out (3.3).' };
  }
  const inset = sessions
    .map((session) => known.calendar.closed(wish.date, session))
    .find((each) => each?.why === 'INSET');
  if (!inset) return undefined;
  return { field: 'date', says: `The school has no pupils on ${shortDate(wish.date)} (${closedInWords(inset)}).` };
}

function isClosed(known: Known, { provider, date }: Closure, session: Session): boolean {
  if (provider !== undefined) return known.calendar.providerClosed(provider, date, session);
  return known.calendar.closed(date, session) !== undefined;
}

/** Nobody can be there when it is closed: the marks that say so are changed first, by who knows better. */
function clashProblem(known: Known, { provider, date }: Closure, open: readonly Session[]): Problem | undefined {
  const there = known.records.attendance
    .by('date', date)
    .filter((row) => open.includes(row.session) && reportedThere(known, row, provider));
  if (there.length === 0) return undefined;
  const who = there.length === 1 ? '1 pupil is reported' : `${there.length} pupils are reported`;
  const where = provider === undefined ? 'on the school site' : 'there';
  return {
    field: 'sessions',
    says: `${who} as ${where} in this time. Change the marks first, or close the other session.`,
  };
}

/** One entry per provider and day; one per sessions of the school's own day. */
function keyOf({ provider, date }: Closure, at: Closure['sessions']): string {
  return provider === undefined ? joinKey('Closure', date, at) : joinKey('ProviderClosure', date, provider);
}

function saveOf(known: Known, wish: Closure, open: readonly Session[]): Save {
  const only = open.length === 2 ? 'Both' : (open[0] ?? 'Both');
  const own = keyOf(wish, only);
  const longer = known.records.calendarEntry.get(own);
  const key = longer && counts(longer) && longer.lastDay !== wish.date ? joinKey(own, only) : own;
  const held = known.records.calendarEntry.get(key);
  const stands = held && counts(held) ? held : undefined;
  return {
    kind: 'save',
    record: 'calendarEntry',
    key,
    seen: held?.version ?? null,
    values: {
      kind: wish.provider === undefined ? 'Closure' : 'ProviderClosure',
      name: wish.why,
      firstDay: wish.date,
      lastDay: wish.date,
      sessions: stands && stands.sessions !== only ? 'Both' : only,
      provider: wish.provider,
      registerCode: wish.provider === undefined ? (wish.code ?? 'Y4') : undefined,
      changedByName: known.by.name,
      changedAt: known.now.instant,
      ...(held && !stands ? { state: 'Stands', why: undefined } : {}),
    },
  };
}
