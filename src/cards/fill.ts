/** A filled Adaptive Card, ready to be sent. */
export type CardJson = Readonly<Record<string, unknown>>;

/** A template asks for what its data does not hold, or uses more than `${path}`, `$data`, `$when`. Names the path, never a value. */
export class CardTrouble extends Error {
  override readonly name = 'CardTrouble';
}

interface Scope {
  readonly root: unknown;
  readonly data: unknown;
  readonly index?: number;
}

/**
 * Fills a card template: `${path}` (from the nearest `$data`, or `$root.…`, `$index`), `$data` (an array repeats the
 * element), `$when` (missing reads as false: the element is left out). A string that is one expression keeps the value's
 * type. Values are never expanded again; in a TextBlock their Markdown is escaped. Throws CardTrouble on anything else.
 */
export function fillTemplate(template: unknown, data: unknown): CardJson {
  const [card] = expand(template, { root: data, data });
  if (!isObject(card)) throw new CardTrouble('The template is no card.');
  return card;
}

/** One element, as often as its `$data` says, without those whose `$when` is false. */
function expand(node: unknown, scope: Scope): readonly unknown[] {
  if (!isObject(node)) return [fillValue(node, scope, false)];
  const { $data, $when, ...rest } = node;
  return scopes($data, scope)
    .filter((each) => $when === undefined || isTrue($when, each))
    .map((each) => fillObject(rest, each));
}

function scopes($data: unknown, scope: Scope): readonly Scope[] {
  if ($data === undefined) return [scope];
  const value = typeof $data === 'string' ? fillText($data, scope, false) : $data;
  if (!Array.isArray(value)) return [{ root: scope.root, data: value }];
  return value.map((data: unknown, index) => ({ root: scope.root, data, index }));
}

function isTrue($when: unknown, scope: Scope): boolean {
  const path = typeof $when === 'string' ? whole.exec($when)?.[1] : undefined;
  if (path === undefined) throw new CardTrouble('A $when is not one path.');
  return Boolean(lookUp(path, scope));
}

function fillObject(node: Readonly<Record<string, unknown>>, scope: Scope): CardJson {
  const filled: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(node)) {
    if (isObject(value)) {
      const [one] = expand(value, scope);
      if (one !== undefined) filled[key] = one;
    } else {
      filled[key] = fillValue(value, scope, key === 'text' && node.type === 'TextBlock');
    }
  }
  return filled;
}

function fillValue(value: unknown, scope: Scope, markdown: boolean): unknown {
  if (typeof value === 'string') return fillText(value, scope, markdown);
  if (Array.isArray(value)) return value.flatMap((each: unknown) => expand(each, scope));
  return value;
}

const whole = /^\$\{([^{}]*)\}$/;

function fillText(text: string, scope: Scope, markdown: boolean): unknown {
  const only = whole.exec(text)?.[1];
  if (only !== undefined) {
    const value = needed(only, scope);
    return markdown ? escapeMarkdown(String(value)) : value;
  }
  if (text.replace(/\$\{[^{}]*\}/g, '').includes('${')) throw new CardTrouble('An expression is not closed.');
  return text.replace(/\$\{([^{}]*)\}/g, (_all, path: string) => {
    const value = String(needed(path, scope));
    return markdown ? escapeMarkdown(value) : value;
  });
}

function needed(path: string, scope: Scope): unknown {
  const value = lookUp(path, scope);
  if (value === undefined) throw new CardTrouble(`The card has nothing for ${path}.`);
  return value;
}

function lookUp(path: string, scope: Scope): unknown {
  if (path === '$index') return scope.index;
  if (!/^(\$root\.)?[A-Za-z_]\w*(\.\w+)*$/.test(path)) throw new CardTrouble(`Only paths are filled in, not ${path}.`);
  const fromRoot = path.startsWith('$root.');
  let value: unknown = fromRoot ? scope.root : scope.data;
  for (const name of path.replace('$root.', '').split('.')) {
    value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  }
  return value ?? undefined;
}

/** Takes the Markdown out of free text, so that a TextBlock shows it as it was typed. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_[\]()#]/g, '\\$&');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
