import { Button, Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { Form } from '../../schema/form.ts';
import type { MyActions as List, MyAction } from '../../school/actions-agreed/my-actions.types.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces } from '../../ui/faces/Faces.tsx';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';

/** What was agreed and is mine to do, overdue first; *Done* takes it off the list. */
export default function MyActions() {
  const view = useView<List>('my-actions');
  return (
    <Faces view={view} what="your actions">
      {(list) => <Shown list={list} changed={view.reload} />}
    </Faces>
  );
}

function Shown({ list, changed }: { readonly list: List; readonly changed: () => Promise<void> }) {
  const styles = usePage();
  const { open, done } = list;
  const overdue = open.filter((one) => one.overdue).length;
  return (
    <section className={styles.page} aria-label="My actions">
      <div className={styles.head}>
        <Title3 as="h1">{open.length === 0 ? 'Nothing is yours to do' : `${open.length} to do`}</Title3>
        {overdue > 0 && <Text as="p" weight="semibold">{`${overdue} overdue.`}</Text>}
      </div>
      {open.length === 0 && <Empty>What is agreed at a review and given to you, or to your role, stands here.</Empty>}
      {open.length > 0 && (
        <ul className={styles.card} aria-label="To do">
          {open.map((one) => (
            <Line key={one.action} line={one} today={list.today} changed={changed} />
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <>
          <Text as="h2" size={400} weight="semibold">
            Done lately
          </Text>
          <ul className={styles.card} aria-label="Done lately">
            {done.map((one) => (
              <li key={one.action} className={styles.line}>
                <span className={styles.grow}>
                  <Text>{one.text}</Text>
                </span>
                <Text size={200} className={styles.quiet}>
                  {[one.about, one.says].filter(Boolean).join(' · ')}
                </Text>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

const doneForm = (today: string): Form => ({
  inputs: [
    { name: 'on', kind: 'schoolDay', label: 'Done on', required: true },
    { name: 'evidence', kind: 'text', label: 'What shows it', required: false, maxLength: 255 },
  ],
  values: { on: today },
});

function Line(props: { readonly line: MyAction; readonly today: string; readonly changed: () => Promise<void> }) {
  const { line, today, changed } = props;
  const styles = usePage();
  const complete = useAction('complete-action');
  const [open, setOpen] = useState(false);
  return (
    <li className={styles.line}>
      <span className={styles.grow}>
        <Text>{line.text}</Text>
        <Text size={200} className={styles.quiet}>
          {[line.about, line.from].filter(Boolean).join(' · ')}
        </Text>
      </span>
      <Text size={200} weight={line.overdue ? 'semibold' : 'regular'} className={styles.quiet}>
        {line.says}
      </Text>
      {open ? (
        <RecordForm
          form={doneForm(today)}
          title={`Done: ${line.text}`}
          press="Note it as done"
          evenUnchanged
          send={(values) => complete({ action: line.action, seen: line.seen, on: today, ...values })}
          done={() => {
            setOpen(false);
            void changed();
          }}
          leave={() => setOpen(false)}
        />
      ) : (
        <Button size="small" onClick={() => setOpen(true)} aria-label={`Done: ${line.text}`}>
          Done
        </Button>
      )}
    </li>
  );
}
