import { z } from 'zod';
import { actions } from '../actions.ts';
import { pupilWords } from '../attendance/pupil-words.ts';
import { addDays, mondayOf } from '../calendar/dates.ts';
import type { Finding } from '../finding.ts';
import type { Placement } from '../placements/placement.record.ts';
import { allRules, policy } from '../policy.ts';
import type { RecordName } from '../records.ts';
import { mayRead, readersOf } from '../rights.ts';
import { type Seen, view } from '../view.ts';
import type { Board, BoardFinding } from './board.types.ts';

const needs: readonly RecordName[] = [
  'attendance',
  'followUp',
  'message',
  'placement',
  'roleAssignment',
  'review',
  'reviewRequest',
  'invitee',
  'meeting',
  'visit',
  'agreedAction',
  'site',
];
const wordsOf = new Map(policy.map(({ clause, says }) => [clause, says]));
const order = ['now', 'this-week', 'this-half-term', 'later'] as const;

/** All that the policy says is due, overdue or must not start, cut to what this reader's role may read (domain.md 10.2). */
export const board = view({
  name: 'board',
  says: 'Everything that is due, overdue or must not start yet, the most pressing first.',
  params: z.strictObject({}),
  roles: readersOf('attendance'),
  needs,
  show(seen): Board {
    const findings = findingsFor(seen).map((finding) => shown(seen, finding));
    const sorted = findings.toSorted((a, b) => order.indexOf(a.when) - order.indexOf(b.when) || byDue(a, b));
    const count = (when: BoardFinding['when']) => findings.filter((each) => each.when === when).length;
    const counts = {
      now: count('now'),
      week: count('this-week'),
      halfTerm: count('this-half-term'),
      all: findings.length,
    };
    return { says: inWords(counts), findings: sorted, counts };
  },
});

/** What every rule finds, without what this reader may not read. */
export function findingsFor(seen: Seen): readonly Finding[] {
  return allRules
    .flatMap((rule) => rule.check(seen, seen.now))
    .filter((finding) => mayRead(seen.by, finding.area, finding.about.pupil));
}

function shown(seen: Seen, finding: Finding): BoardFinding {
  const { pupil } = finding.about;
  return {
    ...finding,
    putRight: mayPress(seen, finding.putRight?.action) ? finding.putRight : undefined,
    when: whenOf(seen, finding),
    text: finding.says.staff,
    clauseSays: wordsOf.get(finding.clause),
    pupilSays: pupil === undefined ? undefined : pupilWords(seen, pupil),
    providers: providersOf(seen, finding),
  };
}

/** Whoever may not do it is shown no press for it: they know whose job it is. */
function mayPress(seen: Seen, action: string | undefined): boolean {
  const held = action === undefined ? undefined : actions[action];
  return held !== undefined && seen.by.roles.some((role) => held.roles.includes(role));
}

/** The provider named, else the one of the mark, else wherever the pupil is placed now. */
function providersOf({ records }: Seen, { about: { record, pupil, provider } }: Finding): readonly string[] {
  const marked = records.attendance.get(record)?.placement ?? record;
  const own = provider ?? records.placement.get(marked)?.provider;
  const placed = pupil === undefined ? [] : records.placement.by('pupil', pupil).filter(runs);
  const keys = own === undefined ? placed.map((each) => each.provider) : [own];
  return [...new Set(keys.flatMap((key) => records.provider.get(key)?.name ?? []))];
}

const runs = ({ stage }: Placement) => stage === 'Active' || stage === 'Paused';

function whenOf({ now, calendar }: Seen, { standing, due }: Finding): BoardFinding['when'] {
  const broken = standing === 'breach' || standing === 'blocked';
  if (broken) return 'now';
  if (due === undefined) return 'this-half-term';
  if (due <= now.today) return 'now';
  if (due <= addDays(mondayOf(now.today), 6)) return 'this-week';
  const halfTerm = calendar.halfTermOf(now.today);
  return halfTerm && due > halfTerm.lastDay ? 'later' : 'this-half-term';
}

function byDue(a: Finding, b: Finding): number {
  return (a.due ?? '9999').localeCompare(b.due ?? '9999') || a.clause.localeCompare(b.clause);
}

function inWords({ all, now }: Board['counts']): string {
  if (all === 0) return 'Nothing is due.';
  return `${all} ${all === 1 ? 'finding' : 'findings'}, ${now} now`;
}
