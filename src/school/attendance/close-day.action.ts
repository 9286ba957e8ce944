import { z } from 'zod';
import { action, type Known } from '../action.ts';
import { addDays } from '../calendar/dates.ts';
import type { Change } from '../change.ts';
import type { SchoolDay } from '../moment.ts';
import { sessions } from '../placements/schedule-slot.record.ts';
import { askedSessions, markOf, sessionEnd } from './asked.ts';
import type { ExpectedSession } from './expected-sessions.ts';
import { markKey, monthOf } from './marks.ts';
import { nDeadline, settleDaysOn } from './n-clock.ts';

/** Days that one round looks back for unclosed ones: a school that was down over the summer. */
const furthestBack = 60;

/** Writes Not reported for what was expected and has no row; never a present mark, never a code (4.5). */
export const closeDay = action({
  name: 'close-day',
  says: 'Note what was expected and not reported, and bring the N dates up to date.',
  input: z.strictObject({}),
  roles: ['clock'],
  needs: ['attendance', 'placement', 'scheduleSlot', 'calendarEntry', 'setting'],
  decide(known) {
    const { today, time } = known.now;
    const held = known.records.setting.get('lastClosedDay')?.value;
    const last = typeof held === 'string' ? held : addDays(today, -1);
    const changes: Change[] = [];
    for (let day = after(last, today); day <= today; day = addDays(day, 1)) {
      for (const session of sessions) {
        if (day === today && time < sessionEnd(known, session)) continue;
        const missing = askedSessions(known, day, session).filter((each) => each.expected && !markOf(known, each));
        changes.push(...missing.map((each) => notReported(known, each)));
      }
    }
    const closed = time >= sessionEnd(known, 'PM') ? today : addDays(today, -1);
    if (held === undefined || closed > last) {
      changes.push({
        kind: 'save',
        record: 'setting',
        key: 'lastClosedDay',
        seen: 'any',
        values: { value: closed, changedAt: known.now.instant },
      });
    }
    return { changes: [...changes, ...movedDeadlines(known)], because: 'Day closed', about: today };
  },
});

function after(last: SchoolDay, today: SchoolDay): SchoolDay {
  const earliest = addDays(today, -furthestBack);
  const next = addDays(last, 1);
  return [earliest, next].sort()[1] ?? next;
}

function notReported(known: Known, held: ExpectedSession): Change {
  const key = markKey(held.placement.key, held.date, held.session);
  return {
    kind: 'save',
    record: 'attendance',
    key,
    seen: null,
    values: {
      placement: held.placement.key,
      pupil: held.pupil.key,
      date: held.date,
      month: monthOf(held.date),
      session: held.session,
      providerStatus: 'NotReported',
      registerKey: key,
      site: held.site?.key,
      expectedStart: held.start,
      expectedEnd: held.end,
      reportedVia: 'Round',
      reportedBy: known.by.id,
      reportedByName: known.by.name,
    },
  };
}

/** Stored N dates are copies: a changed calendar moves them. */
function movedDeadlines(known: Known): readonly Change[] {
  return known.records.attendance
    .all()
    .filter((row) => row.code === 'N')
    .flatMap((row): Change[] => {
      const due = nDeadline(known.calendar, row.date, settleDaysOn(known, row.date));
      if (due === undefined || due === row.nDeadline) return [];
      return [{ kind: 'save', record: 'attendance', key: row.key, seen: row.version, values: { nDeadline: due } }];
    });
}
