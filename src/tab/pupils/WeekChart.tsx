import { ResponsiveContainer, VerticalBarChart } from '@fluentui/react-charts';
import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { shortDate } from '../../school/calendar/dates.ts';
import type { WeekShare } from '../../school/pupils/pupil.types.ts';

const useStyles = makeStyles({
  chart: { height: '220px', maxWidth: '720px' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** AP sessions of each week as a share of those expected: whether it gets better or worse at a glance. */
export default function WeekChart({ weeks }: { readonly weeks: readonly WeekShare[] }) {
  const styles = useStyles();
  const data = weeks.flatMap(({ monday, ap: { attended, possible, percent } }) => {
    if (percent === undefined) return [];
    const week = shortDate(monday).slice(4);
    const says = `${attended} of ${possible} sessions`;
    return {
      x: week,
      y: Math.round(percent),
      barLabel: `${attended}/${possible}`,
      color: tokens.colorBrandBackground,
      legend: `Week of ${week}`,
      xAxisCalloutData: `Week of ${week}`,
      yAxisCalloutData: says,
      callOutAccessibilityData: { ariaLabel: `Week of ${week}: ${says}, ${Math.round(percent)} per cent` },
    };
  });
  return (
    <div>
      <Text size={200} className={styles.quiet}>
        Per cent of AP sessions attended, week by week
      </Text>
      <div className={styles.chart}>
        <ResponsiveContainer>
          <VerticalBarChart
            data={data}
            chartTitle="AP sessions attended, week by week"
            hideLegend
            yMaxValue={100}
            yMinValue={0}
            yAxisTickCount={4}
            maxBarWidth={28}
            roundCorners
            culture="en-GB"
          />
        </ResponsiveContainer>
      </div>
    </div>
  );
}
