import { Checkbox, Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { FormInput } from '../../schema/form.ts';
import type { TypedValue } from './typed.ts';

const inputTypes = { schoolDay: 'date', time: 'time', number: 'number' } as const;

/** One input of a form, drawn by its kind, with its hint, and what is wrong with it. */
export function FormField(props: {
  readonly input: FormInput;
  readonly value: TypedValue;
  readonly problem?: string;
  readonly change: (value: TypedValue) => void;
}) {
  const { input, value } = props;
  if (input.kind === 'yesNo') {
    return (
      <Field hint={input.hint} validationMessage={props.problem}>
        <Checkbox
          label={input.label}
          checked={value === true}
          onChange={(_, { checked }) => props.change(checked === true)}
        />
      </Field>
    );
  }
  return (
    <Field label={input.label} required={input.required} hint={input.hint} validationMessage={props.problem}>
      {drawn(props)}
    </Field>
  );
}

function drawn({ input, value, change }: Parameters<typeof FormField>[0]) {
  const text = typeof value === 'string' ? value : '';
  if (input.kind === 'choices') {
    const held = Array.isArray(value) ? value : [];
    return (
      <fieldset style={{ border: 'none', margin: 0, padding: 0 }}>
        {input.options?.map((option) => (
          <Checkbox
            key={option.value}
            label={option.says}
            checked={held.includes(option.value)}
            onChange={(_, { checked }) =>
              change(checked ? [...held, option.value] : held.filter((each) => each !== option.value))
            }
          />
        ))}
      </fieldset>
    );
  }
  if (input.options) {
    return (
      <Select value={text} onChange={(_, data) => change(data.value)}>
        <option value="">{input.required ? 'Choose…' : 'Not said'}</option>
        {input.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.says}
          </option>
        ))}
      </Select>
    );
  }
  if (input.kind === 'longText') {
    return <Textarea value={text} maxLength={input.maxLength} onChange={(_, data) => change(data.value)} />;
  }
  const type = input.kind in inputTypes ? inputTypes[input.kind as keyof typeof inputTypes] : 'text';
  return <Input type={type} value={text} maxLength={input.maxLength} onChange={(_, data) => change(data.value)} />;
}
