import { createContext, type ReactNode, useContext } from 'react';

const Going = createContext<(screen: string) => void>(() => undefined);

/** Lets any part of a screen open another one by its name. */
export function GoProvider({ go, children }: { readonly go: (screen: string) => void; readonly children: ReactNode }) {
  return <Going value={go}>{children}</Going>;
}

/** Opens another screen by its name in the navigation. */
export function useGo(): (screen: string) => void {
  return useContext(Going);
}
