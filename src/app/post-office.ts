import type { Message } from '../school/office/message.record.ts';
import { freshId } from './fresh-id.ts';
import type { Messenger, School, World } from './ports.ts';

const lastTry = 8;
const sending = new Map<string, Promise<void>>();
const again = new Set<string>();

/** Sends what waits in a school's AP Messages, one server at a time per message (claimed by ETag, lease 60 s). */
export function sendWaiting(world: World, school: School): Promise<void> {
  const { messenger } = world;
  if (!messenger) return Promise.resolve();
  const running = sending.get(school.key);
  if (running) {
    again.add(school.key);
    return running;
  }
  const work = sendAll(world, messenger, school).finally(() => sending.delete(school.key));
  sending.set(school.key, work);
  return work;
}

async function sendAll(world: World, messenger: Messenger, school: School): Promise<void> {
  do {
    again.delete(school.key);
    const { message } = school.store.known();
    const ready = [...message.by('state', 'Waiting'), ...message.by('state', 'Sending')].filter(
      ({ leaseUntil }) => leaseUntil === undefined || Date.parse(leaseUntil) <= Date.now(),
    );
    for (const one of ready) await sendOne(world, messenger, school, one);
  } while (again.has(school.key));
}

async function sendOne(world: World, messenger: Messenger, school: School, waiting: Message): Promise<void> {
  const entry = freshId('po');
  const tries = (waiting.tries ?? 0) + 1;
  const [claim] = await school.store.write(entry, [
    {
      record: 'message',
      key: waiting.key,
      values: { state: 'Sending', owner: world.server, leaseUntil: inSeconds(60), tries },
      seen: waiting.version,
    },
  ]);
  if (claim?.outcome !== 'saved') return;
  const message = school.store.known().message.get(waiting.key) ?? waiting;
  const delivered = await messenger.deliver({ school: school.key, message }).catch(() => ({
    ok: false as const,
    again: true,
    says: 'The message could not be sent.',
  }));
  const note = delivered.ok
    ? {
        conversation: delivered.conversation,
        activity: delivered.activity,
        sentAt: waiting.sentAt ?? world.clock.now(),
        failure: undefined,
      }
    : { failure: delivered.says.slice(0, 255) };
  const giveUp = !delivered.ok && (!delivered.again || tries >= lastTry);
  const state = delivered.ok ? 'Sent' : giveUp ? 'Failed' : 'Waiting';
  const wait = delivered.ok || giveUp ? undefined : inSeconds(Math.min(300, 2 ** tries));
  const [noted] = await school.store.write(freshId('po'), [
    {
      record: 'message',
      key: waiting.key,
      values: { ...note, state, leaseUntil: wait, ...(delivered.ok ? { tries: 0 } : {}) },
      seen: claim.version,
    },
  ]);
  // Somebody asked for the card to be drawn again meanwhile: keep where it stands, and leave it waiting.
  if (noted?.outcome === 'superseded') {
    await school.store.write(freshId('po'), [
      { record: 'message', key: waiting.key, values: { ...note, leaseUntil: wait }, seen: 'any' },
    ]);
    again.add(school.key);
  }
}

function inSeconds(seconds: number): string {
  return new Date(Date.now() + seconds * 1000).toISOString();
}
