import { PaneHead } from '../PaneHead.tsx';
import type { Person } from '../wire.ts';
import { Messages } from './Messages.tsx';
import { useConversation } from './use-conversation.ts';

/** The person's own chat with the bot. */
export function ChatPane({
  person,
  news,
  openLink,
}: {
  readonly person: Person;
  readonly news: number;
  readonly openLink: (url: string) => void;
}) {
  const conversation = useConversation(`a:${person.id}`, person.id, news);
  return (
    <>
      <PaneHead title="Alternative Provision" says={`Chat between ${person.displayName} and the app`} />
      <Messages
        conversation={conversation}
        person={person.id}
        threads={false}
        label="Type a message"
        empty="Nothing here yet. Try “help”."
        quick={['today', 'absent', 'help']}
        openLink={openLink}
      />
    </>
  );
}
