import { FluentProvider, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useMemo, useState } from 'react';
import { ApiProvider } from '../ui/api/ApiProvider.tsx';
import { apiWith, type SchoolNamed } from '../ui/api/api.ts';
import { Empty, Loading, TroubleFace } from '../ui/faces/Faces.tsx';
import { connectOutlook, type NoOutlook, type OutlookHost } from '../ui/host/outlook/connect-outlook.ts';
import { themeNamed, useBrowserParts } from '../ui/host/themes.ts';
import { useSchoolChosen } from '../ui/schools/use-school-chosen.ts';
import { WhichSchool } from '../ui/schools/WhichSchool.tsx';
import { Pane } from './Pane.tsx';

const useStyles = makeStyles({
  whole: {
    minHeight: '100vh',
    backgroundColor: tokens.colorNeutralBackground3,
    color: tokens.colorNeutralForeground1,
    overflowWrap: 'anywhere',
  },
  another: { textAlign: 'end', padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} 0` },
});

type Joining = 'joining' | 'failed' | NoOutlook | OutlookHost;

/** Joins Outlook and follows its theme; elsewhere it says where to open the pane. */
export function Start() {
  const styles = useStyles();
  const [joining, setJoining] = useState<Joining>('joining');
  const [themeName, setThemeName] = useState('default');
  useBrowserParts(themeName);
  useEffect(() => {
    connectOutlook()
      .then((joined) => {
        if (typeof joined !== 'string') {
          setThemeName(joined.themeName);
          joined.onTheme(setThemeName);
        }
        setJoining(joined);
      })
      .catch(() => setJoining('failed'));
  }, []);
  return (
    <FluentProvider theme={themeNamed(themeName)} applyStylesToPortals>
      <main className={styles.whole}>
        <Joined joining={joining} />
      </main>
    </FluentProvider>
  );
}

const reload = () => window.location.reload();

function Joined({ joining }: { readonly joining: Joining }) {
  switch (joining) {
    case 'joining':
      return <Loading what="the meeting" />;
    case 'alone':
      return <Empty>Open this in Outlook: open a meeting, then press “AP review”.</Empty>;
    case 'too-old':
      return (
        <Empty>
          This Outlook is too old to sign you in here. Update it, or open the review in Teams under Reviews.
        </Empty>
      );
    case 'no-office':
      return (
        <TroubleFace
          trouble={{ says: 'Outlook’s own script did not load. Check the connection and try again.' }}
          again={reload}
        />
      );
    case 'failed':
      return (
        <TroubleFace trouble={{ says: 'The app does not answer just now. Try again in a minute.' }} again={reload} />
      );
    default:
      return <Inside host={joining} />;
  }
}

/** The pane in the person's school; who has several says which, once, and may go to another: a meeting may be of any of them. */
function Inside({ host }: { readonly host: OutlookHost }) {
  const styles = useStyles();
  const { school, choose } = useSchoolChosen();
  const [several, setSeveral] = useState<readonly SchoolNamed[]>();
  const api = useMemo(() => apiWith(host.token, school, setSeveral), [host, school]);
  if (several) {
    return (
      <WhichSchool
        schools={several}
        choose={(chosen) => {
          setSeveral(undefined);
          choose(chosen);
        }}
      />
    );
  }
  return (
    <ApiProvider api={api}>
      {school !== undefined && (
        <div className={styles.another}>
          <Link as="button" onClick={() => choose(undefined)}>
            Another school
          </Link>
        </div>
      )}
      <Pane key={school} host={host} />
    </ApiProvider>
  );
}
