import { z } from 'zod';
import { isSchoolDay, isTimeOfDay, type Problem } from '../../schema/parse.ts';
import { joinKey } from '../../schema/record.ts';
import { action, type Decision, type Known } from '../action.ts';
import type { Change, Save } from '../change.ts';
import type { Attendance } from './attendance.record.ts';
import { providerStatuses } from './attendance.record.ts';
import { expectedFor } from './expected-for.ts';
import { followUpChanges } from './follow-up-changes.ts';
import { lateEntryTrouble, tooEarly } from './late-entry.ts';
import { nDeadline } from './n-clock.ts';
import { suggestCode } from './suggest-code.ts';

const mark = z.strictObject({
  placement: z.string().min(1),
  status: z.enum(providerStatuses, { error: () => `status must be one of: ${providerStatuses.join(', ')}.` }),
  time: z.string().refine(isTimeOfDay, 'time must be a time like 09:20.').optional(),
  reason: z.string().max(255).optional(),
  note: z.string().max(2_000).optional(),
  seen: z.string().nullable().optional(),
  amend: z.string().max(255).optional(),
});

const input = z.strictObject({
  date: z.string().refine(isSchoolDay, 'date must be a date like 2026-11-24.'),
  session: z.enum(['AM', 'PM']),
  marks: z.array(mark).min(1, 'Send at least one mark.').max(200, 'Send at most 200 marks at once.'),
});

type Input = z.infer<typeof input>;
type Mark = Input['marks'][number];

/** What the provider said about who arrived, from a card, the tab or an import. Never writes a code for silence (4.5). */
export const recordAttendance = action<Input>({
  name: 'record-attendance',
  says: 'Record what a provider said about who arrived in a session.',
  input,
  roles: ['attendance-officer', 'ap-leader', 'dsl', 'deputy-dsl'],
  needs: ['attendance', 'placement', 'scheduleSlot', 'pupil', 'followUp', 'calendarEntry'],
  decide,
});

function decide(known: Known, wish: Input): Decision {
  const whole = tooEarly(known, wish.date) ?? lateEntryTrouble(known, wish.date, wish.marks);
  if (whole) return { problems: [whole] };
  const problems: Problem[] = [];
  const changes: Change[] = [];
  const twice = new Set<string>();
  for (const [index, one] of wish.marks.entries()) {
    const field = `marks.${index}`;
    if (twice.has(one.placement))
      problems.push({ field: `${field}.placement`, says: 'This placement is named twice.' });
    twice.add(one.placement);
    const made = changesOf(known, wish, one);
    if ('trouble' in made) problems.push({ field: `${field}.${made.field}`, says: made.trouble });
    else changes.push(...made.changes);
  }
  if (problems.length > 0) return { problems };
  const round = `${wish.date}|${wish.session.toLowerCase()}`;
  const cards =
    changes.length === 0
      ? []
      : known.records.message.by('round', round).filter((card) => card.activity && card.state !== 'Closed');
  return {
    changes: [...changes, ...cards.map((card) => ({ kind: 'redraw' as const, message: card.key }))],
    because: `${wish.marks.length} reported for ${round}`,
    about: round,
  };
}

type Made = { readonly changes: readonly Change[] } | { readonly field: string; readonly trouble: string };

function changesOf(known: Known, wish: Input, one: Mark): Made {
  const found = expectedFor(known, one.placement, wish.date, wish.session);
  if ('trouble' in found) return { field: 'placement', trouble: found.trouble };
  const { expected } = found;
  if (one.status === 'NotReported')
    return { field: 'status', trouble: 'Choose what the provider said; silence is not recorded by hand.' };
  if (one.time && (one.status === 'AttendedLate' || one.status === 'AttendedOnTime') && one.time < expected.start) {
    return { field: 'time', trouble: `${one.time} is before the ${expected.start} start.` };
  }
  if (one.status === 'AttendedLate' && !one.time) return { field: 'time', trouble: 'Give the time of arrival.' };
  if (one.status === 'AbsentReason' && !one.reason)
    return { field: 'reason', trouble: 'Choose the reason for the absence.' };
  if (one.status === 'NotExpected' && !(one.reason || one.note))
    return { field: 'reason', trouble: 'Say why the pupil is not expected.' };

  const key = joinKey(one.placement, wish.date, wish.session);
  const before = known.records.attendance.get(key);
  if (before && sameAs(before, one)) return { changes: [] };
  const correction = before !== undefined && before.providerStatus !== 'NotReported' && wish.date !== known.now.today;
  if (correction && !one.amend) {
    return { field: 'amend', trouble: 'This mark was entered before. Say why it changes.' };
  }
  const save = saveOf(known, wish, one, before, expected);
  return { changes: [save, ...followUpChanges(known, wish, one, expected)] };
}

function saveOf(
  known: Known,
  wish: Input,
  one: Mark,
  before: Attendance | undefined,
  expected: Extract<ReturnType<typeof expectedFor>, { expected: unknown }>['expected'],
): Save {
  const { placement, pupil, provider, site, slot } = expected;
  const key = joinKey(placement.key, wish.date, wish.session);
  const schoolClosed = known.calendar.closed(wish.date, wish.session) !== undefined;
  const suggestion = suggestCode({
    status: one.status,
    session: wish.session,
    legalBasis: placement.legalBasis,
    dualRegistered: placement.dualRegistered,
    providerType: provider.type,
    siteKind: site?.kind,
    place: slot.place,
    supervisedOnLine: provider.supervisedOnLine,
    reason: one.reason,
  });
  const coded = suggestion.kind === 'law' && !schoolClosed;
  const minutesLate = one.status === 'AttendedLate' && one.time ? minutesBetween(expected.start, one.time) : undefined;
  const nature =
    coded && (suggestion.code === 'B' || suggestion.code === 'K')
      ? (placement.natureOfActivity ?? provider.name)
      : undefined;
  const late = minutesLate === undefined ? undefined : `${minutesLate} minutes late`;
  return {
    kind: 'save',
    record: 'attendance',
    key,
    seen: one.seen ?? null,
    values: {
      placement: placement.key,
      pupil: pupil.key,
      date: wish.date,
      month: wish.date.slice(0, 7),
      session: wish.session,
      providerStatus: one.status,
      code: coded ? suggestion.code : undefined,
      suggestedCode: schoolClosed ? undefined : suggestion.code,
      registerKey: coded ? joinKey(pupil.key, wish.date, wish.session) : key,
      site: site?.key,
      expectedStart: expected.start,
      expectedEnd: expected.end,
      arrival: one.status === 'AttendedLate' || one.status === 'AttendedOnTime' ? one.time : before?.arrival,
      left: one.status === 'LeftEarly' || one.status === 'SentHome' ? (one.time ?? known.now.time) : undefined,
      minutesLate,
      reason: one.reason,
      nature,
      note: [one.note, late].filter(Boolean).join(' · ') || undefined,
      reportedBy: known.by.id,
      reportedByName: known.by.name,
      reportedVia: known.via,
      reportedAt: known.now.instant,
      codeBy: coded ? known.by.id : undefined,
      codeByName: coded ? known.by.name : undefined,
      codeAt: coded ? known.now.instant : undefined,
      nDeadline: coded && suggestion.code === 'N' ? nDeadline(known.calendar, wish.date) : undefined,
      amendedFrom: before ? historyOf(before) : undefined,
      amendReason: one.amend,
    },
    onRegisterConflict: {
      code: undefined,
      codeBy: undefined,
      codeByName: undefined,
      codeAt: undefined,
      nDeadline: undefined,
      registerKey: key,
    },
  };
}

/** What stood before, one line a version, oldest first; never deleted (domain.md 14.9). */
function historyOf(before: Attendance): string {
  const line = [
    before.reportedAt,
    before.reportedByName,
    before.providerStatus,
    before.arrival,
    before.reason,
    before.code,
  ]
    .map((piece) => piece ?? '–')
    .join(' | ');
  return [before.amendedFrom, line].filter(Boolean).join('\n').slice(-50_000);
}

function sameAs(before: Attendance, one: Mark): boolean {
  return (
    before.providerStatus === one.status &&
    (before.arrival ?? '') === (one.time ?? before.arrival ?? '') &&
    (before.reason ?? '') === (one.reason ?? '') &&
    !one.note
  );
}

function minutesBetween(from: string, to: string): number {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return minutes(to) - minutes(from);
}
