import { Badge, Button, Text, Tooltip } from '@fluentui/react-components';
import { useState } from 'react';
import type { Form } from '../../schema/form.ts';
import type { BoardFinding } from '../../school/board/board.types.ts';
import { outcomeInWords, type Said } from '../../ui/api/in-words.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { RecordForm } from '../../ui/forms/RecordForm.tsx';
import { type SessionAt, useGo } from '../../ui/shell/go.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { roleInWords } from '../../ui/shell/role-words.ts';
import { answering } from './answering.ts';

const standings: Readonly<Record<BoardFinding['standing'], readonly [string, 'danger' | 'warning' | 'informative']>> = {
  breach: ['Overdue', 'danger'],
  blocked: ['Must not start', 'danger'],
  due: ['Due', 'warning'],
  warning: ['Worth knowing', 'informative'],
};

/** Actions whose input a person still has to give: the screen on which that is done. */
const screens: Readonly<Record<string, string>> = {
  'settle-code': 'unsettled',
  'record-attendance': 'today',
  'locate-pupil': 'today',
  'give-role': 'people',
  'plan-visit': 'visits',
  'record-visit': 'visits',
  'share-visit-report': 'visits',
  'book-reviews': 'reviews',
  'record-review-outcome': 'reviews',
};

/** Actions whose input is asked for beside the finding. */
const forms: Readonly<Record<string, Form>> = { 'answer-review-request': answering };

/** One finding: what is the matter, by which clause, whose job it is, and the press that puts it right. */
export function FindingLine({
  finding,
  changed,
}: {
  readonly finding: BoardFinding;
  readonly changed: () => Promise<void>;
}) {
  const styles = usePage();
  const [word, color] = standings[finding.standing];
  return (
    <li className={styles.line}>
      <Badge appearance="outline" color={color}>
        {word}
      </Badge>
      <span className={styles.grow}>
        <Text>{finding.text}</Text>
        <Text size={200} className={styles.quiet}>
          {[...finding.evidence.map(({ what, held }) => `${what}: ${held}`), roleInWords(finding.owner)].join(' · ')}
        </Text>
      </span>
      <Tooltip content={finding.clauseSays ?? 'Set by law, not by the policy alone.'} relationship="description">
        <Text size={200} className={styles.quiet} tabIndex={0}>{`Clause ${finding.clause}`}</Text>
      </Tooltip>
      {finding.putRight && (
        <PutRight wish={finding.putRight} about={finding.text} changed={changed} late={lateSession(finding)} />
      )}
    </li>
  );
}

function PutRight(props: {
  readonly wish: NonNullable<BoardFinding['putRight']>;
  readonly about: string;
  readonly changed: () => Promise<void>;
  /** The session to report, where its day is over. */
  readonly late?: SessionAt;
}) {
  const { action, label, input } = props.wish;
  const styles = usePage();
  const act = useAction(action);
  const go = useGo();
  const [said, setSaid] = useState<Said>();
  const [busy, setBusy] = useState(false);
  const screen = screens[action];
  const form = forms[action];
  const [asks, setAsks] = useState(false);

  async function press() {
    if (screen) return go(screen, props.late);
    if (form) return setAsks(true);
    setBusy(true);
    const outcome = outcomeInWords(await act(input));
    setSaid(outcome);
    setBusy(false);
    if (outcome.good) await props.changed();
  }

  if (form && asks) {
    return (
      <RecordForm
        form={form}
        title={label}
        press={label}
        send={(values) => act({ ...input, ...values })}
        done={() => {
          setAsks(false);
          void props.changed();
        }}
        leave={() => setAsks(false)}
      />
    );
  }
  return (
    <>
      <Button disabled={busy} onClick={() => void press()} aria-label={`${label}: ${props.about}`}>
        {label}
      </Button>
      {said && (
        <Text role="status" className={said.good ? undefined : styles.bad}>
          {said.says}
        </Text>
      )}
    </>
  );
}

/** A session without a word, or with two, is put right on its own day's register. */
function lateSession({ rule, putRight }: BoardFinding): SessionAt | undefined {
  if (rule !== 'unaccounted-session' && rule !== 'attendance-conflict') return undefined;
  const { date, session } = putRight?.input ?? {};
  return typeof date === 'string' && (session === 'AM' || session === 'PM') ? { date, session } : undefined;
}
