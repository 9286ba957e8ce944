import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReviewPack } from '../school/reviews/review-pack.types.ts';
import { Agreed } from '../ui/reviews/Agreed.tsx';
import { Came } from '../ui/reviews/Came.tsx';
import { mayVary, textOf } from '../ui/reviews/draft.ts';
import { Fields } from '../ui/reviews/Fields.tsx';
import { Finish } from '../ui/reviews/Finish.tsx';
import { NewWeek } from '../ui/reviews/NewWeek.tsx';
import { NotHeld } from '../ui/reviews/NotHeld.tsx';
import { Objectives } from '../ui/reviews/Objectives.tsx';
import { Section } from '../ui/reviews/Section.tsx';
import { useOutcome } from '../ui/reviews/use-outcome.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** The outcome in the order in which a meeting comes to it: objectives, the voices, the decision, the next date; then the rest that a clause asks for. */
export function PaneOutcome({ pack, changed }: { readonly pack: ReviewPack; readonly changed: () => Promise<void> }) {
  const styles = useStyles();
  const desk = useOutcome(pack, changed);
  const box = useRef<HTMLFormElement>(null);
  const ends = textOf(desk.draft, 'decision') === 'End';
  const fields = (...names: readonly string[]) => <Fields pack={pack} desk={desk} names={names} />;
  useEffect(() => {
    if (desk.problems.length > 0) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [desk.problems]);
  return (
    <form
      ref={box}
      className={styles.form}
      aria-label="Outcome"
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      <Objectives pack={pack} desk={desk} />
      <Section title="The pupil’s words">{fields('pupilVoice', 'pupilAbsence')}</Section>
      <Section title="The parents’ words">{fields('parentVoice', 'parentAbsence')}</Section>
      <Section title="Safe there?">{fields('safe', 'stillNeeded', 'providerReport')}</Section>
      <Section title="Decision">
        {fields('decision', 'decisionReasons')}
        {ends && fields('endsOn', 'endReason')}
        {!ends && pack.direction && fields('continuesUntil')}
        {mayVary(desk.draft) && fields('changesAgreed')}
        {mayVary(desk.draft) && <NewWeek pack={pack} desk={desk} />}
        {!ends && fields('reintegrationStep')}
      </Section>
      <Agreed pack={pack} desk={desk} />
      {!ends && (
        <Section title="Next review">
          {pack.nextBy && <Text as="p">{`${pack.nextBy.says}.`}</Text>}
          {fields('nextReview')}
        </Section>
      )}
      <Came pack={pack} desk={desk} />
      <Section title="The day and the minutes">{fields('heldOn', 'minutes')}</Section>
      {pack.direction && <Section title="Notice of the outcome">{fields('outcomeNoticeSentOn')}</Section>}
      <Finish pack={pack} desk={desk} />
      <NotHeld pack={pack} changed={changed} />
    </form>
  );
}
