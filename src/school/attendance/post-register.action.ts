import { z } from 'zod';
import { action, type Known } from '../action.ts';
import type { Change } from '../change.ts';
import { type Session, sessions } from '../placements/schedule-slot.record.ts';
import { missingRoles } from '../roles.ts';
import { askedSessions, roundTime, sessionEnd } from './asked.ts';
import { roundOf } from './marks.ts';

/** Above this many pupils a round is one card per provider. */
const largestCard = 20;

/** Posts the register card of a round once, between the round's time and the end of its session (P1, P2). */
export const postRegister = action({
  name: 'post-register',
  says: 'Ask in the attendance channel who arrived.',
  input: z.strictObject({}),
  roles: ['clock'],
  needs: ['message', 'placement', 'scheduleSlot', 'calendarEntry', 'roleAssignment', 'setting'],
  decide(known) {
    const { today } = known.now;
    if (missingRoles(known.records.roleAssignment, today).length > 0 || known.settings.attendanceChannel === '') {
      return { changes: [], because: 'A needed role or the channel is missing.' };
    }
    return { changes: sessions.flatMap((session) => roundCards(known, session)), because: 'Round due', about: today };
  },
});

function roundCards(known: Known, session: Session): readonly Change[] {
  const { today, time } = known.now;
  if (time < roundTime(known, session) || time >= sessionEnd(known, session)) return [];
  const round = roundOf(today, session);
  if (known.records.message.by('round', round).some((message) => message.purpose === 'register')) return [];
  const held = askedSessions(known, today, session).filter((each) => each.expected);
  if (held.length === 0) return [];
  const card = (provider?: string): Change => ({
    kind: 'tell',
    key: provider ? `register|${round}|${provider}` : `register|${round}`,
    purpose: 'register',
    to: 'channel',
    by: 'Channel',
    card: 'register',
    data: { date: today, session, round, ...(provider ? { provider } : {}) },
    about: round,
    round,
  });
  if (new Set(held.map((each) => each.pupil.key)).size <= largestCard) return [card()];
  return [...new Set(held.map((each) => each.provider.key))].map((provider) => card(provider));
}
