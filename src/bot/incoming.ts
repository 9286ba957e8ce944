import { z } from 'zod';

/** What the bot reads of an activity; everything else is left alone. */
export const incoming = z.object({
  type: z.string(),
  id: z.string().optional(),
  name: z.string().optional(),
  action: z.string().optional(),
  text: z.string().optional(),
  replyToId: z.string().optional(),
  serviceUrl: z.string().default(''),
  channelId: z.string().optional(),
  locale: z.string().optional(),
  from: z
    .object({ id: z.string().optional(), name: z.string().optional(), aadObjectId: z.string().optional() })
    .default({}),
  recipient: z.object({ id: z.string().optional(), name: z.string().optional() }).optional(),
  conversation: z.object({
    id: z.string(),
    conversationType: z.string().optional(),
    tenantId: z.string().optional(),
  }),
  channelData: z
    .object({
      tenant: z.object({ id: z.string().optional() }).optional(),
      channel: z.object({ id: z.string().optional() }).optional(),
      teamsChannelId: z.string().optional(),
    })
    .optional(),
  value: z.unknown().optional(),
});

/** An activity as the connector brings it. */
export type Incoming = z.infer<typeof incoming>;

/** A press of a card's button, as `adaptiveCard/action` holds it. */
export const cardPress = z.object({
  action: z.object({ verb: z.string().default(''), data: z.record(z.string(), z.unknown()).default({}) }),
});

/** The conversation without its thread. */
export function baseOf(conversation: string): string {
  return conversation.split(';')[0] ?? conversation;
}

/** The channel that an activity comes from; `undefined` in a chat. */
export function channelOf(activity: Incoming): string | undefined {
  if (activity.conversation.conversationType !== 'channel') return undefined;
  const { channel, teamsChannelId } = activity.channelData ?? {};
  return channel?.id ?? teamsChannelId ?? baseOf(activity.conversation.id);
}

/** What a person typed, without mentions of the bot, on one line. */
export function textOf(activity: Incoming): string {
  return (activity.text ?? '')
    .replace(/<at>[^<]*<\/at>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
