import { Button, Link, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Form } from '../../schema/form.ts';
import type { PupilContact, PupilPage } from '../../school/pupils/pupil.types.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';

const barring: Form = {
  inputs: [{ name: 'reason', kind: 'text', label: 'Why? Only the DSL reads it.', required: true, maxLength: 255 }],
  values: {},
};

type Open = { readonly kind: 'new' } | { readonly kind: 'correct' | 'bar'; readonly contact: PupilContact };

/** The people around the pupil with their numbers; corrected here, barred by the DSL only. */
export function Contacts({ page, changed }: { readonly page: PupilPage; readonly changed: () => Promise<void> }) {
  const styles = usePage();
  const [open, setOpen] = useState<Open>();
  const save = useAction('save-contact');
  const bar = useAction('bar-contact');
  const { pupil, contacts = [], forms, may } = page;
  if (contacts.length === 0 && !forms.newContact) return null;
  const ends = {
    leave: () => setOpen(undefined),
    done: () => {
      setOpen(undefined);
      void changed();
    },
  };
  async function letAgain({ contact, seen }: PupilContact) {
    await bar({ contact, barred: false, seen });
    await changed();
  }
  return (
    <div>
      <Text as="h2" size={400} weight="semibold">
        Contacts
      </Text>
      {contacts.length > 0 && (
        <ul className={styles.card} aria-label="Contacts">
          {contacts.map((each) => (
            <li key={each.contact} className={styles.line}>
              <span className={styles.grow}>
                <Text>{each.who}</Text>
                {each.caution && <Text className={styles.bad}>{each.caution}</Text>}
              </span>
              {each.phones.map((phone) => (
                <Link key={phone} href={`tel:${phone.replace(/\s/g, '')}`}>
                  {phone}
                </Link>
              ))}
              {each.form && (
                <Button
                  size="small"
                  onClick={() => setOpen({ kind: 'correct', contact: each })}
                  aria-label={`Correct ${each.who}`}
                >
                  Correct
                </Button>
              )}
              {may.bar && (
                <Button
                  size="small"
                  onClick={() => (each.barred ? void letAgain(each) : setOpen({ kind: 'bar', contact: each }))}
                  aria-label={`${each.barred ? 'No longer bar' : 'Bar'} ${each.who}`}
                >
                  {each.barred ? 'No longer bar' : 'Bar…'}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {open?.kind === 'correct' && open.contact.form && (
        <RecordForm
          key={open.contact.contact}
          form={open.contact.form}
          title={open.contact.who}
          press="Save"
          send={(values) => save({ pupil, contact: open.contact.contact, seen: open.contact.seen, values })}
          {...ends}
        />
      )}
      {open?.kind === 'bar' && (
        <RecordForm
          key={open.contact.contact}
          form={barring}
          title={`Bar ${open.contact.who}`}
          press="Bar"
          send={(values) => bar({ contact: open.contact.contact, barred: true, seen: open.contact.seen, ...values })}
          {...ends}
        />
      )}
      {open?.kind === 'new' && forms.newContact && (
        <RecordForm
          form={forms.newContact}
          title="Add a contact"
          press="Add contact"
          send={(values) => save({ pupil, values })}
          {...ends}
        />
      )}
      {forms.newContact && open?.kind !== 'new' && (
        <Button appearance="subtle" onClick={() => setOpen({ kind: 'new' })}>
          Add a contact
        </Button>
      )}
    </div>
  );
}
