import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { Agreed } from '../../ui/reviews/Agreed.tsx';
import { Came } from '../../ui/reviews/Came.tsx';
import { Objectives } from '../../ui/reviews/Objectives.tsx';
import { OutcomeForm } from '../../ui/reviews/OutcomeForm.tsx';
import { Section } from '../../ui/reviews/Section.tsx';
import { useGo } from '../../ui/shell/go.tsx';

/** What came of the review, section by section in the order of the agenda. */
export function Outcome({ pack, changed }: { readonly pack: ReviewPack; readonly changed: () => Promise<void> }) {
  const go = useGo();
  return (
    <OutcomeForm pack={pack} changed={changed}>
      {({ desk, fields, decision, nextReview }) => (
        <>
          <Section title="The day">{fields('heldOn')}</Section>
          <Came pack={pack} desk={desk} />
          <Section title="Safe there?">{fields('safe', 'stillNeeded')}</Section>
          <Objectives pack={pack} desk={desk} toPlacement={() => go('placements', undefined, pack.placement)} />
          <Section title="In their words">
            {fields('pupilVoice', 'pupilAbsence', 'parentVoice', 'parentAbsence', 'providerReport')}
          </Section>
          {decision}
          <Agreed pack={pack} desk={desk} />
          <Section title="Minutes">{fields('minutes')}</Section>
          {nextReview}
        </>
      )}
    </OutcomeForm>
  );
}
