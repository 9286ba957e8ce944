import { Empty } from '../ui/faces/Faces.tsx';
import type { MeetingText, OpenMeeting } from '../ui/host/outlook/open-meeting.ts';

/** A meeting that is no review yet. */
export default function MakeReview(_: {
  readonly meeting: OpenMeeting;
  readonly write: (text: MeetingText) => Promise<string>;
  readonly teamsApp?: string;
  readonly made: () => Promise<void>;
}) {
  return <Empty>This meeting is no AP review. Book reviews in Teams, under Reviews.</Empty>;
}
