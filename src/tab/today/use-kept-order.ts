import { useRef } from 'react';

/** The same things in the order in which each was first seen: rows keep their place when they change. */
export function useKeptOrder<T>(things: readonly T[], keyOf: (thing: T) => string): readonly T[] {
  const order = useRef(new Map<string, number>());
  for (const thing of things) {
    const key = keyOf(thing);
    if (!order.current.has(key)) order.current.set(key, order.current.size);
  }
  const place = (thing: T) => order.current.get(keyOf(thing)) ?? 0;
  return [...things].sort((one, other) => place(one) - place(other));
}
