import { places } from './places.ts';

/** A manifest with its placeholders filled, and one sentence for each that could not be. */
export interface Filled {
  readonly text: string;
  readonly troubles: readonly string[];
}

const placeholder = /\$\{\{(\w+)\}\}/g;

/**
 * Fills `${{NAME}}` from variables of that name. A variable that is unset or blank is named in `troubles`, once, with the
 * place where its value is found. Values are written as JSON text, so that a quotation mark cannot break the manifest.
 */
export function fillPlaceholders(template: string, variables: Readonly<Record<string, string | undefined>>): Filled {
  const missing = new Set<string>();
  const text = template.replace(placeholder, (whole, name: string) => {
    const value = variables[name]?.trim();
    if (value) return JSON.stringify(value).slice(1, -1);
    missing.add(name);
    return whole;
  });
  return { text, troubles: [...missing].map((name) => `${name} is not set. ${places[name] ?? ''}`.trim()) };
}
