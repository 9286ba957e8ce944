import { perform } from '../app/perform.ts';
import type { School, World } from '../app/ports.ts';
import { baseOf, channelOf, type Incoming } from './incoming.ts';
import { settingsOf } from './places.ts';

/** Notes where the bot can reach the sender or channel, in the schools that it concerns; writes nothing when all is known. */
export async function notePlace(world: World, activity: Incoming): Promise<void> {
  const channel = channelOf(activity);
  const key = channel ?? activity.from.aadObjectId;
  if (!key || activity.serviceUrl === '') return;
  const reference = referenceOf(activity);
  const name = channel ? undefined : activity.from.name;
  for (const school of schoolsOf(world, activity, channel)) {
    const stands = school.store.known().conversation.get(key);
    if (stands && JSON.stringify(stands.reference) === JSON.stringify(reference) && stands.name === name) continue;
    await perform(world, {
      school: school.key,
      action: 'note-conversation',
      input: { key, kind: channel ? 'channel' : 'personal', ...(name ? { name } : {}), reference },
      by: 'clock',
      via: 'Round',
    });
  }
}

function schoolsOf(world: World, activity: Incoming, channel: string | undefined): readonly School[] {
  const schools = world.schools();
  if (schools.length === 1) return schools;
  if (channel) return schools.filter((school) => settingsOf(world, school).attendanceChannel === channel);
  const person = activity.from.aadObjectId ?? '';
  return schools.filter((school) => school.store.known().roleAssignment.by('person', person).length > 0);
}

function referenceOf({ from, recipient, conversation, channelId, serviceUrl, locale }: Incoming): unknown {
  const { conversationType, tenantId } = conversation;
  const personal = conversationType !== 'channel';
  return JSON.parse(
    JSON.stringify({
      user: personal ? { id: from.id, aadObjectId: from.aadObjectId } : undefined,
      bot: recipient ? { id: recipient.id, name: recipient.name } : undefined,
      conversation: { id: baseOf(conversation.id), conversationType, tenantId },
      channelId,
      serviceUrl,
      locale,
    }),
  );
}
