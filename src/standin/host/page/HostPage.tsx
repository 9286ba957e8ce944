import {
  FluentProvider,
  makeStyles,
  mergeClasses,
  Spinner,
  teamsDarkTheme,
  teamsHighContrastTheme,
  teamsLightTheme,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import { AppFrame } from './app/AppFrame.tsx';
import { type DeepLink, deepLinkIn } from './app/links.ts';
import type { HostTheme, Situation } from './app/situation.ts';
import { TopBar } from './bar/TopBar.tsx';
import { ChatPane } from './chat/ChatPane.tsx';
import { channelsOf, TeamsPane } from './chat/TeamsPane.tsx';
import { FirstVisit } from './FirstVisit.tsx';
import { CalendarPane } from './outlook/CalendarPane.tsx';
import { MailPane } from './outlook/MailPane.tsx';
import { isPlace, type PlaceName, Rail } from './Rail.tsx';
import { useNews } from './use-news.ts';
import { type KnownTenant, useHostTheme, usePerson, useTenant } from './use-tenant.ts';
import { useUnread } from './use-unread.ts';
import type { Person } from './wire.ts';

const themes = { default: teamsLightTheme, dark: teamsDarkTheme, contrast: teamsHighContrastTheme } as const;

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', height: '100dvh', backgroundColor: tokens.colorNeutralBackground1 },
  body: { flexGrow: 1, minHeight: 0, display: 'flex', '@media (max-width: 640px)': { flexDirection: 'column' } },
  pane: { flexGrow: 1, minWidth: 0, minHeight: 0, display: 'flex', flexDirection: 'column' },
  away: { display: 'none' },
});

/** A calm imitation of Teams and Outlook around our app: who you are, what time the school has, and every place of it. */
export function HostPage() {
  const [theme, wear] = useHostTheme();
  const news = useNews();
  const tenant = useTenant(news.all);
  const [person, become] = usePerson(tenant?.people ?? []);
  return (
    <FluentProvider theme={themes[theme]}>
      {tenant && person ? (
        <Furnished tenant={tenant} person={person} become={become} theme={theme} wear={wear} news={news} />
      ) : (
        <Spinner label="The stand-in is being asked who is there" />
      )}
    </FluentProvider>
  );
}

interface FurnishedProps {
  readonly tenant: KnownTenant;
  readonly person: Person;
  readonly become: (id: string) => void;
  readonly theme: HostTheme;
  readonly wear: (theme: HostTheme) => void;
  readonly news: ReturnType<typeof useNews>;
}

function Furnished({ tenant: { config, people }, person, become, theme, wear, news }: FurnishedProps) {
  const styles = useStyles();
  const [here, setHere] = useState<PlaceName>(firstPlace);
  const [link, setLink] = useState<DeepLink & { readonly nth: number }>(() => ({
    entityId: 'today',
    ...deepLinkIn(location.href, location.origin),
    nth: 0,
  }));
  const [appVisited, setAppVisited] = useState(here === 'app');
  const channelNews = channelsOf(config, person).reduce((sum, { channel }) => sum + news.of(channel.id), 0);
  const chatNews = news.of(`a:${person.id}`);
  const unread = useUnread(person.id, here, channelNews + chatNews);

  const go = (place: PlaceName) => {
    setHere(place);
    if (place === 'app') setAppVisited(true);
    const path = location.pathname.startsWith('/l/') ? '/' : location.pathname;
    history.replaceState(null, '', `${path}${location.search}#${place}`);
  };
  const navigate = (entityId = 'today', subEntityId?: string) => {
    setLink((held) => ({ entityId, subEntityId, nth: held.nth + 1 }));
    go('app');
  };
  const openLink = (url: string) => {
    const deep = deepLinkIn(url, location.origin);
    if (deep) navigate(deep.entityId, deep.subEntityId);
    else if (/^(tel|mailto):/i.test(url)) location.href = url;
    else if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener');
  };
  const situation: Situation = {
    theme,
    tenantId: config.tenantId,
    person,
    frameContext: 'content',
    entityId: link.entityId,
    subEntityId: link.subEntityId,
  };

  return (
    <div className={styles.page}>
      <TopBar config={config} people={people} person={person} become={become} theme={theme} wear={wear} />
      <FirstVisit people={people} />
      <div className={styles.body}>
        <Rail here={here} go={go} unread={unread} />
        <main className={styles.pane}>
          {here === 'teams' && (
            <TeamsPane
              key={person.id}
              config={config}
              person={person}
              situation={situation}
              news={channelNews}
              openLink={openLink}
              navigate={navigate}
            />
          )}
          {here === 'chat' && <ChatPane key={person.id} person={person} news={chatNews} openLink={openLink} />}
          {here === 'calendar' && (
            <CalendarPane
              key={`${person.id} ${news.all}`}
              config={config}
              people={people}
              person={person}
              theme={theme}
              openLink={openLink}
            />
          )}
          {here === 'mail' && <MailPane key={person.id} person={person} />}
          <div className={mergeClasses(styles.pane, here !== 'app' && styles.away)}>
            {appVisited && (
              <AppFrame
                key={`${person.id} ${link.nth} ${news.all}`}
                title="Alternative Provision"
                address={`${config.appUrl}/tab/`}
                situation={situation}
                openLink={openLink}
                navigate={navigate}
              />
            )}
          </div>
        </main>
      </div>
    </div>
  );
}

function firstPlace(): PlaceName {
  if (deepLinkIn(location.href, location.origin)) return 'app';
  const named = location.hash.slice(1);
  return isPlace(named) ? named : 'teams';
}
