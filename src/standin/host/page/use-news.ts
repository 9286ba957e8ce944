import { useEffect, useState } from 'react';
import { read } from './wire.ts';

interface News {
  readonly n: number;
  readonly all: boolean;
  readonly changed: readonly string[];
}

/** Numbers that rise when a conversation changes; `all` when everything has to be read again (a reset), undefined until first heard of. */
export interface Changes {
  readonly all: number | undefined;
  of(conversation: string): number;
}

interface Heard {
  readonly all?: number;
  readonly each: Readonly<Record<string, number>>;
}

/** Follows the stand-in's news by waiting requests; after a failure it asks again every two seconds. */
export function useNews(): Changes {
  const [state, setState] = useState<Heard>({ each: {} });
  useEffect(() => {
    let here = true;
    let after = 0;
    const follow = async () => {
      while (here) {
        try {
          const news = await read<News>(`/standin/events?after=${after}&wait=20`);
          if (!here) return;
          if (news.n !== after) setState((held) => withNews(held, news));
          after = news.n;
        } catch {
          await new Promise((resolve) => setTimeout(resolve, 2000));
        }
      }
    };
    void follow();
    return () => {
      here = false;
    };
  }, []);
  return { all: state.all, of: (conversation) => (state.all ?? 0) + (state.each[conversation] ?? 0) };
}

function withNews(held: Heard, news: News): Heard {
  const changed = Object.fromEntries(news.changed.map((id) => [id, news.n]));
  return { all: news.all ? news.n : held.all, each: { ...held.each, ...changed } };
}
