import {
  AlertRegular,
  ArrowImportRegular,
  ArrowRepeatAllRegular,
  BuildingRegular,
  CalendarMonthRegular,
  CalendarTodayRegular,
  ClipboardTaskRegular,
  DocumentTableRegular,
  LocationRegular,
  PeopleRegular,
  PeopleTeamRegular,
  PersonSettingsRegular,
  SettingsRegular,
  TaskListLtrRegular,
} from '@fluentui/react-icons';
import { Fragment, lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from 'react';
import type { Me } from '../school/office/me.types.ts';
import { ApiProvider, useApi } from '../ui/api/ApiProvider.tsx';
import type { Api } from '../ui/api/api.ts';
import { useView } from '../ui/api/use-view.ts';
import { Empty, Faces, Loading } from '../ui/faces/Faces.tsx';
import { WhichSchool } from '../ui/schools/WhichSchool.tsx';
import { type Go, GoProvider, type SessionAt } from '../ui/shell/go.tsx';
import { rolesInWords } from '../ui/shell/role-words.ts';
import { Shell } from '../ui/shell/Shell.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { rememberLanding } from './landing.ts';
import { Today } from './today/Today.tsx';

// Screens beside Today are loaded when they are opened.
const Board = lazy(() => import('./board/Board.tsx'));
const Unsettled = lazy(() => import('./unsettled/Unsettled.tsx'));
const Placements = lazy(() => import('./placements/Placements.tsx'));
const People = lazy(() => import('./people/People.tsx'));
const MyActions = lazy(() => import('./reviews/MyActions.tsx'));
const Pupils = lazy(() => import('./pupils/Pupils.tsx'));
const Reviews = lazy(() => import('./reviews/Reviews.tsx'));
const Providers = lazy(() => import('./providers/Providers.tsx'));
const Visits = lazy(() => import('./visits/Visits.tsx'));
const Calendar = lazy(() => import('./calendar/Calendar.tsx'));
const Sheets = lazy(() => import('./sheets/Sheets.tsx'));
const Import = lazy(() => import('./import/Import.tsx'));
const Settings = lazy(() => import('./settings/Settings.tsx'));

/** A screen that exists: its name in the navigation and what it draws. */
interface Screen {
  readonly name: string;
  readonly label: string;
  readonly icon: ReactNode;
  /** How many wait there. */
  readonly count?: (me: Me) => number;
  /** `late`: the session of a day that is over, for Today; `record`: the opaque id of what a link named. */
  readonly draw: (late?: SessionAt, record?: string) => ReactNode;
}

const screens: readonly Screen[] = [
  {
    name: 'today',
    label: 'Today',
    icon: <CalendarTodayRegular fontSize={24} />,
    draw: (late) => <Today key={late && `${late.date} ${late.session}`} late={late} />,
  },
  {
    name: 'unsettled',
    label: 'Unsettled',
    icon: <ClipboardTaskRegular fontSize={24} />,
    count: ({ counts }) => counts.unsettled,
    draw: () => <Unsettled />,
  },
  {
    name: 'board',
    label: 'Board',
    icon: <AlertRegular fontSize={24} />,
    count: ({ counts }) => counts.board,
    draw: () => <Board />,
  },
  {
    name: 'reviews',
    label: 'Reviews',
    icon: <PeopleTeamRegular fontSize={24} />,
    draw: (_, review) => <Reviews named={review} />,
  },
  { name: 'actions', label: 'My actions', icon: <TaskListLtrRegular fontSize={24} />, draw: () => <MyActions /> },
  { name: 'pupils', label: 'Pupils', icon: <PeopleRegular fontSize={24} />, draw: () => <Pupils /> },
  {
    name: 'placements',
    label: 'Placements',
    icon: <ArrowRepeatAllRegular fontSize={24} />,
    draw: (_, placement) => <Placements named={placement} />,
  },
  { name: 'providers', label: 'Providers', icon: <BuildingRegular fontSize={24} />, draw: () => <Providers /> },
  {
    name: 'visits',
    label: 'Visits',
    icon: <LocationRegular fontSize={24} />,
    draw: (_, visit) => <Visits named={visit} />,
  },
  { name: 'calendar', label: 'Calendar', icon: <CalendarMonthRegular fontSize={24} />, draw: () => <Calendar /> },
  { name: 'sheets', label: 'Sheets', icon: <DocumentTableRegular fontSize={24} />, draw: () => <Sheets /> },
  { name: 'import', label: 'Import', icon: <ArrowImportRegular fontSize={24} />, draw: () => <Import /> },
  { name: 'people', label: 'People', icon: <PersonSettingsRegular fontSize={24} />, draw: () => <People /> },
  { name: 'settings', label: 'Settings', icon: <SettingsRegular fontSize={24} />, draw: () => <Settings /> },
];

interface Place {
  readonly chosen?: string;
  readonly at?: SessionAt;
  readonly record?: string;
  /** How often a screen was chosen. */
  readonly nth?: number;
}

/** The shell with the screens this person has; opens on the one a link named (`visits/vi-…`, `reviews/…`), else on the person's first. */
export function App(props: {
  readonly first?: string;
  /** Takes one of the person's schools; nothing: asks for it again. */
  readonly choose: (school: string | undefined) => void;
}) {
  const { first, choose } = props;
  const api = useApi();
  const { school } = api;
  const me = useView<Me>('me');
  const { reload } = me;
  // What is counted beside the screens, and which step comes next, changes with what is done.
  const counting = useMemo<Api>(
    () => ({
      ...api,
      async act(action, input) {
        const outcome = await api.act(action, input);
        if (outcome.kind === 'done' || outcome.kind === 'accepted') void reload();
        return outcome;
      },
    }),
    [api, reload],
  );
  const [{ chosen, at, record, nth }, setPlace] = useState<Place>(() => placeIn(first));
  const landing = me.data?.entries[0];
  useEffect(() => rememberLanding(landing), [landing]);
  // Chosen again, a screen begins as it is opened: from one record back at all of them.
  const go: Go = (screen, session, named) =>
    setPlace((before) => ({ chosen: screen, at: session, record: named, nth: (before.nth ?? 0) + 1 }));
  if (!me.data && me.trouble?.schools) {
    return (
      <main>
        <WhichSchool schools={me.trouble.schools} choose={choose} />
      </main>
    );
  }
  return (
    <Faces view={me} what="the school" around>
      {(who) => {
        const mine = screens.filter((screen) => who.entries.some((entry) => entry === screen.name));
        const current =
          mine.find((screen) => screen.name === chosen) ?? mine.find((screen) => screen.name === who.entries[0]);
        return (
          <Shell
            school={who.school.name}
            day={who.says ?? who.day}
            person={who.name}
            role={rolesInWords(who.roles, who.covers)}
            entries={mine.map(({ name, label, icon, count }) => ({ name, label, icon, count: count?.(who) }))}
            current={current?.name ?? ''}
            go={go}
            anotherSchool={school === undefined ? undefined : () => choose(undefined)}
          >
            <Suspense fallback={<Loading what="the screen" />}>
              <ApiProvider api={counting}>
                <GoProvider go={go}>
                  <FirstSteps steps={who.firstSteps} current={current?.name ?? ''} />
                  <Fragment key={nth}>
                    {current?.draw(
                      at?.date === who.day ? undefined : at,
                      current.name === chosen ? record : undefined,
                    ) ?? (
                      <Empty>
                        Nothing here is yours to see. If that is wrong, ask the AP leader to give you a role.
                      </Empty>
                    )}
                  </Fragment>
                </GoProvider>
              </ApiProvider>
            </Suspense>
          </Shell>
        );
      }}
    </Faces>
  );
}

/** The screen and the record of a link, `screen/record`. */
function placeIn(link: string | undefined): Place {
  const [chosen, record] = link?.split('/') ?? [];
  return { chosen, record };
}
