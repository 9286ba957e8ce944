import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { whatFollows } from '../../school/reviews/what-follows.ts';
import { FormField } from '../../ui/forms/FormField.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { Agreed } from './Agreed.tsx';
import { Came } from './Came.tsx';
import { mayVary, textOf, writtenOf } from './draft.ts';
import { NewWeek } from './NewWeek.tsx';
import { NotHeld } from './NotHeld.tsx';
import { Objectives } from './Objectives.tsx';
import { Section } from './Section.tsx';
import { type OutcomeDesk, useOutcome } from './use-outcome.ts';

const useStyles = makeStyles({
  form: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  fields: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  finish: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    padding: tokens.spacingVerticalM,
    '& p': { margin: 0 },
  },
  follows: { flexBasis: '100%' },
});

/** What came of the review, section by section, saved as it is typed; *Finish* says first what will follow from it. */
export function Outcome({ pack, changed }: { readonly pack: ReviewPack; readonly changed: () => Promise<void> }) {
  const styles = useStyles();
  const desk = useOutcome(pack, changed);
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
      <Objectives pack={pack} desk={desk} />
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

function Fields(props: { readonly pack: ReviewPack; readonly desk: OutcomeDesk; readonly names: readonly string[] }) {
  const { pack, desk, names } = props;
  const styles = useStyles();
  return (
    <div className={styles.fields}>
      {pack.outcome.inputs
        .filter(({ name }) => names.includes(name))
        .map((input) => (
          <FormField
            key={input.name}
            input={input}
            value={desk.draft.typed[input.name] ?? ''}
            problem={desk.problemAt(input.name)}
            change={(value) => desk.change({ typed: { ...desk.draft.typed, [input.name]: value } })}
          />
        ))}
    </div>
  );
}

/** Problems that are said at their row. */
const drawn = /^(objectives\.|actions\.\d|people\.\d+\.askedOn|week\.)/;

function Finish({ pack, desk }: { readonly pack: ReviewPack; readonly desk: OutcomeDesk }) {
  const styles = useStyles();
  const page = usePage();
  const follows = whatFollows(writtenOf(desk.draft, pack));
  const holiday = desk.problemAt('heldOn')?.includes('is no school day');
  const lacks = desk.problems.length;
  const unplaced = desk.problems.filter(
    ({ field }) => !drawn.test(field) && !pack.outcome.inputs.some(({ name }) => name === field),
  );
  const counted = `${lacks} ${lacks === 1 ? 'thing is' : 'things are'} missing or wrong. ${unplaced.map(({ says }) => says).join(' ')}`;
  return (
    <div className={styles.finish}>
      <Text as="p" className={styles.follows}>
        {follows.length > 0 ? `Finish, and there follows: ${follows.join('; ')}.` : 'Nothing follows yet.'}
      </Text>
      <Button appearance="primary" disabled={desk.busy} onClick={() => void desk.finish()}>
        Finish
      </Button>
      {holiday && (
        <Button disabled={desk.busy} onClick={() => void desk.finish({ inHoliday: true })}>
          Finish: it was held then all the same
        </Button>
      )}
      {desk.overtaken && <Button onClick={desk.saveOver}>Save mine over it</Button>}
      <div>
        <Text role="status" className={mergeClasses(!desk.good && page.bad)}>
          {lacks > 0 ? counted.trim() : desk.said}
        </Text>
      </div>
    </div>
  );
}
