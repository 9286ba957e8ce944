import { joinKey } from '../../schema/record.ts';
import type { Known } from '../action.ts';
import type { Change } from '../change.ts';
import { momentOf } from '../moment.ts';
import { holdersOf } from '../roles.ts';
import type { ProviderStatus } from './attendance.record.ts';
import type { ExpectedSession } from './expected-sessions.ts';
import { isFlagged } from './flagged.ts';

/**
 * What follows from a mark for the pupil's safety: absent without word opens a follow-up (first-day contact, domain.md
 * 3.4) and, for a flagged pupil, tells the DSL at once; seen again locates the pupil.
 */
export function followUpChanges(
  known: Known,
  when: { readonly date: string; readonly session: 'AM' | 'PM' },
  mark: { readonly status: ProviderStatus },
  expected: ExpectedSession,
): readonly Change[] {
  const { pupil, placement } = expected;
  const key = joinKey(pupil.key, when.date, when.session);
  const open = known.records.followUp.get(key);
  const data = { pupil: pupil.key, date: when.date, session: when.session };
  if (mark.status === 'AbsentNoReason') {
    const flagged = isFlagged(pupil);
    const changes: Change[] = [];
    if (open?.state !== 'Open') {
      changes.push({
        kind: 'save',
        record: 'followUp',
        key,
        seen: open ? open.version : null,
        values: {
          pupil: pupil.key,
          placement: placement.key,
          date: when.date,
          month: when.date.slice(0, 7),
          session: when.session,
          state: 'Open',
          openedAt: known.now.instant,
          officer: known.by.id,
          dslInformedAt: flagged ? known.now.instant : undefined,
          dslInformedBy: flagged ? known.by.id : undefined,
        },
      });
    }
    changes.push({
      kind: 'tell',
      key: `follow-up|${key}`,
      purpose: 'follow-up',
      to: known.by.id,
      by: 'Chat',
      card: 'follow-up',
      data,
      about: key,
    });
    if (flagged) changes.push(...dslAlert(known, key, data));
    return changes;
  }
  if (open?.state === 'Open' && isThere(mark.status)) {
    return [
      {
        kind: 'save',
        record: 'followUp',
        key,
        seen: 'any',
        values: {
          state: 'Located',
          located: expected.provider.name,
          locatedSaidBy: 'provider',
          locatedAt: known.now.instant,
        },
      },
      { kind: 'redraw', message: `follow-up|${key}` },
    ];
  }
  return [];
}

/** Tells the DSL (cover first) by an urgent card that must be acknowledged. */
export function dslAlert(known: Known, key: string, data: Readonly<Record<string, string>>): readonly Change[] {
  const dsl = holdersOf(known.records.roleAssignment, 'dsl', known.now.today)[0];
  if (!dsl) return [];
  const by = new Date(Date.parse(known.now.instant) + known.policy.acknowledgeMinutes * 60_000);
  return [
    {
      kind: 'tell',
      key: `dsl-alert|${key}`,
      purpose: 'dsl-alert',
      to: dsl.person,
      by: 'Chat',
      card: 'dsl-alert',
      data,
      about: key,
      urgent: true,
      acknowledgeBy: momentOf(by).instant,
    },
  ];
}

function isThere(status: ProviderStatus): boolean {
  return status === 'AttendedOnTime' || status === 'AttendedLate' || status === 'LeftEarly';
}
