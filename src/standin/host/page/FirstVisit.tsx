import { Button, MessageBar, MessageBarActions, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import type { Person } from './wire.ts';

/** Three lines for somebody who has never been here: what this is, whom to be, what to press. Goes away for good when told. */
export function FirstVisit({ people }: { readonly people: readonly Person[] }) {
  const [seen, setSeen] = useState(() => localStorage.getItem(SEEN) !== null);
  if (seen) return null;
  const first = people.find((person) => person.roles.includes('attendance-officer')) ?? people[0];
  const close = () => {
    localStorage.setItem(SEEN, 'yes');
    setSeen(true);
  };
  return (
    <MessageBar intent="info" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>Welcome.</MessageBarTitle>
        <div>1. This page plays Teams and Outlook for an invented school; Microsoft 365 itself is not asked.</div>
        <div>
          2. Be {first ? `${first.displayName}, ${first.jobTitle.toLowerCase()}` : 'the attendance officer'} first (“You
          are”, top right).
        </div>
        <div>
          3. Press “+15 min”: the morning register arrives in Teams. Answer it there, or open the app and do the same in
          Today.
        </div>
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
