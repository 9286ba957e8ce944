import { useCallback, useEffect, useRef, useState } from 'react';
import type { OutlookHost } from '../ui/host/outlook/connect-outlook.ts';
import type { OpenMeeting } from '../ui/host/outlook/open-meeting.ts';

/** The open meeting as the pane holds it. `nth` counts the items opened: what belongs to one is dropped with the next. */
export type Opened =
  | { readonly state: 'reading'; readonly nth: number }
  | { readonly state: 'unreadable'; readonly nth: number; readonly says: string }
  | { readonly state: 'read'; readonly nth: number; readonly meeting?: OpenMeeting };

/** Reads the meeting that is open, and the next one whenever another is opened under the pinned pane. */
export function useMeeting(host: OutlookHost): { readonly opened: Opened; readonly again: () => Promise<void> } {
  const [opened, setOpened] = useState<Opened>({ state: 'reading', nth: 0 });
  const nth = useRef(0);

  const read = useCallback(async () => {
    const mine = nth.current;
    const held = await host.meeting().then(
      (meeting): Opened => ({ state: 'read', nth: mine, meeting }),
      (error: unknown): Opened => ({ state: 'unreadable', nth: mine, says: saysOf(error) }),
    );
    if (mine === nth.current) setOpened(held);
  }, [host]);

  useEffect(() => {
    host.onMeeting(() => {
      nth.current += 1;
      setOpened({ state: 'reading', nth: nth.current });
      void read();
    });
    void read();
  }, [host, read]);

  return { opened, again: read };
}

function saysOf(error: unknown): string {
  const why = error instanceof Error && error.name === 'OutlookSays' ? ` (${error.message})` : '';
  return `Outlook did not let the pane read this meeting${why}. Close and open it again.`;
}
