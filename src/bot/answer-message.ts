import { ask } from '../app/ask.ts';
import { NotSaved, perform } from '../app/perform.ts';
import type { World } from '../app/ports.ts';
import type { Answered } from '../cards/answer.card.ts';
import { statusWords } from '../school/attendance/asked.ts';
import type { Today, TodayProvider, TodayRow, TodaySession } from '../school/attendance/today.types.ts';
import { matching, type Someone } from './match-pupil.ts';

/** Something typed to the bot. */
export interface Typed {
  readonly text: string;
  readonly by: string;
  readonly name?: string;
  /** The channel it was typed in; `undefined` in a personal chat. */
  readonly channel?: string;
}

/** What to answer. `personal`: only in the asker's personal chat. */
export type Reply =
  | { readonly kind: 'says'; readonly says: string }
  | { readonly kind: 'help'; readonly school: string }
  | { readonly kind: 'answer'; readonly answer: Answered; readonly personal: boolean };

const says = (text: string): Reply => ({ kind: 'says', says: text });

/** Answers `today`, `absent`, `help`, `use this channel` or a pupil's name. Never throws. */
export async function answerMessage(world: World, typed: Typed): Promise<Reply> {
  const command = typed.text.toLowerCase().replace(/[.!?]+$/, '');
  try {
    if (command === 'use this channel') return await chooseChannel(world, typed);
    if (['', 'help', 'hello', 'hi'].includes(command)) return await helpFor(world, typed);
    const today = await todayOf(world, typed);
    if ('kind' in today) return today;
    if (command === 'today') {
      return { kind: 'answer', answer: { title: today.says, lines: countLines(today) }, personal: false };
    }
    if (command === 'absent') {
      return { kind: 'answer', answer: { title: 'Not there', lines: absentLines(today) }, personal: true };
    }
    return { kind: 'answer', answer: await pupilAnswer(world, typed, today), personal: true };
  } catch (error) {
    if (error instanceof NotSaved) return says('Not saved: Microsoft 365 does not answer. Write it again in a minute.');
    return says('Microsoft 365 does not answer just now. Ask again in a minute.');
  }
}

async function chooseChannel(world: World, { by, name, channel }: Typed): Promise<Reply> {
  if (!channel) return says('Write this in the channel where the register cards should go.');
  const outcome = await perform(world, { action: 'use-channel', input: { channel }, by, name, via: 'Card' });
  switch (outcome.kind) {
    case 'done':
      return outcome.results.some((each) => each.outcome === 'superseded')
        ? says('Someone else changed the settings just now. Write it again.')
        : says('The register cards come to this channel from the next round.');
    case 'accepted':
      return says('Received. It is being written.');
    case 'problems':
      return says(outcome.problems.map((each) => each.says).join(' '));
    case 'refused':
      return says(outcome.findings.map((each) => each.says.staff).join(' '));
    default:
      return says(outcome.says);
  }
}

async function helpFor(world: World, { by, name }: Typed): Promise<Reply> {
  const answer = await ask(world, { view: 'me', params: {}, by, name });
  const school = answer.kind === 'shown' ? String(Object(answer.data).school?.shortName ?? '') : '';
  return { kind: 'help', school: school || 'this school' };
}

async function todayOf(world: World, { by, name }: Typed): Promise<Today | Reply> {
  const answer = await ask(world, { view: 'today', params: {}, by, name });
  if (answer.kind === 'problems') return says(answer.problems.map((each) => each.says).join(' '));
  return answer.kind === 'shown' ? Object(answer.data) : says(answer.says);
}

const sessionWord = ({ session }: TodaySession) => (session === 'AM' ? 'Morning' : 'Afternoon');

function countLines(today: Today): readonly string[] {
  const lines = today.sessions.map((session) => {
    const { expected, here, late, absent, missing, notReported } = session.counts;
    const closed = session.schoolClosed ? ` School closed: ${session.schoolClosed}.` : '';
    return `${sessionWord(session)}: ${expected} expected, ${here} here, ${late} of them late, ${absent} absent with reason, ${missing} absent without word, ${notReported} not reported.${closed}`;
  });
  return [...today.troubles, ...lines];
}

const missed: readonly TodayRow['status'][] = ['AbsentReason', 'AbsentNoReason', 'LeftEarly', 'SentHome', 'Elsewhere'];

function absentLines(today: Today): readonly string[] {
  const lines = rowsIn(today).flatMap(({ session, provider, row }) =>
    row.expected && missed.includes(row.status) ? [rowLine(session, provider, row)] : [],
  );
  return lines.length > 0 ? lines : ['Nobody has been reported absent today.'];
}

interface Placed {
  readonly session: TodaySession;
  readonly provider: TodayProvider;
  readonly row: TodayRow;
}

function rowsIn(today: Today): readonly Placed[] {
  return today.sessions.flatMap((session) =>
    session.providers.flatMap((provider) => provider.rows.map((row) => ({ session, provider, row }))),
  );
}

function rowLine(session: TodaySession, provider: TodayProvider, row: TodayRow): string {
  const status = row.expected ? statusWords[row.status] : `not expected: ${row.notExpectedBecause ?? 'not due'}`;
  const more = [row.reason, row.followUp?.says].filter(Boolean).join(' · ');
  return `${row.name ?? row.initials} ${row.year} · ${sessionWord(session)} ${row.start} ${provider.name} · ${status}${more ? ` · ${more}` : ''}`;
}

async function pupilAnswer(world: World, { text, by, name }: Typed, today: Today): Promise<Answered> {
  const placed = rowsIn(today);
  const listed = await ask(world, { view: 'pupils', params: {}, by, name });
  const lines: readonly Someone[] = listed.kind === 'shown' ? (Object(listed.data).pupils ?? []) : [];
  const found = matching(text, [...placed.map(({ row }) => row), ...lines]);
  const [one, second] = found;
  if (!one) {
    return { title: 'Not found', lines: ['I know no such word, and no pupil of yours by that name. Write "help".'] };
  }
  const label = (someone: Someone) => `${someone.name ?? someone.initials} ${someone.year}`;
  if (second) {
    const lines = found.slice(0, 10).map((each) => [label(each), each.tutorGroup].filter(Boolean).join(' '));
    return { title: 'Which one? Write the whole name, or the name and tutor group.', lines };
  }
  const own = placed.filter(({ row }) => row.pupil === one.pupil);
  return {
    title: label(one),
    lines:
      own.length > 0
        ? own.map(({ session, provider, row }) => rowLine(session, provider, row))
        : [one.placementNow ? `No session today. Placement: ${one.placementNow}.` : 'No session today.'],
  };
}
