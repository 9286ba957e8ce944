import { Badge, type BadgeProps, MessageBar, MessageBarBody, Text } from '@fluentui/react-components';
import type { VisitInCalendar } from '../../school/visits/calendar-words.ts';
import { usePage } from '../../ui/shell/page.ts';
import { UndoBar } from '../reviews/UndoBar.tsx';

/** What came of a plan: an entry that waits and can be undone, and what is to be known beside. */
export interface Sent {
  readonly entry?: string;
  /** Instant (machine's clock) until which it waits. */
  readonly until?: string;
  readonly says?: string;
}

const colours: Readonly<Record<VisitInCalendar['state'], BadgeProps['color']>> = {
  in: 'brand',
  accepted: 'success',
  tentative: 'warning',
  declined: 'danger',
  waits: 'informative',
  out: 'warning',
  'no time': 'informative',
};

/** How a visit stands in Outlook, in a word. */
export function CalendarBadge({ calendar }: { readonly calendar: VisitInCalendar }) {
  return (
    <Badge appearance="outline" color={colours[calendar.state]}>
      {calendar.says}
    </Badge>
  );
}

/** Answers, and who is to be rung, written to or told. */
export function CalendarLines({ calendar }: { readonly calendar: VisitInCalendar }) {
  const styles = usePage();
  return calendar.lines.map((line) => (
    <Text key={line} size={200} className={calendar.state === 'declined' ? styles.bad : styles.quiet}>
      {line}
    </Text>
  ));
}

/** What was sent: twenty seconds to undo it, and what is left to do by hand. */
export function AfterPlan(props: { readonly sent: Sent; readonly over: () => void }) {
  const { entry, until, says } = props.sent;
  return (
    // The form that closed was longer than this: on a phone it would stand out of sight.
    <div key={until} ref={intoView}>
      {entry && until && <UndoBar entry={entry} until={until} says="The visit" over={props.over} />}
      {says && (
        <MessageBar intent="info" layout="multiline">
          <MessageBarBody>{says}</MessageBarBody>
        </MessageBar>
      )}
    </div>
  );
}

function intoView(box: HTMLElement | null) {
  box?.scrollIntoView({ block: 'center' });
}
