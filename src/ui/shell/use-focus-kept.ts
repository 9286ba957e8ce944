import { type RefObject, useEffect, useRef } from 'react';

/** The box whose heading takes the focus when what was pressed in it has gone with the screen before; never from elsewhere. */
export function useFocusKept(screen: unknown): RefObject<HTMLDivElement | null> {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef(screen);
  useEffect(() => {
    const changed = before.current !== screen;
    before.current = screen;
    if (!changed || document.activeElement !== document.body) return;
    (box.current?.querySelector<HTMLElement>('h1[tabindex]') ?? box.current)?.focus();
  }, [screen]);
  return box;
}
