import { statusWords } from '../attendance/asked.ts';
import type { Attendance } from '../attendance/attendance.record.ts';
import type { FollowUp } from '../attendance/follow-up.record.ts';
import { whoIs } from '../attendance/pupil-session.ts';
import { reportedAgain } from '../attendance/stood-before.ts';
import { shortDate } from '../calendar/dates.ts';
import { mayRead } from '../rights.ts';
import type { Seen } from '../view.ts';
import { doneAbout } from './done.ts';
import type { Happening } from './pupil.types.ts';
import { tellsWhyFlagged } from './telling-contacts.ts';

/** Things that a page shows at most; older ones stand in the lists. */
const longest = 200;

/** What happened with a pupil, newest first, each with its clause where it has one; cut to what this reader may read. */
export function timelineOf(seen: Seen, pupil: string): readonly Happening[] {
  const reads = (area: Parameters<typeof mayRead>[1]) => mayRead(seen.by, area, pupil);
  const all: readonly Happening[] = [
    ...(reads('attendance') ? seen.records.attendance.by('pupil', pupil).flatMap(markHappenings) : []),
    ...(reads('follow-up') ? followUpHappenings(seen, pupil) : []),
    ...(reads('placement') ? placementHappenings(seen, pupil) : []),
    ...doneAbout(seen, pupil),
    ...(reads('config') ? journalHappenings(seen, pupil) : []),
  ];
  return all.toSorted((a, b) => b.at.localeCompare(a.at)).slice(0, longest);
}

/** Who came as expected stands in the squares; here stands what somebody had to look at, change or settle. */
function markHappenings(row: Attendance): readonly Happening[] {
  const when = `${shortDate(row.date)} ${row.session}`;
  const found: Happening[] = [];
  const plain = row.providerStatus === 'AttendedOnTime' || row.providerStatus === 'NotExpected';
  if (row.reportedAt && (!plain || reportedAgain(row))) {
    const changed = reportedAgain(row)
      ? `changed to ${statusWords[row.providerStatus]}`
      : statusWords[row.providerStatus];
    const because = row.amendReason ? ` (${row.amendReason})` : '';
    found.push({ at: row.reportedAt, says: `${when}: ${changed}${because}`, by: row.reportedByName, clause: '4.5' });
  }
  if (row.code && row.codeAt && row.codeAt !== row.reportedAt) {
    found.push({ at: row.codeAt, says: `${when}: code ${row.code} settled`, by: row.codeByName, clause: '4.5' });
  }
  return found;
}

function followUpHappenings(seen: Seen, pupil: string): readonly Happening[] {
  const rows = seen.records.followUp.all().filter((row) => row.pupil === pupil);
  const knowsWhy = mayRead(seen.by, 'flags', pupil);
  const log = seen.records.call
    .by('pupil', pupil)
    .filter((call) => knowsWhy || !tellsWhyFlagged(seen.records, call.contact));
  const calls = log.map((call) => ({
    at: call.at,
    says: `Rang ${whoIs(seen, call.contact)}: ${callWords[call.result]}`,
    by: call.byName,
    clause: '4.5',
  }));
  return [...rows.flatMap(searchHappenings), ...calls];
}

const callWords = {
  Spoke: 'spoke',
  NoAnswer: 'no answer',
  Voicemail: 'left a message',
  WrongNumber: 'wrong number',
  LocatedSafe: 'located and safe',
  NotThere: 'not there',
} as const;

function searchHappenings(row: FollowUp): readonly Happening[] {
  const when = `${shortDate(row.date)} ${row.session}`;
  const found: Happening[] = [{ at: row.openedAt, says: `${when}: not located, search begun`, clause: '4.5' }];
  if (row.dslInformedAt) {
    found.push({ at: row.dslInformedAt, says: `${when}: DSL told`, by: row.dslInformedBy, clause: '4.4' });
  }
  if (row.locatedAt) {
    const where = row.located ?? 'see the log';
    found.push({ at: row.locatedAt, says: `${when}: located, ${where}`, by: row.locatedSaidBy, clause: '4.5' });
  }
  return found;
}

function placementHappenings(seen: Seen, pupil: string): readonly Happening[] {
  return seen.records.placement.by('pupil', pupil).flatMap((held) => {
    const where = seen.records.provider.get(held.provider)?.name ?? 'a provider';
    const until = held.pausedTo ? ` to ${shortDate(held.pausedTo)}` : '';
    const events: readonly (readonly [string | undefined, string])[] = [
      [held.stage === 'Cancelled' ? undefined : held.startDate, `Placement at ${where} starts`],
      [held.pausedFrom, `Placement at ${where} is paused${until}`],
      [held.actualEnd, `Placement at ${where} ends${held.endReason ? `: ${held.endReason}` : ''}`],
    ];
    return events.flatMap(([at, says]) => (at && at <= seen.now.today ? { at, says } : []));
  });
}

/** What is in the journal and not carried out yet. */
function journalHappenings(seen: Seen, pupil: string): readonly Happening[] {
  return seen.records.journalEntry
    .by('about', pupil)
    .filter((entry) => entry.state === 'Open')
    .map((entry) => ({ at: entry.at, says: `${entry.because ?? entry.action}: being written`, by: entry.byName }));
}
