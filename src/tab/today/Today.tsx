import { Button, makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { Today as Day, TodayRow, TodaySession } from '../../school/attendance/today.types.ts';
import { outcomeInWords, type Said } from '../../ui/api/in-words.ts';
import { schoolTime } from '../../ui/api/school-time.ts';
import { useAction } from '../../ui/api/use-action.ts';
import { useView, type Viewed } from '../../ui/api/use-view.ts';
import { Empty, Faces, Loading, TroubleFace } from '../../ui/faces/Faces.tsx';
import { type SessionAt, useGo } from '../../ui/shell/go.tsx';
import type { markOf } from './draft.ts';
import { NotLocated } from './NotLocated.tsx';
import { ProviderGroup } from './ProviderGroup.tsx';
import { useKeptOrder } from './use-kept-order.ts';

const FollowUpPanel = lazy(async () => {
  const { FollowUpPanel: panel } = await import(/* webpackChunkName: "follow-up" */ './FollowUpPanel.tsx');
  return { default: panel };
});

const useStyles = makeStyles({
  page: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    maxWidth: '1200px',
    padding: tokens.spacingHorizontalL,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalS },
  },
  // Only where there is a keyboard to use them with.
  keys: { color: tokens.colorNeutralForeground2, '@media (hover: none), (max-width: 640px)': { display: 'none' } },
});

/** Sends marks of one session; answers in words for each row. */
export type SaveMarks = (
  session: TodaySession['session'],
  marks: readonly ReturnType<typeof markOf>[],
) => Promise<(row: TodayRow) => Said>;

/** Who is not where they should be, and one press per pupil to say who arrived. */
export function Today({ late }: { readonly late?: SessionAt }) {
  const view = useView<Day>('today', { date: late?.date });
  return (
    <Faces view={view} what="today's register">
      {(day) => <Sessions view={view} day={day} late={late} />}
    </Faces>
  );
}

function Sessions(props: {
  readonly view: Viewed<Day>;
  readonly day: Day;
  /** The session of a day that is over, which is entered late. */
  readonly late?: SessionAt;
}) {
  const { view, day, late } = props;
  const styles = useStyles();
  const [chosen, setChosen] = useState<TodaySession['session'] | undefined>(late?.session);
  const [followed, setFollowed] = useState<TodayRow>();
  const record = useAction('record-attendance');
  const { reload, cameAt = 0 } = view;
  const date = day.day;
  const save = useCallback<SaveMarks>(
    async (session, marks) => {
      const outcome = await record({ date, session, marks });
      await reload();
      return (row) => outcomeInWords(outcome, `${row.placement}|${date}|${session}`.toLowerCase());
    },
    [record, reload, date],
  );
  const now = () => schoolTime(day.time, cameAt, Date.now());
  const latest = [...day.sessions].reverse().find((one) => one.state !== 'before');
  const session = day.sessions.find((one) => one.session === chosen) ?? latest ?? day.sessions[0];
  return (
    <div className={styles.page}>
      {day.troubles.map((trouble) => (
        <TroubleFace key={trouble} trouble={{ says: trouble }} />
      ))}
      {late && <LateDay says={day.says} />}
      {day.sessions.length > 1 && (
        <TabList
          selectedValue={session?.session ?? ''}
          onTabSelect={(_event, { value }) => setChosen(value === 'PM' ? 'PM' : 'AM')}
        >
          {day.sessions.map((one) => (
            <Tab key={one.session} value={one.session}>
              {sessionWords(one)}
            </Tab>
          ))}
        </TabList>
      )}
      {session ? (
        <OneSession
          key={session.session}
          session={session}
          day={day}
          late={late !== undefined}
          now={now}
          save={save}
          follow={setFollowed}
          changed={reload}
        />
      ) : (
        <Empty>{day.says} Nobody is expected at a provider.</Empty>
      )}
      {followed && (
        <Suspense fallback={<Loading what="the call log" />}>
          <FollowUpPanel row={followed} day={day} now={now} close={() => setFollowed(undefined)} changed={reload} />
        </Suspense>
      )}
    </div>
  );
}

function OneSession(props: {
  readonly session: TodaySession;
  readonly day: Day;
  /** True for a day that is over: each mark then says why it comes late. */
  readonly late: boolean;
  readonly now: () => string;
  readonly save: SaveMarks;
  readonly follow: (row: TodayRow) => void;
  readonly changed: () => Promise<void>;
}) {
  const { session, day } = props;
  const styles = useStyles();
  const providers = useKeptOrder(session.providers, (one) => one.provider);
  return (
    <>
      <NotLocated session={session} time={day.time} follow={props.follow} />
      {day.may.record && providers.length > 0 && (
        <Text size={200} className={styles.keys}>
          {keysInWords}
        </Text>
      )}
      {session.schoolClosed && <Text>{`The school is closed: ${session.schoolClosed}.`}</Text>}
      {providers.length === 0 && <Empty>Nobody is expected at a provider in this session.</Empty>}
      {providers.map((provider) => (
        <ProviderGroup
          key={provider.provider}
          provider={provider}
          may={day.may.record}
          begun={session.state !== 'before' && !props.late}
          late={props.late}
          now={props.now}
          follow={props.follow}
          changed={props.changed}
          save={(marks) => props.save(session.session, marks)}
        />
      ))}
    </>
  );
}

/** Says which day this is, and leads back. */
function LateDay({ says }: { readonly says: string }) {
  const go = useGo();
  return (
    <div>
      <Text weight="semibold">{`${says}: entered late.`}</Text>{' '}
      <Button onClick={() => go('today')}>Back to today</Button>
    </div>
  );
}

function sessionWords(one: TodaySession): string {
  const name = one.session === 'AM' ? 'Morning' : 'Afternoon';
  const open = one.counts.notReported;
  return open > 0 && one.state !== 'before' ? `${name} (${open} not reported)` : name;
}

const keysInWords =
  'Keys in a row: ↑ ↓ move · 1 on time · 2 late · 3 absent · 4 absent, no word · 5 closed · 6 not expected · Enter saves · Esc leaves.';
