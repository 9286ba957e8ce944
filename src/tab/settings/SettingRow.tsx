import { Button, makeStyles, Text } from '@fluentui/react-components';
import { useState } from 'react';
import { dateWithYear } from '../../school/calendar/dates.ts';
import type { SchoolDay } from '../../school/moment.ts';
import type { SettingLine } from '../../school/office/settings.types.ts';
import { usePage } from '../../ui/shell/page.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { Coming } from './Coming.tsx';

const useStyles = makeStyles({
  value: { minWidth: '110px', '@media (min-width: 641px)': { textAlign: 'right' } },
  whole: { flexBasis: '100%' },
});

/** One setting: what it is, its value, since when and by whom; what comes; and its change in place. */
export function SettingRow(props: {
  readonly line: SettingLine;
  readonly today: SchoolDay;
  readonly may: boolean;
  readonly saved: (says: string) => Promise<void>;
}) {
  const { line, saved } = props;
  const styles = useStyles();
  const page = usePage();
  const [open, setOpen] = useState(false);
  return (
    <li className={page.line}>
      <span className={page.grow}>
        <Text>{line.label}</Text>
        <Text size={200} className={page.quiet}>
          {[line.says.replace(/\.$/, ''), line.clause && `clause ${line.clause}`].filter(Boolean).join(' · ')}
        </Text>
        {line.since && (
          <Text size={200} className={page.quiet}>
            {sinceWords(line)}
          </Text>
        )}
      </span>
      <Text weight="semibold" className={styles.value}>
        {line.shown}
      </Text>
      {props.may && !open && (
        <Button size="small" appearance="subtle" aria-label={`Change ${line.label}`} onClick={() => setOpen(true)}>
          Change
        </Button>
      )}
      {line.coming.map((one) => (
        <Coming key={one.change} line={line} one={one} today={props.today} saved={saved} />
      ))}
      {open && (
        <ChangeForm
          line={line}
          today={props.today}
          saved={async (says) => {
            await saved(says);
            setOpen(false);
          }}
          leave={() => setOpen(false)}
        />
      )}
      {line.earlier.length > 0 && (
        <details className={styles.whole}>
          <summary>{`Earlier (${line.earlier.length})`}</summary>
          <ul aria-label={`Earlier values of ${line.label}`}>
            {line.earlier.map((one) => (
              <li key={`${one.from} ${one.shown}`}>
                <Text size={200}>
                  {[
                    one.shown,
                    one.from ? `from ${dateWithYear(one.from)}` : 'at the start',
                    one.by && `by ${one.by}`,
                    one.why,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </Text>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}

function sinceWords({ since, by, agreedBy, why, usual }: SettingLine): string {
  return [
    since && `Since ${dateWithYear(since)}${by ? `, by ${by}` : ''}${agreedBy ? `, agreed by ${agreedBy}` : ''}`,
    usual && `the policy says ${usual}`,
    why,
  ]
    .filter(Boolean)
    .join(' · ');
}
