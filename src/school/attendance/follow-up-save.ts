import type { Known } from '../action.ts';
import type { Save, ValuesNamed } from '../change.ts';
import type { SchoolDay } from '../moment.ts';
import type { Session } from '../placements/schedule-slot.record.ts';
import { monthOf, pupilSessionKey } from './marks.ts';
import { heldOf } from './pupil-session.ts';

/** Saves a follow-up, opening it where there is none yet; `undefined` where the pupil has no session then. */
export function saveFollowUp(
  known: Known,
  pupil: string,
  date: SchoolDay,
  session: Session,
  values: Partial<ValuesNamed<'followUp'>>,
): Save | undefined {
  const key = pupilSessionKey(pupil, date, session);
  const stands = known.records.followUp.get(key);
  if (stands) return { kind: 'save', record: 'followUp', key, seen: stands.version, values };
  const held = heldOf(known, pupil, date, session);
  if (!held) return undefined;
  return {
    kind: 'save',
    record: 'followUp',
    key,
    seen: null,
    values: {
      pupil,
      placement: held.placement.key,
      date,
      month: monthOf(date),
      session,
      state: 'Open',
      openedAt: known.now.instant,
      officer: known.by.id,
      ...values,
    },
  };
}
