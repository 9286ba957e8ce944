import type { Delivered, Delivery, Messenger, School, World } from '../app/ports.ts';
import type { Message } from '../school/office/message.record.ts';
import { type Connector, cardActivity, NotDelivered, type Standing } from './connector.ts';
import { drawMessage } from './draw.ts';
import { knownPlace, settingsOf } from './places.ts';

/** A mail in plain words, from the organiser's mailbox. */
export interface PlainMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
}

/** What the messenger is made of. */
export interface MessengerParts {
  /** The world it reads from; asked at each delivery, so that it may be put together later. */
  readonly world: () => World;
  readonly connector: Connector;
  /** Service url for first contact. */
  readonly connectorUrl: string;
  readonly sendMail?: (mail: PlainMail) => Promise<void>;
  readonly todayUrl?: string;
}

const no = (says: string, again = false): Delivered => ({ ok: false, again, says });

/** Puts cards in front of people: drawn at delivery, posted once, updated in place afterwards. Mail says only that a card waits. */
export function createMessenger(parts: MessengerParts): Messenger {
  return {
    async deliver(delivery) {
      try {
        return await deliverOne(parts, delivery);
      } catch (error) {
        if (error instanceof NotDelivered) return no(error.message, error.again);
        return no('The card could not be drawn or sent. It is tried again.', true);
      }
    },
  };
}

async function deliverOne(parts: MessengerParts, { school: key, message }: Delivery): Promise<Delivered> {
  const world = parts.world();
  const school = world.schools().find((each) => each.key === key);
  if (!school) return no('This school is not served here.');
  const drawn = await drawMessage(world, key, message, { todayUrl: parts.todayUrl });
  if ('trouble' in drawn) return no(drawn.trouble);
  if (message.by === 'Mail') return await mail(parts, world, school, message, drawn.notification);
  const standing = await put(parts, world, school, message, cardActivity(drawn.card, drawn.notification));
  return standing ? { ok: true, ...standing } : no('No attendance channel is set. Write "use this channel" in it.');
}

async function put(
  { connector, connectorUrl }: MessengerParts,
  world: World,
  school: School,
  message: Message,
  activity: ReturnType<typeof cardActivity>,
): Promise<Standing | undefined> {
  const channel = message.by === 'Channel';
  const key = channel && message.to === 'channel' ? settingsOf(world, school).attendanceChannel : message.to;
  if (key === '') return undefined;
  const known = knownPlace(school, key);
  const serviceUrl = known?.serviceUrl ?? connectorUrl;
  if (message.conversation && message.activity) {
    const stands = { conversation: message.conversation, activity: message.activity };
    return await connector.update(serviceUrl, stands, activity);
  }
  if (channel) return await connector.postInChannel(serviceUrl, key, activity);
  const conversation = known?.conversation ?? (await connector.openChat(serviceUrl, key));
  return await connector.post(serviceUrl, conversation, activity);
}

/** Nobody is named in a mail: it says that a card waits, and the reference of the message. */
async function mail(
  { sendMail }: MessengerParts,
  world: World,
  school: School,
  message: Message,
  notification: string,
): Promise<Delivered> {
  const { organiser } = settingsOf(world, school);
  const held = school.store.known().roleAssignment.by('person', message.to);
  const address = held.find((each) => each.mail)?.mail ?? (await world.directory.find(message.to))?.mail;
  if (!sendMail || organiser === '') return no('No mailbox is set that sends mail.');
  if (!address) return no('This person has no e-mail address.');
  await sendMail({
    from: organiser,
    to: [address],
    subject: notification,
    text: `${notification}.\n\nOpen your chat with Alternative Provision in Teams and answer the card there.\n\nReference: ${message.key}`,
  });
  return { ok: true, conversation: 'mail', activity: message.key };
}
