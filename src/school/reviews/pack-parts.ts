import { findingsFor } from '../board/board.view.ts';
import { addDays, shortDate } from '../calendar/dates.ts';
import type { HalfTerm } from '../calendar/school-calendar.ts';
import type { Placement } from '../placements/placement.record.ts';
import { squaresOf } from '../pupils/squares.ts';
import { tellsWhyFlagged } from '../pupils/telling-contacts.ts';
import { mayRead } from '../rights.ts';
import type { Seen } from '../view.ts';
import { attendanceSince } from './attendance-since.ts';
import type { Invitee } from './invitee.record.ts';
import { lastProgress } from './last-progress.ts';
import { openObjectives } from './outcome/row-saves.ts';
import type { Review } from './review.record.ts';
import type { AttendanceSnapshot, PackFinding, PackObjective, PackPerson } from './review-pack.types.ts';
import { peopleOf } from './review-people.ts';

/** Attendance since the last review, for who may read it; with the square of each session. */
export function snapshotOf(seen: Seen, placement: Placement, review: Review): AttendanceSnapshot | undefined {
  if (!mayRead(seen.by, 'attendance', placement.pupil)) return undefined;
  const { today } = seen.now;
  const { from, to, ...numbers } = attendanceSince(seen, placement, review, today);
  const span: HalfTerm = { key: '', name: '', firstDay: from, lastDay: to };
  const first =
    from === placement.startDate
      ? `since the start on ${shortDate(from)}`
      : `since the review on ${shortDate(addDays(from, -1))}`;
  return {
    ...numbers,
    says: to === today ? first : `${first}, to ${shortDate(to)}`,
    squares: squaresOf(seen, placement.pupil, [span]),
  };
}

/** The open objectives of the placement, and those this review has answered, each with the last progress before. */
export function objectivesOf(seen: Seen, placement: Placement, review: Review): readonly PackObjective[] {
  const { records } = seen;
  const open = openObjectives(seen, placement.key);
  const answered = records.objective
    .by('placement', placement.key)
    .filter((one) => !open.includes(one) && records.progress.get(`${review.key}|${one.key}`));
  return [...open, ...answered].map((one) => {
    const now = records.progress.get(`${review.key}|${one.key}`);
    return {
      objective: one.key,
      seen: one.version,
      text: one.text,
      baseline: one.baseline,
      target: one.target,
      date: one.date,
      last: lastProgress(seen, one.key, review.heldOn ?? review.scheduledFor),
      now: now && { progress: now.progress, note: now.note },
    };
  });
}

/** Who is asked and how; people whose mere presence says why a pupil is flagged only for who reads flags. */
export function packPeople(seen: Seen, review: Review): readonly PackPerson[] {
  const knowsWhy = mayRead(seen.by, 'flags', review.pupil);
  return peopleOf(seen, review)
    .filter(({ contact }) => knowsWhy || !contact || !tellsWhyFlagged(seen.records, contact.key))
    .map(({ who, part, says, invited }) => ({
      who,
      part,
      says,
      asked: invited && askedWords(invited),
      askedOn: invited?.askedOn,
      askedBy: invited?.askedBy,
      came: invited?.attended,
      note: invited?.note,
    }));
}

const waysInWords = {
  Outlook: 'through Outlook',
  Mail: 'by e-mail',
  Letter: 'by letter',
  Call: 'by telephone',
  InPerson: 'in person',
} as const satisfies Readonly<Record<NonNullable<Invitee['askedBy']>, string>>;

function askedWords({ askedOn, askedBy, response, note }: NonNullable<ReturnType<typeof peopleOf>[number]['invited']>) {
  if (askedOn === undefined) return note;
  const by = askedBy ? ` ${waysInWords[askedBy]}` : '';
  const answer = response && response !== 'None' ? `, ${response.toLowerCase()}` : '';
  return `asked${by} on ${shortDate(askedOn)}${answer}${note ? ` (${note})` : ''}`;
}

/** What the policy says of this placement now, cut to what the reader may read. */
export function packFindings(seen: Seen, placement: Placement, review: Review): readonly PackFinding[] {
  const own = new Set([placement.key, review.key]);
  return findingsFor(seen)
    .filter(
      ({ about }) => own.has(about.record) || (about.pupil === placement.pupil && fits(about.provider, placement)),
    )
    .map(({ says, clause, standing }) => ({ says: says.staff, clause, standing }));
}

function fits(provider: string | undefined, placement: Placement): boolean {
  return provider === undefined || provider === placement.provider;
}
