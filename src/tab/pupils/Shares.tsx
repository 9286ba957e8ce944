import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { PupilPage } from '../../school/pupils/pupil.types.ts';

const useStyles = makeStyles({
  pair: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXXL },
  one: { display: 'flex', flexDirection: 'column' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The two numbers, each with the half term before beside it: how often at the provider, and how the register counts. */
export function Shares({ shares }: Pick<PupilPage, 'shares'>) {
  const styles = useStyles();
  const { now, before } = shares;
  if (!now) return null;
  return (
    <div className={styles.pair}>
      {(['ap', 'register'] as const).map((kind) => {
        const { attended, possible, percent } = now[kind];
        const last = before?.[kind].percent;
        return (
          <div key={kind} className={styles.one}>
            <Text size={600} weight="semibold">
              {percent === undefined ? 'none yet' : `${percent}%`}
            </Text>
            <Text>{kind === 'ap' ? `of AP sessions, ${now.name}` : `in the register, ${now.name}`}</Text>
            <Text size={200} className={styles.quiet}>
              {`${attended} of ${possible}${last === undefined ? '' : `; ${before?.name}: ${last}%`}`}
            </Text>
          </div>
        );
      })}
    </div>
  );
}
