import { ArrowImportRegular, CalendarTodayRegular } from '@fluentui/react-icons';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import type { Me } from '../school/office/me.types.ts';
import { useView } from '../ui/api/use-view.ts';
import { Empty, Faces, Loading } from '../ui/faces/Faces.tsx';
import { rolesInWords } from '../ui/shell/role-words.ts';
import { Shell } from '../ui/shell/Shell.tsx';
import { Today } from './today/Today.tsx';

// Screens beside Today are loaded when they are opened.
const Import = lazy(() => import('./import/Import.tsx'));

/** A screen that exists: its name in the navigation and what it draws. */
interface Screen {
  readonly name: string;
  readonly label: string;
  readonly icon: ReactNode;
  readonly draw: () => ReactNode;
}

const screens: readonly Screen[] = [
  { name: 'today', label: 'Today', icon: <CalendarTodayRegular fontSize={24} />, draw: () => <Today /> },
  { name: 'import', label: 'Import', icon: <ArrowImportRegular fontSize={24} />, draw: () => <Import /> },
];

/** The shell with the screens this person has; opens on the one a link named, else on the person's first. */
export function App({ first }: { readonly first?: string }) {
  const me = useView<Me>('me');
  const [chosen, setChosen] = useState(first);
  return (
    <Faces view={me} what="the school">
      {(who) => {
        const mine = who.entries.flatMap((entry) => screens.filter((screen) => screen.name === entry));
        const current = mine.find((screen) => screen.name === chosen) ?? mine[0];
        return (
          <Shell
            school={who.school.name}
            day={who.says ?? who.day}
            person={who.name}
            role={rolesInWords(who.roles, who.covers)}
            entries={mine}
            current={current?.name ?? ''}
            go={setChosen}
          >
            <Suspense fallback={<Loading what="the screen" />}>
              {current?.draw() ?? (
                <Empty>Nothing here is yours to see. If that is wrong, ask the AP leader to give you a role.</Empty>
              )}
            </Suspense>
          </Shell>
        );
      }}
    </Faces>
  );
}
