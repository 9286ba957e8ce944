import type { Problem } from '../../../schema/parse.ts';
import type { Known } from '../../action.ts';
import type { AgreedAction } from '../../actions-agreed/agreed-action.record.ts';
import { shortDate } from '../../calendar/dates.ts';
import type { Save } from '../../change.ts';
import type { SchoolDay } from '../../moment.ts';
import { type Role, roles } from '../../office/role-assignment.record.ts';
import { roleWords } from '../../office/role-words.ts';
import { assignmentsOn } from '../../roles.ts';
import type { Review } from '../review.record.ts';
import type { OutcomeWish } from './outcome-input.ts';

type Line = NonNullable<OutcomeWish['actions']>[number];

/** True for the name of a role, which may own an action: whoever holds it then does it. */
export function isRole(owner: string): owner is Role {
  return roles.some((role) => role === owner);
}

/** The agreed actions of a review that count, in the order of their days. */
export function agreedAt(known: Pick<Known, 'records'>, review: string): readonly AgreedAction[] {
  return known.records.agreedAction
    .by('source', review)
    .filter(({ status }) => status !== 'Dropped')
    .toSorted((a, b) => a.due.localeCompare(b.due) || a.key.localeCompare(b.key));
}

/** Who an owner is, in words: a role, somebody who holds one today, or a member of staff invited; `undefined` where nobody is known by it. */
export function ownerName({ records, now }: Pick<Known, 'records' | 'now'>, owner: string): string | undefined {
  if (isRole(owner)) return roleWords[owner];
  const held = assignmentsOn(records.roleAssignment, now.today).find(({ person }) => person === owner);
  return held?.personName ?? records.invitee.all().find(({ person }) => person === owner)?.personName;
}

/** What is wrong with the actions typed (clause 8.6): each has an owner whom the school knows, and a day after the review. */
export function agreedProblems(
  known: Known,
  lines: readonly Line[],
  heldOn: SchoolDay | undefined,
): readonly Problem[] {
  return lines.flatMap(({ owner, due }, nth) => {
    const problems: Problem[] = [];
    if (ownerName(known, owner) === undefined) {
      problems.push({ field: `actions.${nth}.owner`, says: 'Nobody is known by this. Choose a role or a person.' });
    }
    if (heldOn !== undefined && due < heldOn) {
      const says = `The review is on ${shortDate(heldOn)}. Choose that day or a later one.`;
      problems.push({ field: `actions.${nth}.due`, says });
    }
    return problems;
  });
}

/** The saves that make the agreed actions of a review those typed: new ones, changed ones, and those taken away. */
export function agreedSaves(known: Known, review: Review, lines: readonly Line[]): readonly Save[] {
  const stand = agreedAt(known, review.key);
  const used = new Set<string>();
  const saves = lines.flatMap((line): readonly Save[] => {
    const same = stand.find((one) => !used.has(one.key) && (one.key === line.action || isSame(one, line)));
    if (same) used.add(same.key);
    if (same && isSame(same, line)) return [];
    const said = { text: line.text, owner: line.owner, ownerName: ownerName(known, line.owner), due: line.due };
    if (same) return [{ kind: 'save', record: 'agreedAction', key: same.key, seen: same.version, values: said }];
    const more = { agreedAt: 'Review', source: review.key, pupil: review.pupil, status: 'Open' } as const;
    const key = known.freshId('ac');
    return [{ kind: 'save', record: 'agreedAction', key, seen: null, values: { ...said, ...more } }];
  });
  const gone = stand.filter(({ key, status }) => !used.has(key) && status === 'Open');
  return [
    ...saves,
    ...gone.map(
      ({ key, version }): Save => ({
        kind: 'save',
        record: 'agreedAction',
        key,
        seen: version,
        values: { status: 'Dropped' },
      }),
    ),
  ];
}

function isSame(one: AgreedAction, line: Line): boolean {
  if (line.action !== undefined && line.action !== one.key) return false;
  return one.text === line.text && one.owner === line.owner && one.due === line.due;
}
