import { useEffect, useRef, useState } from 'react';
import { graph } from './graph.ts';

/** A page of Graph's, being read, read, or not to be had. */
export type Page<T> =
  | { readonly is: 'loading' }
  | { readonly is: 'trouble'; readonly says: string }
  | { readonly is: 'here'; readonly value: readonly T[] };

/** Reads a page of Graph's, again every ten seconds and whenever `again` is called. `path` undefined: not yet known. */
export function useMailbox<T>(path: string | undefined): { readonly page: Page<T>; readonly again: () => void } {
  const [page, setPage] = useState<Page<T>>({ is: 'loading' });
  const asking = useRef<() => void>(undefined);
  useEffect(() => {
    if (path === undefined) return undefined;
    let here = true;
    const look = async () => {
      try {
        const { value } = await graph<{ value: readonly T[] }>(path);
        if (here) setPage({ is: 'here', value });
      } catch (error) {
        if (here) setPage({ is: 'trouble', says: error instanceof Error ? error.message : 'Outlook does not answer.' });
      }
    };
    asking.current = () => void look();
    void look();
    const timer = setInterval(look, 10_000);
    return () => {
      here = false;
      clearInterval(timer);
    };
  }, [path]);
  return { page, again: () => asking.current?.() };
}
