import { z } from 'zod';
import { shortDate } from '../calendar/dates.ts';
import { readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import { dayInput, keyInput, roundOf, sessionInput, sessionName } from './marks.ts';
import type { Register, RegisterProvider, RegisterRow } from './register.types.ts';
import { absenceReasons } from './suggest-code.ts';
import { todayFor } from './today.ts';
import type { TodayProvider, TodayRow } from './today.types.ts';

/** What the register card in the channel shows: initials and year only, no flag, name or number. */
export const register = view({
  name: 'register',
  says: 'One round as the channel may see it: who is expected where, who was reported.',
  params: z.strictObject({
    date: dayInput,
    session: sessionInput,
    provider: keyInput.optional(),
    round: keyInput.optional(),
  }),
  roles: readersOf('attendance'),
  needs: ['attendance'],
  show(seen, params): Register {
    const { date, session, provider } = params;
    const whole = todayFor(seen, date).sessions[session === 'AM' ? 0 : 1];
    if (!whole) throw new Error('A day has two sessions.');
    const folded = isFolded(seen, date);
    const asked = whole.providers.filter((each) => provider === undefined || each.provider === provider);
    const rows = asked.flatMap((each) => each.rows);
    const expected = rows.filter((row) => row.expected);
    const open = asked.reduce((sum, each) => sum + each.notReported, 0);
    const last = rows
      .flatMap((row) => (row.changed ? [row.changed] : []))
      .sort((a, b) => a.at.localeCompare(b.at))
      .at(-1);
    const name = `${sessionName(session)} register`;
    return {
      date,
      session,
      round: roundOf(date, session),
      provider,
      title: `${name} · ${shortDate(date)}`,
      says: `${count(expected.length, 'pupil')} at ${count(asked.filter((each) => each.rows.some((row) => row.expected)).length, 'provider')}`,
      notice: open === 0 ? `${name}: all confirmed` : `${name}: ${open} to confirm`,
      time: seen.now.time,
      state: whole.state,
      counts: whole.counts,
      folded,
      providers: folded ? [] : asked.map(forChannel),
      saved: last,
    };
  },
});

/** After five school days a card holds counts only. */
export function isFolded(seen: Pick<Seen, 'calendar' | 'now' | 'policy'>, date: string): boolean {
  const days = seen.calendar.schoolDaysBetween(date, seen.now.today);
  return typeof days === 'number' ? days > seen.policy.lateEntrySchoolDays : date < seen.now.today;
}

/** "1 pupil", "12 pupils". */
export function count(n: number, of: string): string {
  return `${n} ${of}${n === 1 ? '' : 's'}`;
}

function forChannel(provider: TodayProvider): RegisterProvider {
  const { attendanceContact: _contact, attendancePhone: _phone, ...shown } = provider;
  const expected = provider.rows.filter((row) => row.expected).length;
  return {
    ...shown,
    rows: provider.rows.map(channelRow),
    says: expected > 0 ? `${expected} due ${provider.firstStart}` : 'nobody due',
    canAllArrive: provider.notReported > 0,
  };
}

/** A row cut to what a channel may hold; a reason that somebody typed in their own words stays out. */
export function channelRow(row: TodayRow): RegisterRow {
  const { name: _name, flagged: _flagged, followUp: _followUp, note: _note, ...shown } = row;
  const reason = shown.reason !== undefined && shown.reason in absenceReasons ? shown.reason : undefined;
  return { ...shown, reason };
}
