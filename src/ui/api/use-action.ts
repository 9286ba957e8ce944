import { useCallback } from 'react';
import { useApi } from './ApiProvider.tsx';
import type { Outcome } from './api.ts';

/** Does one named action; never throws: what went wrong is part of the outcome. */
export function useAction(name: string): (input: unknown) => Promise<Outcome> {
  const api = useApi();
  return useCallback((input) => api.act(name, input), [api, name]);
}
