import type { Form } from '../../schema/form.ts';

/** What stands in one input: a line, a tick, or a set of ticks. */
export type TypedValue = string | boolean | readonly string[];
/** What stands in the inputs of a form, by field. */
export type Typed = Readonly<Record<string, TypedValue>>;

/** The form as it opens: numbers and days as text, a tick that was never set as none. */
export function typedFrom({ inputs, values }: Form): Typed {
  return Object.fromEntries(
    inputs.map(({ name, kind }) => {
      const held = values[name];
      if (kind === 'yesNo') return [name, held === true];
      if (kind === 'choices') return [name, Array.isArray(held) ? held.map(String) : []];
      return [name, held === undefined || held === null ? '' : String(held)];
    }),
  );
}

/**
 * The values to send: those that differ from what stood, and for a new record those the form came with. A cleared field is
 * sent as an empty text.
 */
export function changedValues(form: Form, typed: Typed): Readonly<Record<string, unknown>> {
  const before = typedFrom(form);
  const changed = form.inputs.filter(({ name }) => JSON.stringify(typed[name]) !== JSON.stringify(before[name]));
  return Object.fromEntries(
    changed.map(({ name, kind }) => {
      const value = typed[name];
      if (kind === 'number' && typeof value === 'string' && value.trim() !== '') return [name, Number(value)];
      return [name, typeof value === 'string' ? value.trim() : value];
    }),
  );
}
