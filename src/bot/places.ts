import { z } from 'zod';
import type { School } from '../app/ports.ts';
import { settingsFrom } from '../school/office/policy-edition.ts';

const reference = z.object({ serviceUrl: z.string(), conversation: z.object({ id: z.string() }) });

/** Where the bot reaches a person or channel, as noted when it was installed there. */
export interface KnownPlace {
  readonly serviceUrl: string;
  readonly conversation: string;
}

/** The noted conversation of a person (Entra object id) or channel (its id); `undefined` when there is none. */
export function knownPlace(school: School, key: string): KnownPlace | undefined {
  const parsed = reference.safeParse(school.store.known().conversation.get(key)?.reference);
  return parsed.success ? { serviceUrl: parsed.data.serviceUrl, conversation: parsed.data.conversation.id } : undefined;
}

/** The school's settings as they are known now. */
export function settingsOf(school: School): ReturnType<typeof settingsFrom> {
  return settingsFrom(school.store.known().setting.get('school')?.value);
}
