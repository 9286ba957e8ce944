import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from './ApiProvider.tsx';
import { NotShown, type Params, type Trouble } from './api.ts';

/** How often a visible page asks again, in milliseconds. */
export const pollEvery = 15_000;

/** A view as a screen holds it: the last good data stays while a later asking fails. */
export interface Viewed<D> {
  readonly data?: D;
  /** Instant at which the app knew this. */
  readonly asOf?: string;
  /** Seconds that it was old when it came in: Microsoft 365 did not answer the app. */
  readonly ageSeconds?: number;
  /** Machine milliseconds when it came in; for the age of the data. */
  readonly cameAt?: number;
  /** Why the last asking failed. */
  readonly trouble?: Trouble;
  readonly reload: () => Promise<void>;
}

type Held<D> = Omit<Viewed<D>, 'reload'> & { readonly of: string };

/** Asks for a view at once, and every 15 s while the page is visible. */
export function useView<D>(name: string, params: Params = {}): Viewed<D> {
  const api = useApi();
  const wanted = JSON.stringify([name, params]);
  const [held, setHeld] = useState<Held<D>>({ of: wanted });
  const turn = useRef(0);

  const reload = useCallback(async () => {
    const mine = ++turn.current;
    const [view, asked]: [string, Params] = JSON.parse(wanted);
    try {
      const { data, asOf, ageSeconds } = await api.show<D>(view, asked);
      if (mine === turn.current) setHeld({ of: wanted, data, asOf, ageSeconds, cameAt: Date.now() });
    } catch (error) {
      if (mine !== turn.current) return;
      const trouble = error instanceof NotShown ? error.trouble : { says: 'This page met a fault. Reload it.' };
      setHeld((before) => (before.of === wanted ? { ...before, trouble } : { of: wanted, trouble }));
    }
  }, [api, wanted]);

  useEffect(() => {
    const whenVisible = () => {
      if (document.visibilityState === 'visible') void reload();
    };
    void reload();
    const timer = setInterval(whenVisible, pollEvery);
    document.addEventListener('visibilitychange', whenVisible);
    return () => {
      turn.current++;
      clearInterval(timer);
      document.removeEventListener('visibilitychange', whenVisible);
    };
  }, [reload]);

  return held.of === wanted ? { ...held, reload } : { reload };
}
