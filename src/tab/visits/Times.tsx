import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { FreeTime, VisitTimes } from '../../school/visits/visits.types.ts';
import type { Params } from '../../ui/api/api.ts';
import { useView } from '../../ui/api/use-view.ts';
import { usePage } from '../../ui/shell/page.ts';

const useStyles = makeStyles({
  box: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  times: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  time: { minHeight: '44px' },
});

/** Whether who goes is free at the time that was typed, and the next times at which they are; a press takes one over. */
export function Times(props: { readonly asked: Params; readonly choose: (time: FreeTime) => void }) {
  const page = usePage();
  const styles = useStyles();
  const { data, trouble } = useView<VisitTimes>('visit-times', props.asked);
  if (!data) {
    const says = trouble ? 'Whether they are free cannot be said just now.' : 'Looking at the calendar…';
    return <Text className={page.quiet}>{says}</Text>;
  }
  return (
    <div className={styles.box}>
      <Text role="status" className={data.clash ? page.bad : page.quiet}>
        {data.says ?? ''}
      </Text>
      {data.free.length > 0 && (
        <fieldset aria-label="Free times" style={{ border: 'none', margin: 0, padding: 0 }}>
          <Text block size={200} className={page.quiet}>
            They are free then:
          </Text>
          <div className={styles.times}>
            {data.free.map((time) => (
              <Button key={time.says} className={styles.time} size="small" onClick={() => props.choose(time)}>
                {time.says}
              </Button>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}
