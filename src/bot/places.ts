import { z } from 'zod';
import type { School, World } from '../app/ports.ts';
import { momentOf } from '../school/moment.ts';
import type { SchoolSettings } from '../school/office/policy-edition.ts';
import { settingsOn } from '../school/office/settings-on.ts';

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

/** The school's settings as they count today. */
export function settingsOf({ clock }: World, school: School): SchoolSettings {
  return settingsOn(school.store.known().setting, momentOf(clock.now()).today);
}
