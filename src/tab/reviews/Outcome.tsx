import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { Agreed } from '../../ui/reviews/Agreed.tsx';
import { Came } from '../../ui/reviews/Came.tsx';
import { mayVary, textOf } from '../../ui/reviews/draft.ts';
import { Fields } from '../../ui/reviews/Fields.tsx';
import { Finish } from '../../ui/reviews/Finish.tsx';
import { NewWeek } from '../../ui/reviews/NewWeek.tsx';
import { NotHeld } from '../../ui/reviews/NotHeld.tsx';
import { Objectives } from '../../ui/reviews/Objectives.tsx';
import { Section } from '../../ui/reviews/Section.tsx';
import { useOutcome } from '../../ui/reviews/use-outcome.ts';
import { useGo } from '../../ui/shell/go.tsx';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});

/** What came of the review, section by section, saved as it is typed; *Finish* says first what will follow from it. */
export function Outcome({ pack, changed }: { readonly pack: ReviewPack; readonly changed: () => Promise<void> }) {
  const styles = useStyles();
  const desk = useOutcome(pack, changed);
  const go = useGo();
  const box = useRef<HTMLFormElement>(null);
  const decision = textOf(desk.draft, 'decision');
  const ends = decision === 'End';
  const fields = (...names: readonly string[]) => <Fields pack={pack} desk={desk} names={names} />;
  useEffect(() => {
    if (desk.refusals > 0) box.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [desk.refusals]);
  return (
    <form
      ref={box}
      className={styles.form}
      aria-label="Outcome"
      noValidate
      onSubmit={(event) => event.preventDefault()}
    >
      <Section title="The day">{fields('heldOn')}</Section>
      <Came pack={pack} desk={desk} />
      <Section title="Safe there?">{fields('safe', 'stillNeeded')}</Section>
      <Objectives pack={pack} desk={desk} toPlacement={() => go('placements', undefined, pack.placement)} />
      <Section title="In their words">
        {fields('pupilVoice', 'pupilAbsence', 'parentVoice', 'parentAbsence', 'providerReport')}
      </Section>
      <Section title="Decision">
        {fields('decision', 'decisionReasons')}
        {ends && fields('endsOn', 'endReason')}
        {!ends && pack.direction && fields('continuesUntil')}
        {mayVary(desk.draft) && fields('changesAgreed')}
        {mayVary(desk.draft) && <NewWeek pack={pack} desk={desk} />}
        {!ends && fields('reintegrationStep')}
      </Section>
      <Agreed pack={pack} desk={desk} />
      <Section title="Minutes">{fields('minutes')}</Section>
      {!ends && (
        <Section title="Next review">
          {pack.nextBy && <Text as="p">{`${pack.nextBy.says}.`}</Text>}
          {fields('nextReview')}
        </Section>
      )}
      {pack.direction && <Section title="Notice of the outcome">{fields('outcomeNoticeSentOn')}</Section>}
      <Finish pack={pack} desk={desk} />
      <NotHeld pack={pack} changed={changed} />
    </form>
  );
}
