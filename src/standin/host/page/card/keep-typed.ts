/** What a person has typed in a card and not sent: by the input's id, with the value that stood there before. */
export interface Typed {
  readonly value: string;
  readonly before: string;
}

/**
 * The card with what was typed put back where the input is still there and still stood as it did before.
 * Where somebody else's answer stands meanwhile, theirs is shown.
 */
export function withTyped(card: unknown, typed: ReadonlyMap<string, Typed>): unknown {
  if (typed.size === 0) return card;
  return mapInputs(card, (input) => {
    const held = typeof input.id === 'string' ? typed.get(input.id) : undefined;
    return held === undefined || String(input.value ?? '') !== held.before ? input : { ...input, value: held.value };
  });
}

/** The values that stand in a card's inputs, by id; an empty one is ''. */
export function valuesIn(card: unknown): Map<string, string> {
  const values = new Map<string, string>();
  mapInputs(card, (input) => {
    if (typeof input.id === 'string') values.set(input.id, String(input.value ?? ''));
    return input;
  });
  return values;
}

function mapInputs(node: unknown, change: (input: Record<string, unknown>) => Record<string, unknown>): unknown {
  if (Array.isArray(node)) return node.map((one) => mapInputs(one, change));
  if (typeof node !== 'object' || node === null) return node;
  const copy = Object.fromEntries(Object.entries(node).map(([name, value]) => [name, mapInputs(value, change)]));
  return typeof copy.type === 'string' && copy.type.startsWith('Input.') ? change(copy) : copy;
}
