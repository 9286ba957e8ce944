import { Button, Text } from '@fluentui/react-components';
import { useState } from 'react';
import type { Form } from '../../schema/form.ts';
import type { PlacementLine } from '../../school/placements/placements.types.ts';
import type { ObjectiveLine } from '../../school/reviews/objective-lines.ts';
import { outcomeInWords } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { usePage } from '../../ui/shell/page.ts';

/** What is aimed at in a placement, and how far it is; whoever may write adds, corrects and closes here. */
export function Objectives(props: {
  readonly line: PlacementLine;
  readonly form?: Form;
  readonly changed: () => Promise<void>;
}) {
  const { line, form, changed } = props;
  const styles = usePage();
  const add = useAction('save-objective');
  const [adding, setAdding] = useState(false);
  if (!line.objectives) return null;
  const open = line.objectives.filter(({ closed }) => !closed).length;
  return (
    <>
      <div>
        <Text as="h2" size={400} weight="semibold">
          Objectives
        </Text>
        {open === 0 && (
          <Text as="p">
            {line.objectives.length === 0 ? 'No objective is set yet.' : 'No objective is open.'}
            {line.may.addObjective && ' Reviews ask for each one that stands here.'}
          </Text>
        )}
        {line.objectives.length > 0 && (
          <ul className={styles.card} aria-label="Objectives">
            {line.objectives.map((one) => (
              <Line
                key={one.objective}
                one={one}
                form={line.may.correctObjectives ? form : undefined}
                changed={changed}
              />
            ))}
          </ul>
        )}
      </div>
      {line.may.addObjective && form && !adding && (
        <div>
          <Button onClick={() => setAdding(true)}>Add an objective</Button>
        </div>
      )}
      {adding && form && (
        <RecordForm
          form={form}
          title="Add an objective"
          press="Add objective"
          send={(values) => add({ placement: line.placement, values })}
          leave={() => setAdding(false)}
          done={() => {
            setAdding(false);
            void changed();
          }}
        />
      )}
    </>
  );
}

function Line(props: {
  readonly one: ObjectiveLine;
  /** Absent for who may not correct it. */
  readonly form?: Form;
  readonly changed: () => Promise<void>;
}) {
  const { one, form } = props;
  const styles = usePage();
  const save = useAction('save-objective');
  const [correcting, setCorrecting] = useState(false);
  const [said, setSaid] = useState('');
  const { objective, seen, text, baseline, target, date, closed } = one;
  async function setClosed(close: boolean) {
    const words = outcomeInWords(await save({ objective, seen, close }));
    setSaid(words.good ? '' : words.says);
    await props.changed();
  }
  return (
    <li className={styles.line}>
      <span className={styles.grow}>
        <Text weight={closed ? 'regular' : 'semibold'}>{closed ? `${text} · closed` : text}</Text>
        <Text size={200} className={styles.quiet}>{`From: ${baseline}`}</Text>
        <Text size={200} className={styles.quiet}>{`To: ${target}, ${one.by}`}</Text>
        <Text size={200} className={styles.quiet}>
          {one.last ? `Last review: ${one.last}` : 'No review has answered it yet'}
        </Text>
        <Text role="status" size={200} className={styles.bad}>
          {said}
        </Text>
      </span>
      {form && !correcting && (
        <span className={styles.row}>
          <Button size="small" onClick={() => setCorrecting(true)} aria-label={`Correct: ${text}`}>
            Correct
          </Button>
          {closed ? (
            <Button size="small" onClick={() => void setClosed(false)} aria-label={`Open again: ${text}`}>
              Open again
            </Button>
          ) : (
            <Button size="small" onClick={() => void setClosed(true)} aria-label={`Close: ${text}`}>
              Close
            </Button>
          )}
        </span>
      )}
      {form && correcting && (
        <div className={styles.below}>
          <RecordForm
            form={{ inputs: form.inputs, values: { text, baseline, target, date } }}
            title="Correct the objective"
            press="Save"
            send={(values) => save({ objective, seen, values })}
            leave={() => setCorrecting(false)}
            done={() => {
              setCorrecting(false);
              void props.changed();
            }}
          />
        </div>
      )}
    </li>
  );
}
