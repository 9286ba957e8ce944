import { useEffect, useState } from 'react';
import type { PlaceName } from './Rail.tsx';
import { read } from './wire.ts';

interface Summary {
  readonly id: string;
  readonly type: 'channel' | 'personal';
  readonly members: readonly string[];
  readonly activities: number;
}

/** How many messages a person has not seen since this page was opened, in chat and teams. The place shown counts as seen. */
export function useUnread(person: string, shown: PlaceName, news: number): Partial<Record<PlaceName, number>> {
  const [counts, setCounts] = useState<Partial<Record<PlaceName, number>>>({});
  const [seen, setSeen] = useState<Readonly<Record<string, number>>>({});
  useEffect(() => {
    let here = true;
    void read<readonly Summary[]>(`/standin/conversations?news=${news}`).then(
      (all) => here && setCounts(countsFor(all, person)),
      () => undefined,
    );
    return () => {
      here = false;
    };
  }, [person, news]);
  const count = counts[shown];
  useEffect(() => {
    if (count !== undefined) setSeen((held) => ({ ...held, [`${person} ${shown}`]: count }));
  }, [person, shown, count]);
  const fresh = (place: PlaceName) => Math.max(0, (counts[place] ?? 0) - (seen[`${person} ${place}`] ?? 0));
  return { chat: shown === 'chat' ? 0 : fresh('chat'), teams: shown === 'teams' ? 0 : fresh('teams') };
}

function countsFor(all: readonly Summary[], person: string): Partial<Record<PlaceName, number>> {
  const sum = (type: Summary['type']) =>
    all
      .filter((one) => one.type === type && one.members.includes(person))
      .reduce((total, one) => total + one.activities, 0);
  return { chat: sum('personal'), teams: sum('channel') };
}
