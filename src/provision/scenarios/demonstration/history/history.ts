import { askedSessions, markOf } from '../../../../school/attendance/asked.ts';
import type { ExpectedSession } from '../../../../school/attendance/expected-sessions.ts';
import { markKey, monthOf } from '../../../../school/attendance/marks.ts';
import { addDays } from '../../../../school/calendar/dates.ts';
import { grouped } from '../../../../school/grouped.ts';
import type { Instant, SchoolDay, TimeOfDay } from '../../../../school/moment.ts';
import { type Session, sessions } from '../../../../school/placements/schedule-slot.record.ts';
import type { NewRecord } from '../../../write-records.ts';
import { type Happening, happenings, type Step } from './happenings.ts';
import { beginLife, type Deed, type SchoolLife } from './school-life.ts';
import { seeded, usualWord, wordWhileSchoolShut } from './usual.ts';

/** The half year before the day that is shown. */
export const firstDay: SchoolDay = '2026-06-01';
/** The day before the one that is shown. */
export const lastDay: SchoolDay = '2026-11-23';

/** From then on nothing happens by chance, and decisions that are the officer's are still hers to make. */
const recent: SchoolDay = '2026-11-13';
const undecidedFrom: SchoolDay = '2026-11-20';

/** People of the story by Entra object id; the officers take turns. */
export interface Cast {
  readonly officers: readonly [string, string];
  readonly apLeader: string;
}

/** The school's half year, lived through by the app's own actions: marks, codes, calls, ticks and the journal of them all. */
export function historyRecords(setUp: readonly NewRecord[], cast: Cast): readonly NewRecord[] {
  const life = beginLife(setUp);
  const agenda = new Map<SchoolDay, Deed[]>();
  const random = seeded(20261124);
  for (let day = firstDay; day <= lastDay; day = addDays(day, 1)) {
    if (!life.facts.calendar.loaded(day)) continue;
    const officer = cast.officers[day < '2026-09-03' ? 0 : Number(day.slice(-2)) % 2] ?? cast.officers[0];
    const plan = (deed: Omit<Deed, 'by' | 'via'> & Partial<Deed>) => {
      const whole: Deed = { by: officer, via: 'Tab', ...deed };
      agenda.set(whole.day, [...(agenda.get(whole.day) ?? []), whole]);
    };
    for (const session of sessions) report(life, day, session, random, plan, cast);
    for (const deed of (agenda.get(day) ?? []).sort((a, b) => a.time.localeCompare(b.time))) life.act(deed);
    if (askedSessions(life.facts, day).length > 0) endDay(life, day, officer);
  }
  return life.written();
}

type Plan = (deed: Omit<Deed, 'by' | 'via'> & Partial<Deed>) => void;

/** One card's worth of answers for a session, and what follows from each. */
function report(
  life: SchoolLife,
  day: SchoolDay,
  session: Session,
  random: () => number,
  plan: Plan,
  cast: Cast,
): void {
  const expected = askedSessions(life.facts, day, session).filter((held) => held.expected);
  const shut = life.facts.calendar.closed(day, session) !== undefined;
  const marks = expected.flatMap((held) => {
    const special = happeningOf(held);
    const usual = shut ? wordWhileSchoolShut(held) : usualWord(held, random, day < recent);
    const said = special ? special.said : usual;
    if (special?.inSchool) importInSchool(life, held);
    const chance = !special && said?.status === 'AbsentNoReason' ? foundLater(life, held, random) : [];
    for (const step of special?.next ?? chance) plan(deedOf(life, held, step, day, cast));
    return said ? [{ ...said, placement: held.placement.key, seen: markOf(life.facts, held)?.version ?? null }] : [];
  });
  if (marks.length === 0) return;
  plan({
    day,
    time: session === 'AM' ? '09:50' : '13:45',
    action: 'record-attendance',
    input: () => ({ date: day, session, marks }),
    via: 'Card',
  });
}

function happeningOf(held: ExpectedSession): Happening | undefined {
  return happenings.find(
    (one) => one.placement === held.placement.key && one.date === held.date && (one.session ?? 'AM') === held.session,
  );
}

function importInSchool(life: SchoolLife, held: ExpectedSession): void {
  const key = markKey(held.placement.key, held.date, held.session);
  const { placement, pupil, date, session } = held;
  life.importInSchool({
    key,
    values: { placement: placement.key, pupil: pupil.key, date, month: monthOf(date), session, registerKey: key },
  });
}

/** Who vanishes by chance is found within the half hour, and the code is settled three school days later. */
function foundLater(life: SchoolLife, held: ExpectedSession, random: () => number): readonly Step[] {
  const unwell = random() > 0.4;
  const settled = life.facts.calendar.after(held.date, 3);
  const [first, second]: readonly TimeOfDay[] = held.session === 'AM' ? ['10:05', '10:18'] : ['14:00', '14:14'];
  const where = unwell ? 'At home, unwell' : 'At home, would not go';
  return [
    { at: first ?? '', call: '1', result: 'NoAnswer' },
    { at: second ?? '', call: '2', result: 'LocatedSafe', note: where },
    ...('day' in settled && !held.placement.dualRegistered
      ? [{ on: settled.day, at: '14:30', code: unwell ? 'I' : 'O', note: `${where}: said by a parent.` }]
      : []),
  ];
}

/** A step as the action that does it; the version is read when it is done. */
function deedOf(
  life: SchoolLife,
  held: ExpectedSession,
  step: Step,
  day: SchoolDay,
  cast: Cast,
): Omit<Deed, 'by' | 'via'> {
  const { date, session } = held;
  const pupil = held.pupil.key;
  const common = { day: step.on ?? day, time: step.at, ...(step.by === 'ap-leader' ? { by: cast.apLeader } : {}) };
  const seen = () => markOf(life.facts, held)?.version ?? null;
  if ('report' in step) {
    const input = () => ({ date, session, marks: [{ ...step.report, placement: held.placement.key, seen: seen() }] });
    return { ...common, action: 'record-attendance', input };
  }
  if ('code' in step) {
    const input = () => ({ marks: [{ pupil, date, session, code: step.code, note: step.note, seen: seen() }] });
    return { ...common, action: 'settle-code', input };
  }
  if ('call' in step) {
    const contact = contactOf(life, pupil, step.call);
    const input = (at: Instant) => ({ pupil, date, session, contact, at, result: step.result, note: step.note });
    return { ...common, action: 'record-contact', input };
  }
  const input = () => ({ pupil, date, session, where: step.located, saidBy: step.saidBy });
  return { ...common, action: 'locate-pupil', input };
}

/** `1` and `2`: the pupil's contacts in the order of calling (the last where there are fewer); else who is no contact. */
function contactOf(life: SchoolLife, pupil: string, who: string): string {
  if (!/^\d$/.test(who)) return who;
  const contacts = life.facts.records.contact
    .by('pupil', pupil)
    .filter((each) => each.mayContact)
    .sort((a, b) => (a.order ?? 0) - (b.order ?? 0));
  return (contacts[Number(who) - 1] ?? contacts.at(-1))?.key ?? who;
}

/** The round closes the day; the officer decides what is hers to decide and copies the codes to the school's register. */
function endDay(life: SchoolLife, day: SchoolDay, officer: string): void {
  life.act({ day, time: '15:35', action: 'close-day', input: () => ({}), by: 'clock', via: 'Round' });
  const { attendance } = life.facts.records;
  const open = attendance
    .by('date', day)
    .filter((row) => !row.code && !row.inSchool && !life.facts.calendar.closed(day, row.session))
    .filter((row) => row.suggestedCode === 'L' || (row.suggestedCode === 'C2' && day < undecidedFrom))
    .map(({ pupil, date, session, suggestedCode: code, version: seen }) => ({ pupil, date, session, code, seen }));
  const act = (time: TimeOfDay, action: string, input: unknown) =>
    life.act({ day, time, action, input: () => input, by: officer, via: 'Tab' });
  if (open.length > 0) act('15:40', 'settle-code', { marks: open });
  const uncopied = attendance.all().filter((row) => row.code && !row.registerCopied && !isLastAfternoon(row));
  for (const rows of grouped(uncopied, (row) => `${row.date}|${row.session}`).values()) {
    const [first] = rows;
    if (!first) continue;
    const marks = rows.map((row) => ({ placement: row.placement, seen: row.version }));
    act('16:00', 'copy-to-register', { date: first.date, session: first.session, marks });
  }
}

/** Yesterday afternoon's codes wait to be copied: something to tick on the day that is shown. */
function isLastAfternoon(row: { readonly date: SchoolDay; readonly session: Session }): boolean {
  return row.date === lastDay && row.session === 'PM';
}
