import { createContext, type ReactNode, useContext } from 'react';
import type { SchoolDay } from '../../school/moment.ts';

/** A session to open Today on: its school day, and the morning or the afternoon. */
export interface SessionAt {
  readonly date: SchoolDay;
  readonly session: 'AM' | 'PM';
}

/**
 * Opens a screen by its name in the navigation; Today on another day's session, where one is named; on a record by its opaque
 * id, where the screen opens one.
 */
export type Go = (screen: string, at?: SessionAt, record?: string) => void;

const Going = createContext<Go>(() => undefined);

/** Lets any part of a screen open another one by its name. */
export function GoProvider({ go, children }: { readonly go: Go; readonly children: ReactNode }) {
  return <Going value={go}>{children}</Going>;
}

/** Opens another screen by its name in the navigation. */
export function useGo(): Go {
  return useContext(Going);
}
