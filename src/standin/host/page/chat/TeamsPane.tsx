import { makeStyles, Select, Tab, TabList, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { AddTab } from '../app/AddTab.tsx';
import { AppFrame } from '../app/AppFrame.tsx';
import type { TabWish } from '../app/play-host.ts';
import type { Situation } from '../app/situation.ts';
import { PaneHead } from '../PaneHead.tsx';
import type { Channel, HostConfig, Person, Team } from '../wire.ts';
import { Messages } from './Messages.tsx';
import { useConversation } from './use-conversation.ts';

const useStyles = makeStyles({
  tabs: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', padding: `0 ${tokens.spacingHorizontalS}` },
});

/** Where a channel is: its team and itself. */
export interface ChannelPlace {
  readonly team: Team;
  readonly channel: Channel;
}

/** The channels this person can read, the one that the registers are posted in first. */
export function channelsOf(config: HostConfig, person: Person): ChannelPlace[] {
  const places = config.teams
    .filter((team) => team.members.includes(person.id))
    .flatMap((team) => team.channels.map((channel) => ({ team, channel })));
  return places.sort((a, b) => Number(isGeneral(a)) - Number(isGeneral(b)));
}

function isGeneral({ channel }: ChannelPlace): boolean {
  return channel.displayName === 'General';
}

/** What the pane of the teams needs. */
export interface TeamsPaneProps {
  readonly config: HostConfig;
  readonly person: Person;
  readonly situation: Situation;
  readonly news: number;
  readonly openLink: (url: string) => void;
  readonly navigate: (entityId: string | undefined, subEntityId: string | undefined) => void;
}

/** A channel's posts, and the app's tab beside them once somebody has added it. */
export function TeamsPane(props: TeamsPaneProps) {
  const places = channelsOf(props.config, props.person);
  const [chosen, setChosen] = useState<string>();
  const place = places.find(({ channel }) => channel.id === chosen) ?? places[0];
  if (place === undefined) return <PaneHead title="Teams" says={`${props.person.displayName} is in no team.`} />;
  const choice =
    places.length > 1 ? (
      <Select aria-label="Channel" value={place.channel.id} onChange={(_event, data) => setChosen(data.value)}>
        {places.map(({ team, channel }) => (
          <option key={channel.id} value={channel.id}>
            {channel.displayName} · {team.displayName}
          </option>
        ))}
      </Select>
    ) : undefined;
  return <ChannelPane key={place.channel.id} {...props} place={place} choice={choice} />;
}

function ChannelPane(props: TeamsPaneProps & { readonly place: ChannelPlace; readonly choice: React.ReactNode }) {
  const { config, person, news, openLink, navigate, place, choice } = props;
  const styles = useStyles();
  const conversation = useConversation(place.channel.id, person.id, news);
  const [tab, setTab] = useKeptTab(place.channel.id);
  const [shown, setShown] = useState<'posts' | 'tab'>('posts');
  const situation: Situation = { ...props.situation, place, entityId: tab?.entityId ?? '' };
  return (
    <>
      <PaneHead title={place.channel.displayName} says={place.team.displayName}>
        {choice}
      </PaneHead>
      <div className={styles.tabs}>
        <TabList selectedValue={shown} onTabSelect={(_event, data) => setShown(data.value === 'tab' ? 'tab' : 'posts')}>
          <Tab value="posts">Posts</Tab>
          {tab && <Tab value="tab">{tab.suggestedDisplayName ?? 'Alternative Provision'}</Tab>}
        </TabList>
        {!tab && (
          <AddTab
            appUrl={config.appUrl}
            situation={situation}
            add={(wish) => {
              setTab(wish);
              setShown('tab');
            }}
          />
        )}
      </div>
      {shown === 'tab' && tab ? (
        <AppFrame
          title="Alternative Provision in the channel"
          address={tab.contentUrl}
          situation={situation}
          openLink={openLink}
          navigate={navigate}
        />
      ) : (
        <Messages
          conversation={conversation}
          person={person.id}
          threads
          label="Start a post to Alternative Provision"
          empty="No posts yet. The registers are posted here at 08:50 and 12:50 of the school's clock."
          openLink={openLink}
        />
      )}
    </>
  );
}

function useKeptTab(channel: string): [TabWish | undefined, (wish: TabWish) => void] {
  const name = `standin.tab.${channel}`;
  const [tab, setTab] = useState<TabWish | undefined>(
    () => JSON.parse(localStorage.getItem(name) ?? 'null') ?? undefined,
  );
  return [
    tab,
    (wish) => {
      localStorage.setItem(name, JSON.stringify(wish));
      setTab(wish);
    },
  ];
}
