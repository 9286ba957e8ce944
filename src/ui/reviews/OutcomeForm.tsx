import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { type ReactNode, useEffect, useRef } from 'react';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { toFirstInvalid } from '../shell/first-invalid.ts';
import { mayVary, textOf } from './draft.ts';
import { Fields } from './Fields.tsx';
import { Finish } from './Finish.tsx';
import { NewWeek } from './NewWeek.tsx';
import { NotHeld } from './NotHeld.tsx';
import { Section } from './Section.tsx';
import { type OutcomeDesk, useOutcome } from './use-outcome.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** What a host lays out in its own order: the desk, fields by name, and the two parts that depend on the decision. */
export interface OutcomeParts {
  readonly desk: OutcomeDesk;
  readonly fields: (...names: readonly string[]) => ReactNode;
  readonly decision: ReactNode;
  /** Nothing where the placement ends. */
  readonly nextReview: ReactNode;
}

/** What came of a review, saved as it is typed; *Finish* says first what will follow, and what it lacks has the focus. */
export function OutcomeForm(props: {
  readonly pack: ReviewPack;
  readonly changed: () => Promise<void>;
  readonly children: (parts: OutcomeParts) => ReactNode;
}) {
  const { pack, changed } = props;
  const styles = useStyles();
  const desk = useOutcome(pack, changed);
  const box = useRef<HTMLFormElement>(null);
  const ends = textOf(desk.draft, 'decision') === 'End';
  const fields = (...names: readonly string[]) => <Fields pack={pack} desk={desk} names={names} />;
  useEffect(() => {
    if (desk.refusals > 0) toFirstInvalid(box.current);
  }, [desk.refusals]);
  const decision = (
    <Section title="Decision">
      {fields('decision', 'decisionReasons')}
      {ends && fields('endsOn', 'endReason')}
      {!ends && pack.direction && fields('continuesUntil')}
      {mayVary(desk.draft) && fields('changesAgreed')}
      {mayVary(desk.draft) && <NewWeek pack={pack} desk={desk} />}
      {!ends && fields('reintegrationStep')}
    </Section>
  );
  const nextReview = !ends && (
    <Section title="Next review">
      {pack.nextBy && <Text as="p">{`${pack.nextBy.says}.`}</Text>}
      {fields('nextReview')}
    </Section>
  );
  return (
    <form
      ref={box}
      className={styles.form}
      aria-label="Outcome"
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      {props.children({ desk, fields, decision, nextReview })}
      {pack.direction && <Section title="Notice of the outcome">{fields('outcomeNoticeSentOn')}</Section>}
      <Finish pack={pack} desk={desk} />
      <NotHeld pack={pack} changed={changed} />
    </form>
  );
}
