import { Field, Input, Select } from '@fluentui/react-components';
import type { FormInput } from '../../schema/form.ts';
import { usePanel } from '../../ui/shell/panel.ts';
import { choiceWords } from './entry-fields.ts';

/** One field of a calendar entry: a date, a line of text, a choice, or the provider. */
export function EntryField(props: {
  readonly input: FormInput;
  readonly value: string;
  readonly trouble?: string;
  readonly providers: readonly { readonly provider: string; readonly name: string }[];
  readonly change: (value: string) => void;
}) {
  const { input, value, change } = props;
  const styles = usePanel();
  const options =
    input.kind === 'link'
      ? [['', 'Choose…'] as const, ...props.providers.map(({ provider, name }) => [provider, name] as const)]
      : (input.options ?? []).map(({ value: key, says }) => [key, choiceWords[key] ?? says] as const);
  return (
    <Field
      className={styles.field}
      label={input.label}
      required={input.required}
      validationMessage={props.trouble}
      validationState={props.trouble ? 'error' : 'none'}
    >
      {options.length > 0 ? (
        <Select value={value} onChange={(_, { value: next }) => change(next)}>
          {options.map(([key, says]) => (
            <option key={key} value={key}>
              {says}
            </option>
          ))}
        </Select>
      ) : (
        <Input
          type={input.kind === 'schoolDay' ? 'date' : 'text'}
          value={value}
          maxLength={input.maxLength}
          onChange={(_, { value: next }) => change(next)}
        />
      )}
    </Field>
  );
}
