import { z } from 'zod';
import { action, type Known } from '../action.ts';
import { instantAfter } from '../attendance/asked.ts';
import type { Change } from '../change.ts';
import { holdersOf } from '../roles.ts';
import type { Message } from './message.record.ts';

const line = ['dsl', 'deputy-dsl', 'head'] as const;

/** An urgent card that nobody acknowledged in time, or that could not be delivered, goes to the next in line by card and mail (4.4). */
export const escalateUrgent = action({
  name: 'escalate-urgent',
  says: 'Tell the deputy, then the head, when an urgent message is not acknowledged.',
  input: z.strictObject({}),
  roles: ['clock'],
  needs: ['message', 'followUp', 'roleAssignment'],
  decide(known) {
    const urgent = known.records.message
      .by('date', known.now.today)
      .filter((each) => each.urgent && each.by === 'Chat' && each.answer !== 'Acknowledged' && !each.escalatedTo);
    return {
      changes: urgent.flatMap((each) => next(known, each)),
      because: 'Not acknowledged',
      about: known.now.today,
    };
  },
});

function next(known: Known, message: Message): readonly Change[] {
  const late = message.acknowledgeBy !== undefined && known.now.instant >= message.acknowledgeBy;
  if ((!late && message.state !== 'Failed') || message.state === 'Closed') return [];
  const group = known.records.message
    .by('about', message.about ?? '')
    .filter((each) => each.purpose === message.purpose);
  if (group.some((each) => each.answer === 'Acknowledged')) return [];
  const original = message.follows ?? message.key;
  const told = new Set(group.map((each) => each.to));
  const at = line.findIndex((role) => message.key === `${original}|${role}`);
  for (const role of line.slice(Math.max(at, 0) + 1)) {
    const to = holdersOf(known.records.roleAssignment, role, known.now.today).find((held) => !told.has(held.person));
    if (!to) continue;
    const card = (by: 'Chat' | 'Mail'): Change => ({
      kind: 'tell',
      key: by === 'Chat' ? `${original}|${role}` : `${original}|${role}|mail`,
      purpose: message.purpose,
      to: to.person,
      by,
      card: message.card ?? message.purpose,
      data: dataOf(message),
      about: message.about,
      round: message.round,
      urgent: true,
      acknowledgeBy: instantAfter(known.now.instant, known.policy.acknowledgeMinutes),
      follows: original,
    });
    return [
      card('Chat'),
      card('Mail'),
      { kind: 'save', record: 'message', key: message.key, seen: 'any', values: { escalatedTo: role } },
    ];
  }
  return [];
}

function dataOf(message: Message): Readonly<Record<string, string>> {
  const parsed = z.record(z.string(), z.string()).safeParse(message.data);
  return parsed.success ? parsed.data : {};
}
