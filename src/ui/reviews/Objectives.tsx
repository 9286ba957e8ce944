import { Button, Field, Input, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { shortDate } from '../../school/calendar/dates.ts';
import type { ReviewPack } from '../../school/reviews/review-pack.types.ts';
import { Section } from './Section.tsx';
import type { OutcomeDesk } from './use-outcome.ts';

const answers = [
  { value: 'Exceeded', says: 'Exceeded' },
  { value: 'Met', says: 'Met' },
  { value: 'Partly', says: 'Partly' },
  { value: 'NotMet', says: 'Not met' },
];

const useStyles = makeStyles({
  one: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    ':not(:last-child)': { paddingBottom: tokens.spacingVerticalM },
  },
  answers: { flexWrap: 'wrap' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Each objective with where the pupil stood and what is aimed at; one of four answers. Where there is none: who sets them, and where. */
export function Objectives(props: {
  readonly pack: ReviewPack;
  readonly desk: OutcomeDesk;
  /** Opens the placement, where there is a way to it. */
  readonly toPlacement?: () => void;
}) {
  const { pack, desk, toPlacement } = props;
  const styles = useStyles();
  const { progress } = desk.draft;
  if (pack.objectives.length === 0) {
    if (!pack.noObjectives) return null;
    return (
      <Section title="Objectives">
        <Text as="p">{pack.noObjectives}</Text>
        {toPlacement && pack.may.objectives && (
          <div>
            <Button size="small" onClick={toPlacement}>
              Open the placement
            </Button>
          </div>
        )}
      </Section>
    );
  }
  const set = (objective: string, part: { readonly progress?: string; readonly note?: string }) =>
    desk.change({
      progress: { ...progress, [objective]: { ...(progress[objective] ?? { progress: '', note: '' }), ...part } },
    });
  return (
    <Section title="Objectives">
      {pack.objectives.map(({ objective, text, baseline, target, date, last }) => {
        const said = progress[objective];
        return (
          <div key={objective} className={styles.one}>
            <Field label={text} validationMessage={desk.problemAt(`objectives.${objective}`)}>
              <RadioGroup
                layout="horizontal"
                className={styles.answers}
                value={said?.progress ?? ''}
                onChange={(_, { value }) => set(objective, { progress: value })}
              >
                {answers.map((each) => (
                  <Radio key={each.value} value={each.value} label={each.says} />
                ))}
              </RadioGroup>
            </Field>
            <Text size={200} className={styles.quiet}>
              {[`From: ${baseline}`, `to: ${target}, by ${shortDate(date)}`, last && `last time: ${last}`]
                .filter(Boolean)
                .join(' · ')}
            </Text>
            {said && (
              <Input
                aria-label={`What shows it: ${text}`}
                placeholder="What shows it"
                maxLength={255}
                value={said.note}
                onChange={(_, { value }) => set(objective, { note: value })}
              />
            )}
          </div>
        );
      })}
    </Section>
  );
}
