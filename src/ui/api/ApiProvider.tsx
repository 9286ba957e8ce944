import { createContext, type ReactNode, useContext } from 'react';
import type { Api } from './api.ts';

const Current = createContext<Api | undefined>(undefined);

/** Gives the API to everything inside. */
export function ApiProvider({ api, children }: { readonly api: Api; readonly children: ReactNode }) {
  return <Current value={api}>{children}</Current>;
}

/** The API of the signed-in person; throws outside an `ApiProvider`. */
export function useApi(): Api {
  const api = useContext(Current);
  if (!api) throw new Error('useApi needs an ApiProvider around it.');
  return api;
}
