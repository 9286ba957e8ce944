import { Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { BoardFinding, Board as Findings } from '../../school/board/board.types.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces } from '../../ui/faces/Faces.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { Filters } from './Filters.tsx';
import { FindingLine } from './FindingLine.tsx';
import { everything, isWanted, type Wanted } from './wanted.ts';

const groups: readonly (readonly [BoardFinding['when'], string])[] = [
  ['now', 'Now'],
  ['this-week', 'This week'],
  ['this-half-term', 'This half term'],
  ['later', 'Later'],
];

/** Everything that is due, overdue or must not start yet, as sentences, the most pressing first. */
export default function Board() {
  const view = useView<Findings>('board');
  return (
    <Faces view={view} what="the board">
      {(board) => <Shown board={board} changed={view.reload} />}
    </Faces>
  );
}

function Shown({ board, changed }: { readonly board: Findings; readonly changed: () => Promise<void> }) {
  const styles = usePage();
  const [wanted, setWanted] = useState<Wanted>(everything);
  const shown = board.findings.filter((finding) => isWanted(finding, wanted));
  return (
    <section className={styles.page} aria-label="Board">
      <div className={styles.head}>
        <Title3 as="h1">{board.says}</Title3>
      </div>
      {board.findings.length > 1 && <Filters findings={board.findings} wanted={wanted} want={setWanted} />}
      {shown.length === 0 && board.findings.length > 0 && <Empty>Nothing here fits what you are looking for.</Empty>}
      {groups.map(([when, label]) => {
        const of = shown.filter((finding) => finding.when === when);
        if (of.length === 0) return null;
        return (
          <div key={when}>
            <Text as="h2" size={400} weight="semibold">{`${label} (${of.length})`}</Text>
            <ul className={styles.card} aria-label={label}>
              {of.map((finding) => (
                <FindingLine
                  key={`${finding.rule} ${finding.about.record} ${finding.text}`}
                  finding={finding}
                  changed={changed}
                />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}
