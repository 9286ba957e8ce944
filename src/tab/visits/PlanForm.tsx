import { useRef, useState } from 'react';
import type { Form } from '../../schema/form.ts';
import type { Outcome } from '../../ui/api/api.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import type { Typed } from '../../ui/forms/typed.ts';
import { Ask } from './Ask.tsx';
import type { Sent } from './InCalendar.tsx';
import { Times } from './Times.tsx';

/**
 * Plans a visit, or changes the one that is given, in front of the calendar of who goes there. A closed day, one that is over,
 * or somebody who is elsewhere then is asked about before it is saved.
 */
export function PlanForm(props: {
  readonly form: Form;
  readonly title: string;
  readonly provider: string;
  readonly about: { readonly provider: string } | { readonly visit: string; readonly seen: string };
  /** Saved; where invitations wait, with what can be undone. */
  readonly done: (sent: Sent) => void;
  readonly leave: () => void;
}) {
  const plan = useAction('plan-visit');
  const [asked, setAsked] = useState<{ readonly says: string; readonly values: object }>();
  const [busy, setBusy] = useState(false);
  const sent = useRef<Sent>({});

  async function send(values: object): Promise<Outcome> {
    const outcome = await plan({ ...props.about, values });
    const question =
      outcome.kind === 'problems' ? outcome.problems.find(({ field }) => field === 'allTheSame') : undefined;
    setAsked(question && { says: question.says, values });
    sent.current = sentBy(outcome);
    return question ? { kind: 'problems', problems: [] } : outcome;
  }

  async function goOn() {
    if (!asked) return;
    setBusy(true);
    const outcome = await plan({ ...props.about, values: asked.values, allTheSame: true });
    const said = outcomeInWords(outcome);
    setBusy(false);
    if (said.good) return props.done(sentBy(outcome));
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
        done={() => props.done(sent.current)}
        leave={props.leave}
      >
        {(typed, fill) => (
          <>
            {typed.visitor && (
              <Times
                asked={{ provider: props.provider, ...aboutVisit(props.about), ...timeIn(typed) }}
                choose={({ day, start, end }) => {
                  setAsked(undefined);
                  fill({ plannedFor: day, start, end });
                }}
              />
            )}
            {asked && <Ask says={asked.says} busy={busy} goOn={() => void goOn()} />}
          </>
        )}
      </RecordForm>
    </div>
  );
}

/** What can be undone of an answer, and what it said beside. */
export function sentBy(outcome: Outcome): Sent {
  if (outcome.kind === 'done') return { says: outcome.says };
  if (outcome.kind !== 'accepted') return {};
  return { entry: outcome.entry, until: outcome.undoUntil, says: outcome.says };
}

function aboutVisit(about: object): { readonly visit?: string } {
  return 'visit' in about && typeof about.visit === 'string' ? { visit: about.visit } : {};
}

function timeIn(typed: Typed) {
  const text = (name: string) => (typeof typed[name] === 'string' && typed[name] ? typed[name] : undefined);
  const day = text('plannedFor');
  // A year that is still being typed is no day yet.
  const whole = day !== undefined && day > '2000';
  return { visitor: text('visitor'), day: whole ? day : undefined, start: text('start'), end: text('end') };
}
