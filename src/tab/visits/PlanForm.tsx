import { useState } from 'react';
import type { Form } from '../../schema/form.ts';
import type { Outcome } from '../../ui/api/api.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { Ask } from './Ask.tsx';

/** Plans a visit, or changes the one that is given. A closed day, or one that is over, is asked about before it is saved. */
export function PlanForm(props: {
  readonly form: Form;
  readonly title: string;
  readonly about: { readonly provider: string } | { readonly visit: string; readonly seen: string };
  readonly done: () => void;
  readonly leave: () => void;
}) {
  const plan = useAction('plan-visit');
  const [asked, setAsked] = useState<{ readonly says: string; readonly values: object }>();
  const [busy, setBusy] = useState(false);

  async function send(values: object): Promise<Outcome> {
    const outcome = await plan({ ...props.about, values });
    const question =
      outcome.kind === 'problems' ? outcome.problems.find(({ field }) => field === 'allTheSame') : undefined;
    setAsked(question && { says: question.says, values });
    return question ? { kind: 'problems', problems: [] } : outcome;
  }

  async function goOn() {
    if (!asked) return;
    setBusy(true);
    const said = outcomeInWords(await plan({ ...props.about, values: asked.values, allTheSame: true }));
    setBusy(false);
    if (said.good) return props.done();
    setAsked({ ...asked, says: said.says });
  }

  return (
    // What was asked was asked about what stood then: another day is asked about anew.
    <div onChange={() => setAsked(undefined)}>
      <RecordForm
        form={props.form}
        title={props.title}
        press="Save the plan"
        send={send}
        done={props.done}
        leave={props.leave}
      >
        {asked && <Ask says={asked.says} busy={busy} goOn={() => void goOn()} />}
      </RecordForm>
    </div>
  );
}
