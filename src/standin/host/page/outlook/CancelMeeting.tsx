import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  DialogTrigger,
  Field,
  Textarea,
  ToolbarButton,
} from '@fluentui/react-components';
import { CalendarCancelRegular } from '@fluentui/react-icons';
import { useState } from 'react';

/** Cancels a meeting after asking what to tell those who were asked to it. */
export function CancelMeeting({
  busy,
  cancel,
}: {
  readonly busy: boolean;
  readonly cancel: (comment: string) => void;
}) {
  const [comment, setComment] = useState('');
  return (
    <Dialog>
      <DialogTrigger disableButtonEnhancement>
        <ToolbarButton icon={<CalendarCancelRegular />} disabled={busy}>
          Cancel meeting
        </ToolbarButton>
      </DialogTrigger>
      <DialogSurface>
        <DialogBody>
          <DialogTitle>Cancel this meeting?</DialogTitle>
          <DialogContent>
            <Field label="What everybody asked will read">
              <Textarea value={comment} onChange={(_event, data) => setComment(data.value)} />
            </Field>
          </DialogContent>
          <DialogActions>
            <DialogTrigger disableButtonEnhancement>
              <Button>Keep it</Button>
            </DialogTrigger>
            <DialogTrigger disableButtonEnhancement>
              <Button appearance="primary" onClick={() => cancel(comment)}>
                Send cancellation
              </Button>
            </DialogTrigger>
          </DialogActions>
        </DialogBody>
      </DialogSurface>
    </Dialog>
  );
}
