import { useCallback, useEffect, useRef, useState } from 'react';
import type { Outcome } from '../card/outcome.ts';
import { outcomeOf } from '../card/outcome.ts';
import { type Activity, type BotAnswer, conversationPath, read, send } from '../wire.ts';

/** A conversation as one person sees it, and what she may do in it. */
export interface LiveConversation {
  readonly activities: readonly Activity[] | undefined;
  readonly trouble?: string;
  /** Says something, in a thread when one is named. */
  say(text: string, thread?: string): Promise<Outcome>;
  press(activityId: string, verb: string, data: unknown, trigger?: 'automatic'): Promise<Outcome>;
}

/** Follows a conversation: read again whenever `news` is another number. */
export function useConversation(id: string, person: string, news: number): LiveConversation {
  const [activities, setActivities] = useState<readonly Activity[]>();
  const [trouble, setTrouble] = useState<string>();
  const asked = useRef(0);
  const reload = useCallback(async () => {
    asked.current += 1;
    const mine = asked.current;
    try {
      const path = `${conversationPath(id)}/activities?as=${encodeURIComponent(person)}&news=${news}`;
      const all = await read<readonly Activity[]>(path);
      if (mine !== asked.current) return;
      setActivities(all);
      setTrouble(undefined);
    } catch {
      if (mine === asked.current) setTrouble('The stand-in does not answer. Is it still running?');
    }
  }, [id, person, news]);
  useEffect(() => void reload(), [reload]);

  async function tell(path: string, body: object): Promise<Outcome> {
    try {
      return outcomeOf(await send<BotAnswer>(path, { from: person, ...body }));
    } catch (error) {
      return { trouble: error instanceof Error ? error.message : 'The stand-in does not answer.' };
    } finally {
      await reload();
    }
  }
  return {
    activities,
    trouble,
    say: (text, thread) =>
      tell(`${conversationPath(thread === undefined ? id : `${id};messageid=${thread}`)}/messages`, { text }),
    press: (activityId, verb, data, trigger) =>
      tell(`${conversationPath(id)}/card-actions`, { activityId, verb, data, trigger }),
  };
}
