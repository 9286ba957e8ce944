import { z } from 'zod';
import { myActions } from '../actions-agreed/my-actions.view.ts';
import { openRows } from '../attendance/open-rows.ts';
import { findingsFor } from '../board/board.view.ts';
import { calendarView } from '../calendar/calendar.view.ts';
import { calendarNotLoaded } from '../calendar/calendar-not-loaded.rule.ts';
import { dayInWords } from '../calendar/in-words.ts';
import { importRecords } from '../imports/import-records.action.ts';
import { mayRead, readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import { visitsView } from '../visits/visits.view.ts';
import { firstSteps } from './first-steps.ts';
import type { Entry, Me } from './me.types.ts';
import { rolesMissing } from './roles-missing.rule.ts';
import { settings } from './settings.view.ts';

/** The person, their role, the school and its day. */
export const me = view<Record<string, never>, Me>({
  name: 'me',
  says: "Who I am in this school today, and the school's day.",
  params: z.object({}) as z.ZodType<Record<string, never>>,
  roles: 'anyone',
  needs: [
    'roleAssignment',
    'setting',
    'calendarEntry',
    'attendance',
    'followUp',
    'message',
    'provider',
    'pupil',
    'placement',
    'conversation',
    'review',
    'reviewRequest',
    'invitee',
    'visit',
    'agreedAction',
    'site',
  ],
  show: (seen) => ({
    id: seen.by.id,
    name: seen.by.name,
    roles: seen.by.roles,
    covers: seen.by.covers,
    school: { name: seen.settings.name, shortName: seen.settings.shortName },
    day: seen.now.today,
    says: dayInWords(seen.calendar, seen.now.today),
    time: seen.now.time,
    troubles: troublesOf(seen),
    firstSteps: firstSteps(seen),
    entries: entriesOf(seen),
    counts: {
      unsettled: mayRead(seen.by, 'attendance') ? openRows(seen).length : 0,
      board: findingsFor(seen).length,
    },
  }),
});

/** The screens of a person, the one to land on first: the officer's is Today, the AP leader's and DSL's the Board. */
function entriesOf({ by }: Seen): readonly Entry[] {
  if (by.roles.length === 0) return [];
  const holds = (roles: readonly string[] | 'anyone') =>
    roles === 'anyone' || by.roles.some((role) => roles.includes(role));
  const mine: readonly Entry[] = [
    ...(holds(readersOf('attendance')) ? (['today', 'unsettled', 'board'] as const) : []),
    ...(holds(readersOf('review')) ? (['reviews'] as const) : []),
    ...(holds(myActions.roles) ? (['actions'] as const) : []),
    ...(holds(readersOf('pupil-core')) ? (['pupils'] as const) : []),
    ...(holds(readersOf('placement')) ? (['placements'] as const) : []),
    ...(holds(readersOf('provider')) ? (['providers'] as const) : []),
    ...(holds(visitsView.roles) ? (['visits'] as const) : []),
    ...(holds(calendarView.roles) ? (['calendar'] as const) : []),
    ...(holds(['attendance-officer', 'ap-leader']) ? (['sheets'] as const) : []),
    ...(holds(importRecords.roles) ? (['import'] as const) : []),
    ...(holds(readersOf('config')) ? (['people'] as const) : []),
    ...(holds(settings.roles) ? (['settings'] as const) : []),
  ];
  const first: Entry = holds(['attendance-officer', 'tutor', 'visitor']) ? 'today' : 'board';
  return [...mine.filter((entry) => entry === first), ...mine.filter((entry) => entry !== first)];
}

/** What keeps the whole school's day from working, said to everybody with a role: no term dates, nobody in a needed role. */
function troublesOf(seen: Seen): readonly string[] {
  if (seen.by.roles.length === 0) return [];
  return [calendarNotLoaded, rolesMissing]
    .flatMap((rule) => rule.check(seen, seen.now))
    .filter((finding) => finding.standing === 'blocked')
    .map((finding) => finding.says.staff);
}
