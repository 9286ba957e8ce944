import { z } from 'zod';
import { joinKey } from '../../schema/record.ts';
import { action, type Known } from '../action.ts';
import type { Change } from '../change.ts';
import { holdersOf, missingRoles } from '../roles.ts';
import { tellDsl } from './after-mark.ts';
import { askedSessions, isUnanswered, plusMinutes } from './asked.ts';
import type { ExpectedSession } from './expected-sessions.ts';
import { isFlagged } from './flagged.ts';
import { saveFollowUp } from './follow-up-save.ts';
import { pupilSessionKey, roundOf } from './marks.ts';

/** Silence is chased by the provider's own start: + 30, + 45, + 60 minutes; a pupil at risk goes to the DSL at + 60 (D2; 3.4). */
export const chaseSilence = action({
  name: 'chase-silence',
  says: 'Chase a provider that has not said who arrived, and tell the DSL in time.',
  input: z.strictObject({}),
  roles: ['clock'],
  needs: ['attendance', 'followUp', 'message', 'placement', 'scheduleSlot', 'calendarEntry', 'roleAssignment'],
  decide(known) {
    const { today } = known.now;
    if (missingRoles(known.records.roleAssignment, today).length > 0) {
      return { changes: [], because: 'A needed role is missing.' };
    }
    const held = askedSessions(known, today).filter((each) => each.expected);
    const groups = new Map<string, ExpectedSession[]>();
    for (const each of held.filter((one) => isUnanswered(known, one))) {
      const key = joinKey(roundOf(today, each.session), each.provider.key);
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
    const changes = [...groups].flatMap(([key, group]) => chaseCards(known, key, group));
    return {
      changes: [...changes, ...held.flatMap((each) => dslInTime(known, each))],
      because: 'Silence',
      about: today,
    };
  },
});

function chaseCards(known: Known, key: string, group: readonly ExpectedSession[]): readonly Change[] {
  const first = [...group].sort((a, b) => a.start.localeCompare(b.start))[0];
  if (!first) return [];
  const { confirmMinutes, secondChaseMinutes, escalateMinutes } = known.policy;
  const card = (after: number, role: 'attendance-officer' | 'ap-leader', suffix: string): Change[] => {
    const to = holdersOf(known.records.roleAssignment, role, known.now.today)[0];
    const message = `chase|${key}${suffix}`;
    if (!to || known.now.time < plusMinutes(first.start, after) || known.records.message.get(message)) return [];
    const round = roundOf(first.date, first.session);
    const data = { date: first.date, session: first.session, provider: first.provider.key };
    return [
      {
        kind: 'tell',
        key: message,
        purpose: 'chase',
        to: to.person,
        by: 'Chat',
        card: 'chase',
        data,
        about: key,
        round,
      },
    ];
  };
  return [
    ...card(confirmMinutes, 'attendance-officer', ''),
    ...card(secondChaseMinutes, 'attendance-officer', '|second'),
    ...card(escalateMinutes, 'ap-leader', '|ap-leader'),
  ];
}

/** At + 60: a flagged pupil of whom nothing was heard, and any pupil still looked for. */
function dslInTime(known: Known, held: ExpectedSession): readonly Change[] {
  if (known.now.time < plusMinutes(held.start, known.policy.escalateMinutes)) return [];
  const key = pupilSessionKey(held.pupil.key, held.date, held.session);
  const followUp = known.records.followUp.get(key);
  const lookedFor = followUp?.state === 'Open';
  const silent = isUnanswered(known, held) && isFlagged(held.pupil) && followUp?.state !== 'Located';
  if ((!lookedFor && !silent) || known.records.message.get(`dsl-alert|${key}`)) return [];
  const tell = tellDsl(known, held.pupil, held.date, held.session);
  if (!tell) return [];
  const save = saveFollowUp(known, held.pupil.key, held.date, held.session, {
    dslInformedAt: known.now.instant,
    dslInformedBy: known.by.name,
    ...(followUp ? {} : { officer: undefined }),
  });
  return [...(save ? [save] : []), tell];
}
