import type { Message } from '../school/office/message.record.ts';
import { LEASE_MS } from './journal.ts';
import type { School, World } from './ports.ts';

const MOST_TRIES = 8;

/**
 * Delivers the messages that wait: claims each by its ETag (one server sends), has it sent, and notes where it stands.
 * A message may at worst be sent twice, when a server dies between the sending and the noting.
 */
export async function deliverWaiting(world: World, school: School): Promise<void> {
  for (const message of waiting(school)) {
    const claim = `claim~${world.server}`;
    const [claimed] = await school.store.write(claim, [
      {
        record: 'message',
        key: message.key,
        seen: message.version,
        values: {
          state: 'Sending',
          owner: world.server,
          leaseUntil: machineInstant(LEASE_MS),
          tries: (message.tries ?? 0) + 1,
        },
      },
    ]);
    if (claimed?.outcome !== 'saved') continue;
    const delivered = await world.messenger.deliver({ school: school.key, message });
    await school.store.write(claim, [
      { record: 'message', key: message.key, seen: 'any', values: noted(world, message, delivered) },
    ]);
  }
}

function waiting(school: School): readonly Message[] {
  const table = school.store.known().message;
  const lapsed = table.by('state', 'Sending').filter((message) => Date.parse(message.leaseUntil ?? '') < Date.now());
  return [...table.by('state', 'Waiting'), ...lapsed];
}

function noted(
  world: World,
  message: Message,
  delivered: Awaited<ReturnType<World['messenger']['deliver']>>,
): Readonly<Record<string, unknown>> {
  const free = { owner: undefined, leaseUntil: undefined };
  if (delivered.ok) {
    const { conversation, activity } = delivered;
    return {
      ...free,
      state: 'Sent',
      conversation,
      activity,
      sentAt: message.sentAt ?? world.clock.now(),
      failure: undefined,
    };
  }
  const again = delivered.again && (message.tries ?? 0) + 1 < MOST_TRIES;
  return { ...free, state: again ? 'Waiting' : 'Failed', failure: delivered.says.slice(0, 255) };
}

function machineInstant(later: number): string {
  return `${new Date(Date.now() + later).toISOString().slice(0, 19)}Z`;
}
