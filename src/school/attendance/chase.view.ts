import { z } from 'zod';
import { readersOf } from '../rights.ts';
import { view } from '../view.ts';
import { plusMinutes } from './asked.ts';
import type { ChaseCard } from './chase.types.ts';
import { isWaitedFor } from './in-school.ts';
import { dayInput, keyInput, roundOf, sessionInput } from './marks.ts';
import { channelRow, count } from './register.view.ts';
import { todayFor } from './today.ts';

/** A provider that has not said who arrived: whom to ring, about whom. */
export const chase = view({
  name: 'chase',
  says: 'A provider that has not said who arrived, with its attendance contact.',
  params: z.strictObject({ date: dayInput, session: sessionInput, provider: keyInput }),
  roles: readersOf('follow-up'),
  needs: ['attendance'],
  show(seen, { date, session, provider: key }): ChaseCard {
    const held = todayFor(seen, date)
      .sessions.find((each) => each.session === session)
      ?.providers.find((each) => each.provider === key);
    const rows = (held?.rows ?? []).filter(isWaitedFor);
    const provider = seen.records.provider.get(key);
    const start = rows.map((row) => row.start).sort()[0];
    const past = (minutes: number) =>
      start !== undefined && (date < seen.now.today || seen.now.time >= plusMinutes(start, minutes));
    const { confirmMinutes, secondChaseMinutes, escalateMinutes } = seen.policy;
    const name = provider?.name ?? 'The provider';
    return {
      date,
      session,
      round: roundOf(date, session),
      provider: {
        key,
        name,
        contact: provider?.attendanceContact,
        phone: provider?.attendancePhone ?? provider?.mainPhone,
      },
      rows: rows.map(channelRow),
      stage:
        rows.length === 0
          ? 'answered'
          : past(escalateMinutes)
            ? 'escalated'
            : past(secondChaseMinutes)
              ? 'second'
              : past(confirmMinutes)
                ? 'first'
                : 'waiting',
      start,
      says: start
        ? `${name} has not said who arrived at ${start}: ${count(rows.length, 'pupil')}. AP leader at ${plusMinutes(start, escalateMinutes)}.`
        : `${name} has answered.`,
    };
  },
});
