import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Person } from './wire.ts';

const useStyles = makeStyles({
  bar: { flexShrink: 0 },
  steps: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
});

/** Three lines for somebody who has never been here: what this is, whom to be, what to press. Goes away for good when told. */
export function FirstVisit({ people }: { readonly people: readonly Person[] }) {
  const styles = useStyles();
  const [seen, setSeen] = useState(() => localStorage.getItem(SEEN) !== null);
  if (seen) return null;
  const first = people.find((person) => person.roles.includes('attendance-officer')) ?? people[0];
  const close = () => {
    localStorage.setItem(SEEN, 'yes');
    setSeen(true);
  };
  return (
    <MessageBar className={styles.bar} intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Welcome.</MessageBarTitle>
        <ol className={styles.steps}>
          <li>This page plays Teams and Outlook for an invented school; Microsoft 365 itself is not asked.</li>
          <li>
            Be {first ? `${first.displayName}, ${first.jobTitle.toLowerCase()}` : 'the attendance officer'} first (“You
            are”, top right).
          </li>
          <li>
            Press “+15 min”: the morning register arrives in Teams. Answer it there, or open the app and do the same in
            Today.
          </li>
        </ol>
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button aria-label="Close" appearance="transparent" icon={<DismissRegular />} onClick={close} />
        }
      />
    </MessageBar>
  );
}

const SEEN = 'standin.welcomed';
