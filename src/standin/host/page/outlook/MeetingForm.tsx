import {
  Caption1,
  Checkbox,
  Divider,
  Field,
  Input,
  makeStyles,
  Textarea,
  Toolbar,
  ToolbarButton,
  tokens,
} from '@fluentui/react-components';
import { DeleteRegular, SendRegular } from '@fluentui/react-icons';
import { CancelMeeting } from './CancelMeeting.tsx';
import { type Draft, withStart } from './draft.ts';
import { MeetingBody } from './MeetingBody.tsx';
import { useMeetingStyles } from './meeting-styles.ts';
import type { Accounts } from './office-item.ts';
import { PeopleField } from './PeopleField.tsx';

const useStyles = makeStyles({
  times: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(190px, 1fr))',
    gap: tokens.spacingHorizontalM,
  },
});

/**
 * A meeting of one's own, to be written, moved and sent, or cancelled. `known`: it stands in the calendar and was sent; `discard`
 * is there for one that stands and was not.
 */
export function MeetingForm({
  draft,
  known,
  busy,
  accounts,
  change,
  send,
  cancel,
  discard,
  openLink,
  ribbon,
}: {
  readonly draft: Draft;
  readonly known: boolean;
  readonly busy: boolean;
  readonly accounts: Accounts;
  readonly change: (draft: Draft) => void;
  readonly send: () => void;
  readonly cancel: (comment: string) => void;
  readonly discard?: () => void;
  readonly openLink: (url: string) => void;
  readonly ribbon: React.ReactNode;
}) {
  const shared = useMeetingStyles();
  const styles = useStyles();
  const set = (part: Partial<Draft>) => change({ ...draft, ...part });
  return (
    <>
      <Toolbar className={shared.ribbon} aria-label="Meeting">
        <ToolbarButton icon={<SendRegular />} appearance="primary" disabled={busy} onClick={send}>
          {known ? 'Send update' : 'Send'}
        </ToolbarButton>
        {known && <CancelMeeting busy={busy} cancel={cancel} />}
        {discard && (
          <ToolbarButton icon={<DeleteRegular />} disabled={busy} onClick={discard}>
            Discard
          </ToolbarButton>
        )}
        {ribbon}
      </Toolbar>
      <section className={shared.sheet} aria-label="Meeting that is open">
        <Field label="Subject">
          <Input value={draft.subject} maxLength={255} onChange={(_event, data) => set({ subject: data.value })} />
        </Field>
        <div className={styles.times}>
          <Field label="Starts">
            <Input
              type="datetime-local"
              value={draft.start}
              onChange={(_event, data) => change(withStart(draft, data.value))}
            />
          </Field>
          <Field label="Ends">
            <Input type="datetime-local" value={draft.end} onChange={(_event, data) => set({ end: data.value })} />
          </Field>
        </div>
        <Field label="Where">
          <Input value={draft.location} maxLength={255} onChange={(_event, data) => set({ location: data.value })} />
        </Field>
        <PeopleField
          label="Required"
          people={draft.required}
          accounts={accounts}
          change={(required) => set({ required })}
        />
        <PeopleField
          label="Optional"
          people={draft.optional}
          accounts={accounts}
          change={(optional) => set({ optional })}
        />
        <Checkbox
          label="Private"
          checked={draft.sensitivity === 'private'}
          onChange={(_event, data) => set({ sensitivity: data.checked === true ? 'private' : 'normal' })}
        />
        {draft.body.contentType === 'html' ? (
          <>
            <Divider className={shared.rule} />
            <MeetingBody text={draft.body} openLink={openLink} />
            <Caption1 className={shared.faint}>This page does not edit laid-out text.</Caption1>
          </>
        ) : (
          <Field label="Text">
            <Textarea
              rows={6}
              resize="vertical"
              value={draft.body.content}
              onChange={(_event, data) => set({ body: { contentType: 'text', content: data.value } })}
            />
          </Field>
        )}
      </section>
    </>
  );
}
