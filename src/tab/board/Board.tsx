import { Field, SearchBox, Select, Text, Title3 } from '@fluentui/react-components';
import { useState } from 'react';
import type { BoardFinding, Board as Findings } from '../../school/board/board.types.ts';
import { useView } from '../../ui/api/use-view.ts';
import { Empty, Faces } from '../../ui/faces/Faces.tsx';
import { usePage } from '../../ui/shell/page.ts';
import { roleInWords } from '../../ui/shell/role-words.ts';
import { FindingLine } from './FindingLine.tsx';

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
  const [owner, setOwner] = useState('');
  const [section, setSection] = useState('');
  const [words, setWords] = useState('');
  const shown = board.findings.filter(
    (finding) =>
      (owner === '' || finding.owner === owner) &&
      (section === '' || sectionOf(finding) === section) &&
      finding.text.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const owners = [...new Set(board.findings.map((finding) => finding.owner))];
  const sections = [...new Set(board.findings.map(sectionOf))].toSorted();
  return (
    <section className={styles.page} aria-label="Board">
      <div className={styles.head}>
        <Title3 as="h1">{board.says}</Title3>
      </div>
      {board.findings.length > 1 && (
        <div className={styles.row}>
          <Field label="Find a pupil or provider">
            <SearchBox value={words} onChange={(_, { value }) => setWords(value)} />
          </Field>
          <Field label="Whose job">
            <Select value={owner} onChange={(_, { value }) => setOwner(value)}>
              <option value="">Everybody's</option>
              {owners.map((role) => (
                <option key={role} value={role}>
                  {roleInWords(role)}
                </option>
              ))}
            </Select>
          </Field>
          <Field label="Section of the policy">
            <Select value={section} onChange={(_, { value }) => setSection(value)}>
              <option value="">All</option>
              {sections.map((each) => (
                <option key={each}>{each}</option>
              ))}
            </Select>
          </Field>
        </div>
      )}
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

/** "4" of clause 4.5; a law is a section of its own. */
function sectionOf({ clause }: BoardFinding): string {
  return /^\d+\./.test(clause) ? `${clause.split('.')[0]}` : 'Law';
}
