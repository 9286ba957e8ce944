import { Field, Input, makeStyles, Tag, TagGroup, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Invited } from './draft.ts';
import { type Accounts, nameAt } from './office-item.ts';
import { AnswerBadge } from './People.tsx';

const useStyles = makeStyles({
  tags: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, marginBottom: tokens.spacingVerticalXS },
});

/** People by address: each a tag that can be taken off; Enter, a comma or leaving the field adds what was typed. */
export function PeopleField({
  label,
  people,
  accounts,
  change,
}: {
  readonly label: string;
  readonly people: readonly Invited[];
  readonly accounts: Accounts;
  readonly change: (people: readonly Invited[]) => void;
}) {
  const styles = useStyles();
  const [typed, setTyped] = useState('');
  const [wrong, setWrong] = useState<string>();
  const names = useId();

  const add = () => {
    const address = typed.trim().replace(/[,;]$/, '').toLowerCase();
    if (address === '') return setWrong(undefined);
    if (!/^[^@\s]+@[^@\s]+$/.test(address)) return setWrong(`“${address}” is no mail address. Type it whole.`);
    if (!people.some((one) => one.address === address)) {
      change([...people, { address, name: nameAt(accounts, address), response: 'none' }]);
    }
    setTyped('');
    setWrong(undefined);
  };
  return (
    <Field label={label} validationMessage={wrong}>
      {(field) => (
        <div>
          {people.length > 0 && (
            <TagGroup
              className={styles.tags}
              aria-label={`${label}: asked`}
              onDismiss={(_event, { value }) => change(people.filter((one) => one.address !== value))}
            >
              {people.map(({ address, name, response }) => (
                <Tag
                  key={address}
                  value={address}
                  dismissible
                  dismissIcon={{ 'aria-label': 'Remove' }}
                  secondaryText={name === address ? undefined : address}
                >
                  {name} {response !== 'none' && <AnswerBadge response={response} />}
                </Tag>
              ))}
            </TagGroup>
          )}
          <Input
            {...field}
            type="email"
            list={names}
            placeholder="Add an address"
            value={typed}
            onChange={(_event, data) => setTyped(data.value)}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key !== 'Enter' && event.key !== ',' && event.key !== ';') return;
              event.preventDefault();
              add();
            }}
          />
          <datalist id={names}>
            {accounts.map(({ mail, displayName }) => (
              <option key={mail} value={mail} label={displayName} />
            ))}
          </datalist>
        </div>
      )}
    </Field>
  );
}
