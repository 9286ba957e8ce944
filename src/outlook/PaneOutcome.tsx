import type { ReviewPack } from '../school/reviews/review-pack.types.ts';
import { Agreed } from '../ui/reviews/Agreed.tsx';
import { Came } from '../ui/reviews/Came.tsx';
import { Objectives } from '../ui/reviews/Objectives.tsx';
import { OutcomeForm } from '../ui/reviews/OutcomeForm.tsx';
import { Section } from '../ui/reviews/Section.tsx';

/** The outcome in the order in which a meeting comes to it: objectives, the voices, the decision, the next date; then the rest that a clause asks for. */
export function PaneOutcome({ pack, changed }: { readonly pack: ReviewPack; readonly changed: () => Promise<void> }) {
  return (
    <OutcomeForm pack={pack} changed={changed}>
      {({ desk, fields, decision, nextReview }) => (
        <>
          <Objectives pack={pack} desk={desk} />
          <Section title="The pupil’s words">{fields('pupilVoice', 'pupilAbsence')}</Section>
          <Section title="The parents’ words">{fields('parentVoice', 'parentAbsence')}</Section>
          <Section title="Safe there?">{fields('safe', 'stillNeeded', 'providerReport')}</Section>
          {decision}
          <Agreed pack={pack} desk={desk} />
          {nextReview}
          <Came pack={pack} desk={desk} />
          <Section title="The day and the minutes">{fields('heldOn', 'minutes')}</Section>
        </>
      )}
    </OutcomeForm>
  );
}
