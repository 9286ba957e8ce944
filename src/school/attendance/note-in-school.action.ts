import { z } from 'zod';
import type { Problem } from '../../schema/parse.ts';
import { action, type Decision, type Known } from '../action.ts';
import { shortDate } from '../calendar/dates.ts';
import { closedInWords } from '../calendar/in-words.ts';
import type { Change } from '../change.ts';
import { redrawPupil, redrawRound, reopensSearch } from './after-mark.ts';
import { askedSessions, dayTrouble, suggestionFor } from './asked.ts';
import type { Attendance } from './attendance.record.ts';
import { type ExpectedSession, placementTrouble } from './expected-sessions.ts';
import { codeInSchool, inSchoolOf, saidThere } from './in-school.ts';
import { lateEntryTrouble, tooEarly } from './late-entry.ts';
import { dayInput, keyInput, lineInput, markKey, monthOf, pupilSessionKey, roundOf, sessionInput } from './marks.ts';
import { withWhatStood } from './stood-before.ts';

const input = z.strictObject({
  placement: keyInput,
  date: dayInput,
  session: sessionInput,
  /** Who says so; on a day that is over, also why it comes late. */
  note: lineInput.optional(),
  /** True: it was a mistake, the pupil was not in school. */
  takenBack: z.boolean().optional(),
  /** Version of the mark that the person saw; `null`: there was none. */
  seen: z.string().nullable(),
});

type Wish = z.infer<typeof input>;

const located = 'In school';

/**
 * A pupil who is expected at a provider is in school after all. Where the provider says present it is a conflict (4.5; domain.md
 * 14.10); elsewhere `/` or `\` is suggested (3.3). No code is written or taken away by it: the officer settles it.
 */
export const noteInSchool = action<Wish>({
  name: 'note-in-school',
  says: 'Note that a pupil expected at a provider is in school after all, or take that back.',
  input,
  roles: ['attendance-officer', 'ap-leader'],
  needs: ['attendance', 'followUp', 'placement', 'scheduleSlot', 'pupil', 'calendarEntry', 'message'],
  decide,
});

function decide(known: Known, wish: Wish): Decision {
  const held = heldIn(known, wish);
  if ('says' in held) return { problems: [held] };
  const row = known.records.attendance.get(markKey(wish.placement, wish.date, wish.session));
  const stands = inSchoolOf(row);
  const about = held.pupil.key;
  const when = `${shortDate(wish.date)} ${wish.session}`;
  if (wish.takenBack && stands === 'settled') {
    const says = `The code ${row?.code} of a pupil in school is settled. Say what the provider reported, or settle another code.`;
    return { problems: [{ field: 'takenBack', says }] };
  }
  if (wish.takenBack ? !row?.inSchool : stands !== undefined) {
    const unchanged = row ? [{ about: row.key, outcome: 'unchanged' as const, version: row.version }] : [];
    const because = wish.takenBack ? 'Nobody has noted the pupil in school.' : 'In school already.';
    return { changes: [], unchanged, because, about };
  }
  const late = lateEntryTrouble(known, wish.date, [{ note: wish.note }]);
  if (late) return { problems: [late.field === 'date' ? late : { field: 'note', says: late.says }] };
  return {
    changes: [
      saveOf(known, wish, held, row),
      ...search(known, wish, held, row),
      ...redrawRound(known, roundOf(wish.date, wish.session)),
    ],
    because: wish.takenBack ? `${when}: not in school after all` : `${when}: in school after all`,
    about,
  };
}

/** The session, or why nobody can be in school instead of there. A provider that is closed is the likeliest reason to be in school. */
function heldIn(known: Known, wish: Wish): ExpectedSession | Problem {
  const placement = known.records.placement.get(wish.placement);
  if (!placement) return { field: 'placement', says: 'There is no such placement.' };
  const early = tooEarly(known, wish.date);
  if (early) return early;
  const closed = known.calendar.closed(wish.date, wish.session);
  const noDay = dayTrouble(known, wish.date, wish.session);
  if (noDay) return { field: 'date', says: noDay };
  if (closed) return { field: 'date', says: `The school is closed in this session: ${closedInWords(closed)}.` };
  const trouble = placementTrouble(placement, known.records.pupil.get(placement.pupil), wish.date);
  if (trouble) return { field: 'placement', says: trouble };
  const held = askedSessions(known, wish.date, wish.session).find((one) => one.placement.key === wish.placement);
  if (!held) {
    const says = 'The timetable has no session for this placement then: the pupil is expected in school anyway.';
    return { field: 'session', says };
  }
  if (held.slot.place === 'School' || held.provider.type === 'OnSite') {
    const says = 'This provision is in school. Say what was reported there: on time, late or absent.';
    return { field: 'placement', says };
  }
  return held;
}

function saveOf(known: Known, wish: Wish, held: ExpectedSession, row: Attendance | undefined): Change {
  const key = markKey(wish.placement, wish.date, wish.session);
  const said = wish.note?.trim();
  const noted = said && `${wish.takenBack ? 'Not in school after all' : 'In school after all'}: ${said}`;
  return {
    kind: 'save',
    record: 'attendance',
    key,
    seen: wish.seen,
    values: {
      ...(row ? { amendedFrom: withWhatStood(row) } : newRow(known, held, key)),
      inSchool: !wish.takenBack,
      suggestedCode:
        wish.takenBack || (row && saidThere(row))
          ? suggestionFor(held, row?.providerStatus ?? 'NotReported', row?.reason).code
          : codeInSchool(wish.session),
      ...(noted ? { note: [row?.note, noted].filter(Boolean).join('. ') } : {}),
    },
  };
}

function newRow(known: Known, held: ExpectedSession, key: string) {
  return {
    placement: held.placement.key,
    pupil: held.pupil.key,
    date: held.date,
    month: monthOf(held.date),
    session: held.session,
    providerStatus: held.expected ? ('NotReported' as const) : ('ProviderClosed' as const),
    registerKey: key,
    nature: held.placement.natureOfActivity,
    site: held.site?.key,
    expectedStart: held.start,
    expectedEnd: held.end,
    reportedBy: known.by.id,
    reportedByName: known.by.name,
    reportedVia: known.via,
  };
}

/** A pupil in school is found; one who was found so, and is not, is looked for again. */
function search(known: Known, wish: Wish, held: ExpectedSession, row: Attendance | undefined): readonly Change[] {
  const key = pupilSessionKey(held.pupil.key, wish.date, wish.session);
  const followUp = known.records.followUp.get(key);
  const redrawn = redrawPupil(known, held.pupil.key, wish.date, wish.session);
  const save = (values: Extract<Change, { record: 'followUp' }>['values']): readonly Change[] =>
    followUp ? [{ kind: 'save', record: 'followUp', key, seen: followUp.version, values }, ...redrawn] : [];
  if (!wish.takenBack) {
    if (followUp?.state !== 'Open') return [];
    return save({ state: 'Located', located, locatedSaidBy: known.by.name, locatedAt: known.now.instant });
  }
  if (followUp?.state !== 'Located' || followUp.located !== located || !row || !reopensSearch(known, row)) return [];
  return save({ state: 'Open', located: undefined, locatedSaidBy: undefined, locatedAt: undefined });
}
