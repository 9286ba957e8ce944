import { Button, Field, Input, ProgressBar, Text, Textarea } from '@fluentui/react-components';
import { useState } from 'react';
import type { Problem } from '../../schema/parse.ts';
import type { VisitPack } from '../../school/visits/visits.types.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { usePage } from '../../ui/shell/page.ts';
import { ActionsStep } from './ActionsStep.tsx';
import { Answers } from './Answers.tsx';
import { Ask } from './Ask.tsx';
import { useBig } from './big.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { type VisitDraft, wishFrom } from './visit-draft.ts';

const yesNo = [
  { value: 'Yes', says: 'Yes' },
  { value: 'No', says: 'No' },
] as const;
const comesTo = [
  { value: 'Good', says: 'Good' },
  { value: 'Acceptable', says: 'Acceptable' },
  { value: 'Concerns', says: 'Concerns' },
  { value: 'Stop', says: 'Stop' },
] as const;
const last = ['pupilVoice', 'judgement', 'actions', 'save'] as const;

/** The form of a visit, one thing at a time; what is typed stays in the browser until the lists have it. */
export function VisitForm(props: { readonly pack: VisitPack; readonly saved: () => void; readonly leave: () => void }) {
  const { pack } = props;
  const styles = useBig();
  const page = usePage();
  const record = useAction('record-visit');
  const { draft, broughtBack, kept, change: keep, forget } = useKeptDraft(pack);
  const [at, setAt] = useState(0);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [said, setSaid] = useState('');
  const [busy, setBusy] = useState(false);
  const steps = [...pack.items.map(({ name }) => name), ...last];
  if (!draft) return null;
  // What was asked was asked about what stood then: another judgement or day is asked about anew.
  const change = (next: Partial<VisitDraft>) => {
    setProblems((before) => before.filter(({ field }) => field !== 'allTheSame'));
    keep(next);
  };
  const item = pack.items[at];
  const step = item ? 'item' : (last[at - pack.items.length] ?? 'save');

  async function send(allTheSame: boolean) {
    if (!draft) return;
    setBusy(true);
    setSaid('');
    const outcome = await record({ ...wishFrom(pack, draft), ...(allTheSame ? { allTheSame } : {}) });
    setBusy(false);
    const found = outcome.kind === 'problems' ? outcome.problems : [];
    setProblems(found);
    const words = outcomeInWords(outcome);
    if (words.good) {
      forget();
      return props.saved();
    }
    const open = found.map(({ field }) => steps.indexOf(stepOf(field))).filter((index) => index >= 0);
    const first = Math.min(...open, steps.length - 1);
    if (first < steps.length - 1) return setAt(first);
    if (!found.some(({ field }) => field === 'allTheSame')) setSaid(words.says);
  }

  const says = (field: string) => problems.find((each) => each.field === field)?.says;
  const question = says('allTheSame');
  const shared = { pack, draft, problems, change };
  return (
    <section className={styles.desk} aria-label="The visit">
      <ProgressBar value={at + 1} max={steps.length} aria-label="How far you are" />
      <Text as="h2" size={500} weight="semibold" key={at} ref={focusOn} tabIndex={-1}>
        {item?.asks ?? headings[step]}
      </Text>
      <Text className={styles.quiet}>{`${at + 1} of ${steps.length}`}</Text>
      {item && <ItemStep {...shared} at={at} />}
      {step === 'pupilVoice' && (
        <Field label="In their own words" hint="Initials only">
          <Textarea
            className={styles.note}
            value={draft.pupilVoice}
            onChange={(_, { value }) => change({ pupilVoice: value })}
          />
        </Field>
      )}
      {step === 'judgement' && <JudgementStep {...shared} />}
      {step === 'actions' && <ActionsStep {...shared} />}
      {step === 'save' && (
        <Field label="Visited on" required validationMessage={says('date')}>
          <Input size="large" type="date" value={draft.date} onChange={(_, { value }) => change({ date: value })} />
        </Field>
      )}
      {step === 'save' && question && <Ask says={question} busy={busy} goOn={() => void send(true)} />}
      <div className={styles.presses}>
        <Button className={styles.press} onClick={() => (at === 0 ? props.leave() : setAt(at - 1))}>
          Back
        </Button>
        {step !== 'save' && (
          <Button className={styles.press} appearance="primary" onClick={() => setAt(at + 1)}>
            Next
          </Button>
        )}
        {step === 'save' && !question && (
          <Button className={styles.press} appearance="primary" disabled={busy} onClick={() => void send(false)}>
            Save the visit
          </Button>
        )}
      </div>
      <Text role="status" className={said ? page.bad : styles.quiet}>
        {said ? `${said} ${kept ? 'What you wrote is kept on this device.' : ''}` : keptInWords(kept, broughtBack)}
      </Text>
    </section>
  );
}

/** Each step opens on its own heading, so that a screen reader says what is asked. */
function focusOn(heading: HTMLElement | null) {
  heading?.focus();
}

const headings = {
  item: '',
  pupilVoice: 'What do pupils say?',
  judgement: 'What does the visit come to?',
  actions: 'What was agreed?',
  save: 'Save the visit',
} as const;

function stepOf(field: string): string {
  const [first = '', second = ''] = field.split('.');
  if (first === 'answers') return second;
  if (first === 'reasons' || first === 'nextDue') return 'judgement';
  return first;
}

function keptInWords(kept: boolean | undefined, broughtBack: boolean): string {
  if (kept === true) return 'Kept on this device until it is saved.';
  if (kept === false) return 'This browser keeps nothing: save before you close this page.';
  return broughtBack ? 'What you wrote before is back. It is not saved yet.' : '';
}

type StepProps = {
  readonly pack: VisitPack;
  readonly draft: VisitDraft;
  readonly problems: readonly Problem[];
  readonly change: (next: Partial<VisitDraft>) => void;
};

function ItemStep({ pack, draft, problems, change, at }: StepProps & { readonly at: number }) {
  const styles = useBig();
  const item = pack.items[at];
  if (!item) return null;
  const held = draft.answers[item.name] ?? {};
  const set = (next: object) => change({ answers: { ...draft.answers, [item.name]: { ...held, ...next } } });
  const says = (half: string) => problems.find(({ field }) => field === `answers.${item.name}.${half}`)?.says;
  return (
    <div className={styles.step}>
      <Answers label={item.asks} options={yesNo} value={held.answer} choose={(answer) => set({ answer })} />
      {says('answer') && <Text role="alert">{says('answer')}</Text>}
      <Field
        label="Note"
        hint={item.hint}
        required={item.noteFor === 'always' || item.noteFor === held.answer}
        validationMessage={says('note')}
      >
        <Textarea className={styles.note} value={held.note ?? ''} onChange={(_, { value }) => set({ note: value })} />
      </Field>
    </div>
  );
}

function JudgementStep({ draft, problems, change }: StepProps) {
  const styles = useBig();
  const says = (field: string) => problems.find((each) => each.field === field)?.says;
  const grave = draft.judgement === 'Concerns' || draft.judgement === 'Stop';
  return (
    <div className={styles.step}>
      <Answers
        label="Judgement"
        options={comesTo}
        value={draft.judgement}
        choose={(judgement) => change({ judgement })}
      />
      {says('judgement') && <Text role="alert">{says('judgement')}</Text>}
      {draft.judgement === 'Stop' && (
        <Text>Stop means that nobody goes there until every pupil’s emergency review. You are asked once more.</Text>
      )}
      <Field label="Reasons" required={grave} validationMessage={says('reasons')}>
        <Textarea
          className={styles.note}
          value={draft.reasons}
          onChange={(_, { value }) => change({ reasons: value })}
        />
      </Field>
      <Field
        label="Next visit by"
        hint="Only where it should come sooner than once a term"
        validationMessage={says('nextDue')}
      >
        <Input size="large" type="date" value={draft.nextDue} onChange={(_, { value }) => change({ nextDue: value })} />
      </Field>
    </div>
  );
}
