import {
  Button,
  DrawerBody,
  DrawerHeader,
  DrawerHeaderTitle,
  Field,
  Input,
  Link,
  makeStyles,
  OverlayDrawer,
  Text,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { type FormEvent, useState } from 'react';
import type { FollowUpCard, LoggedCall, Step } from '../../school/attendance/follow-up.types.ts';
import type { Today, TodayRow } from '../../school/attendance/today.types.ts';
import { outcomeInWords, type Said } from '../../ui/api/in-words.ts';
import { instantAt } from '../../ui/api/school-time.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Faces } from '../../ui/faces/Faces.tsx';
import { resultWords, whoOf } from './words.ts';

const useStyles = makeStyles({
  body: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS, alignItems: 'flex-end' },
  drawer: { maxWidth: '100vw' },
});

type Act = (action: 'call' | 'locate' | 'dsl', more: Readonly<Record<string, string>>) => Promise<void>;

/** Whom to ring about a pupil who did not arrive, one press per call, until the pupil is located. */
export function FollowUpPanel(props: {
  readonly row: TodayRow;
  readonly day: Today;
  readonly now: () => string;
  readonly close: () => void;
  readonly changed: () => Promise<void>;
}) {
  const styles = useStyles();
  const { row } = props;
  const about = { pupil: row.pupil, date: row.date, session: row.session };
  const view = useView<FollowUpCard>('follow-up', about);
  const does = { call: useAction('record-contact'), locate: useAction('locate-pupil'), dsl: useAction('inform-dsl') };
  const [said, setSaid] = useState<Said>();

  const act: Act = async (action, more) => {
    const at = action === 'call' ? { at: instantAt(row.date, props.now()) } : {};
    setSaid(outcomeInWords(await does[action]({ ...about, ...at, ...more })));
    await Promise.all([view.reload(), props.changed()]);
  };

  return (
    <OverlayDrawer
      open
      position="end"
      size="medium"
      className={styles.drawer}
      onOpenChange={(_event, { open }) => !open && props.close()}
    >
      <DrawerHeader>
        <DrawerHeaderTitle
          action={
            <Button appearance="subtle" aria-label="Close" icon={<DismissRegular />} onClick={() => props.close()} />
          }
        >
          {`Find ${whoOf(row)}`}
        </DrawerHeaderTitle>
      </DrawerHeader>
      <DrawerBody>
        <Faces view={view} what="the call log">
          {(card) => (
            <div className={styles.body}>
              <div aria-live="polite">
                <Text block weight="semibold">
                  {card.says}
                </Text>
                <Text block>{card.dslSays}</Text>
                {card.numbersSay && <Text block>{card.numbersSay}</Text>}
                {said && <Text block>{said.says}</Text>}
              </div>
              <ol className={styles.list}>
                {card.steps.map((step) => (
                  <OneStep key={step.contact} step={step} may={props.day.may.record} act={act} />
                ))}
              </ol>
              {props.day.may.record && card.state !== 'Located' && <Located act={act} told={!!card.dslInformedAt} />}
              <Calls calls={card.calls} />
            </div>
          )}
        </Faces>
      </DrawerBody>
    </OverlayDrawer>
  );
}

const results: readonly LoggedCall['result'][] = ['Spoke', 'NoAnswer', 'Voicemail', 'LocatedSafe', 'NotThere'];

function OneStep({ step, may, act }: { readonly step: Step; readonly may: boolean; readonly act: Act }) {
  const styles = useStyles();
  return (
    <li>
      <Text block weight="semibold">
        {step.label}
      </Text>
      {step.phone && <Link href={`tel:${step.phone.replace(/\s/g, '')}`}>{`Ring ${step.phone}`}</Link>}
      {step.done && <Text block>{`${resultWords[step.done.result]} · ${step.done.time} · ${step.done.by}`}</Text>}
      {may && (
        <div className={styles.buttons}>
          {results.map((result) => (
            <Button
              key={result}
              size="small"
              aria-label={`${resultWords[result]} – ${step.label}`}
              onClick={() => void act('call', { contact: step.contact, result })}
            >
              {resultWords[result]}
            </Button>
          ))}
        </div>
      )}
    </li>
  );
}

function Located({ act, told }: { readonly act: Act; readonly told: boolean }) {
  const styles = useStyles();
  const [where, setWhere] = useState('');
  const [saidBy, setSaidBy] = useState('');
  function submit(event: FormEvent) {
    event.preventDefault();
    void act('locate', { where, saidBy });
  }
  return (
    <form className={styles.buttons} onSubmit={submit} aria-label="Located">
      <Field label="Where is the pupil?" required>
        <Input value={where} maxLength={255} onChange={(_event, { value }) => setWhere(value)} />
      </Field>
      <Field label="Who said so?" required>
        <Input value={saidBy} maxLength={255} onChange={(_event, { value }) => setSaidBy(value)} />
      </Field>
      <Button type="submit" appearance="primary" disabled={!where.trim() || !saidBy.trim()}>
        Located
      </Button>
      {!told && <Button onClick={() => void act('dsl', {})}>Tell the DSL now</Button>}
    </form>
  );
}

function Calls({ calls }: { readonly calls: readonly LoggedCall[] }) {
  const styles = useStyles();
  if (calls.length === 0) return <Text>No call logged yet.</Text>;
  return (
    <ul className={styles.list} aria-label="Calls so far">
      {calls.map((call) => (
        <li key={call.key}>
          {[call.time, call.who, resultWords[call.result], call.note, `by ${call.by}`].filter(Boolean).join(' · ')}
        </li>
      ))}
    </ul>
  );
}
